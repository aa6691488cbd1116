/**
 * Pure statistics of role delineation studies and examinations: arrays and records in, records out.
 *
 * <p>Decides nothing about people or storage and knows no other part of Rolewright. No I/O, no
 * clock, no logging, no mutable static state; chance comes only from a seeded generator that the
 * caller hands in.
 *
 * <p>Invariants of every result:
 *
 * <ul>
 *   <li><b>Undefined is empty.</b> A figure that the data may leave undefined (0/0, one rater, no
 *       variance) is an {@link java.util.OptionalDouble}; empty means "not available" and comes
 *       with a {@link org.rolewright.psychometrics.Warning} that says why. No result holds a {@code
 *       NaN} or an infinite number, and an undefined figure is never 0.
 *   <li><b>Missing is never zero.</b> On the way in {@code NaN} means "not answered"; "not
 *       performed" and the other kinds of missing are states of their own ({@link
 *       org.rolewright.psychometrics.data.RatingMatrix}).
 *   <li><b>Legal but degenerate data</b> give the documented value and a warning; bad arguments
 *       throw {@link IllegalArgumentException} naming the value.
 *   <li><b>Every number can explain itself:</b> results carry n used, n dropped, a standard error
 *       or interval where one exists, the warnings and the named intermediates.
 *   <li>Variances divide by n − 1 unless a method says otherwise.
 * </ul>
 */
package org.rolewright.psychometrics;
