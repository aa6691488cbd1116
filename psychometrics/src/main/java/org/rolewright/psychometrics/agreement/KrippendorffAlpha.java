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

/**
 * Krippendorff's alpha: agreement beyond chance of any number of observers, on any level of
 * measurement, with any ratings missing.
 *
 * <pre>α = 1 − Do / De
 * Do = (1/n) Σ_u 1/(m_u − 1) Σ pairs of values in u δ²
 * De = 1/(n(n − 1)) Σ pairs of all values δ²</pre>
 *
 * over the n values in units with m_u ≥ 2 of them (ordered pairs), with
 *
 * <pre>nominal   δ² = 0 or 1
 * ordinal   δ² = (Σ_{g=c..k} n_g − (n_c + n_k)/2)²     n_g values in category g, not rank numbers
 * interval  δ² = (c − k)²
 * ratio     δ² = ((c − k)/(c + k))²</pre>
 *
 * <p><b>Input.</b> {@code ratings[observer][unit]}, {@code NaN} = no rating; ratio values not
 * negative. <b>Missing.</b> Every value that can be paired is used; units with fewer than two are
 * dropped and counted. <b>Special cases.</b> Undefined when nothing can be paired or all values are
 * equal (0/0). Negative values are reported as they are and flagged.
 *
 * <p>Source: Krippendorff, K. (2004), Content Analysis, ch. 11; Krippendorff (2011), Computing
 * Krippendorff's Alpha-Reliability. Checked against the published .743, .815, .849, .797 and R irr
 * 0.84.1 {@code kripp.alpha}. (irrCAC's "ordinal" weights are another coefficient.)
 */
public final class KrippendorffAlpha {

  /** Level of measurement. */
  public enum Level {
    /** Same or not. */
    NOMINAL,
    /** Ranked; distance is how many values lie between. */
    ORDINAL,
    /** Differences count. */
    INTERVAL,
    /** Differences in proportion to the size count. */
    RATIO
  }

  private KrippendorffAlpha() {}

  /**
   * Alpha and what it rests on.
   *
   * @param level level of measurement
   * @param alpha the coefficient, as it comes
   * @param observed Do, observed disagreement
   * @param expected De, disagreement expected by chance
   * @param values n, values in units with at least two
   * @param used units with at least two values
   * @param dropped units with fewer
   * @param warnings what a reader must know
   */
  public record Result(
      Level level,
      OptionalDouble alpha,
      OptionalDouble observed,
      OptionalDouble expected,
      int values,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Estimates alpha.
   *
   * @param ratings {@code ratings[observer][unit]}, {@code NaN} = no rating
   * @param level level of measurement
   * @throws IllegalArgumentException for no rows, unequal rows, an infinite value, or a negative
   *     value at the ratio level
   */
  public static Result of(double[][] ratings, Level level) {
    int units = Tables.columns(ratings, "ratings");
    double[][] pairable =
        Arrays.stream(Matrices.transpose(ratings))
            .map(Matrices::answered)
            .filter(unit -> unit.length > 1)
            .toArray(double[][]::new);
    var categories = Categories.of(pairable);
    Arguments.require(
        level != Level.RATIO || categories.count() == 0 || categories.values()[0] >= 0,
        "values at the ratio level must not be negative",
        categories.count() == 0 ? 0 : categories.values()[0]);
    int[][] counts = categories.counts(pairable);
    var all = new int[categories.count()];
    for (int[] unit : counts) {
      Arrays.setAll(all, c -> all[c] + unit[c]);
    }
    double[] places = places(categories, all, level);
    double n = Arrays.stream(all).sum();
    double observed = 0;
    for (int[] unit : counts) {
      observed += pairs(unit, places, level) / (Arrays.stream(unit).sum() - 1.0);
    }
    double expected = pairs(all, places, level) / (n - 1);
    var alpha =
        categories.count() < 2 ? OptionalDouble.empty() : Optionals.finite(1 - observed / expected);
    return new Result(
        level,
        alpha,
        Optionals.ratio(observed, n),
        Optionals.ratio(expected, n),
        (int) n,
        pairable.length,
        units - pairable.length,
        warnings(alpha, pairable.length, ratings.length, units - pairable.length));
  }

  /** Where categories lie: ordinal ones at the middle of their ranks, so that distances are δ. */
  private static double[] places(Categories categories, int[] all, Level level) {
    if (level != Level.ORDINAL) {
      double[] values = categories.values();
      double origin = level == Level.INTERVAL && values.length > 0 ? values[0] : 0;
      return Arrays.stream(values).map(v -> v - origin).toArray();
    }
    var places = new double[all.length];
    double below = 0;
    for (int c = 0; c < all.length; c++) {
      places[c] = below + all[c] / 2.0;
      below += all[c];
    }
    return places;
  }

  /** Σ δ² over ordered pairs of the counted values. */
  private static double pairs(int[] counts, double[] places, Level level) {
    return switch (level) {
      case NOMINAL -> {
        double n = Arrays.stream(counts).sum();
        yield n * n - Arrays.stream(counts).mapToDouble(c -> (double) c * c).sum();
      }
      case ORDINAL, INTERVAL -> squaredDistances(counts, places);
      case RATIO -> relativeDistances(counts, places);
    };
  }

  private static double squaredDistances(int[] counts, double[] places) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < counts.length; c++) {
      n += counts[c];
      sum += counts[c] * places[c];
      squares += counts[c] * places[c] * places[c];
    }
    return 2 * Math.max(0, n * squares - sum * sum);
  }

  private static double relativeDistances(int[] counts, double[] places) {
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      for (int k = 0; k < c && counts[c] > 0; k++) {
        double distance = (places[c] - places[k]) / (places[c] + places[k]);
        sum += 2.0 * counts[c] * counts[k] * distance * distance;
      }
    }
    return sum;
  }

  private static List<Warning> warnings(
      OptionalDouble alpha, int units, int observers, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (units == 0) {
      warnings.add(Warning.of(observers == 1 ? Kind.ONE_RATER : Kind.NO_DATA));
    } else if (alpha.isEmpty()) {
      warnings.add(Warning.of(Kind.NO_VARIANCE));
    }
    if (alpha.orElse(0) < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "alpha"));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    return warnings;
  }
}
