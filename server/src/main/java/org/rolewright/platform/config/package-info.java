/** What may be set from outside, checked at start with every mistake named at once. */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.config;
