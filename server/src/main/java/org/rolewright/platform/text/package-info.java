/** Words for people, in English and Spanish, from the catalogues under {@code text/<language>/}. */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.text;
