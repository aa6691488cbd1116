/**
 * After stage 12: a certificate on paper, and the reminder that it runs out.
 *
 * <p>Decides what is printed: who answers for the programme, who holds which credential, from when
 * until when, number and code, and the address where anybody can check it, as words and as a QR
 * code. The address has number and code behind its {@code #}, which browsers do not send.
 *
 * <p>Reads {@link org.rolewright.credential.Credential}; publishes nothing.
 *
 * <p>Invariants: only issued certificates are printed, and none that is suspended or revoked; the
 * same certificate gives the same bytes; what is printed follows from the certificate alone, so
 * nothing of an accommodation or a score can be on it; that staff printed one is on the trail; a
 * holder is reminded once.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.certificate;
