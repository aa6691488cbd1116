/** Files that people send: known by their bytes, never by their name, and handed out safely. */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.files;
