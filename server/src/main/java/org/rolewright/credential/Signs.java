package org.rolewright.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Twelve signs that people can type, the last a check sign: of 31 signs without look-alikes, so
 * that a weighted sum modulo that prime finds every single wrong sign and every two that changed
 * places. Eleven free signs hold more than 54 bits.
 */
record Signs(String plain) {
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int LENGTH = 12;
  private static final int GROUP = 4;

  /**
   * Free signs and the check sign that fits them.
   *
   * @param sign the sign at a place, as its place in the alphabet
   */
  static Signs of(IntUnaryOperator sign) {
    var text = new StringBuilder();
    for (int at = 0; at < LENGTH - 1; at++) text.append(ALPHABET.charAt(sign.applyAsInt(at)));
    for (char check : ALPHABET.toCharArray())
      if (sum(text.toString() + check) == 0) return new Signs(text.toString() + check);
    throw new IllegalStateException("every sum modulo a prime has its check sign");
  }

  /** What was typed, with or without gaps; empty when it cannot be right. */
  static Optional<Signs> read(String typed) {
    var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    boolean known =
        plain.length() == LENGTH && plain.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0);
    return known && sum(plain) == 0 ? Optional.of(new Signs(plain)) : Optional.empty();
  }

  private static int sum(String text) {
    int sum = 0;
    for (int at = 0; at < text.length(); at++) sum += (at + 1) * ALPHABET.indexOf(text.charAt(at));
    return sum % ALPHABET.length();
  }

  /** As it is printed: {@code 7KXM-2QRT-9BHW}. */
  String grouped() {
    var text = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      if (at > 0 && at % GROUP == 0) text.append('-');
      text.append(plain.charAt(at));
    }
    return text.toString();
  }
}
