package org.rolewright.psychometrics.cutscore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.irt.LogisticItem;

class CutScoresTest {
  private static final double[] SCORES =
      IntStream.rangeClosed(30, 95).mapToDouble(x -> x).toArray();

  @Provide
  Arbitrary<double[][]> judgements() {
    return Arbitraries.integers()
        .between(0, 20)
        .map(x -> x / 20.0)
        .array(Double[].class)
        .ofSize(4)
        .map(row -> Arrays.stream(row).mapToDouble(x -> x).toArray())
        .array(double[][].class)
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property
  void the_order_of_the_raters_does_not_matter(@ForAll("judgements") double[][] ratings) {
    double[][] reversed =
        IntStream.range(0, ratings.length)
            .mapToObj(r -> ratings[ratings.length - 1 - r])
            .toArray(double[][]::new);
    var a = ModifiedAngoff.of(ratings);
    var b = ModifiedAngoff.of(reversed);
    close(a.cut(), b.cut());
    close(a.standardError(), b.standardError());
    close(a.standardErrorItemsRandom(), b.standardErrorItemsRandom());
    close(a.trimmed(), b.trimmed());
  }

  @Property
  void percents_and_proportions_give_one_cut(@ForAll("judgements") double[][] ratings) {
    double[][] percents = map(ratings, x -> 100 * x);
    var percent = ModifiedAngoff.withDefaults().with(ModifiedAngoff.Unit.PERCENT);
    close(ModifiedAngoff.of(ratings).cut(), percent.estimate(percents).cut());
  }

  @Property
  void the_error_with_items_fixed_is_that_of_the_components(
      @ForAll("judgements") double[][] ratings) {
    var r = ModifiedAngoff.of(ratings);
    double judges = ratings.length;
    if (judges > 1) {
      double variance =
          r.components().rater().orElseThrow() / judges
              + r.components().residual().orElseThrow() / (judges * 4);
      assertEquals(4 * Math.sqrt(Math.max(0, variance)), r.standardError().orElseThrow(), 1e-7);
    }
  }

  @Property
  void a_panel_twice_keeps_its_cut_and_the_rules_agree_without_gaps(
      @ForAll("judgements") double[][] ratings) {
    double[][] twice = Stream.of(ratings, ratings).flatMap(Arrays::stream).toArray(double[][]::new);
    close(ModifiedAngoff.of(ratings).cut(), ModifiedAngoff.of(twice).cut());
    for (var rule : ModifiedAngoff.Missing.values()) {
      close(
          ModifiedAngoff.of(ratings).cut(),
          ModifiedAngoff.withDefaults().with(rule).estimate(ratings).cut());
    }
  }

  @Property
  void an_added_item_of_certain_success_adds_one_point(@ForAll("judgements") double[][] ratings) {
    double[][] more =
        Arrays.stream(ratings)
            .map(r -> DoubleStream.concat(Arrays.stream(r), DoubleStream.of(1)).toArray())
            .toArray(double[][]::new);
    var before = ModifiedAngoff.of(ratings);
    var after = ModifiedAngoff.of(more);
    assertEquals(before.cut().orElseThrow() + 1, after.cut().orElseThrow(), 1e-12);
    close(before.standardError(), after.standardError());
  }

  @Test
  void judgements_of_percents_are_never_taken_for_proportions() {
    assertThrows(
        IllegalArgumentException.class, () -> ModifiedAngoff.of(new double[][] {{0.5, 60}}));
    var mixed =
        ModifiedAngoff.withDefaults()
            .with(ModifiedAngoff.Unit.PERCENT)
            .estimate(new double[][] {{50, 0.6}, {40, 70}});
    assertTrue(mixed.warnings().contains(Warning.of(Kind.MIXED_SCALE)));
  }

  @Test
  void nobody_judged_gives_no_cut() {
    var result = ModifiedAngoff.of(new double[][] {{Double.NaN, Double.NaN}});
    assertTrue(result.cut().isEmpty());
    assertEquals(1, result.dropped());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_DATA)));
  }

  @Test
  void an_item_that_nobody_judged_leaves_the_cut_open() {
    var result = ModifiedAngoff.of(new double[][] {{0.5, Double.NaN}, {0.7, Double.NaN}});
    assertTrue(result.cut().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_DATA, "item 2")));
  }

  @Test
  void trimmed_and_median_cuts_rest_on_the_raters_own_cuts() {
    double[][] ratings = {{0.1, 0.1}, {0.5, 0.5}, {0.6, 0.6}, {1, 1}};
    var angoff = ModifiedAngoff.withDefaults();
    assertEquals(
        1.1,
        angoff.with(ModifiedAngoff.Trim.TWO_EXTREMES).estimate(ratings).cut().orElseThrow(),
        1e-12);
    var median = angoff.with(ModifiedAngoff.Trim.MEDIAN).estimate(ratings);
    assertEquals(1.1, median.cut().orElseThrow(), 1e-12);
    assertEquals(
        1.2533 * angoff.estimate(ratings).standardError().orElseThrow(),
        median.standardError().orElseThrow(),
        1e-12);
  }

  @Test
  void yes_and_no_are_counted() {
    var result = YesNoAngoff.of(new double[][] {{1, 1, 0}, {1, 0, 0}});
    assertEquals(1.5, result.cut().orElseThrow(), 1e-12);
    assertThrows(
        IllegalArgumentException.class, () -> YesNoAngoff.of(new double[][] {{0.5, 1, 0}}));
  }

  @Test
  void the_second_round_is_flagged_as_not_independent() {
    double[][] first = {{0.4, 0.6}, {0.6, 0.8}};
    double[][] second = {{0.5, 0.6}, {0.6, 0.7}};
    var rounds = AngoffRounds.of(ModifiedAngoff.withDefaults(), List.of(first, second));
    assertTrue(rounds.rounds().get(1).warnings().contains(Warning.of(Kind.NOT_INDEPENDENT)));
    assertEquals(0.05, rounds.changes().getFirst().meanAbsoluteChange().orElseThrow(), 1e-12);
    assertEquals(2, rounds.changes().getFirst().judgementsChanged());
    assertEquals(0, rounds.changes().getFirst().cutChange().orElseThrow(), 1e-12);
  }

  /** R 4.2.2: uniroot of sum(P) - sum(w), then mean(abs(w - P)) and mean(pmax(P, 1 - P)). */
  @Test
  void van_der_lindens_consistency_equals_its_definition() {
    double[] a = {1.2, .8, 1.5, 1, .6};
    double[] b = {-1, -.4, 0, .5, 1.2};
    double[] c = {.2, .15, .25, 0, .2};
    var items =
        IntStream.range(0, 5).mapToObj(i -> new LogisticItem(a[i], b[i], c[i], 1.7)).toList();
    var result = VanDerLinden.of(new double[] {.8, .6, .55, .4, .5}, items);
    assertEquals(-0.0367968174496893, result.proficiency().orElseThrow(), 1e-9);
    assertEquals(0.0947818024845529, result.meanError().orElseThrow(), 1e-9);
    assertEquals(0.7047818024845529, result.meanLargestError().orElseThrow(), 1e-9);
    assertEquals(0.8655161042035697, result.value().orElseThrow(), 1e-9);
    var beyond = VanDerLinden.of(new double[] {1, 1, 1, 1, 1}, items);
    assertTrue(beyond.value().isEmpty());
    assertTrue(beyond.warnings().contains(Warning.of(Kind.NOT_ATTAINABLE)));
  }

  @Test
  void a_rater_without_variance_has_no_correlation() {
    var result =
        RaterConsistency.of(new double[][] {{.5, .5, .5}, {.2, .5, .9}}, new double[] {.3, .5, .8});
    assertTrue(result.raters().getFirst().correlation().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_VARIANCE, "rater 1")));
    assertTrue(result.raters().get(1).correlation().orElseThrow() > 0.9);
  }

  /** R 4.2.2: qnorm(.75) * (x - median(x)) / mad(x, constant = 1). */
  @Test
  void a_rater_far_from_the_panel_is_shown() {
    double[] cuts = {8.4, 5.75, 5.8, 6.35, 7.7, 7.65, 6, 12.05};
    var all = Arrays.stream(cuts).mapToObj(OptionalDouble::of).toList();
    var result = OutlyingRaters.withDefaults().withFarthest(3).review(all);
    assertEquals(0.858441500249559, result.scores().getFirst().orElseThrow(), 1e-9);
    assertEquals(3.096521125900193, result.scores().get(7).orElseThrow(), 1e-9);
    assertEquals(
        List.of(8), result.findings().stream().map(OutlyingRaters.Finding::rater).toList());
    assertTrue(OutlyingRaters.withDefaults().review(all).findings().isEmpty());
    var agreeing =
        OutlyingRaters.withDefaults().review(List.of(all.get(0), all.get(0), all.get(0)));
    assertTrue(agreeing.findings().isEmpty());
    assertTrue(agreeing.warnings().contains(Warning.of(Kind.NO_VARIANCE)));
  }

  @Property
  void hofstee_moves_with_the_scores(@ForAll @DoubleRange(min = -20, max = 20) double by) {
    double whole = Math.rint(by);
    double[] moved = DoubleStream.of(SCORES).map(x -> x + whole).toArray();
    var here = Hofstee.of(SCORES, List.of(bounds(45, 65, 10, 50)));
    var there = Hofstee.of(moved, List.of(bounds(45 + whole, 65 + whole, 10, 50)));
    assertEquals(here.cut().orElseThrow() + whole, there.cut().orElseThrow(), 1e-9);
    close(here.failing(), there.failing());
    assertTrue(here.cut().getAsDouble() >= 45 && here.cut().getAsDouble() <= 65);
  }

  private static Hofstee.Bounds bounds(double kMin, double kMax, double fMin, double fMax) {
    return new Hofstee.Bounds(kMin, kMax, fMin, fMax);
  }

  @Test
  void one_acceptable_cut_is_taken_if_its_failure_rate_is_acceptable() {
    assertEquals(50, Hofstee.of(SCORES, List.of(bounds(50, 50, 20, 40))).cut().orElseThrow());
    assertTrue(Hofstee.of(SCORES, List.of(bounds(50, 50, 40, 60))).cut().isEmpty());
  }

  @Test
  void one_rater_of_beuk_has_no_slope_and_equal_cuts_stand_upright() {
    var one = Beuk.of(SCORES, 100, List.of(new Beuk.Judgement(60, 70)));
    assertTrue(one.cut().isEmpty());
    assertTrue(one.warnings().contains(Warning.of(Kind.ONE_RATER)));
    var same =
        Beuk.of(SCORES, 100, List.of(new Beuk.Judgement(60, 70), new Beuk.Judgement(60, 80)));
    assertEquals(60, same.cut().orElseThrow(), 1e-12);
    assertTrue(same.slope().isEmpty());
    var level =
        Beuk.of(SCORES, 100, List.of(new Beuk.Judgement(60, 70), new Beuk.Judgement(64, 70)));
    assertEquals(70, level.passing().orElseThrow(), 1e-9);
  }

  @Property
  void harder_items_move_a_bookmark_by_as_much(@ForAll @DoubleRange(min = -2, max = 2) double by) {
    int[] pages = {2, 3, 3};
    var here = Bookmark.withDefaults().estimate(items(0), pages);
    var there = Bookmark.withDefaults().estimate(items(by), pages);
    assertEquals(here.proficiency().orElseThrow() + by, there.proficiency().orElseThrow(), 1e-9);
    assertEquals(here.rawCut().orElseThrow(), there.rawCut().orElseThrow(), 1e-9);
    assertEquals(here.order(), there.order());
  }

  private static List<LogisticItem> items(double shift) {
    return List.of(
        new LogisticItem(1, 1 + shift, 0, 1),
        new LogisticItem(0.8, -1 + shift, 0.7, 1),
        new LogisticItem(1.3, 0 + shift, 0, 1),
        new LogisticItem(1, 2 + shift, 0, 1));
  }

  @Test
  void guessing_above_the_response_probability_has_no_location() {
    var result =
        Bookmark.withDefaults()
            .with(Bookmark.Guessing.LEFT_IN)
            .estimate(items(0), new int[] {1, 3});
    assertEquals(2, result.order().getFirst());
    assertTrue(result.raterProficiencies().getFirst().isEmpty());
    assertEquals(1, result.dropped());
    assertTrue(result.warnings().contains(Warning.of(Kind.NOT_ATTAINABLE, "page 1")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Bookmark.withDefaults().estimate(items(0), new int[] {5}));
  }

  @Property
  void the_cuts_of_groups_move_with_the_scale(
      @ForAll @DoubleRange(min = -30, max = 30) double shift,
      @ForAll @DoubleRange(min = 0.5, max = 4) double factor) {
    double[] low = {40, 44, 47, 50, 52, 55, 61};
    double[] high = {48, 54, 58, 60, 63, 66, 71, 75};
    var here = ContrastingGroups.of(low, high);
    var there = ContrastingGroups.of(moved(low, shift, factor), moved(high, shift, factor));
    for (var cut :
        List.<java.util.function.Function<ContrastingGroups, OptionalDouble>>of(
            ContrastingGroups::midpointOfMeans,
            ContrastingGroups::crossingEqualPriors,
            ContrastingGroups::crossingSamplePriors,
            ContrastingGroups::logisticCut)) {
      assertEquals(
          shift + factor * cut.apply(here).orElseThrow(), cut.apply(there).orElseThrow(), 1e-6);
    }
  }

  private static double[] moved(double[] x, double shift, double factor) {
    return DoubleStream.of(x).map(v -> shift + factor * v).toArray();
  }

  @Test
  void separated_groups_fall_back_to_the_middle_of_the_gap() {
    var result = ContrastingGroups.of(new double[] {40, 45, 50}, new double[] {56, 60, 70});
    assertTrue(result.logistic().isEmpty());
    assertEquals(53, result.logisticCut().orElseThrow());
    assertEquals(0, result.fewestErrors());
    assertEquals(List.of(51, 52, 53, 54, 55, 56), result.bestCuts());
    assertTrue(result.warnings().contains(Warning.of(Kind.SEPARATION, "logistic regression")));
  }

  @Test
  void groups_without_variance_have_no_crossing_and_exchanged_groups_are_noticed() {
    var constant = ContrastingGroups.of(new double[] {50, 50}, new double[] {48, 60});
    assertTrue(constant.crossingEqualPriors().isEmpty());
    assertTrue(constant.warnings().contains(Warning.of(Kind.NO_VARIANCE, "densities")));
    var exchanged = ContrastingGroups.of(new double[] {60, 70, 65}, new double[] {40, 50, 66});
    assertTrue(exchanged.warnings().contains(Warning.of(Kind.REVERSED)));
  }

  @Test
  void the_borderline_group_of_one_has_no_error() {
    var one = BorderlineGroup.of(new double[] {61, Double.NaN});
    assertEquals(61, one.median().orElseThrow());
    assertTrue(one.standardErrorOfMedian().isEmpty());
    assertTrue(one.warnings().contains(Warning.of(Kind.ONE_PERSON)));
    assertTrue(BorderlineGroup.of(new double[0]).warnings().contains(Warning.of(Kind.NO_DATA)));
  }

  /** R 4.2.2: lm(y ~ g), predict(se.fit = TRUE, interval = "confidence") at g = 2. */
  @Test
  void borderline_regression_equals_lm() {
    double[] y = {52, 61, 58, 70, 66, 75, 80, 49, 63, 72};
    double[] g = {2, 3, 2, 4, 3, 4, 5, 1, 3, 4};
    var line = BorderlineRegression.of(y, g, 2);
    assertEquals(39.51162790697674, line.intercept().orElseThrow(), 1e-10);
    assertEquals(8.09302325581395, line.slope().orElseThrow(), 1e-10);
    assertEquals(55.6976744186046, line.cut().orElseThrow(), 1e-10);
    assertEquals(1.07256543426525, line.standardError().orElseThrow(), 1e-10);
    assertEquals(53.2243340919119, line.interval().orElseThrow().lower(), 1e-8);
    assertEquals(58.1710147452974, line.interval().orElseThrow().upper(), 1e-8);
    assertEquals(2.43640031842633, line.residualSd().orElseThrow(), 1e-10);
    assertEquals(0.946785777573932, line.squaredCorrelation().orElseThrow(), 1e-10);
    var level = BorderlineRegression.of(y, new double[10], 0);
    assertTrue(level.cut().isEmpty());
    assertTrue(level.warnings().contains(Warning.of(Kind.NO_VARIANCE, "ratings")));
  }

  @Test
  void a_cut_between_two_scores_means_the_higher_one() {
    assertEquals(69, CutAdjustment.lowestPassing(68.4));
    assertEquals(68, CutAdjustment.lowestPassing(68 + 1e-12));
    var none = CutAdjustment.of(68.4, 1.2, new double[0], 0);
    assertTrue(none.options().getFirst().passing().isEmpty());
    assertTrue(none.warnings().contains(Warning.of(Kind.NO_DATA)));
  }

  @Test
  void an_incomplete_rater_of_ebel_is_left_out() {
    var result =
        Ebel.of(
            new int[][] {{2, 0}, {1, 1}},
            new double[][][] {{{90, Double.NaN}, {70, 50}}, {{80, Double.NaN}, {Double.NaN, 40}}});
    assertEquals(3, result.cut().orElseThrow(), 1e-12);
    assertEquals(1, result.dropped());
    assertTrue(result.standardError().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.ONE_RATER)));
  }

  private static double[][] map(double[][] x, java.util.function.DoubleUnaryOperator change) {
    return Arrays.stream(x)
        .map(r -> Arrays.stream(r).map(change).toArray())
        .toArray(double[][]::new);
  }

  private static void close(OptionalDouble a, OptionalDouble b) {
    assertEquals(a.isPresent(), b.isPresent());
    assertEquals(a.orElse(0), b.orElse(0), 1e-9);
  }
}
