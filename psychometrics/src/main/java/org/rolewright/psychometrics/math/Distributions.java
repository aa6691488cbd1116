package org.rolewright.psychometrics.math;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and tail probabilities of the usual distributions, by Commons Statistics. */
public final class Distributions {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Distributions() {}

  /** Φ(z). */
  public static double normalCdf(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** φ(z). */
  public static double normalDensity(double z) {
    return NORMAL.density(z);
  }

  /** Φ⁻¹(p). */
  public static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** The exact two-sided normal quantile, for example 1.959964 for 0.95. */
  public static double normalTwoSided(double confidence) {
    return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** Two-sided tail probability of a normal deviate. */
  public static double normalTwoSidedP(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /** The two-sided t quantile, for example 2.045 for 0.95 and 29 degrees of freedom. */
  public static double tTwoSided(double confidence, double df) {
    return TDistribution.of(df).inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** Two-sided tail probability of a t value. */
  public static double tTwoSidedP(double t, double df) {
    return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
  }

  /** Upper tail probability of an F value. */
  public static double fUpper(double f, double df1, double df2) {
    return FDistribution.of(df1, df2).survivalProbability(f);
  }

  /** The F quantile below which the probability p lies. */
  public static double fQuantile(double p, double df1, double df2) {
    return FDistribution.of(df1, df2).inverseCumulativeProbability(p);
  }

  /** Upper tail probability of a chi-square value. */
  public static double chiSquareUpper(double x, double df) {
    return ChiSquaredDistribution.of(df).survivalProbability(x);
  }
}
