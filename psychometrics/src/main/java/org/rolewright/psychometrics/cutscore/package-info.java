/**
 * Standard setting: from the judgements of a panel to a cut score, and how far it can be trusted.
 *
 * <p>Item-centred methods (modified and yes/no Angoff in rounds, Ebel, Bookmark), compromises
 * (Hofstee, Beuk), person-centred methods (contrasting groups, borderline group and regression);
 * the consistency of raters, raters far from the panel, and adjustments of a cut by its errors.
 *
 * <p>Reads judgements {@code ratings[rater][item]} ({@code NaN} = no judgement), scores, item
 * parameters. Publishes one record a method. Decides no policy: rounding a cut, removing a rater
 * and adjusting by an error are left to people, and the unrounded value is always kept.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A person passes with a score at or above the cut: a cut of 68.4 on whole scores means 69.
 *   <li>One rater gives a cut but no standard error.
 *   <li>A standard error of judgements after discussion is flagged {@code NOT_INDEPENDENT}.
 *   <li>Lines that do not cross give no cut, and say so.
 * </ul>
 */
package org.rolewright.psychometrics.cutscore;
