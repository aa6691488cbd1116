/**
 * What candidates need to show what they can: requests in confidence, and what was granted.
 *
 * <p>Reads applications. Publishes {@link org.rolewright.accommodation.Accommodation}, which
 * applies by itself to every admission while its period runs.
 *
 * <p>A request says why; that is health data. It is sealed with the installation's secret, shown to
 * those who decide accommodations and to nobody else, not even again to who sent it, and deleted
 * with its documents in the transaction that decides it. What remains is what was granted, by whom
 * and for how long. Who leads studies and scores exams does not decide accommodations. Nothing of
 * this is read by scoring, reports or certificates.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.accommodation;
