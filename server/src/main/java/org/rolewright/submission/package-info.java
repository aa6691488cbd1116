/**
 * Sittings that are over, as scoring gets them, and whether answers count that came too late.
 *
 * <p>Reads what {@code delivery} has on record and who had a hand in a room from {@code
 * proctoring}. Publishes {@link org.rolewright.submission.SubmittedSitting}.
 *
 * <p>Invariants: nothing that a candidate sent is left out, whether it counts or not; the digest is
 * that of the receipt and follows from the answers in time; a late answer counts only when somebody
 * lets it, with a reason, on the trail, and never somebody who proctored the sitting. Who decides
 * sees when and how an answer came, never what it says, so that no answer is let count because it
 * is right. What was decided stays; the receipt says how many answers count since.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.submission;
