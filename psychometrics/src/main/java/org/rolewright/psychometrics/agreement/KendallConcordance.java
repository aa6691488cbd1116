package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Ranks;

/**
 * Kendall's coefficient of concordance: how far m raters put n objects in the same order.
 *
 * <pre>
 * W = 12 S / (m²(n³ − n) − m Σ(t³ − t))      S = Σ (Rᵢ − R̄)², R = sum of mid-ranks of an object
 * χ² = m(n − 1) W, with n − 1 degrees of freedom      mean Spearman r = (mW − 1)/(m − 1)</pre>
 *
 * t runs over groups of ties within a rater. χ² is an approximation for n above about 7.
 *
 * <p><b>Input.</b> {@link #of}: {@code ratings[object][rater]}; {@link #ofTaskProfile}: {@code
 * ratings[respondent][task]}, ranking tasks. Any ordered scale, {@code NaN} = no rating.
 * <b>Missing.</b> Objects rated by every rater. <b>Special cases.</b> Undefined with one rater, one
 * object, or when every rater ties all objects.
 *
 * <p>Source: Kendall, M. &amp; Gibbons, J. D. (1990), Rank Correlation Methods, ch. 6. Checked
 * against R irr 0.84.1 {@code kendall}.
 */
public final class KendallConcordance {

  private KendallConcordance() {}

  /**
   * Concordance and what it rests on.
   *
   * @param w corrected for ties
   * @param uncorrected without the correction, lower when there are ties
   * @param chiSquare m(n − 1)W
   * @param p upper tail probability of chi-square
   * @param meanSpearman mean rank correlation between two raters
   * @param raters m
   * @param used objects rated by all
   * @param dropped objects left out
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble w,
      OptionalDouble uncorrected,
      OptionalDouble chiSquare,
      OptionalDouble p,
      OptionalDouble meanSpearman,
      int raters,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Columns are raters who rank rows.
   *
   * @param ratings {@code ratings[object][rater]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result of(double[][] ratings) {
    int raters = Tables.columns(ratings, "ratings");
    double[][] objects = Matrices.completeRows(ratings);
    return result(
        Matrices.transpose(objects), raters, objects.length, ratings.length - objects.length);
  }

  /**
   * Rows are respondents who rank columns.
   *
   * @param ratings {@code ratings[respondent][task]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result ofTaskProfile(double[][] ratings) {
    Tables.columns(ratings, "ratings");
    return of(Matrices.transpose(ratings));
  }

  private static Result result(double[][] byRater, int m, int n, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (m < 2 || n < 2) {
      warnings.add(Warning.of(m < 2 ? Kind.ONE_RATER : Tables.tooFewPersons(n)));
      return undefined(m, n, dropped, warnings);
    }
    var rankSum = new double[n];
    double ties = 0;
    for (double[] rater : byRater) {
      double[] ranks = Ranks.midRanks(rater);
      Arrays.setAll(rankSum, i -> rankSum[i] + ranks[i]);
      ties += Ranks.tieCorrection(rater);
    }
    double mean = m * (n + 1) / 2.0;
    double s = Arrays.stream(rankSum).map(r -> (r - mean) * (r - mean)).sum();
    double most = (double) m * m * ((double) n * n * n - n);
    OptionalDouble w = Optionals.ratio(12 * s, most - m * ties);
    if (w.isEmpty()) {
      warnings.add(Warning.of(Kind.NO_VARIANCE));
      return undefined(m, n, dropped, warnings);
    }
    if (n <= 7) {
      warnings.add(Warning.of(Kind.SPARSE, "chi-square"));
    }
    double chiSquare = m * (n - 1) * w.getAsDouble();
    return new Result(
        w,
        Optionals.finite(12 * s / most),
        Optionals.finite(chiSquare),
        Optionals.finite(Distributions.chiSquareUpper(chiSquare, n - 1.0)),
        Optionals.finite((m * w.getAsDouble() - 1) / (m - 1.0)),
        m,
        n,
        dropped,
        warnings);
  }

  private static Result undefined(int m, int n, int dropped, List<Warning> warnings) {
    var none = OptionalDouble.empty();
    return new Result(none, none, none, none, none, m, n, dropped, warnings);
  }
}
