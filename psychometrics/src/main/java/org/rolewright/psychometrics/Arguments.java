package org.rolewright.psychometrics;

/** Checks of arguments; each throws {@link IllegalArgumentException} naming the value. */
public final class Arguments {
  private Arguments() {}

  /** Refuses a confidence level outside (0, 1). */
  public static double confidence(double confidence) {
    require(confidence > 0 && confidence < 1, "confidence must lie inside (0, 1)", confidence);
    return confidence;
  }

  /** Refuses a proportion outside [0, 1]. */
  public static double proportion(double value, String name) {
    require(value >= 0 && value <= 1, name + " must lie in [0, 1]", value);
    return value;
  }

  /** Refuses a value that is not a finite number above 0. */
  public static double positive(double value, String name) {
    require(value > 0 && Double.isFinite(value), name + " must be positive", value);
    return value;
  }

  /** Refuses a negative count. */
  public static int notNegative(int value, String name) {
    require(value >= 0, name + " must not be negative", value);
    return value;
  }

  /** Refuses infinite values; {@code NaN} (not answered) passes. */
  public static double[] noInfinite(double[] values, String name) {
    for (double value : values) {
      if (Double.isInfinite(value)) {
        require(false, name + " must hold no infinite value", value);
      }
    }
    return values;
  }

  /**
   * Refuses rows of unequal length, infinite values and a matrix without rows.
   *
   * @return the number of columns
   */
  public static int rectangular(double[][] matrix, String name) {
    require(matrix.length > 0, name + " must have rows", 0);
    for (double[] row : matrix) {
      if (row.length != matrix[0].length) {
        require(false, name + " must have rows of equal length", row.length);
      }
      noInfinite(row, name);
    }
    return matrix[0].length;
  }

  /** Refuses arrays of different lengths. */
  public static void sameLength(int first, int second, String names) {
    require(first == second, names + " must be of equal length", first + " and " + second);
  }

  /** Throws with the message and the value when the condition does not hold. */
  public static void require(boolean holds, String message, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(message + ": " + value);
    }
  }
}
