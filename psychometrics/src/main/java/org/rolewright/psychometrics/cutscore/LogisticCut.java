package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.Optional;

/**
 * Logistic regression of standing (competent or not) on the score: P(competent) = 1/(1 +
 * e^−(b₀+b₁x)).
 *
 * <p>Maximum likelihood by Newton's method on the standardised score. The cut for a probability
 * depends on the sizes of the groups; {@link #atEqualPriors} takes them out by shifting b₀ by
 * −ln(n₁/n₀).
 *
 * <p>Source: Livingston &amp; Zieky (1982), Passing Scores; Cizek &amp; Bunch (2007), Standard
 * Setting, chapter 8. Checked against R 4.2.2 {@code glm(family = binomial)}.
 *
 * @param intercept b₀
 * @param slope b₁ per score point
 * @param interceptVariance sampling variance of b₀
 * @param slopeVariance sampling variance of b₁
 * @param covariance sampling covariance of b₀ and b₁
 * @param iterations Newton steps taken
 * @param converged whether the last step was below 1e-10
 */
public record LogisticCut(
    double intercept,
    double slope,
    double interceptVariance,
    double slopeVariance,
    double covariance,
    int iterations,
    boolean converged) {

  private static final int MOST_STEPS = 100;

  /** The score at which P(competent) is the given probability. */
  public double at(double probability) {
    require(probability > 0 && probability < 1, "probability must lie in (0, 1)", probability);
    return (Math.log(probability / (1 - probability)) - intercept) / slope;
  }

  /** The score at which P(competent) is one half had the groups been of equal size. */
  public double atEqualPriors(int notCompetent, int competent) {
    return (Math.log((double) competent / notCompetent) - intercept) / slope;
  }

  /** Standard error of {@link #at} by the delta method. */
  public double standardErrorAt(double probability) {
    double x = at(probability);
    double variance = interceptVariance + 2 * x * covariance + x * x * slopeVariance;
    return Math.sqrt(variance) / Math.abs(slope);
  }

  /** Fits; empty when the groups are separated or the information is singular. */
  static Optional<LogisticCut> fit(double[] notCompetent, double[] competent, double m, double s) {
    double[] b = new double[2];
    double step = Double.POSITIVE_INFINITY;
    int iterations = 0;
    double[] sums = sums(notCompetent, competent, m, s, b);
    while (step > 1e-10 && iterations < MOST_STEPS) {
      double determinant = sums[2] * sums[4] - sums[3] * sums[3];
      double d0 = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
      double d1 = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
      if (!Double.isFinite(d0 + d1)) {
        return Optional.empty();
      }
      b[0] += d0;
      b[1] += d1;
      step = Math.max(Math.abs(d0), Math.abs(d1));
      iterations++;
      sums = sums(notCompetent, competent, m, s, b);
    }
    return Optional.of(unstandardised(b, sums, m, s, iterations, step <= 1e-10));
  }

  /** Score vector {u₀, u₁} and information {i₀₀, i₀₁, i₁₁}. */
  private static double[] sums(double[] not, double[] competent, double m, double s, double[] b) {
    double[] sums = new double[5];
    for (double x : not) {
      add(sums, (x - m) / s, 0, b);
    }
    for (double x : competent) {
      add(sums, (x - m) / s, 1, b);
    }
    return sums;
  }

  private static void add(double[] sums, double z, int y, double[] b) {
    double p = 1 / (1 + Math.exp(-b[0] - b[1] * z));
    double w = p * (1 - p);
    sums[0] += y - p;
    sums[1] += (y - p) * z;
    sums[2] += w;
    sums[3] += w * z;
    sums[4] += w * z * z;
  }

  private static LogisticCut unstandardised(
      double[] b, double[] sums, double m, double s, int iterations, boolean converged) {
    double determinant = sums[2] * sums[4] - sums[3] * sums[3];
    double v00 = sums[4] / determinant;
    double v01 = -sums[3] / determinant;
    double v11 = sums[2] / determinant;
    double t = m / s;
    return new LogisticCut(
        b[0] - b[1] * t,
        b[1] / s,
        v00 - 2 * t * v01 + t * t * v11,
        v11 / (s * s),
        (v01 - t * v11) / s,
        iterations,
        converged);
  }
}
