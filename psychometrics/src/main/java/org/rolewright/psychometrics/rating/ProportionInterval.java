package org.rolewright.psychometrics.rating;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Distributions;

/**
 * A proportion with an interval on the logit scale, such as the proportion performing a task.
 *
 * <p>ln(p/(1 − p)) ± z / √(n p (1 − p)), taken back to proportions; so limits stay inside (0, 1).
 * Standard error √(p(1 − p)/n).
 *
 * <p>Special cases: with 0 or n successes the logit has no value; the exact Clopper–Pearson
 * interval is given instead, with {@link Warning.Kind#FALLBACK}. Nobody: not available.
 *
 * <p>Source: Agresti, A. (2013), Categorical Data Analysis, 3rd ed., section 3.1; Clopper &amp;
 * Pearson (1934), Biometrika 26, 404. Checked by hand: 30 of 40 gives logit 1.098612 ± 0.715651.
 */
public final class ProportionInterval {
  private ProportionInterval() {}

  /**
   * The proportion.
   *
   * @param successes number with the property, 0 … n
   * @param n number with a known answer, at least 0
   * @param confidence inside (0, 1)
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static Estimate of(int successes, int n, double confidence) {
    Arguments.confidence(confidence);
    Arguments.notNegative(successes, "successes");
    Arguments.require(successes <= n, "more successes than answers", successes + " of " + n);
    if (n == 0) {
      return Estimate.undefined(0, 0, Warning.of(Warning.Kind.NO_DATA));
    }
    double p = successes / (double) n;
    boolean extreme = successes == 0 || successes == n;
    return new Estimate(
        OptionalDouble.of(p),
        n,
        0,
        OptionalDouble.of(Math.sqrt(p * (1 - p) / n)),
        Optional.of(extreme ? exact(successes, n, confidence) : logit(p, n, confidence)),
        extreme ? List.of(Warning.of(Warning.Kind.FALLBACK, "exact interval")) : List.of());
  }

  private static Interval logit(double p, int n, double confidence) {
    double centre = Math.log(p / (1 - p));
    double half = Distributions.normalTwoSided(confidence) / Math.sqrt(n * p * (1 - p));
    return new Interval(inverse(centre - half), inverse(centre + half), confidence);
  }

  private static double inverse(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static Interval exact(int x, int n, double confidence) {
    double tail = (1 - confidence) / 2;
    double lower =
        x == 0 ? 0 : BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(tail);
    double upper =
        x == n ? 1 : BetaDistribution.of(x + 1.0, n - x).inverseSurvivalProbability(tail);
    return new Interval(lower, upper, confidence);
  }
}
