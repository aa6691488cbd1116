package org.rolewright.psychometrics.classical;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Binomial probabilities with certain outcomes at p = 0 and p = 1. */
final class Binomials {
  private Binomials() {}

  /** P(X ≥ cut) for n trials. */
  static double atLeast(int cut, int n, double p) {
    if (cut <= 0) {
      return 1;
    }
    return cut > n ? 0 : BinomialDistribution.of(n, clamp(p)).survivalProbability(cut - 1);
  }

  /** P(X = x) for n trials, 0 outside 0…n. */
  static double at(int x, int n, double p) {
    return x < 0 || x > n || n < 0 ? 0 : BinomialDistribution.of(n, clamp(p)).probability(x);
  }

  private static double clamp(double p) {
    return Math.clamp(p, 0, 1);
  }
}
