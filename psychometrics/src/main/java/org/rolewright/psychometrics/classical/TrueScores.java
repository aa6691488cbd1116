package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Beta;

/**
 * A four-parameter beta distribution of true scores, as proportions of the maximum.
 *
 * @param lower lowest true score l, in [0, 1)
 * @param upper highest true score u, in (l, 1]
 * @param alpha first shape, positive: weight towards the upper end
 * @param beta second shape, positive: weight towards the lower end
 */
public record TrueScores(double lower, double upper, double alpha, double beta) {

  /** Refuses bounds outside [0, 1] or out of order, and shapes that are not positive. */
  public TrueScores {
    require(lower >= 0 && lower < upper && upper <= 1, "bounds", lower + " to " + upper);
    require(alpha > 0 && Double.isFinite(alpha), "alpha must be positive", alpha);
    require(beta > 0 && Double.isFinite(beta), "beta must be positive", beta);
  }

  /**
   * Fits by the first four raw moments; empty when no such distribution lies inside [0, 1].
   *
   * <p>Source: Hanson (1991), ACT Research Report 91-5, method of moments.
   */
  static Optional<TrueScores> fourParameters(double[] rawMoments) {
    double m = rawMoments[1];
    double variance = rawMoments[2] - m * m;
    double third = rawMoments[3] - 3 * m * rawMoments[2] + 2 * m * m * m;
    double fourth =
        rawMoments[4] - 4 * m * rawMoments[3] + 6 * m * m * rawMoments[2] - 3 * m * m * m * m;
    double skewness = third / Math.pow(variance, 1.5);
    double kurtosis = fourth / (variance * variance);
    double r =
        6 * (kurtosis - skewness * skewness - 1) / (6 + 3 * skewness * skewness - 2 * kurtosis);
    double root = 1 - 24 * (r + 1) / ((r + 2) * (r + 3) * kurtosis - 3 * (r - 6) * (r + 1));
    double spread = Math.copySign(Math.sqrt(Math.max(0, root)), -skewness);
    double alpha = r / 2 * (1 + spread);
    double beta = r / 2 * (1 - spread);
    double width = Math.sqrt(variance * (alpha + beta + 1) / (alpha * beta));
    double lower = m - alpha * width;
    double upper = m + beta * width;
    boolean admissible = r > 0 && lower >= 0 && upper <= 1 && lower < upper;
    return admissible && alpha > 0 && beta > 0 && Double.isFinite(alpha + beta)
        ? Optional.of(new TrueScores(lower, upper, alpha, beta))
        : Optional.empty();
  }

  /** Fits on [0, 1] by the first two raw moments; empty when the variance is out of bounds. */
  static Optional<TrueScores> twoParameters(double[] rawMoments) {
    double m = rawMoments[1];
    double sum = m * (1 - m) / (rawMoments[2] - m * m) - 1;
    boolean admissible = sum > 0 && m > 0 && m < 1 && Double.isFinite(sum);
    return admissible
        ? Optional.of(new TrueScores(0, 1, m * sum, (1 - m) * sum))
        : Optional.empty();
  }

  /** Decisions at a true cut when {@code pass} gives the chance to pass at a true score. */
  Classification classify(double cut, DoubleUnaryOperator pass) {
    double place = Math.clamp((cut - lower) / (upper - lower), 0, 1);
    double[] below = integrals(0, place, pass);
    double[] above = integrals(place, 1, pass);
    double failed = below[0] + above[0];
    double passed = below[1] + above[1];
    return new Classification(
        below[0],
        below[1],
        above[0],
        above[1],
        below[2] + above[2],
        below[3] + above[3],
        failed * failed + passed * passed);
  }

  /** ∫ of fail, pass, fail twice, pass twice over the density between two places of [0, 1]. */
  private double[] integrals(double from, double to, DoubleUnaryOperator pass) {
    double logBeta = Beta.logBeta(alpha, beta);
    return TanhSinh.integrate(
        from,
        to,
        4,
        (x, complement) -> {
          double density =
              Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log(complement) - logBeta);
          double p = pass.applyAsDouble(lower + (upper - lower) * x);
          return new double[] {
            density * (1 - p), density * p, density * (1 - p) * (1 - p), density * p * p
          };
        });
  }
}
