package org.rolewright.psychometrics;

/**
 * A confidence interval.
 *
 * @param lower lower limit, in the unit of the estimate
 * @param upper upper limit, not below {@code lower}
 * @param confidence coverage aimed at, inside (0, 1), for example 0.95
 */
public record Interval(double lower, double upper, double confidence) {

  /** Refuses limits that are not numbers or out of order, and a confidence outside (0, 1). */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("interval limits: " + lower + " to " + upper);
    }
    Arguments.confidence(confidence);
  }

  /** The interval {@code estimate ± halfWidth}. */
  public static Interval around(double estimate, double halfWidth, double confidence) {
    return new Interval(estimate - halfWidth, estimate + halfWidth, confidence);
  }

  /** Whether the value lies inside, limits included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
