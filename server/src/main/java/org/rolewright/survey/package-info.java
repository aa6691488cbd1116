/** The field rates the tasks, anonymously. */
@org.jspecify.annotations.NullMarked
package org.rolewright.survey;
