/**
 * Stage 11: scores, from sittings that are over to their release.
 *
 * <p>Decides what a sitting earned on a form, whether that reaches the adopted cut, how sure that
 * is, which items people must look at first, and who releases. Reads {@link
 * org.rolewright.submission.SubmittedSitting}, the published form and its item versions, the rules
 * of {@code marking}, the adopted cut; publishes {@link org.rolewright.scoring.Score}.
 *
 * <p>Invariants, kept by the database as well: a run and its scores never change, a rescoring is a
 * new run; what is released was signed by one person and released by another, who did not ask for
 * the run either; every held item was decided on with a reason; the same inputs give the same
 * scores to the last digit, and anybody can compute them again ({@code ./run scores verify}).
 * Nothing of an accommodation is read here.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.scoring;
