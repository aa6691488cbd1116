/** The programme, its purpose and its plan. */
@org.jspecify.annotations.NullMarked
package org.rolewright.study;
