/**
 * Stage 12: certificates and their registry.
 *
 * <p>Decides who gets a certificate for a released score that passed, for how long it is valid, and
 * what becomes of it: suspended, reinstated, revoked, expired.
 *
 * <p>Reads {@link org.rolewright.scoring.Score}, the candidate's name, and who had a hand in the
 * exam. Publishes the registry to whoever holds the number and the code of a certificate.
 *
 * <p>Invariants, kept by the database as well: a certificate rests on a passed exam; two people
 * issue it; an issued certificate never changes, acts are added to it with a reason; expiry follows
 * the database's clock. Kept by {@link org.rolewright.credential.Independence} alone: neither of
 * the two, nor who reinstates, taught, examined, wrote its questions, or judged, proposed or
 * adopted its cut. Numbers and codes are random with a check sign each, so that no single wrong
 * sign finds anything; the registry cannot be listed by the public. Nothing of an accommodation is
 * read here.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.credential;
