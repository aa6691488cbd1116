package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Gwet's AC1 and, with credit for near misses, AC2: agreement beyond chance that does not collapse
 * when nearly all subjects belong to one category.
 *
 * <pre>AC = (pa − pe) / (1 − pe)
 * pa = mean over subjects with r ≥ 2 ratings of Σ_k r_k(r*_k − 1) / (r(r − 1)),   r*_k = Σ_l w_kl r_l
 * pe = Σ w / (q(q − 1)) · Σ_k π_k(1 − π_k),   π_k = mean over subjects of r_k / r</pre>
 *
 * with the standard error of Gwet for subjects sampled from a large population and a t interval of
 * (subjects − 1) degrees of freedom, cut at 1.
 *
 * <p><b>Input.</b> {@code ratings[subject][rater]}, one number per category, {@code NaN} = no
 * rating; or {@code counts[subject][category]} where categories nobody used count in q.
 * <b>Missing.</b> Every rating is used; subjects without any are dropped. <b>Special cases.</b>
 * Undefined with one category, or when no subject has two ratings; no standard error with one
 * subject.
 *
 * <p>Source: Gwet, K. L. (2008), British Journal of Mathematical and Statistical Psychology 61,
 * 29–48; Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed. Conventions as R irrCAC {@code
 * gwet.ac1.raw}.
 */
public final class GwetAgreement {

  private final KappaWeights weights;
  private final double confidence;

  private GwetAgreement(KappaWeights weights, double confidence) {
    this.weights = weights;
    this.confidence = Arguments.confidence(confidence);
  }

  /** AC1 with a 95 % interval. */
  public static GwetAgreement withDefaults() {
    return new GwetAgreement(KappaWeights.UNWEIGHTED, 0.95);
  }

  /** AC2 with this credit for near misses; distances are those of the category numbers. */
  public GwetAgreement with(KappaWeights credit) {
    return new GwetAgreement(credit, confidence);
  }

  /** The same with another confidence, inside (0, 1). */
  public GwetAgreement withConfidence(double level) {
    return new GwetAgreement(weights, level);
  }

  /**
   * The coefficient and what it rests on.
   *
   * @param coefficient AC1 or AC2
   * @param observed pa
   * @param expected pe
   * @param standardError of the coefficient
   * @param interval confidence interval of the coefficient
   * @param p two-sided, of a coefficient of 0
   * @param shares π, per category in ascending order
   * @param used subjects with a rating
   * @param dropped subjects without any
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble coefficient,
      OptionalDouble observed,
      OptionalDouble expected,
      OptionalDouble standardError,
      Optional<Interval> interval,
      OptionalDouble p,
      List<Double> shares,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      shares = List.copyOf(shares);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * From one number per rater; the categories are the numbers that occur.
   *
   * @param ratings {@code ratings[subject][rater]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result estimate(double[][] ratings) {
    Tables.columns(ratings, "ratings");
    var categories = Categories.of(ratings);
    return estimate(categories.counts(ratings), categories.values());
  }

  /**
   * From counts; categories are one step apart.
   *
   * @param counts {@code counts[subject][category]}
   * @throws IllegalArgumentException for no rows, unequal rows or a negative count
   */
  public Result estimate(int[][] counts) {
    Arguments.require(counts.length > 0, "counts must have rows", 0);
    for (int[] row : counts) {
      Arguments.sameLength(counts[0].length, row.length, "rows of counts");
      Arrays.stream(row).forEach(count -> Arguments.notNegative(count, "count"));
    }
    return estimate(counts, IntStream.range(0, counts[0].length).asDoubleStream().toArray());
  }

  private Result estimate(int[][] counts, double[] places) {
    int[][] rated =
        Arrays.stream(counts).filter(row -> Arrays.stream(row).sum() > 0).toArray(int[][]::new);
    long twice = Arrays.stream(rated).filter(row -> Arrays.stream(row).sum() > 1).count();
    int dropped = counts.length - rated.length;
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (rated.length == 0 || twice == 0 || places.length < 2) {
      warnings.add(Warning.of(obstacle(rated.length, twice)));
      var none = OptionalDouble.empty();
      return new Result(
          none,
          none,
          none,
          none,
          Optional.empty(),
          none,
          List.of(),
          rated.length,
          dropped,
          warnings);
    }
    return result(rated, (int) twice, weights.matrix(places), dropped, warnings);
  }

  private static Kind obstacle(int rated, long twice) {
    if (rated == 0) {
      return Kind.NO_DATA;
    }
    return twice == 0 ? Kind.ONE_RATER : Kind.ONE_CATEGORY;
  }

  private Result result(
      int[][] counts, int twice, double[][] w, int dropped, List<Warning> warnings) {
    int n = counts.length;
    double[] shares = shares(counts, w.length);
    double credit =
        Arrays.stream(w).flatMapToDouble(Arrays::stream).sum() / (w.length * (w.length - 1.0));
    double expected = credit * Arrays.stream(shares).map(p -> p * (1 - p)).sum();
    double observed = Arrays.stream(counts).mapToDouble(row -> agreement(row, w)).sum() / twice;
    double coefficient = (observed - expected) / (1 - expected);
    double squares = 0;
    for (int[] row : counts) {
      boolean paired = Arrays.stream(row).sum() > 1;
      double own = n / (double) twice * (agreement(row, w) - (paired ? expected : 0));
      double chance = credit * chance(row, shares) - expected;
      double influence = (own - 2 * (1 - coefficient) * chance) / (1 - expected) - coefficient;
      squares += influence * influence;
    }
    OptionalDouble se =
        n > 1 ? Optionals.finite(Math.sqrt(squares / n / (n - 1))) : OptionalDouble.empty();
    if (coefficient < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "coefficient"));
    }
    if (n == 1) {
      warnings.add(Warning.of(Kind.ONE_PERSON));
    } else if (se.orElse(0) == 0) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "standard error"));
    }
    return new Result(
        Optionals.finite(coefficient),
        Optionals.finite(observed),
        Optionals.finite(expected),
        se,
        interval(coefficient, se, n),
        p(coefficient, se, n),
        Arrays.stream(shares).boxed().toList(),
        n,
        dropped,
        warnings);
  }

  private static double[] shares(int[][] counts, int categories) {
    var shares = new double[categories];
    for (int[] row : counts) {
      double r = Arrays.stream(row).sum();
      Arrays.setAll(shares, k -> shares[k] + row[k] / r / counts.length);
    }
    return shares;
  }

  /** Σ_k r_k(r*_k − 1) / (r(r − 1)); 0 for a single rating. */
  private static double agreement(int[] row, double[][] w) {
    double r = Arrays.stream(row).sum();
    double sum = 0;
    for (int k = 0; k < row.length && r > 1; k++) {
      double credited = 0;
      for (int l = 0; l < row.length; l++) {
        credited += w[k][l] * row[l];
      }
      sum += row[k] * (credited - 1);
    }
    return r > 1 ? sum / (r * (r - 1)) : 0;
  }

  private static double chance(int[] row, double[] shares) {
    double r = Arrays.stream(row).sum();
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += row[k] * (1 - shares[k]);
    }
    return sum / r;
  }

  private Optional<Interval> interval(double coefficient, OptionalDouble se, int n) {
    if (se.isEmpty()) {
      return Optional.empty();
    }
    double half = se.getAsDouble() * Distributions.tTwoSided(confidence, n - 1.0);
    return Optional.of(
        new Interval(coefficient - half, Math.min(1, coefficient + half), confidence));
  }

  private static OptionalDouble p(double coefficient, OptionalDouble se, int n) {
    return se.isPresent() && se.getAsDouble() > 0
        ? OptionalDouble.of(Distributions.tTwoSidedP(coefficient / se.getAsDouble(), n - 1.0))
        : OptionalDouble.empty();
  }
}
