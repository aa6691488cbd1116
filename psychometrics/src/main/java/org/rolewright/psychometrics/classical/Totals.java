package org.rolewright.psychometrics.classical;

import java.util.Arrays;
import java.util.List;

/** Total scores and what the methods of this package ask of scored answers. */
final class Totals {
  private Totals() {}

  /** Sum of each person's scores; no {@code NaN} allowed. */
  static double[] of(double[][] scores) {
    return Arrays.stream(scores).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  /** Whether every given score is 0 or 1. */
  static boolean dichotomous(double[][] scores) {
    return Arrays.stream(scores)
        .flatMapToDouble(Arrays::stream)
        .allMatch(x -> x == 0 || x == 1 || Double.isNaN(x));
  }

  /** The totals of those whose answer to one item is kept. */
  static double[] where(double[] totals, double[] column) {
    double[] kept = new double[totals.length];
    int n = 0;
    for (int p = 0; p < totals.length; p++) {
      if (!Double.isNaN(column[p])) {
        kept[n++] = totals[p];
      }
    }
    return Arrays.copyOf(kept, n);
  }

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
