package org.rolewright.psychometrics.classical;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;

/**
 * The upper and the lower group of a score distribution, boundary ties included.
 *
 * @param requested persons asked for in each group, at least 1
 * @param lowest totals at or below it are the lower group
 * @param highest totals at or above it are the upper group
 */
record ExtremeGroups(double[] totals, int requested, double lowest, double highest) {

  static ExtremeGroups of(double[] totals, double share) {
    double[] sorted = totals.clone();
    Arrays.sort(sorted);
    int requested = (int) Math.max(1, Math.rint(share * sorted.length));
    return new ExtremeGroups(
        totals, requested, sorted[requested - 1], sorted[sorted.length - requested]);
  }

  int lowerSize() {
    return (int) Arrays.stream(totals).filter(x -> x <= lowest).count();
  }

  int upperSize() {
    return (int) Arrays.stream(totals).filter(x -> x >= highest).count();
  }

  /** Whether ties at the boundaries put the same persons into both groups. */
  boolean overlap() {
    return lowest >= highest;
  }

  /** Mean of the item in the upper group minus that in the lower; blanks ({@code NaN}) left out. */
  OptionalDouble difference(double[] item) {
    double[] upper = new double[2];
    double[] lower = new double[2];
    for (int p = 0; p < totals.length; p++) {
      if (!Double.isNaN(item[p])) {
        add(totals[p] >= highest, upper, item[p]);
        add(totals[p] <= lowest, lower, item[p]);
      }
    }
    return overlap()
        ? OptionalDouble.empty()
        : Optionals.finite(upper[0] / upper[1] - lower[0] / lower[1]);
  }

  private static void add(boolean member, double[] sumAndCount, double value) {
    if (member) {
      sumAndCount[0] += value;
      sumAndCount[1]++;
    }
  }
}
