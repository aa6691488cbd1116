package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Subkoviak's agreement of pass/fail decisions from one administration.
 *
 * <p>Each person's true proportion is p_i = r x_i/k + (1 − r) X̄/k; P_i = P(X ≥ cut | k, p_i),
 * binomial; agreement is the mean of P_i² + (1 − P_i)², the pass rate the mean of P_i.
 *
 * <p>Input: scores 0…k, {@code NaN} = no score, left out. Equal scores are legal ({@code
 * NO_VARIANCE}): everyone then has the same p. A p_i outside [0, 1] (r below 0) is set to the bound
 * ({@code CLAMPED}). No score gives an empty result ({@code NO_DATA}).
 *
 * <p>Source: Subkoviak (1976), Journal of Educational Measurement 13, 265–276. Checked against the
 * formula evaluated in R 4.2.2.
 */
public final class Subkoviak {
  private Subkoviak() {}

  /**
   * Estimates from scores.
   *
   * @param scores number right of each person, 0…items
   * @param items k, at least 1
   * @param reliability r, at most 1, for example KR-20
   * @param cut lowest passing score
   * @throws IllegalArgumentException if a score lies outside 0…items or r is above 1
   */
  public static Consistency of(double[] scores, int items, double reliability, int cut) {
    require(items >= 1, "items must be at least 1", items);
    require(reliability <= 1, "reliability must be at most 1", reliability);
    var moments = ScoreMoments.of(scores);
    var warnings = new ArrayList<>(moments.warnings());
    double agreement = 0;
    double passRate = 0;
    boolean clamped = false;
    for (double x : moments.scores()) {
      require(x >= 0 && x <= items, "score outside 0 to items", x);
      double p = (reliability * x + (1 - reliability) * moments.mean()) / items;
      double pass = Binomials.atLeast(cut, items, p);
      clamped |= p < 0 || p > 1 + 1e-12;
      agreement += pass * pass + (1 - pass) * (1 - pass);
      passRate += pass;
    }
    if (clamped) {
      warnings.add(Warning.of(Kind.CLAMPED, "true proportion"));
    }
    int n = moments.scores().length;
    return Consistency.of(agreement / n, passRate / n, reliability, n, moments.dropped(), warnings);
  }
}
