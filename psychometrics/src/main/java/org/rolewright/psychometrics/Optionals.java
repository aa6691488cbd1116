package org.rolewright.psychometrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The one place where an undefined computation ({@code NaN}, ±∞) becomes "not available". */
public final class Optionals {
  private Optionals() {}

  /** The value, or empty when it is {@code NaN} or infinite. */
  public static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** {@link #finite} of each value, in order. */
  public static List<OptionalDouble> finite(double[] values) {
    return Arrays.stream(values).mapToObj(Optionals::finite).toList();
  }

  /** {@code numerator / denominator}, or empty when the denominator is 0 or either is undefined. */
  public static OptionalDouble ratio(double numerator, double denominator) {
    return denominator == 0 ? OptionalDouble.empty() : finite(numerator / denominator);
  }
}
