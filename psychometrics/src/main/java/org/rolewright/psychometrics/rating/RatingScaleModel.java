package org.rolewright.psychometrics.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;

/**
 * Puts tasks on one interval scale from ordinal ratings by the rating scale model.
 *
 * <p>P(x) ∝ exp Σ_{k ≤ x}(θ − δ_t − τ_k), x = 0 … m, Στ = 0, respondents θ ~ N(0, σ²); marginal
 * maximum likelihood by EM over 121 points on ±6σ. A low location δ means highly rated, so reports
 * show −δ. Logits have no origin; the weight of a task is its expected rating for the mean
 * respondent (θ = 0) divided by the sum over tasks. This last step is our definition: the
 * transformation of Spray &amp; Huang (2000) was not at hand.
 *
 * <p>Missing: {@code NaN} is not in the likelihood (nor is "not performed", unless the caller makes
 * it the lowest category, which is a modelling decision). A respondent without a rating is dropped.
 *
 * <p>Special cases: categories nobody used are closed up ({@link Warning.Kind#SPARSE}); a task that
 * everyone rates at one end of the scale has no finite location ({@link Warning.Kind#NO_VARIANCE})
 * and no weight; equal ratings throughout leave everything undefined; no convergence is a result
 * ({@link Warning.Kind#NOT_CONVERGED}). Standard errors hold the other parameters fixed, so they
 * are a little small.
 *
 * <p>Source: Andrich, D. (1978), Psychometrika 43, 561–573; Bock &amp; Aitkin (1981), Psychometrika
 * 46, 443–459; Spray &amp; Huang (2000), Journal of Educational Measurement 37, 187–201. Checked
 * against the log-likelihood of mirt and TAM on the four Science items (−1636.908), and against
 * brute-force integration.
 */
public final class RatingScaleModel {
  private final int maxIterations;
  private final double tolerance;

  private RatingScaleModel(int maxIterations, double tolerance) {
    this.maxIterations = maxIterations;
    this.tolerance = tolerance;
  }

  /** At most 5,000 iterations, until no parameter moves by more than 10⁻⁶ logits. */
  public static RatingScaleModel withDefaults() {
    return new RatingScaleModel(5000, 1e-6);
  }

  /** Another limit of iterations. */
  public RatingScaleModel withMaxIterations(int number) {
    Arguments.require(number >= 1, "iterations must be at least 1", number);
    return new RatingScaleModel(number, tolerance);
  }

  /**
   * A fitted scale.
   *
   * @param tasks one per task in order
   * @param thresholds τ_1 … τ_m in logits, summing to 0
   * @param categories the rating that each model category stands for, ascending
   * @param sd σ of the respondents, in logits; empty when nothing could be fitted
   * @param logLikelihood marginal log-likelihood; empty when nothing could be fitted
   * @param iterations iterations made
   * @param converged whether the parameters settled
   * @param used respondents with a rating
   * @param dropped respondents without
   * @param warnings what a reader must know
   */
  public record Result(
      List<Task> tasks,
      List<Double> thresholds,
      List<Double> categories,
      OptionalDouble sd,
      OptionalDouble logLikelihood,
      int iterations,
      boolean converged,
      int used,
      int dropped,
      List<Warning> warnings) {}

  /**
   * One task.
   *
   * @param location δ in logits, low = highly rated; empty at an end of the scale
   * @param standardError of δ, the other parameters held fixed
   * @param expectedRating for the mean respondent, in points of the rating scale
   * @param weight expected rating / Σ; empty where an expected rating is negative
   */
  public record Task(
      OptionalDouble location,
      OptionalDouble standardError,
      OptionalDouble expectedRating,
      OptionalDouble weight) {}

  /**
   * Fits.
   *
   * @param ratings {@code ratings[respondent][task]}, values of an ordered scale, {@code NaN} = not
   *     answered
   * @throws IllegalArgumentException for rows of unequal length or none, and infinite values
   */
  public Result fit(double[][] ratings) {
    int tasks = Arguments.rectangular(ratings, "ratings");
    double[] scale =
        Arrays.stream(ratings)
            .flatMapToDouble(DoubleStream::of)
            .filter(x -> !Double.isNaN(x))
            .distinct()
            .sorted()
            .toArray();
    int[][] categories = new int[ratings.length][tasks];
    for (int r = 0; r < ratings.length; r++) {
      for (int t = 0; t < tasks; t++) {
        boolean missing = Double.isNaN(ratings[r][t]);
        categories[r][t] = missing ? -1 : Arrays.binarySearch(scale, ratings[r][t]);
      }
    }
    var warnings = new ArrayList<Warning>();
    gaps(scale, warnings);
    int[] fitted = withFiniteLocation(categories, tasks, scale.length - 1, warnings);
    int[][] kept =
        Arrays.stream(categories)
            .map(row -> IntStream.of(fitted).map(t -> row[t]).toArray())
            .filter(row -> IntStream.of(row).anyMatch(x -> x >= 0))
            .toArray(int[][]::new);
    if (fitted.length == 0 || kept.length == 0) {
      warnings.add(Warning.of(scale.length == 0 ? Warning.Kind.NO_DATA : Warning.Kind.NO_VARIANCE));
      return nothing(tasks, scale, ratings.length, warnings);
    }
    var model = new RatingScaleFit(kept, scale.length - 1);
    boolean converged = model.run(maxIterations, tolerance);
    if (!converged) {
      warnings.add(Warning.of(Warning.Kind.NOT_CONVERGED));
    }
    return new Result(
        tasks(model, fitted, tasks, scale),
        Arrays.stream(model.thresholds()).boxed().toList(),
        Arrays.stream(scale).boxed().toList(),
        OptionalDouble.of(model.sd()),
        OptionalDouble.of(model.logLikelihood()),
        model.iterations(),
        converged,
        kept.length,
        ratings.length - kept.length,
        List.copyOf(warnings));
  }

  private static void gaps(double[] scale, List<Warning> warnings) {
    for (int k = 1; k < scale.length; k++) {
      if (scale[k] - scale[k - 1] > 1) {
        warnings.add(Warning.of(Warning.Kind.SPARSE, "no rating below " + scale[k]));
      }
    }
  }

  /** Tasks that are rated, and not by everyone at the same end of the scale. */
  private static int[] withFiniteLocation(
      int[][] categories, int tasks, int highest, List<Warning> warnings) {
    return IntStream.range(0, tasks)
        .filter(t -> {
          int[] given =
              Arrays.stream(categories).mapToInt(row -> row[t]).filter(x -> x >= 0).toArray();
          boolean low = IntStream.of(given).allMatch(x -> x == 0);
          boolean high = IntStream.of(given).allMatch(x -> x == highest);
          if (low || high) {
            var kind = given.length == 0 ? Warning.Kind.NO_DATA : Warning.Kind.NO_VARIANCE;
            warnings.add(Warning.of(kind, "task " + (t + 1)));
          }
          return !low && !high;
        })
        .toArray();
  }

  private static Result nothing(int tasks, double[] scale, int n, List<Warning> warnings) {
    var empty = OptionalDouble.empty();
    return new Result(
        IntStream.range(0, tasks).mapToObj(t -> new Task(empty, empty, empty, empty)).toList(),
        List.of(),
        Arrays.stream(scale).boxed().toList(),
        empty,
        empty,
        0,
        true,
        0,
        n,
        List.copyOf(warnings));
  }

  private static List<Task> tasks(RatingScaleFit model, int[] fitted, int tasks, double[] scale) {
    double[] expected = new double[tasks];
    double[] location = new double[tasks];
    double[] error = new double[tasks];
    Arrays.fill(expected, Double.NaN);
    Arrays.fill(location, Double.NaN);
    Arrays.fill(error, Double.NaN);
    double sum = 0;
    for (int i = 0; i < fitted.length; i++) {
      location[fitted[i]] = model.locations()[i];
      error[fitted[i]] = model.standardError(i);
      expected[fitted[i]] = model.expected(i, scale);
      sum += expected[fitted[i]];
    }
    boolean weighable = scale[0] >= 0;
    double total = weighable ? sum : Double.NaN;
    return IntStream.range(0, tasks)
        .mapToObj(t ->
            new Task(
                Optionals.finite(location[t]),
                Optionals.finite(error[t]),
                Optionals.finite(expected[t]),
                Optionals.finite(expected[t] / total)))
        .toList();
  }
}
