package org.rolewright.history;

/** A promise that was not kept. */
public record Finding(Kind kind, String rule, String detail) {
  public enum Kind {
    /** An acknowledged answer is not there. */
    LOST,
    /** Something is there, or was shown, that is not what the candidate did last. */
    WRONG,
    /** Time, order or closing are not what they must be. */
    VIOLATION
  }

  static Finding lost(String rule, Object detail) {
    return new Finding(Kind.LOST, rule, detail.toString());
  }

  static Finding wrong(String rule, Object detail) {
    return new Finding(Kind.WRONG, rule, detail.toString());
  }

  public static Finding violation(String rule, Object detail) {
    return new Finding(Kind.VIOLATION, rule, detail.toString());
  }

  @Override
  public String toString() {
    return kind + ": " + rule + ": " + detail;
  }
}
