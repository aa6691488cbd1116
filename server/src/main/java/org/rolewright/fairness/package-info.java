/**
 * After stage 11: whether groups of candidates pass at unlike rates.
 *
 * <p>Decides which groups a table may show, and when one may be made. Reads scores in force and
 * what candidates state about themselves on a form of its own; publishes tables.
 *
 * <p>What candidates state is voluntary, asked for after the exam, sealed with the installation's
 * secret, kept apart from applications, answers and scores, and taken back whenever they like. No
 * operation shows it to anybody but the candidate; the trail says that something was stated, never
 * what. It is counted, and read by nothing else: scoring, results and certificates stand to the
 * left and cannot.
 *
 * <p>A table counts the first score in force of each candidate. Groups of fewer than ten are
 * hidden, and so are larger ones until nobody can find the small ones by subtraction, within the
 * table or from an earlier one: a group that grew by one to nine since it was shown waits for more.
 * Rates, ratios to the highest group, Fisher's exact test and Holm's adjustment are those of {@code
 * psychometrics}.
 *
 * <p>Invariants, kept by the database as well: a table stays as it was made; the next one counts at
 * least twenty statements more; that a table was read is on the trail. What a table cannot hide:
 * where everybody of a group passed or failed, that is true of each of them.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.fairness;
