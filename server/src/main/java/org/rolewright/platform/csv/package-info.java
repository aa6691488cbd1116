/**
 * CSV files from people: read strictly, with the line of everything that cannot be used.
 *
 * <p>Decides whether a file can be read at all ({@link org.rolewright.platform.csv.CsvFile#read}
 * refuses it whole: not UTF-8, empty, too many lines, a quotation mark left open, a column named
 * twice) and what is wrong with each line (column count, formula cells, unreadable characters).
 * What the cells mean is the stage's matter.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.csv;
