/** What people in this role do: domains, task statements, KSAs. */
@org.jspecify.annotations.NullMarked
package org.rolewright.workshop;
