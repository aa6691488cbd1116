package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * Split-half reliability: of a test, its items halved; or of the profile of tasks, its respondents
 * halved.
 *
 * <pre>r              = correlation between the halves, over persons (or over tasks)
 * Spearman–Brown = 2r / (1 + r)
 * Rulon = Flanagan = Guttman = 4 cov(A, B) / var(A + B)</pre>
 *
 * <p><b>Halves.</b> {@link #oddEven()} puts the 1st, 3rd, 5th … in one half; {@link #random} draws
 * halves of equal size (one differs by 1 for an odd number) as often as asked, from the caller's
 * seeded generator, and gives the mean of each coefficient over the draws that define it.
 *
 * <p><b>Input.</b> {@link #ofItems}: {@code scores[person][item]}; a half's score is its sum.
 * {@link #ofRespondents}: {@code ratings[respondent][task]}; a half's score on a task is the mean
 * of the ratings given. {@code NaN} = not answered.
 *
 * <p><b>Missing.</b> Items: persons with an answer on every item. Respondents: every rating given
 * is used; in each draw, tasks rated in both halves.
 *
 * <p><b>Special cases.</b> Undefined with one item (respondent), fewer than two persons (tasks) or
 * a half without variance. A negative r is flagged; Spearman–Brown falls below −1 from r &lt; −1/3.
 *
 * <p>Source: Rulon, P. J. (1939), Harvard Educational Review 9, 99–103; Guttman, L. (1945),
 * Psychometrika 10, 255–282. Checked against base R.
 */
public final class SplitHalf {

  private final int draws;
  private final UniformRandomProvider generator;

  private SplitHalf(int draws, UniformRandomProvider generator) {
    this.draws = draws;
    this.generator = generator;
  }

  /** One split, odd against even positions. */
  public static SplitHalf oddEven() {
    return new SplitHalf(1, null);
  }

  /**
   * Random splits.
   *
   * @param draws how many, at least 1
   * @param generator a seeded generator; the same seed gives the same halves
   * @throws IllegalArgumentException for fewer than one draw
   */
  public static SplitHalf random(int draws, UniformRandomProvider generator) {
    Arguments.require(draws >= 1, "draws must be at least 1", draws);
    return new SplitHalf(draws, java.util.Objects.requireNonNull(generator));
  }

  /**
   * Reliability by halves.
   *
   * @param correlation r between halves
   * @param spearmanBrown r stepped up to the whole
   * @param rulon 4 cov / var, which does not suppose halves of equal variance
   * @param lowest Spearman–Brown of the draw that has the lowest
   * @param highest Spearman–Brown of the draw that has the highest
   * @param draws splits that defined a correlation
   * @param undefinedDraws splits that did not
   * @param used persons, or respondents with a rating
   * @param dropped persons or respondents left out
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble correlation,
      OptionalDouble spearmanBrown,
      OptionalDouble rulon,
      OptionalDouble lowest,
      OptionalDouble highest,
      int draws,
      int undefinedDraws,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /** One split: half scores of the same objects. */
  private record Halves(double[] first, double[] second) {

    double correlation() {
      return Moments.correlation(first, second);
    }

    double rulon() {
      double covariance = Moments.covariance(first, second);
      return 4 * covariance / (Moments.variance(first) + Moments.variance(second) + 2 * covariance);
    }
  }

  private interface Scoring {
    Halves score(boolean[] inFirst);
  }

  /**
   * Of a test: its items are halved, persons are the objects.
   *
   * @param scores {@code scores[person][item]}, {@code NaN} = not answered
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result ofItems(double[][] scores) {
    int k = Tables.columns(scores, "scores");
    double[][] rows = Matrices.completeRows(scores);
    var warnings = new ArrayList<Warning>();
    if (rows.length < 2) {
      warnings.add(Warning.of(Tables.tooFewPersons(rows.length)));
    }
    if (k < 2) {
      warnings.add(Warning.of(Kind.ONE_ITEM));
    }
    return estimate(
        k, half -> itemHalves(rows, half), rows.length, scores.length - rows.length, warnings);
  }

  /**
   * Of the profile of tasks: respondents are halved, tasks are the objects.
   *
   * @param ratings {@code ratings[respondent][task]}, {@code NaN} = no rating
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result ofRespondents(double[][] ratings) {
    int tasks = Tables.columns(ratings, "ratings");
    double[][] rows = Tables.answeredRows(ratings);
    var warnings = new ArrayList<Warning>();
    if (rows.length < 2) {
      warnings.add(Warning.of(rows.length == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
    }
    if (tasks < 2) {
      warnings.add(Warning.of(Kind.ONE_ITEM));
    }
    return estimate(
        rows.length,
        half -> respondentHalves(rows, half),
        rows.length,
        ratings.length - rows.length,
        warnings);
  }

  private Result estimate(
      int parts, Scoring scoring, int used, int dropped, List<Warning> warnings) {
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    var correlations = new ArrayList<Double>();
    var steppedUp = new ArrayList<Double>();
    var rulons = new ArrayList<Double>();
    int tried = parts < 2 ? 0 : draws;
    for (int draw = 0; draw < tried; draw++) {
      var halves = scoring.score(firstHalf(parts));
      double r = halves.correlation();
      if (Double.isFinite(r)) {
        correlations.add(r);
        Optionals.ratio(2 * r, 1 + r).ifPresent(steppedUp::add);
        Optionals.finite(halves.rulon()).ifPresent(rulons::add);
      }
    }
    if (tried > correlations.size()) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "halves"));
    }
    if (mean(correlations).orElse(0) < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "correlation"));
    }
    return new Result(
        mean(correlations),
        mean(steppedUp),
        mean(rulons),
        steppedUp.stream().mapToDouble(Double::doubleValue).min(),
        steppedUp.stream().mapToDouble(Double::doubleValue).max(),
        correlations.size(),
        tried - correlations.size(),
        used,
        dropped,
        warnings);
  }

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average();
  }

  private boolean[] firstHalf(int parts) {
    var first = new boolean[parts];
    int[] order =
        generator == null
            ? IntStream.range(0, parts).map(i -> 2 * i).toArray()
            : PermutationSampler.natural(parts);
    if (generator != null) {
      PermutationSampler.shuffle(generator, order);
    }
    for (int i = 0; i < (parts + 1) / 2; i++) {
      first[order[i]] = true;
    }
    return first;
  }

  private static Halves itemHalves(double[][] rows, boolean[] inFirst) {
    var first = new double[rows.length];
    var second = new double[rows.length];
    for (int p = 0; p < rows.length; p++) {
      for (int i = 0; i < inFirst.length; i++) {
        (inFirst[i] ? first : second)[p] += rows[p][i];
      }
    }
    return new Halves(first, second);
  }

  private static Halves respondentHalves(double[][] rows, boolean[] inFirst) {
    int tasks = rows[0].length;
    var sums = new double[2][tasks];
    var counts = new int[2][tasks];
    for (int r = 0; r < rows.length; r++) {
      int half = inFirst[r] ? 0 : 1;
      for (int t = 0; t < tasks; t++) {
        if (!Double.isNaN(rows[r][t])) {
          sums[half][t] += rows[r][t];
          counts[half][t]++;
        }
      }
    }
    int[] both =
        IntStream.range(0, tasks).filter(t -> counts[0][t] > 0 && counts[1][t] > 0).toArray();
    return new Halves(
        Arrays.stream(both).mapToDouble(t -> sums[0][t] / counts[0][t]).toArray(),
        Arrays.stream(both).mapToDouble(t -> sums[1][t] / counts[1][t]).toArray());
  }
}
