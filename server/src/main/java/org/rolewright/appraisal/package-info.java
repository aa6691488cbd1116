/**
 * Stage 11, second part: what scores are worth. Pure.
 *
 * <p>Decides how sure raw scores and decisions are ({@link org.rolewright.appraisal.RunAnalysis}),
 * and what each item did and why people must look at it ({@link
 * org.rolewright.appraisal.ItemReview}). Reads points of {@code marking}; all formulas are those of
 * {@code psychometrics}.
 *
 * <p>Errors. Reliability is coefficient alpha (KR-20 where every item earns 0 or 1); the standard
 * error follows from it. At the cut it is Keats's conditional error where every item earns 0 or 1,
 * else that of Feldt and Qualls over four parts into which the items are dealt out in turn.
 * Consistency and accuracy of decisions are those of Livingston and Lewis with a two-parameter
 * beta. A domain is called reliable when its own alpha is at least .70 over 30 sittings or more.
 *
 * <p>Invariants: figures that do not exist are absent, never 0; what fewer than 30 sittings cannot
 * carry is marked as such; a flag is a question to people and changes no score.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.appraisal;
