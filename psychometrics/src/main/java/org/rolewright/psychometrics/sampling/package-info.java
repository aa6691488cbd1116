/**
 * How many to ask, how many answered, and whom they stand for.
 *
 * <p>Decides sample sizes and margins of error with the finite population correction, invitations,
 * response rates, weights that restore known population shares, and checks of representativeness.
 * Reads counts and ratings; publishes records. Invariants: a required sample never exceeds the
 * population; a census has margin 0; nothing is said about bias from non-response by a margin of
 * error, so always print the response rate beside it.
 */
package org.rolewright.psychometrics.sampling;
