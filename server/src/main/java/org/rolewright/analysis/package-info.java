/** What the ratings say, and how sure that is. */
@org.jspecify.annotations.NullMarked
package org.rolewright.analysis;
