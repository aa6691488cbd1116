package org.rolewright.psychometrics.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.psychometrics.rating.NotPerformed.AS_ZERO;
import static org.rolewright.psychometrics.rating.NotPerformed.EXCLUDED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.data.RatingMatrix;
import org.rolewright.psychometrics.math.Quantile;

class RatingTest extends OracleTest {
  private static final double NA = Double.NaN;

  @Override
  protected List<Family> families() {
    return List.of(
        family("descriptives", c -> c.expects("skew_G1_type2"), this::descriptives),
        family(
            "descriptives of degenerate data",
            c -> c.hasEach("x") && c.expectsEach("results", "n", "mean", "sd"),
            this::descriptivesEach),
        family(
            "combined ratings",
            c ->
                (c.has("importance", "frequency") || c.hasEach("importance", "frequency"))
                    && !c.expects("boot_se")
                    && c.expected().properties().stream()
                        .noneMatch(e -> e.getKey().startsWith("task_weights")),
            this::combined));
  }

  private void descriptives(OracleCase c) {
    double[] x = c.vector("x");
    var d = Descriptives.of(x);
    double[] known = Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
    c.check("n", d.n());
    c.check("n_missing", d.missing());
    c.check("mean", d.mean());
    c.check("sd", d.sd());
    c.check("var", d.variance());
    c.check("se", d.standardError());
    c.check("median", d.median());
    c.check("min", d.min());
    c.check("max", d.max());
    c.check("q25_type6", d.quartilesType6().lower());
    c.check("q75_type6", d.quartilesType6().upper());
    c.check("q25_type7", d.quartilesType7().lower());
    c.check("q75_type7", d.quartilesType7().upper());
    c.check("p10_type6", Quantile.TYPE_6.of(known, .1));
    c.check("p10_type7", Quantile.TYPE_7.of(known, .1));
    c.check("skew_g1_type1", d.skewness().type1());
    c.check("skew_G1_type2", d.skewness().type2());
    c.check("skew_b1_type3", d.skewness().type3());
    c.check("kurt_g2_type1", d.excessKurtosis().type1());
    c.check("kurt_G2_type2", d.excessKurtosis().type2());
    c.check("kurt_b2_type3", d.excessKurtosis().type3());
    c.check("mode", d.modes());
    c.check("freq", frequencies(d));
  }

  private static Map<String, Integer> frequencies(Descriptives d) {
    return d.categories().stream()
        .collect(
            Collectors.toMap(
                k -> k.value() == Math.rint(k.value()) ? "" + (long) k.value() : "" + k.value(),
                Descriptives.Category::count));
  }

  private void descriptivesEach(OracleCase c) {
    Function<JsonNode, Map<String, Object>> describe =
        in -> {
          var d = Descriptives.of(OracleCase.vector(in.get("x")));
          return Map.of(
              "n", d.n(),
              "mean", d.mean(),
              "sd", d.sd(),
              "se", d.standardError(),
              "var", d.variance(),
              "median", d.median(),
              "min", d.min(),
              "max", d.max());
        };
    c.check("results", c.cases().stream().map(describe).toList());
  }

  private void combined(OracleCase c) {
    if (c.has("cases")) {
      c.check(
          "results",
          c.cases().stream()
              .map(in ->
                  figures(
                      OracleCase.matrix(in.get("importance")),
                      OracleCase.matrix(in.get("frequency"))))
              .toList());
    } else {
      figures(c.matrix("importance"), c.matrix("frequency")).forEach(c::checkIfPresent);
    }
  }

  private static Map<String, Object> figures(double[][] importance, double[][] frequency) {
    var ratings = TaskRatings.of(importance, frequency, 0);
    var tasks = TaskDescriptives.of(ratings, .95);
    var figures = new HashMap<String, Object>();
    figures.put("n_frequency_answered", map(tasks, TaskDescriptives::answered));
    figures.put("prop_performing", map(tasks, t -> t.performing().value()));
    figures.put("mean_importance_performers", map(tasks, t -> t.importancePerformers().mean()));
    figures.put("mean_frequency_performers", map(tasks, t -> t.frequencyPerformers().mean()));
    figures.put("mean_frequency_np_zero", map(tasks, TaskDescriptives::meanFrequencyZero));
    figures.put("n_pairs", map(tasks, TaskDescriptives::pairs));
    rules(points(frequency))
        .forEach((key, rule) -> figures.put(key, CombinedRatings.of(ratings, rule).values()));
    for (int weight = 1; weight <= 10; weight++) {
      figures.put("eff_weight_" + weight + "_1", effectiveWeights(ratings, weight));
    }
    return figures;
  }

  /** The points of the frequency scale: the cases use a scale whose top was chosen by someone. */
  private static int points(double[][] frequency) {
    return (int)
        Arrays.stream(frequency)
            .flatMapToDouble(Arrays::stream)
            .filter(f -> !Double.isNaN(f))
            .max()
            .orElseThrow();
  }

  static Map<String, Combination> rules(int points) {
    return Map.ofEntries(
        Map.entry("mult_mean_of_products_performers", Combination.meanOfProducts(EXCLUDED)),
        Map.entry("mult_mean_of_products_np_zero", Combination.meanOfProducts(AS_ZERO)),
        Map.entry("mult_product_of_means", Combination.productOfMeans()),
        Map.entry("mult_product_of_means_x_prop", Combination.productOfMeansAndShare()),
        Map.entry("additive", Combination.additive(1, 1)),
        Map.entry("additive_75_25", Combination.additive(.75, .25)),
        Map.entry("additive_50_50", Combination.additive(.5, .5)),
        Map.entry("additive_25_75", Combination.additive(.25, .75)),
        Map.entry("additive_z", Combination.additiveStandardised(1, 1)),
        Map.entry("geometric_mean_of_sqrt", Combination.meanOfRoots(EXCLUDED)),
        Map.entry("geometric_log", Combination.geometric()),
        Map.entry("i2f", Combination.importanceSquared(EXCLUDED)),
        Map.entry("hierarchical_mean", Combination.hierarchical(points)));
  }

  /** The exponent is read off the first task that has an index. */
  private static Map<String, Object> effectiveWeights(TaskRatings ratings, double weight) {
    var combined = CombinedRatings.of(ratings, Combination.effectiveWeights(weight, 1));
    var exponent =
        combined.tasks().stream()
            .filter(t -> t.combined().isPresent() && t.means().get(1).orElse(0) != 0)
            .mapToDouble(t ->
                (Math.log(t.combined().getAsDouble()) - t.means().get(0).getAsDouble())
                    / t.means().get(1).getAsDouble())
            .findFirst();
    return Map.of("exponent_F", exponent, "index", combined.values());
  }

  private static <T> List<Object> map(List<T> list, Function<T, Object> f) {
    return list.stream().map(f).toList();
  }

  @Test
  void a_blank_is_never_a_zero() {
    var ratings =
        TaskRatings.of(new double[][] {{4}, {NA}, {5}}, new double[][] {{2}, {3}, {0}}, 0);
    var withZero = CombinedRatings.of(ratings, Combination.meanOfProducts(AS_ZERO));
    var without = CombinedRatings.of(ratings, Combination.meanOfProducts(EXCLUDED));
    assertEquals(4, withZero.values().getFirst().getAsDouble());
    assertEquals(8, without.values().getFirst().getAsDouble());
    assertEquals(2, withZero.tasks().getFirst().used());
    assertEquals(2, without.tasks().getFirst().dropped());
  }

  @Test
  void a_task_nobody_rated_is_not_available_and_is_named() {
    var ratings = TaskRatings.of(new double[][] {{4, NA}}, new double[][] {{2, NA}}, 0);
    var combined = CombinedRatings.of(ratings, Combination.productOfMeans());
    assertEquals(OptionalDouble.empty(), combined.values().get(1));
    assertEquals(List.of(Warning.of(Warning.Kind.NO_DATA, "task 2")), combined.warnings());
    var empty = TaskDescriptives.of(ratings, .95).get(1);
    assertTrue(empty.performing().value().isEmpty() && empty.meanFrequencyZero().isEmpty());
    assertEquals(1, empty.blank());
  }

  @Test
  void tasks_of_equal_means_cannot_be_standardised() {
    var ratings = TaskRatings.of(new double[][] {{4, 4}}, new double[][] {{2, 2}}, 0);
    var combined = CombinedRatings.of(ratings, Combination.additiveStandardised(1, 1));
    assertTrue(combined.values().stream().allMatch(OptionalDouble::isEmpty));
    assertEquals(Warning.Kind.NO_VARIANCE, combined.warnings().getFirst().kind());
  }

  @Test
  void a_logarithm_refuses_a_scale_that_starts_at_zero() {
    var ratings = TaskRatings.of(new double[][] {{0}}, new double[][] {{2}}, NA);
    assertThrows(
        IllegalArgumentException.class, () -> CombinedRatings.of(ratings, Combination.geometric()));
  }

  @Test
  void one_scale_alone_multiplies_as_itself() {
    var ratings = TaskRatings.ofImportance(RatingMatrix.of(new double[][] {{4, 2}, {5, NA}}));
    var combined = CombinedRatings.of(ratings, Combination.meanOfProducts(AS_ZERO));
    assertEquals(4.5, combined.values().get(0).getAsDouble());
    assertEquals(2, combined.values().get(1).getAsDouble());
  }

  /** By hand: logit(.75) = 1.0986123, standard error 1/√(40 · .75 · .25) = .3651484. */
  @Test
  void the_interval_of_the_proportion_performing_is_on_the_logit_scale() {
    var estimate = ProportionInterval.of(30, 40, .95);
    double half = 1.959963984540054 / Math.sqrt(7.5);
    assertEquals(
        1 / (1 + Math.exp(-(Math.log(3) - half))),
        estimate.interval().orElseThrow().lower(),
        1e-12);
    assertEquals(
        1 / (1 + Math.exp(-(Math.log(3) + half))),
        estimate.interval().orElseThrow().upper(),
        1e-12);
  }

  /** Closed form of Clopper and Pearson when everyone performs: lower limit (α/2)^(1/n). */
  @Test
  void when_everyone_performs_the_interval_is_exact() {
    var estimate = ProportionInterval.of(10, 10, .95);
    assertEquals(Math.pow(.025, .1), estimate.interval().orElseThrow().lower(), 1e-9);
    assertEquals(1, estimate.interval().orElseThrow().upper());
    assertEquals(Warning.Kind.FALLBACK, estimate.warnings().getFirst().kind());
  }

  /**
   * Student (1908), extra hours of sleep in group 2; R: {@code t.test(sleep$extra[11:20])$conf.int}
   * prints 0.8976775 3.7623225.
   */
  @Test
  void the_interval_of_a_mean_is_students() {
    var sleep = new double[] {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4, NA};
    var estimate = MeanInterval.of(Descriptives.of(sleep), .95);
    assertEquals(2.33, estimate.value().getAsDouble(), 1e-12);
    assertEquals(.8976775, estimate.interval().orElseThrow().lower(), 5e-8);
    assertEquals(3.7623225, estimate.interval().orElseThrow().upper(), 5e-8);
    assertEquals(10, estimate.used());
    assertEquals(1, estimate.dropped());
  }

  @Test
  void one_rating_has_a_mean_without_an_interval() {
    var estimate = MeanInterval.of(Descriptives.of(new double[] {4}), .95);
    assertEquals(4, estimate.value().getAsDouble());
    assertTrue(estimate.interval().isEmpty());
  }
}
