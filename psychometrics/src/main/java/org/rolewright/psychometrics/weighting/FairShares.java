package org.rolewright.psychometrics.weighting;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Shares s_i = median(min_i, λw_i, max_i) that sum to the total (Balinski and Young). */
final class FairShares {
  private FairShares() {}

  /**
   * The total is piecewise linear in λ with corners at min_i/w_i and max_i/w_i: the corner below
   * the wanted total tells who is free, and the free share what the others leave.
   */
  static double[] of(double[] weights, int total, Apportionment.Bounds bounds) {
    int n = weights.length;
    double[] corners =
        DoubleStream.concat(
                IntStream.range(0, n).mapToDouble(i -> corner(bounds.min()[i], weights[i])),
                IntStream.range(0, n).mapToDouble(i -> corner(bounds.max()[i], weights[i])))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double below = 0;
    for (double corner : corners) {
      if (sum(weights, corner, bounds) <= total) {
        below = Math.max(below, corner);
      }
    }
    double lambda = lambda(weights, total, bounds, below);
    return IntStream.range(0, n)
        .mapToDouble(i -> share(weights[i], lambda, bounds.min()[i], bounds.max()[i]))
        .toArray();
  }

  private static double corner(int bound, double weight) {
    return weight > 0 ? bound / weight : Double.POSITIVE_INFINITY;
  }

  private static double lambda(
      double[] weights, int total, Apportionment.Bounds bounds, double below) {
    double fixed = 0;
    double free = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean isFree =
          weights[i] > 0
              && bounds.min()[i] / weights[i] <= below
              && bounds.max()[i] / weights[i] > below;
      free += isFree ? weights[i] : 0;
      fixed += isFree ? 0 : share(weights[i], below, bounds.min()[i], bounds.max()[i]);
    }
    return free > 0 ? (total - fixed) / free : below;
  }

  private static double share(double weight, double lambda, int min, int max) {
    return weight > 0 ? Math.clamp(lambda * weight, (double) min, (double) max) : min;
  }

  private static double sum(double[] weights, double lambda, Apportionment.Bounds bounds) {
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> share(weights[i], lambda, bounds.min()[i], bounds.max()[i]))
        .sum();
  }
}
