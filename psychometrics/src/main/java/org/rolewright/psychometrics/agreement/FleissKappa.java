package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Fleiss' kappa: agreement beyond chance of m raters who put N subjects into q unordered
 * categories.
 *
 * <pre>κ   = (P̄ − P̄e) / (1 − P̄e)      P̄ = Σᵢ Σⱼ xᵢⱼ(xᵢⱼ − 1) / (N m(m − 1))     P̄e = Σ p²ⱼ
 * κⱼ  = 1 − Σᵢ xᵢⱼ(m − xᵢⱼ) / (N m(m − 1) pⱼqⱼ)
 * SE₀ = √(2 / (N m(m − 1))) · √((Σpq)² − Σ pq(q − p)) / Σpq       SE₀(κⱼ) = √(2 / (N m(m − 1)))
 * </pre>
 *
 * xᵢⱼ raters put subject i into category j, pⱼ is the share of j, q = 1 − p. SE₀ holds for κ = 0
 * and serves the test, not an interval.
 *
 * <p><b>Input.</b> {@code counts[subject][category]}, or {@code ratings[subject][rater]} with one
 * number per category, {@code NaN} = no rating. <b>Missing.</b> The raters may be different persons
 * for each subject but must be equally many: subjects with fewer than the greatest number are
 * dropped and counted. For such data {@link KrippendorffAlpha} and {@link GwetAgreement} use all
 * ratings.
 *
 * <p><b>Special cases.</b> Undefined (0/0) when all ratings fall in one category; a category's
 * kappa when nobody uses it. Undefined with one rater.
 *
 * <p>Source: Fleiss, J. L. (1971), Psychological Bulletin 76, 378–382; Fleiss, Nee &amp; Landis
 * (1979), Psychological Bulletin 86, 974–977. Checked against the published .430 and R irr 0.84.1
 * {@code kappam.fleiss}.
 */
public final class FleissKappa {

  private FleissKappa() {}

  /**
   * Kappa of one category against all others.
   *
   * @param share pⱼ, share of all ratings
   * @param kappa agreement beyond chance
   * @param z kappa over its standard error for κ = 0
   * @param p two-sided
   */
  public record Category(double share, OptionalDouble kappa, OptionalDouble z, OptionalDouble p) {}

  /**
   * Kappa and what it rests on.
   *
   * @param kappa agreement beyond chance
   * @param observed P̄, share of agreeing pairs of raters
   * @param expected P̄e, share expected by chance
   * @param nullStandardError SE of kappa for κ = 0
   * @param z kappa over its standard error for κ = 0
   * @param p two-sided
   * @param perCategory in ascending order of categories
   * @param raters m
   * @param used subjects used
   * @param dropped subjects left out for having fewer raters
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble kappa,
      OptionalDouble observed,
      OptionalDouble expected,
      OptionalDouble nullStandardError,
      OptionalDouble z,
      OptionalDouble p,
      List<Category> perCategory,
      int raters,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      perCategory = List.copyOf(perCategory);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * From one number per rater.
   *
   * @param ratings {@code ratings[subject][rater]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result ofRatings(double[][] ratings) {
    Tables.columns(ratings, "ratings");
    return of(Categories.of(ratings).counts(ratings));
  }

  /**
   * From counts.
   *
   * @param counts {@code counts[subject][category]}, raters who chose the category
   * @throws IllegalArgumentException for no rows, unequal rows or a negative count
   */
  public static Result of(int[][] counts) {
    Arguments.require(counts.length > 0, "counts must have rows", 0);
    int q = counts[0].length;
    int raters = 0;
    for (int[] row : counts) {
      Arguments.sameLength(q, row.length, "rows of counts");
      Arrays.stream(row).forEach(count -> Arguments.notNegative(count, "count"));
      raters = Math.max(raters, Arrays.stream(row).sum());
    }
    int m = raters;
    int[][] used =
        Arrays.stream(counts).filter(row -> Arrays.stream(row).sum() == m).toArray(int[][]::new);
    return m < 2
        ? undefined(m, m == 0 ? 0 : used.length, counts.length)
        : result(used, q, m, counts.length - used.length);
  }

  private static Result undefined(int raters, int used, int subjects) {
    var none = OptionalDouble.empty();
    var why = Warning.of(raters == 0 ? Kind.NO_DATA : Kind.ONE_RATER);
    return new Result(
        none, none, none, none, none, none, List.of(), raters, used, subjects - used, List.of(why));
  }

  private static Result result(int[][] counts, int q, int m, int dropped) {
    double ratings = (double) counts.length * m;
    double pairs = ratings * (m - 1);
    var share = new double[q];
    var agreeing = new double[q];
    for (int[] row : counts) {
      for (int j = 0; j < q; j++) {
        share[j] += row[j] / ratings;
        agreeing[j] += row[j] * (row[j] - 1.0);
      }
    }
    double observed = Arrays.stream(agreeing).sum() / pairs;
    double expected = Arrays.stream(share).map(p -> p * p).sum();
    boolean oneCategory = Arrays.stream(share).anyMatch(p -> p > 1 - 1e-12);
    double spread = 1 - expected;
    double skew = Arrays.stream(share).map(p -> p * (1 - p) * (1 - 2 * p)).sum();
    double se = Math.sqrt(2 / pairs) * Math.sqrt(spread * spread - skew) / spread;
    OptionalDouble kappa =
        oneCategory ? OptionalDouble.empty() : Optionals.finite((observed - expected) / spread);
    OptionalDouble z = kappa.isPresent() ? over(kappa, se) : kappa;
    return new Result(
        kappa,
        OptionalDouble.of(observed),
        OptionalDouble.of(expected),
        oneCategory ? OptionalDouble.empty() : Optionals.finite(se),
        z,
        twoSided(z),
        IntStream.range(0, q).mapToObj(j -> category(share[j], agreeing[j], ratings, m)).toList(),
        m,
        counts.length,
        dropped,
        warnings(kappa, oneCategory, dropped));
  }

  private static Category category(double share, double agreeing, double ratings, int m) {
    double pairs = ratings * (m - 1);
    double disagreeing = share * ratings * (m - 1) - agreeing;
    double chance = pairs * share * (1 - share);
    boolean defined = share > 0 && share < 1 - 1e-12;
    OptionalDouble kappa =
        defined ? Optionals.finite(1 - disagreeing / chance) : OptionalDouble.empty();
    OptionalDouble z = over(kappa, Math.sqrt(2 / pairs));
    return new Category(share, kappa, z, twoSided(z));
  }

  private static OptionalDouble over(OptionalDouble kappa, double se) {
    return Optionals.ratio(kappa.orElse(Double.NaN), se);
  }

  private static OptionalDouble twoSided(OptionalDouble z) {
    return z.isPresent()
        ? OptionalDouble.of(Distributions.normalTwoSidedP(z.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static List<Warning> warnings(OptionalDouble kappa, boolean oneCategory, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (oneCategory) {
      warnings.add(Warning.of(Kind.ONE_CATEGORY));
    }
    if (kappa.orElse(0) < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "kappa"));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    return warnings;
  }
}
