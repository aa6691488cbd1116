package org.rolewright.psychometrics.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks with ties at their mid-rank. */
public final class Ranks {
  private Ranks() {}

  /**
   * Ranks 1…n in ascending order; equal values share the mean of their places.
   *
   * @param x complete values
   */
  public static double[] midRanks(double[] x) {
    int[] order = ascending(x);
    double[] ranks = new double[x.length];
    for (int from = 0, to; from < x.length; from = to) {
      to = endOfTie(x, order, from);
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
    }
    return ranks;
  }

  /** Σ(t³ − t) over groups of t equal values: the tie correction of rank statistics. */
  public static double tieCorrection(double[] x) {
    int[] order = ascending(x);
    double sum = 0;
    for (int from = 0, to; from < x.length; from = to) {
      to = endOfTie(x, order, from);
      double t = to - from;
      sum += t * t * t - t;
    }
    return sum;
  }

  /** The indices of x in ascending order of value; equal values keep their order. */
  public static int[] ascending(double[] x) {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> x[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int endOfTie(double[] x, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && x[order[to]] == x[order[from]]) {
      to++;
    }
    return to;
  }

  /** Ranks in descending order (1 = largest), ties at their mid-rank. */
  public static double[] descendingMidRanks(double[] x) {
    return midRanks(Arrays.stream(x).map(v -> -v).toArray());
  }
}
