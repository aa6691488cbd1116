package org.rolewright.workshop;

/** The numbering of an outline: domains I, II, …, tasks I.A, I.B, …, KSAs K1, S1, A1. */
final class Outline {
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] NUMERALS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private Outline() {}

  /**
   * @param index from 0
   */
  static String domain(int index) {
    var code = new StringBuilder();
    int rest = index + 1;
    for (int at = 0; at < VALUES.length; at++)
      for (; rest >= VALUES[at]; rest -= VALUES[at]) code.append(NUMERALS[at]);
    return code.toString();
  }

  /**
   * @param index from 0; after Z comes AA
   */
  static String task(String domain, int index) {
    var letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26)
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    return domain + "." + letters;
  }

  /**
   * @param index from 0 within its type
   */
  static String ksa(KsaType type, int index) {
    return type.name().substring(0, 1) + (index + 1);
  }
}
