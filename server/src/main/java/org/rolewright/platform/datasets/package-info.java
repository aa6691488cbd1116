/**
 * Tables of data for people who compute elsewhere: files of comma-separated values whose columns
 * are described, and the scripts that read them into R and SPSS with all labels.
 *
 * <p>Invariants: one row is one line; no cell is taken for a formula by a spreadsheet; why a value
 * is missing survives in every program; the scripts need nothing but the program itself (base R, no
 * extension of SPSS; PSPP reads the same syntax).
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.datasets;
