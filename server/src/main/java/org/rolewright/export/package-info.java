/**
 * Tables to be taken out: the scores of a run, the annual statistics, the registry of certificates.
 *
 * <p>Decides which columns each has. Reads runs and certificates; publishes nothing.
 *
 * <p>Invariants: no cell is taken for a formula by a spreadsheet ({@link
 * org.rolewright.platform.datasets.DataFile}); scores go out by sitting and never by name; codes of
 * certificates never go out; that a table was taken out is on the trail.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.export;
