/** How much of the exam each domain and task gets. */
@org.jspecify.annotations.NullMarked
package org.rolewright.blueprint;
