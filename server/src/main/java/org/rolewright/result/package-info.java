/**
 * After stage 11: what candidates learn of their scores, and what they may ask about them.
 *
 * <p>Decides what a candidate is shown: who passed learns that and no number; who failed learns the
 * scaled score and, domain by domain, whether it was below, near or at the level of the cut, with a
 * caution where a domain's score is not reliable. "Near" is within one standard error of the
 * domain. Reads scores in force and the blueprint's domains; nothing of accommodations.
 *
 * <p>For 30 days after the release a candidate may ask to have the score verified, and may appeal;
 * each is answered within 30 days, by somebody who neither signed nor released the scores.
 *
 * <p>Candidates are written to once a run is released, again where a rescoring changes what they
 * were told, and when a request of theirs is answered; no mail says what the result is.
 *
 * <p>Invariants, kept by the database as well: a score is verified once and appealed against once;
 * an answer has a reason and stays.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.result;
