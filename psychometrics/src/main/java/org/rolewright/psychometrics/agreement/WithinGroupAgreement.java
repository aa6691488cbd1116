package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * How far a group of raters agrees on one thing, or on J parallel things, on a scale of A points.
 *
 * <pre>r_wg    = 1 − s² / σ²_E            σ²_E = (A² − 1)/12, variance of answers at random
 * r_wg(J) = J(1 − s̄²/σ²_E) / (J(1 − s̄²/σ²_E) + s̄²/σ²_E)
 * a_wg    = 1 − 2s² / ([(H + L)M − M² − HL] · k/(k − 1))
 * AD      = mean |x − M|</pre>
 *
 * s² has divisor k − 1 over the k raters; L and H are the ends of the scale, M the raters' mean.
 *
 * <p><b>Input.</b> Whole-number ratings from {@code lowest} to {@code highest}, {@code NaN} = no
 * rating. <b>Missing.</b> The ratings given ({@link #of}); raters with a rating on every item
 * ({@link #ofParallelItems}).
 *
 * <p><b>Special cases.</b> Undefined with one rater. r_wg is negative when raters differ more than
 * at random; James et al. set it to 0: both are given. a_wg is undefined when M lies outside [(L(k
 * − 1) + H)/k, (H(k − 1) + L)/k], where its denominator no longer is the greatest variance
 * possible.
 *
 * <p>Source: James, Demaree &amp; Wolf (1984), Journal of Applied Psychology 69, 85–98; Brown &amp;
 * Hauenstein (2005), Organizational Research Methods 8, 165–184; Burke, Finkelstein &amp; Dusig
 * (1999), same journal 2, 49–68. Checked against R multilevel 2.7.
 */
public final class WithinGroupAgreement {

  private WithinGroupAgreement() {}

  /**
   * Agreement on one thing.
   *
   * @param rwg r_wg as it comes
   * @param rwgTruncated r_wg with 0 in place of a negative value
   * @param awg a_wg
   * @param averageDeviation AD, in points of the scale
   * @param mean M
   * @param sd s
   * @param nullVariance σ²_E
   * @param used raters
   * @param dropped raters without a rating
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble rwg,
      OptionalDouble rwgTruncated,
      OptionalDouble awg,
      OptionalDouble averageDeviation,
      OptionalDouble mean,
      OptionalDouble sd,
      double nullVariance,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Agreement on J parallel items.
   *
   * @param rwg r_wg(J) as it comes; outside [0, 1] when raters differ more than at random
   * @param rwgTruncated r_wg(J) with 0 in place of a value from s̄² above σ²_E
   * @param meanVariance s̄², mean over items
   * @param nullVariance σ²_E
   * @param items J
   * @param used raters
   * @param dropped raters left out for a missing rating
   * @param warnings what a reader must know
   */
  public record ParallelResult(
      OptionalDouble rwg,
      OptionalDouble rwgTruncated,
      OptionalDouble meanVariance,
      double nullVariance,
      int items,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public ParallelResult {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Agreement of raters on one thing.
   *
   * @param ratings one per rater, {@code NaN} = no rating
   * @param lowest L, first point of the scale
   * @param highest H, last point, above L; A = H − L + 1
   * @throws IllegalArgumentException for a rating off the scale or a scale of fewer than two points
   */
  public static Result of(double[] ratings, int lowest, int highest) {
    requireOnScale(ratings, lowest, highest);
    double[] x = Matrices.answered(ratings);
    double nullVariance = nullVariance(lowest, highest);
    int dropped = ratings.length - x.length;
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (x.length < 2) {
      warnings.add(Warning.of(x.length == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
    }
    double mean = Moments.mean(x);
    double variance = Moments.variance(x);
    double rwg = 1 - variance / nullVariance;
    OptionalDouble awg = awg(mean, variance, x.length, lowest, highest);
    if (rwg < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "rwg"));
    }
    if (x.length > 1 && awg.isEmpty()) {
      warnings.add(Warning.of(Kind.NOT_ATTAINABLE, "awg"));
    }
    return new Result(
        Optionals.finite(rwg),
        Optionals.finite(Math.max(0, rwg)),
        awg,
        x.length < 2
            ? OptionalDouble.empty()
            : Arrays.stream(x).map(v -> Math.abs(v - mean)).average(),
        Optionals.finite(mean),
        Optionals.finite(Math.sqrt(variance)),
        nullVariance,
        x.length,
        dropped,
        warnings);
  }

  private static OptionalDouble awg(double mean, double variance, int k, int l, int h) {
    double least = (l * (k - 1.0) + h) / k;
    double most = (h * (k - 1.0) + l) / k;
    if (k < 2 || mean < least - 1e-12 || mean > most + 1e-12) {
      return OptionalDouble.empty();
    }
    double greatest = ((h + l) * mean - mean * mean - (double) h * l) * k / (k - 1.0);
    return Optionals.finite(1 - 2 * variance / greatest);
  }

  /**
   * Agreement of raters on J parallel items.
   *
   * @param ratings {@code ratings[rater][item]}, {@code NaN} = no rating
   * @param lowest L, first point of the scale
   * @param highest H, last point, above L
   * @throws IllegalArgumentException for no rows, unequal rows, a rating off the scale or a scale
   *     of fewer than two points
   */
  public static ParallelResult ofParallelItems(double[][] ratings, int lowest, int highest) {
    int items = Tables.columns(ratings, "ratings");
    for (double[] row : ratings) {
      requireOnScale(row, lowest, highest);
    }
    double[][] rows = Matrices.completeRows(ratings);
    int dropped = ratings.length - rows.length;
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (rows.length < 2) {
      warnings.add(Warning.of(rows.length == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
    }
    double variance = 0;
    for (int i = 0; i < items; i++) {
      variance += rows.length < 2 ? Double.NaN : Moments.variance(Matrices.column(rows, i)) / items;
    }
    double share = variance / nullVariance(lowest, highest);
    OptionalDouble rwg = Optionals.ratio(items * (1 - share), items * (1 - share) + share);
    if (share > 1) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "rwg"));
    }
    return new ParallelResult(
        rwg,
        share > 1 ? OptionalDouble.of(0) : rwg,
        Optionals.finite(variance),
        nullVariance(lowest, highest),
        items,
        rows.length,
        dropped,
        warnings);
  }

  private static double nullVariance(int lowest, int highest) {
    double points = highest - lowest + 1.0;
    return (points * points - 1) / 12;
  }

  private static void requireOnScale(double[] ratings, int lowest, int highest) {
    Arguments.require(lowest < highest, "the scale must have two points or more", highest);
    for (double rating : ratings) {
      boolean fits = Double.isNaN(rating) || (rating >= lowest && rating <= highest);
      Arguments.require(fits, "rating off the scale", rating);
    }
  }
}
