/**
 * Rolewright: a professional credential through its whole life. {@link org.rolewright.Main} starts
 * it, {@link org.rolewright.Wiring} puts it together; the packages below are the stages of the
 * credential's life, each knowing only those to its left.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright;
