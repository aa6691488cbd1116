package org.rolewright.psychometrics.irt;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What a set of dichotomous items predicts for the number of right answers.
 *
 * <p>Sources: Lord &amp; Wingersky (1984), Applied Psychological Measurement 8, 453–461 (the
 * recursion f_r(x) = f_{r−1}(x)(1 − p_r) + f_{r−1}(x − 1) p_r); Lord (1980) for the characteristic
 * curve. Checked against {@code cacIRT} 1.4 (R 4.2.2).
 */
public final class SummedScores {
  private static final double WIDEST = 40;

  private SummedScores() {}

  /**
   * Distribution of the raw score at one proficiency.
   *
   * @return {@code probability[rawScore]}, 0 to the number of items; sums to 1
   */
  public static double[] distribution(List<LogisticItem> items, double theta) {
    double[] f = new double[items.size() + 1];
    f[0] = 1;
    for (int r = 0; r < items.size(); r++) {
      double p = items.get(r).probability(theta);
      for (int x = r + 1; x > 0; x--) {
        f[x] = f[x] * (1 - p) + f[x - 1] * p;
      }
      f[0] *= 1 - p;
    }
    return f;
  }

  /** Expected raw score at θ: the test characteristic curve ΣP(θ). */
  public static double expected(List<LogisticItem> items, double theta) {
    return items.stream().mapToDouble(i -> i.probability(theta)).sum();
  }

  /**
   * The proficiency whose expected raw score is the given one.
   *
   * @return empty where the score is not between the lower asymptote Σc and the number of items
   */
  public static OptionalDouble proficiency(List<LogisticItem> items, double rawScore) {
    double low = expected(items, -WIDEST) - rawScore;
    double high = expected(items, WIDEST) - rawScore;
    if (!(low < 0 && high > 0)) {
      return OptionalDouble.empty();
    }
    var solver = new BrentSolver(1e-14, 1e-12);
    return OptionalDouble.of(
        solver.solve(500, theta -> expected(items, theta) - rawScore, -WIDEST, WIDEST));
  }
}
