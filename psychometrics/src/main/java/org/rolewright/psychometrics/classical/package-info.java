/**
 * Classical test theory: what items and a test did, and how far its decisions can be trusted.
 *
 * <p>Decides difficulty, discrimination and distractor figures of items, flags keys worth a second
 * look, and estimates reliability of a stratified test, standard errors (overall and by score) and
 * the consistency and accuracy of pass/fail decisions.
 *
 * <p>Reads scored answers {@code scores[person][item]} (0/1 unless said otherwise, {@code NaN} =
 * blank) or chosen options; reads reliability from {@code agreement}. Publishes one record a
 * method.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A person passes with a score at or above the cut, everywhere.
 *   <li>A blank is not a wrong answer until a {@link
 *       org.rolewright.psychometrics.classical.BlankRule} says so.
 *   <li>A constant item has no discrimination: empty with a warning, and it stays in the count of
 *       items.
 *   <li>Negative reliability is reported as it is.
 * </ul>
 */
package org.rolewright.psychometrics.classical;
