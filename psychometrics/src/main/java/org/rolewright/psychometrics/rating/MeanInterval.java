package org.rolewright.psychometrics.rating;

import java.util.Optional;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.math.Distributions;

/**
 * A mean rating with Student's t interval.
 *
 * <p>mean ± t(1 − γ/2; n − 1) · s/√n with s on n − 1 and γ = 1 − confidence; no correction for a
 * finite population (that is {@link org.rolewright.psychometrics.sampling.MarginOfError}).
 *
 * <p>Special cases: one rating has a mean and no interval; equal ratings have an interval of no
 * width; nobody: not available. The warnings are those of {@link Descriptives}.
 *
 * <p>Source: Student (1908), Biometrika 6, 1–25. Checked against the published sleep data.
 */
public final class MeanInterval {
  private MeanInterval() {}

  /**
   * The mean.
   *
   * @param ratings described before
   * @param confidence inside (0, 1)
   * @throws IllegalArgumentException for a confidence outside (0, 1)
   */
  public static Estimate of(Descriptives ratings, double confidence) {
    Arguments.confidence(confidence);
    return new Estimate(
        ratings.mean(),
        ratings.n(),
        ratings.missing(),
        ratings.standardError(),
        interval(ratings, confidence),
        ratings.warnings());
  }

  private static Optional<Interval> interval(Descriptives ratings, double confidence) {
    if (ratings.standardError().isEmpty()) {
      return Optional.empty();
    }
    double half =
        Distributions.tTwoSided(confidence, ratings.n() - 1)
            * ratings.standardError().getAsDouble();
    return Optional.of(Interval.around(ratings.mean().getAsDouble(), half, confidence));
  }
}
