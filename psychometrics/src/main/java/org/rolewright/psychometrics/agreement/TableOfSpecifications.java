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
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * Multivariate generalizability of a score built to a blueprint: persons × items within
 * <i>fixed</i> strata (content areas) that enter the composite with stated weights.
 *
 * <pre>
 * σ²_C    = w' Σ_p w                  Σ_p: variances by p × i in each stratum; off the diagonal,
 *                                      the covariances of stratum means
 * σ²_C(δ) = Σ w²_h σ²_pi,h / n_h
 * σ²_C(Δ) = Σ w²_h (σ²_i,h + σ²_pi,h) / n_h
 * effective weight of h = w_h (Σ_p w)_h / w'Σ_p w</pre>
 *
 * <p><b>Input.</b> {@code scores[person][item]}, any numeric scale, {@code NaN} = not answered;
 * {@code strata[item]}; {@code weights[stratum]} of stratum means, strata in ascending order.
 * <b>Missing.</b> Persons with an answer on every item. <b>Special cases.</b> Undefined for fewer
 * than two persons or a stratum of one item. Negative components are reported and flagged; error
 * components then count as 0, Σ_p as it is.
 *
 * <p>Source: Rajaratnam, Cronbach &amp; Gleser (1965), Psychometrika 30, 39–56; Jarjoura &amp;
 * Brennan (1982), Applied Psychological Measurement 6, 161–171; Brennan, R. L. (2001), pp. 270–272.
 * Checked against the published .9415 and .9197 and R gtheory 0.1.2.
 */
public final class TableOfSpecifications {

  private TableOfSpecifications() {}

  /**
   * Components of the strata and of their composite.
   *
   * @param universe Σ_p, by stratum; empty when undefined
   * @param items σ²_i, one per stratum
   * @param interactions σ²_pi, one per stratum
   * @param weights w, as handed in
   * @param sizes items per stratum
   * @param effectiveWeights share of each stratum in the composite's universe-score variance
   * @param used persons used
   * @param dropped persons left out for a missing answer
   * @param warnings what a reader must know
   */
  public record Result(
      List<List<Double>> universe,
      List<VarianceComponent> items,
      List<VarianceComponent> interactions,
      List<Double> weights,
      List<Integer> sizes,
      List<OptionalDouble> effectiveWeights,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      universe = List.copyOf(universe);
      items = List.copyOf(items);
      interactions = List.copyOf(interactions);
      weights = List.copyOf(weights);
      sizes = List.copyOf(sizes);
      effectiveWeights = List.copyOf(effectiveWeights);
      warnings = List.copyOf(warnings);
    }

    /** The composite with the numbers of items of the study. */
    public DecisionStudy decide() {
      return decide(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * The composite with other numbers of items.
     *
     * @param itemsPerStratum n_h, one per stratum, each at least 1
     * @throws IllegalArgumentException for another number of strata or a size below 1
     */
    public DecisionStudy decide(int... itemsPerStratum) {
      Arguments.sameLength(weights.size(), itemsPerStratum.length, "weights and strata");
      double relative = 0;
      double absolute = 0;
      for (int h = 0; h < itemsPerStratum.length; h++) {
        Arguments.require(
            itemsPerStratum[h] >= 1, "items of a stratum must be at least 1", itemsPerStratum[h]);
        double share = weights.get(h) * weights.get(h) / itemsPerStratum[h];
        relative += share * interactions.get(h).zeroed();
        absolute += share * (interactions.get(h).zeroed() + items.get(h).zeroed());
      }
      double composite = universe.isEmpty() ? Double.NaN : compositeVariance(universe, weights);
      return DecisionStudy.of(
          Arrays.stream(itemsPerStratum).sum(), Math.max(0, composite), relative, absolute);
    }
  }

  /**
   * Runs the study.
   *
   * @param scores {@code scores[person][item]}, {@code NaN} = not answered
   * @param strata {@code strata[item]}, any numbers; equal numbers are one stratum
   * @param weights one per stratum in ascending order of their numbers, not negative, not all 0;
   *     used as they are, so that they should add up to 1 where the composite is to stay on the
   *     scale
   * @throws IllegalArgumentException for no rows, unequal rows, an infinite value, lengths that do
   *     not fit or a negative weight
   */
  public static Result of(double[][] scores, int[] strata, double[] weights) {
    Arguments.sameLength(Tables.columns(scores, "scores"), strata.length, "columns and strata");
    int[] levels = Arrays.stream(strata).distinct().sorted().toArray();
    Arguments.sameLength(levels.length, weights.length, "strata and weights");
    for (double weight : weights) {
      Arguments.require(
          weight >= 0 && Double.isFinite(weight), "weight must not be negative", weight);
    }
    Arguments.require(Arrays.stream(weights).sum() > 0, "weights must not all be", 0);
    double[][] rows = Matrices.completeRows(scores);
    var studies = Arrays.stream(levels).mapToObj(s -> study(rows, strata, s)).toList();
    return result(studies, weights, rows.length, scores.length - rows.length);
  }

  /** A stratum's own study and its mean per person. */
  private record Stratum(CrossedStudy.Result study, double[] means, int size) {}

  private static Stratum study(double[][] rows, int[] strata, int stratum) {
    int[] columns = IntStream.range(0, strata.length).filter(i -> strata[i] == stratum).toArray();
    double[][] own =
        Arrays.stream(rows)
            .map(row -> Arrays.stream(columns).mapToDouble(i -> row[i]).toArray())
            .toArray(double[][]::new);
    double[] means = Arrays.stream(own).mapToDouble(Moments::mean).toArray();
    double[][] atLeastOne = own.length > 0 ? own : new double[][] {unanswered(columns.length)};
    return new Stratum(CrossedStudy.of(atLeastOne), means, columns.length);
  }

  private static double[] unanswered(int length) {
    var row = new double[length];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  private static Result result(List<Stratum> strata, double[] weights, int used, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (used < 2) {
      warnings.add(Warning.of(Tables.tooFewPersons(used)));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    for (int h = 0; h < strata.size(); h++) {
      String name = "stratum " + (h + 1);
      if (strata.get(h).size() < 2) {
        warnings.add(Warning.of(Kind.ONE_ITEM, name));
      }
      strata.get(h).study().warnings().stream()
          .filter(w -> w.kind() == Kind.NEGATIVE_ESTIMATE || w.kind() == Kind.NO_VARIANCE)
          .map(w -> Warning.of(w.kind(), (name + " " + w.subject()).strip()))
          .forEach(warnings::add);
    }
    List<Double> weightList = Arrays.stream(weights).boxed().toList();
    List<List<Double>> universe = universe(strata);
    return new Result(
        universe,
        strata.stream().map(s -> s.study().condition()).toList(),
        strata.stream().map(s -> s.study().interaction()).toList(),
        weightList,
        strata.stream().map(Stratum::size).toList(),
        universe.isEmpty() ? List.of() : effectiveWeights(universe, weightList),
        used,
        dropped,
        warnings);
  }

  private static List<List<Double>> universe(List<Stratum> strata) {
    boolean defined = strata.stream().allMatch(s -> s.study().object().estimate().isPresent());
    return defined
        ? IntStream.range(0, strata.size()).mapToObj(g -> universeRow(strata, g)).toList()
        : List.of();
  }

  private static List<Double> universeRow(List<Stratum> strata, int g) {
    return IntStream.range(0, strata.size())
        .mapToObj(h ->
            g == h
                ? strata.get(g).study().object().estimate().getAsDouble()
                : Moments.covariance(strata.get(g).means(), strata.get(h).means()))
        .toList();
  }

  private static double compositeVariance(List<List<Double>> universe, List<Double> weights) {
    return IntStream.range(0, weights.size())
        .mapToDouble(h -> weights.get(h) * covarianceWithComposite(universe, weights, h))
        .sum();
  }

  private static double covarianceWithComposite(
      List<List<Double>> universe, List<Double> weights, int h) {
    return IntStream.range(0, weights.size())
        .mapToDouble(g -> universe.get(h).get(g) * weights.get(g))
        .sum();
  }

  private static List<OptionalDouble> effectiveWeights(
      List<List<Double>> universe, List<Double> weights) {
    double composite = compositeVariance(universe, weights);
    return IntStream.range(0, weights.size())
        .mapToObj(h ->
            Optionals.ratio(
                weights.get(h) * covarianceWithComposite(universe, weights, h), composite))
        .toList();
  }
}
