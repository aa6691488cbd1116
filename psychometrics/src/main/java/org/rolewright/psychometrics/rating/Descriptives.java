package org.rolewright.psychometrics.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Describes a set of ratings.
 *
 * <p>Missing: {@code NaN} (not answered) is left out and counted. Quartiles are given by both usual
 * definitions ({@link Quantile}); skewness and kurtosis by the three of Joanes &amp; Gill (1998),
 * The Statistician 47, 183: with m_k the central moments on n, type 1 is g₁ = m₃/m₂^1.5 and g₂ =
 * m₄/m₂² − 3; type 2 (as in SPSS and Commons Math) corrects for bias; type 3 uses the variance on n
 * − 1.
 *
 * <p>Mode: the value that occurs most often, not necessarily unique (NIST/SEMATECH e-Handbook of
 * Statistical Methods, 1.3.5.1). Of several values with the greatest frequency each is a mode;
 * where one must stand for all it is the smallest, as in the FREQUENCIES procedure of SPSS.
 *
 * <p>Special cases: nothing answered leaves all but the counts undefined; one rating has a mean and
 * no standard deviation; equal ratings have standard deviation 0 and no shape.
 *
 * <p>Checked against R 4.2.2 and e1071 1.7.13.
 *
 * @param n ratings given
 * @param missing ratings not given
 * @param mean arithmetic mean
 * @param sd standard deviation, n − 1
 * @param variance variance, n − 1
 * @param standardError sd / √n
 * @param median middle value
 * @param min smallest
 * @param max largest
 * @param quartilesType6 25th and 75th percentile at position (n + 1)p
 * @param quartilesType7 25th and 75th percentile at position 1 + (n − 1)p
 * @param skewness of types 1, 2 and 3
 * @param excessKurtosis of types 1, 2 and 3
 * @param modes all values of the greatest frequency, ascending
 * @param categories value, count and share of the given ratings, ascending
 * @param warnings why something is not available
 */
public record Descriptives(
    int n,
    int missing,
    OptionalDouble mean,
    OptionalDouble sd,
    OptionalDouble variance,
    OptionalDouble standardError,
    OptionalDouble median,
    OptionalDouble min,
    OptionalDouble max,
    Quartiles quartilesType6,
    Quartiles quartilesType7,
    Shape skewness,
    Shape excessKurtosis,
    List<Double> modes,
    List<Category> categories,
    List<Warning> warnings) {

  /** Lower and upper quartile. */
  public record Quartiles(OptionalDouble lower, OptionalDouble upper) {}

  /** A figure of shape by three definitions. */
  public record Shape(OptionalDouble type1, OptionalDouble type2, OptionalDouble type3) {}

  /**
   * How often a value was chosen.
   *
   * @param value the rating
   * @param count times chosen
   * @param share of the given ratings, in [0, 1]
   */
  public record Category(double value, int count, double share) {}

  /**
   * Describes.
   *
   * @param ratings in points of the scale, {@code NaN} = not answered
   * @throws IllegalArgumentException for an infinite rating
   */
  public static Descriptives of(double[] ratings) {
    double[] x = Matrices.answered(Arguments.noInfinite(ratings, "ratings"));
    double[] sorted = DoubleStream.of(x).sorted().toArray();
    var categories = categories(sorted);
    int most = categories.stream().mapToInt(Category::count).max().orElse(0);
    return new Descriptives(
        x.length,
        ratings.length - x.length,
        Optionals.finite(Moments.mean(x)),
        Optionals.finite(Moments.sd(x)),
        Optionals.finite(Moments.variance(x)),
        Optionals.finite(Moments.sd(x) / Math.sqrt(x.length)),
        Optionals.finite(Quantile.TYPE_7.ofSorted(sorted, .5)),
        DoubleStream.of(x).min(),
        DoubleStream.of(x).max(),
        quartiles(Quantile.TYPE_6, sorted),
        quartiles(Quantile.TYPE_7, sorted),
        skewness(x),
        kurtosis(x),
        categories.stream().filter(c -> c.count() == most).map(Category::value).toList(),
        categories,
        warnings(x));
  }

  /** The smallest of the modes; empty when nothing was given. */
  public OptionalDouble mode() {
    return modes.stream().mapToDouble(Double::doubleValue).min();
  }

  /** Share of given ratings at or above a value; empty when nothing was given. */
  public OptionalDouble shareFrom(double value) {
    double count =
        categories.stream().filter(c -> c.value() >= value).mapToInt(Category::count).sum();
    return Optionals.ratio(count, n);
  }

  private static Quartiles quartiles(Quantile type, double[] sorted) {
    return new Quartiles(
        Optionals.finite(type.ofSorted(sorted, .25)), Optionals.finite(type.ofSorted(sorted, .75)));
  }

  private static List<Category> categories(double[] sorted) {
    var categories = new ArrayList<Category>();
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      categories.add(new Category(sorted[from], to - from, (to - from) / (double) sorted.length));
    }
    return List.copyOf(categories);
  }

  private static Shape skewness(double[] x) {
    double n = x.length;
    double g1 = standardisedMoment(x, 3);
    return new Shape(
        Optionals.finite(g1),
        n < 3 ? OptionalDouble.empty() : Optionals.finite(g1 * Math.sqrt(n * (n - 1)) / (n - 2)),
        Optionals.finite(g1 * Math.pow((n - 1) / n, 1.5)));
  }

  private static Shape kurtosis(double[] x) {
    double n = x.length;
    double g2 = standardisedMoment(x, 4) - 3;
    return new Shape(
        Optionals.finite(g2),
        n < 4
            ? OptionalDouble.empty()
            : Optionals.finite((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)),
        Optionals.finite((g2 + 3) * Math.pow(1 - 1 / n, 2) - 3));
  }

  /** m_k / m₂^(k/2) for k of 3 or 4; {@code NaN} for equal values. */
  private static double standardisedMoment(double[] x, int order) {
    if (Moments.isConstant(x)) {
      return Double.NaN;
    }
    double mean = Moments.mean(x);
    double sum = 0;
    for (double v : x) {
      double squared = (v - mean) * (v - mean);
      sum += order == 3 ? squared * (v - mean) : squared * squared;
    }
    return sum / x.length / Math.pow(Moments.populationVariance(x), order / 2.0);
  }

  private static List<Warning> warnings(double[] x) {
    if (x.length == 0) {
      return List.of(Warning.of(Warning.Kind.NO_DATA));
    }
    if (x.length == 1) {
      return List.of(Warning.of(Warning.Kind.TOO_FEW_OBSERVATIONS));
    }
    return Moments.isConstant(x) ? List.of(Warning.of(Warning.Kind.NO_VARIANCE)) : List.of();
  }
}
