package org.rolewright.psychometrics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.psychometrics.rating.NotPerformed.AS_ZERO;
import static org.rolewright.psychometrics.rating.NotPerformed.EXCLUDED;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Quantile;
import org.rolewright.psychometrics.rating.Combination;
import org.rolewright.psychometrics.rating.TaskDescriptives;
import org.rolewright.psychometrics.rating.TaskRatings;

class WeightsTest extends OracleTest {
  private static final double NA = Double.NaN;

  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "task and domain weights", c -> c.expects("task_weights_mult_np_zero"), this::weights),
        family("bootstrap of domain weights", c -> c.expects("boot_se"), this::bootstrap));
  }

  private void weights(OracleCase c) {
    var ratings = TaskRatings.of(c.matrix("importance"), c.matrix("frequency"), 0);
    var study = WeightStudy.withDefaults(ratings, Outline.of(c.codes("domain")));
    int points =
        (int)
            Arrays.stream(c.matrix("frequency"))
                .flatMapToDouble(Arrays::stream)
                .filter(f -> !Double.isNaN(f))
                .max()
                .orElseThrow();
    var rules =
        Map.of(
            "mult_np_zero", Combination.meanOfProducts(AS_ZERO),
            "mult_performers", Combination.meanOfProducts(EXCLUDED),
            "i2f", Combination.importanceSquared(EXCLUDED),
            "hier", Combination.hierarchical(points),
            "geom", Combination.geometric());
    rules.forEach((key, rule) -> {
      var weights = BlueprintWeights.of(study.with(rule));
      c.checkIfPresent("task_weights_" + key, weights.taskValues());
      c.checkIfPresent("domain_weights_" + key, byDomain(c, weights));
    });
    var shares = BlueprintWeights.of(study.with(DomainRule.RESPONDENT_SHARES));
    c.checkIfPresent("respondent_normalised_np_zero", shares.taskValues());
    c.checkIfPresent("domain_weights_respondent_normalised", byDomain(c, shares));
    var means = BlueprintWeights.of(study.with(DomainRule.MEAN_OF_TASKS));
    c.checkIfPresent("domain_weights_mean_of_task_means", byDomain(c, means));
  }

  private static Map<String, OptionalDouble> byDomain(OracleCase c, BlueprintWeights weights) {
    var byName = new LinkedHashMap<String, OptionalDouble>();
    var names = c.levels("domain");
    for (int d = 0; d < names.size(); d++) {
      byName.put(names.get(d), weights.domainValues().get(d));
    }
    return byName;
  }

  private void bootstrap(OracleCase c) {
    var ratings = TaskRatings.of(c.matrix("importance"), c.matrix("frequency"), 0);
    boolean performersOnly = c.input().path("rule").asText().contains("performers");
    var study =
        WeightStudy.withDefaults(ratings, Outline.of(c.codes("domain")))
            .with(Combination.meanOfProducts(performersOnly ? EXCLUDED : AS_ZERO));
    int[][] indices =
        Arrays.stream(c.matrix("index"))
            .map(row -> Arrays.stream(row).mapToInt(i -> (int) i - 1).toArray())
            .toArray(int[][]::new);
    var six = WeightBootstrap.withDefaults().run(study, indices).domains();
    var seven = WeightBootstrap.withDefaults().with(Quantile.TYPE_7).run(study, indices).domains();
    var weights = BlueprintWeights.of(study);
    c.check("W", weights.domainValues());
    c.check("boot_mean", map(six, WeightBootstrap.Spread::mean));
    c.check("boot_bias", map(six, WeightBootstrap.Spread::bias));
    c.check("boot_se", map(six, WeightBootstrap.Spread::standardError));
    c.check("percentile_type6", map(six, WeightBootstrap.Spread::percentile));
    c.check("percentile_type7", map(seven, WeightBootstrap.Spread::percentile));
    c.check("basic_type6", map(six, WeightBootstrap.Spread::basic));
    c.check("bca", map(six, s -> bca(s.bca().orElseThrow())));
    c.check("jackknife_se", map(six, WeightBootstrap.Spread::jackknifeError));
    c.check("linearised_se", map(weights.domains(), d -> d.weight().standardError()));
  }

  private static Map<String, Object> bca(WeightBootstrap.Bca bca) {
    return Map.of(
        "z0", bca.biasCorrection(),
        "a", bca.acceleration(),
        "alpha", List.of(bca.lowerLevel(), bca.upperLevel()),
        "ci_type6", bca.interval());
  }

  private static <T> List<Object> map(List<T> list, Function<T, Object> f) {
    return list.stream().map(f).toList();
  }

  private static double se(BlueprintWeights weights, int domain) {
    return weights.domains().get(domain).weight().standardError().getAsDouble();
  }

  @Test
  void the_same_seed_gives_the_same_numbers_and_everyone_is_told_how_far_it_is() {
    var study = sample();
    var told = new AtomicInteger();
    var first =
        WeightBootstrap.withDefaults()
            .run(study, seeded(7), done -> told.accumulateAndGet(done, Math::max));
    var second = WeightBootstrap.withDefaults().run(study, seeded(7), done -> {});
    assertEquals(first, second);
    assertEquals(999, told.get());
    assertTrue(!first.equals(WeightBootstrap.withDefaults().run(study, seeded(8), done -> {})));
  }

  @Test
  void bootstrap_and_linearisation_agree_within_five_percent() {
    var study = sample();
    var boot =
        WeightBootstrap.withDefaults().withReplicates(4999).run(study, seeded(1), done -> {});
    var linear = BlueprintWeights.of(study);
    for (int d = 0; d < 3; d++) {
      double ratio = boot.domains().get(d).standardError().getAsDouble() / se(linear, d);
      assertEquals(1, ratio, .05);
    }
  }

  @Test
  void strata_keep_their_size_in_every_replicate() {
    // within a stratum all respondents are equal, so nothing can vary when strata are kept
    double[][] importance = {{5, 1}, {5, 1}, {1, 5}, {1, 5}};
    double[][] frequency = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
    var study =
        WeightStudy.withDefaults(
            TaskRatings.of(importance, frequency, 0), Outline.of(new int[] {0, 1}));
    int[] strata = {3, 3, 9, 9};
    var kept = WeightBootstrap.withDefaults().withStrata(strata).run(study, seeded(1), d -> {});
    assertEquals(0, kept.domains().getFirst().standardError().getAsDouble(), 1e-12);
    assertEquals(
        0,
        BlueprintWeights.of(study, strata, .95)
            .domains()
            .getFirst()
            .weight()
            .standardError()
            .getAsDouble(),
        1e-12);
    var loose = WeightBootstrap.withDefaults().run(study, seeded(1), d -> {});
    assertTrue(loose.domains().getFirst().standardError().getAsDouble() > .1);
  }

  @Test
  void an_interrupted_bootstrap_stops() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> WeightBootstrap.withDefaults().run(sample(), seeded(1), done -> {}));
    assertTrue(Thread.interrupted());
  }

  @Test
  void replicates_in_which_a_task_has_no_rating_are_counted() {
    double[][] importance = {{5, NA}, {4, 2}, {3, NA}};
    double[][] frequency = {{1, NA}, {1, 1}, {1, NA}};
    var study =
        WeightStudy.withDefaults(
            TaskRatings.of(importance, frequency, 0), Outline.of(new int[] {0, 1}));
    var result = WeightBootstrap.withDefaults().run(study, new int[][] {{0, 1, 2}, {0, 0, 2}});
    assertEquals(1, result.withEmptyTask());
    assertEquals(Warning.Kind.SPARSE, result.warnings().getFirst().kind());
  }

  @Test
  void one_respondent_gives_weights_without_error() {
    var study =
        WeightStudy.withDefaults(
            TaskRatings.of(new double[][] {{4, 1}}, new double[][] {{1, 1}}, 0),
            Outline.of(new int[] {0, 1}));
    var weights = BlueprintWeights.of(study);
    assertEquals(.8, weights.domainValues().getFirst().getAsDouble(), 1e-12);
    assertTrue(weights.domains().getFirst().weight().standardError().isEmpty());
    assertEquals(Warning.Kind.ONE_RATER, weights.warnings().getFirst().kind());
  }

  @Test
  void standardised_sums_below_zero_cannot_be_weights() {
    var weights = BlueprintWeights.of(sample().with(Combination.additiveStandardised(1, 1)));
    assertTrue(weights.domainValues().stream().allMatch(OptionalDouble::isEmpty));
    assertEquals(Warning.Kind.OUT_OF_BOUNDS, weights.warnings().getFirst().kind());
  }

  @Test
  void nobody_answered_gives_no_weights() {
    var study =
        WeightStudy.withDefaults(
            TaskRatings.of(new double[][] {{NA}, {NA}}, new double[][] {{NA}, {NA}}, 0),
            Outline.of(new int[] {0}));
    var weights = BlueprintWeights.of(study);
    assertTrue(weights.domainValues().getFirst().isEmpty());
    assertEquals(0, weights.used());
    assertTrue(
        WeightBootstrap.withDefaults()
            .run(study, seeded(1), d -> {})
            .domains()
            .getFirst()
            .percentile()
            .isEmpty());
  }

  @Test
  void splitting_a_task_moves_the_sum_rule_but_not_the_mean_rule() {
    double[][] two = {{4, 2}, {5, 3}};
    double[][] three = {{4, 4, 2}, {5, 5, 3}};
    double[][] onceEach = {{1, 1}, {1, 1}};
    double[][] thrice = {{1, 1, 1}, {1, 1, 1}};
    var before =
        WeightStudy.withDefaults(TaskRatings.of(two, onceEach, 0), Outline.of(new int[] {0, 1}));
    var after =
        WeightStudy.withDefaults(TaskRatings.of(three, thrice, 0), Outline.of(new int[] {0, 0, 1}));
    assertTrue(first(after, DomainRule.SUM_OF_TASKS) > first(before, DomainRule.SUM_OF_TASKS));
    assertEquals(
        first(before, DomainRule.MEAN_OF_TASKS), first(after, DomainRule.MEAN_OF_TASKS), 1e-12);
  }

  private static double first(WeightStudy study, DomainRule rule) {
    return BlueprintWeights.of(study.with(rule)).domainValues().getFirst().getAsDouble();
  }

  @Test
  void inclusion_rules_say_why() {
    // task 1: important, frequent, all; task 2: rare; task 3: half perform it; task 4: no answer
    double[][] importance = {{4, 4, 4, NA}, {5, 4, 4, NA}, {4, 4, NA, NA}, {5, 4, NA, NA}};
    double[][] frequency = {{4, 1, 5, NA}, {4, 1, 5, NA}, {5, 2, 0, NA}, {5, 2, 0, NA}};
    var tasks = TaskDescriptives.of(TaskRatings.of(importance, frequency, 0), .95);
    var opm = Inclusion.of(tasks, InclusionRule.opm());
    assertEquals("[true, false, false, false]", Arrays.toString(opm.kept()));
    assertEquals(.5, opm.decisions().get(2).checks().getFirst().value().getAsDouble());
    assertEquals(List.of(Warning.of(Warning.Kind.NO_DATA, "task 4")), opm.warnings());
    assertEquals(
        "[true, true, false, false]",
        Arrays.toString(Inclusion.of(tasks, InclusionRule.onetCore()).kept()));
    assertEquals(
        "[true, true, true, false]",
        Arrays.toString(Inclusion.of(tasks, InclusionRule.meanImportance(4)).kept()));
    // 4.5 − t(.975, 3) · .57735/2 = 4.5 − 3.182446 · .288675 = 3.581307
    assertEquals(
        3.581307,
        Inclusion.of(tasks, InclusionRule.importanceSurelyAbove(3, .95))
            .decisions()
            .getFirst()
            .checks()
            .getFirst()
            .value()
            .getAsDouble(),
        1e-6);
  }

  @Test
  void sensitivity_crosses_formulas_with_inclusion_rules() {
    var study = sample();
    var tasks = TaskDescriptives.of(study.ratings(), .95);
    var table =
        WeightSensitivity.of(
            study,
            tasks,
            new WeightSensitivity.Choices(
                List.of(InclusionRule.everything(), InclusionRule.meanImportance(3)),
                List.of(Combination.meanOfProducts(AS_ZERO), Combination.geometric()),
                List.of(DomainRule.values())));
    assertEquals(2 * (3 + 2), table.rows().size()); // geometric has no respondent shares
    assertEquals(3, table.ranges().size());
    assertEquals(
        BlueprintWeights.of(study).domainValues(), table.rows().getFirst().domainWeights());
    var range = table.ranges().getFirst();
    assertTrue(range.smallest().getAsDouble() < range.largest().getAsDouble());
  }

  /** Sixty respondents of three kinds; domain 2 is performed by some only. */
  private static WeightStudy sample() {
    double[][] importance = new double[60][6];
    double[][] frequency = new double[60][6];
    var random = seeded(42);
    for (int r = 0; r < 60; r++) {
      for (int t = 0; t < 6; t++) {
        importance[r][t] = 1 + random.nextInt(3) + (t < 3 ? 2 : 0);
        frequency[r][t] = random.nextInt(20) == 0 ? NA : random.nextInt(t < 3 ? 1 : 0, 6);
      }
    }
    return WeightStudy.withDefaults(
        TaskRatings.of(importance, frequency, 0), Outline.of(new int[] {0, 0, 0, 1, 1, 2}));
  }

  private static RandomGenerator.SplittableGenerator seeded(long seed) {
    return (RandomGenerator.SplittableGenerator)
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** By hand: c = 4, 2 | 6 of which the 2 is left out; sums 4 and 6 of 10. */
  @Test
  void weights_follow_from_combined_ratings_of_the_kept_tasks() {
    var outline = Outline.of(new int[] {0, 0, 1}).keeping(new boolean[] {true, false, true});
    var weights = PointWeights.of(new double[] {4, 2, 6}, outline, DomainRule.SUM_OF_TASKS);
    assertEquals(List.of(.4, 0., .6), Arrays.stream(weights.tasks()).boxed().toList());
    assertEquals(List.of(.4, .6), Arrays.stream(weights.domains()).boxed().toList());
  }

  /** By hand: means 3 and 6 of 9; the first domain is shared 4 : 2. */
  @Test
  void by_the_mean_a_long_list_gains_nothing() {
    var outline = Outline.of(new int[] {0, 0, 1});
    var weights = PointWeights.of(new double[] {4, 2, 6}, outline, DomainRule.MEAN_OF_TASKS);
    assertEquals(1 / 3.0, weights.domains()[0], 1e-15);
    assertEquals(2 / 9.0, weights.tasks()[0], 1e-15);
  }

  @Test
  void without_a_rating_above_zero_there_are_no_weights() {
    var outline = Outline.of(new int[] {0, 0});
    var weights = PointWeights.of(new double[] {0, NA}, outline, DomainRule.SUM_OF_TASKS);
    assertTrue(Double.isNaN(weights.tasks()[0]) && Double.isNaN(weights.domains()[0]));
  }
}
