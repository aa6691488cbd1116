package org.rolewright.psychometrics.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.irt.LogisticItem;

class DecisionsTest {
  private static final double[] SCORES = {12, 15, 18, 20, 22, 22, 25, 27, 28, 31, 33, 38};

  /** R 4.2.2: the bivariate beta-binomial summed by lchoose and lbeta. */
  @Test
  void huynh_exact_equals_the_summed_density() {
    var result = Huynh.exact(new Huynh.Moments(6.1, 6.2, 10), 8);
    assertEquals(0.684767025089606, result.reliability().orElseThrow(), 1e-12);
    assertEquals(0.771194659495328, result.agreement().orElseThrow(), 1e-11);
    assertEquals(0.332630542545388, result.passRate().orElseThrow(), 1e-11);
    assertEquals(0.484643556783289, result.kappa().orElseThrow(), 1e-11);
  }

  /** R 4.2.2: integrate(dnorm(t) * pnorm((z - r t) / sqrt(1 - r^2)), -Inf, z). */
  @Test
  void peng_and_subkoviak_equal_the_bivariate_normal_integral() {
    var result = Huynh.normal(new Huynh.Moments(6.1, 6.2, 10), 8);
    assertEquals(0.780165359985868, result.agreement().orElseThrow(), 1e-10);
    assertEquals(0.286971647250492, result.passRate().orElseThrow(), 1e-12);
    assertEquals(0.462819374130875, result.kappa().orElseThrow(), 1e-9);
  }

  @Test
  void hanson_brennan_with_kr21_is_the_beta_binomial_of_huynh() {
    var moments = ScoreMoments.of(SCORES);
    double kr21 =
        KuderRichardson21.ofMoments(moments.mean(), moments.variance(), 40).value().orElseThrow();
    var brennan = HansonBrennan.of(SCORES, 40, kr21, 25);
    var huynh = Huynh.exact(Huynh.Moments.of(SCORES, 40), 25);
    assertEquals(0, brennan.lordsK().orElseThrow(), 1e-12);
    assertTrue(brennan.warnings().contains(Warning.of(Kind.FALLBACK, "two-parameter beta")));
    assertEquals(
        huynh.agreement().orElseThrow(),
        brennan.classification().orElseThrow().consistency(),
        1e-10);
  }

  @Property
  void the_four_outcomes_share_all_probability(
      @ForAll @DoubleRange(min = 0.3, max = 8) double alpha,
      @ForAll @DoubleRange(min = 0.3, max = 8) double beta,
      @ForAll @DoubleRange(min = 0, max = 1) double cut,
      @ForAll @IntRange(min = 1, max = 150) int length) {
    var d =
        LivingstonLewis.given(new TrueScores(0.1, 0.95, alpha, beta), length, cut)
            .classification()
            .orElseThrow();
    assertEquals(
        1,
        d.trueFailObservedFail()
            + d.trueFailObservedPass()
            + d.truePassObservedFail()
            + d.truePassObservedPass(),
        1e-9);
    assertTrue(d.consistency() >= d.chance() - 1e-9);
    assertTrue(d.consistency() <= 1 + 1e-9 && d.accuracy() <= 1 + 1e-9);
  }

  @Property
  void another_scale_of_the_scores_decides_alike(
      @ForAll @DoubleRange(min = -50, max = 50) double shift,
      @ForAll @DoubleRange(min = 0.1, max = 9) double factor) {
    var raw = LivingstonLewis.withDefaults().estimate(SCORES, 0.8, scale(0, 40, 24));
    double[] moved = DoubleStream.of(SCORES).map(x -> shift + factor * x).toArray();
    var other =
        LivingstonLewis.withDefaults()
            .estimate(moved, 0.8, scale(shift, shift + factor * 40, shift + factor * 24));
    assertEquals(
        raw.classification().orElseThrow().consistency(),
        other.classification().orElseThrow().consistency(),
        1e-7);
  }

  private static LivingstonLewis.Scale scale(double min, double max, double cut) {
    return new LivingstonLewis.Scale(min, max, cut);
  }

  @Property
  void subkoviak_agrees_at_least_as_often_as_chance(
      @ForAll @IntRange(min = 0, max = 41) int cut,
      @ForAll @DoubleRange(min = 0, max = 1) double reliability) {
    var result = Subkoviak.of(SCORES, 40, reliability, cut);
    assertTrue(result.agreement().orElseThrow() >= result.chance().orElseThrow() - 1e-9);
  }

  @Test
  void subkoviak_without_reliability_has_no_agreement_beyond_chance() {
    assertEquals(0, Subkoviak.of(SCORES, 40, 0, 25).kappa().orElseThrow(), 1e-12);
  }

  @Test
  void equal_scores_give_no_classification_and_say_why() {
    double[] equal = {20, 20, 20};
    var lewis = LivingstonLewis.withDefaults().estimate(equal, 0.8, scale(0, 40, 24));
    assertTrue(lewis.classification().isEmpty());
    assertTrue(lewis.warnings().contains(Warning.of(Kind.NO_VARIANCE)));
    assertTrue(HansonBrennan.of(equal, 40, 0.8, 24).classification().isEmpty());
    assertTrue(Subkoviak.of(equal, 40, 0.8, 24).agreement().isPresent());
    assertTrue(Huynh.exact(Huynh.Moments.of(equal, 40), 24).agreement().isEmpty());
  }

  @Test
  void no_scores_give_nothing_but_a_warning() {
    double[] none = {Double.NaN};
    var lewis = LivingstonLewis.withDefaults().estimate(none, 0.8, scale(0, 40, 24));
    assertEquals(1, lewis.dropped());
    assertTrue(lewis.warnings().contains(Warning.of(Kind.NO_DATA)));
    assertTrue(Subkoviak.of(none, 40, 0.8, 24).agreement().isEmpty());
    assertTrue(HansonBrennan.of(none, 40, 0.8, 24).lordsK().isEmpty());
  }

  @Test
  void unusable_reliability_gives_no_classification() {
    for (double r : new double[] {-0.2, 0, 1}) {
      var result = LivingstonLewis.withDefaults().estimate(SCORES, r, scale(0, 40, 24));
      assertTrue(result.classification().isEmpty());
      assertTrue(result.warnings().contains(Warning.of(Kind.OUT_OF_BOUNDS, "reliability")));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> LivingstonLewis.withDefaults().estimate(SCORES, 1.1, scale(0, 40, 24)));
    assertThrows(
        IllegalArgumentException.class,
        () -> LivingstonLewis.withDefaults().estimate(SCORES, 0.8, scale(0, 30, 24)));
  }

  @Test
  void a_cut_that_nobody_can_miss_agrees_for_certain_and_has_no_kappa() {
    var result = Subkoviak.of(SCORES, 40, 0.8, 0);
    assertEquals(1, result.agreement().orElseThrow(), 1e-12);
    assertTrue(result.kappa().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.ONE_CATEGORY, "kappa")));
  }

  @Property
  void livingston_k2_is_reliability_at_the_mean_and_grows_away_from_it(
      @ForAll @DoubleRange(min = 0, max = 30) double distance) {
    double atMean = LivingstonK2.of(0.8, 20, 25, 20).value().orElseThrow();
    double away = LivingstonK2.of(0.8, 20, 25, 20 + distance).value().orElseThrow();
    assertEquals(0.8, atMean, 1e-15);
    assertTrue(away >= atMean - 1e-15 && away <= 1);
  }

  @Test
  void livingston_k2_is_undefined_without_any_deviation() {
    assertTrue(LivingstonK2.of(0.8, 20, 0, 20).value().isEmpty());
  }

  @Test
  void classification_by_theta_needs_a_theta() {
    var items = List.of(new LogisticItem(1, 0, 0, 1), new LogisticItem(1, 1, 0, 1));
    var result = IrtClassification.lee(items, 1, new double[] {Double.NaN});
    assertTrue(result.accuracy().isEmpty());
    assertTrue(result.warnings().contains(Warning.of(Kind.NO_DATA)));
    var certain = IrtClassification.lee(items, 0, new double[] {-1, 0, 1});
    assertEquals(1, certain.accuracy().orElseThrow(), 1e-12);
  }
}
