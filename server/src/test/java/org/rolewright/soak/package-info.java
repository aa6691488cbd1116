/**
 * Real pages in a real browser, before the real program, over a line that loses every fourth
 * request and every fourth reply: pages are loaded again and closed, tabs and devices change, the
 * connection goes and comes, the program is killed. A model knows what the candidate chose last;
 * the screen and the database are held against it.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.soak;
