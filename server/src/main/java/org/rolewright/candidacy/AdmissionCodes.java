package org.rolewright.candidacy;

import java.math.BigInteger;
import java.util.Locale;
import org.rolewright.platform.InstallationSecret;

/**
 * Admission codes: twelve signs of an alphabet without look-alikes, more than 58 bits. A code
 * follows from the installation's secret, so it can be shown again and need not be kept.
 */
final class AdmissionCodes {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SIGNS = 12;
  private static final int GROUP = 4;
  private final InstallationSecret secret;

  AdmissionCodes(InstallationSecret secret) {
    this.secret = secret;
  }

  /** As it is read out: {@code 7KXM-2QRT-9BHW}. */
  String code(BookingId booking, int number) {
    var rest = new BigInteger(1, secret.derive("admission code", booking.value() + " " + number));
    var base = BigInteger.valueOf(ALPHABET.length());
    var code = new StringBuilder();
    for (var at = 0; at < SIGNS; at++) {
      if (at > 0 && at % GROUP == 0) code.append('-');
      code.append(ALPHABET.charAt(rest.mod(base).intValue()));
      rest = rest.divide(base);
    }
    return code.toString();
  }

  /** What is kept of a code: without the secret nobody can try codes against it. */
  byte[] mark(String code) {
    return secret.derive("admission mark", plain(code));
  }

  byte[] mark(BookingId booking, int number) {
    return mark(code(booking, number));
  }

  /** Without what people add or leave out when they type. */
  static String plain(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
