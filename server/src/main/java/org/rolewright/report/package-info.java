/** Documents that read all stages and are read by none. */
@org.jspecify.annotations.NullMarked
package org.rolewright.report;
