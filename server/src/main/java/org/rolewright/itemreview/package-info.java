/**
 * Reviews of items on their way from draft to approval: content, editorial, fairness.
 *
 * <p>Decides who is asked until when, who votes, what must be resolved, and whether a version goes
 * on, back to its writer, or out ({@link org.rolewright.itemreview.RoundRules}). A round is one
 * review of one version; votes are blind: nobody who was asked sees those of others before giving
 * their own.
 *
 * <p>Who may what: the author and those who lead the study send a draft to review; those who lead
 * ask reviewers and close rounds; who was asked votes and comments; the author and those who lead
 * say how a comment was resolved. Authors neither review nor approve what they wrote.
 *
 * <p>Who was asked is told by mail ({@link org.rolewright.itemreview.LetterService}): how many
 * items of which study and until when, once for all that was asked within a few minutes, and again
 * when the deadline changes. No content of items leaves by mail.
 *
 * <p>Reads and moves on {@link org.rolewright.itembank.ItemVersion}; publishes nothing of its own.
 *
 * <p>Invariants: a round goes forward only with as many votes as it needs, all of them to accept,
 * and no open comment; content is reviewed by at least two people who wrote none of it; a closed
 * round never changes.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.itemreview;
