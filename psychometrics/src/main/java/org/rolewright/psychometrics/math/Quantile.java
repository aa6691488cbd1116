package org.rolewright.psychometrics.math;

import java.util.Arrays;

/**
 * Sample quantiles by a stated definition.
 *
 * <p>Source: Hyndman, R. J. &amp; Fan, Y. (1996), The American Statistician 50, 361–365, types 6
 * and 7. Checked against R 4.2.2 {@code quantile(type = 6 | 7)}.
 */
public enum Quantile {
  /** Position (n + 1)p: Weibull; with 999 replicates and p = .025 it is the 25th value. */
  TYPE_6 {
    @Override
    double position(double p, int n) {
      return (n + 1) * p;
    }
  },
  /** Position 1 + (n − 1)p: the default of R, NumPy and of spreadsheets' inclusive percentile. */
  TYPE_7 {
    @Override
    double position(double p, int n) {
      return 1 + (n - 1) * p;
    }
  };

  abstract double position(double p, int n);

  /**
   * The quantile of unsorted values.
   *
   * @param values complete values; not changed
   * @param p probability in [0, 1]
   * @return the quantile, {@code NaN} for no values
   */
  public double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /** As {@link #of}, for values already in ascending order. */
  public double ofSorted(double[] sorted, double p) {
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    double position = Math.clamp(position(p, n), 1, n);
    int below = (int) Math.floor(position + 1e-9);
    double share = Math.max(0, position - below);
    return below >= n
        ? sorted[n - 1]
        : sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
  }
}
