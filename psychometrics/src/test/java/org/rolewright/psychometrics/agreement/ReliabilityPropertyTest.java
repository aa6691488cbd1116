package org.rolewright.psychometrics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.rng.simple.RandomSource;
import org.rolewright.psychometrics.agreement.CoefficientAlpha.ConstantItems;
import org.rolewright.psychometrics.agreement.CoefficientAlpha.Missing;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Form;
import org.rolewright.psychometrics.agreement.TablesOfRatings.Table;

/** What holds for every table, whatever the ratings. */
@Domain(TablesOfRatings.class)
class ReliabilityPropertyTest {

  @Property(tries = 200)
  void alpha_knows_no_order_no_origin_no_unit_and_no_number_of_copies(@ForAll Table table) {
    var alpha = alpha(table);
    same(alpha, alpha(table.columnsReversed()), 1e-9);
    same(alpha, alpha(table.map(x -> 7 - 3 * x)), 1e-9);
    same(alpha, alpha(table.map(x -> x + 1e6)), 1e-6);
    same(alpha, alpha(table.rowsTwice()), 1e-9);
    assertTrue(alpha.orElse(0) <= 1 + 1e-12);
  }

  @Property(tries = 200)
  void a_constant_item_changes_alpha_only_by_its_count(@ForAll Table table) {
    double k = table.cells()[0].length;
    var longer = table.withColumnOf(3);
    var alpha = alpha(table);
    Assume.that(alpha.isPresent());
    double expected = alpha.getAsDouble() * (k - 1) / k * (k + 1) / k;
    assertEquals(expected, alpha(longer).orElseThrow(), 1e-9);
    var dropped = CoefficientAlpha.withDefaults().with(ConstantItems.DROP);
    same(dropped.estimate(table.cells()).alpha(), dropped.estimate(longer.cells()).alpha(), 1e-9);
  }

  @Property(tries = 200)
  void two_passes_say_what_the_covariance_matrix_says(@ForAll Table table) {
    var passes = ItemMoments.ofComplete(table.cells());
    var matrix = Covariances.ofComplete(table.cells());
    var moments = ItemMoments.ofCovariances(matrix, table.cells().length);
    assertEquals(moments.totalVariance(), passes.totalVariance(), 1e-9);
    assertEquals(moments.varianceSum(), passes.varianceSum(), 1e-9);
    assertEquals(moments.correlationSum(), passes.correlationSum(), 1e-9);
    for (int i = 0; i < matrix.length; i++) {
      assertEquals(moments.restVariance(i), passes.restVariance(i), 1e-9);
    }
  }

  @Property(tries = 200)
  void without_missing_answers_the_missing_rule_does_not_matter(@ForAll Table table) {
    var pairwise = CoefficientAlpha.withDefaults().with(Missing.PAIRWISE);
    same(alpha(table), pairwise.estimate(table.cells()).alpha(), 1e-9);
  }

  @Property(tries = 200)
  void consistency_of_the_mean_is_alpha(@ForAll Table table) {
    var icc = IntraclassCorrelation.of(table.cells()).form(Form.ICC3K);
    var alpha = CoefficientAlpha.of(table.cells());
    Assume.that(alpha.alpha().isPresent());
    same(alpha.alpha(), icc.icc(), 1e-9);
    if (icc.interval().isPresent() && alpha.interval().isPresent()) {
      assertEquals(alpha.interval().get().lower(), icc.interval().get().lower(), 1e-7);
    }
  }

  @Property(tries = 200)
  void intraclass_correlations_know_no_rater_names_no_origin_and_no_unit(@ForAll Table table) {
    for (var form : Form.values()) {
      var icc = icc(table, form);
      same(icc, icc(table.columnsReversed(), form), 1e-8);
      same(icc, icc(table.map(x -> 2 * x - 9), form), 1e-8);
      assertTrue(form.ordinal() >= Form.ICC1K.ordinal() || icc.orElse(0) <= 1 + 1e-12);
    }
  }

  /** An empty column leads through the method for empty cells, which must agree on the rest. */
  @Property(tries = 200)
  void with_no_cell_empty_components_and_mean_squares_agree(@ForAll Table table) {
    var padded = table.withColumnOf(Double.NaN);
    for (var form : Form.values()) {
      same(icc(table, form), icc(padded, form), 1e-7);
    }
    var full = CrossedStudy.of(table.cells());
    var empty = CrossedStudy.of(padded.cells());
    same(full.object().estimate(), empty.object().estimate(), 1e-8);
    same(full.condition().estimate(), empty.condition().estimate(), 1e-8);
    same(full.interaction().estimate(), empty.interaction().estimate(), 1e-8);
    same(full.object().standardError(), empty.object().standardError(), 1e-8);
  }

  @Property(tries = 200)
  void decision_study_of_the_same_size_is_the_intraclass_correlation(@ForAll Table table) {
    var study = CrossedStudy.of(table.cells());
    Assume.that(!study.object().isNegative() && !study.condition().isNegative());
    var decision = study.decide(table.cells()[0].length);
    var icc = IntraclassCorrelation.of(table.cells());
    same(icc.form(Form.ICC3K).icc(), decision.generalizability(), 1e-8);
    same(icc.form(Form.ICC2K).icc(), decision.dependability(), 1e-8);
  }

  @Property(tries = 200)
  void the_number_needed_reaches_the_target_and_one_less_does_not(@ForAll Table table) {
    var study = CrossedStudy.of(table.cells());
    var needed = study.neededForDependability(0.8);
    Assume.that(needed.isPresent());
    int n = needed.getAsInt();
    assertTrue(study.decide(n).dependability().orElse(1) >= 0.8 - 1e-9);
    assertTrue(n == 1 || study.decide(n - 1).dependability().orElseThrow() < 0.8);
  }

  @Property(tries = 200)
  void guttmans_bounds_keep_their_order(@ForAll Table table) {
    var lambdas = GuttmanLambdas.ofCovariances(table.cells());
    Assume.that(lambdas.lambda1().isPresent());
    double lambda1 = lambdas.lambda1().getAsDouble();
    double lambda2 = lambdas.lambda2().orElseThrow();
    same(alpha(table), lambdas.lambda3(), 1e-9);
    assertTrue(lambda2 >= lambdas.lambda3().orElseThrow() - 1e-9);
    assertTrue(lambdas.lambda5().orElseThrow() >= lambda1 - 1e-12);
    var halves = SplitHalf.oddEven().ofItems(table.cells());
    assertTrue(lambdas.lambda4().orElseThrow() >= halves.rulon().orElse(-1e9) - 1e-9);
  }

  @Property(tries = 200)
  void exchange_finds_halves_that_are_seldom_worse_and_never_better_than_the_best(
      @ForAll Table table) {
    double[][] c = Covariances.ofComplete(table.cells());
    double best = BestHalves.covariance(c, GuttmanLambdas.EXHAUSTIVE_ITEMS);
    double found = BestHalves.covariance(c, 0);
    assertTrue(found <= best + 1e-9);
    assertTrue(c.length > 4 || found >= best - 1e-9);
  }

  @Property(tries = 50)
  void random_halves_come_from_the_seed_alone(@ForAll Table table) {
    var first =
        SplitHalf.random(5, RandomSource.XO_RO_SHI_RO_128_PP.create(7))
            .ofRespondents(table.cells());
    var again =
        SplitHalf.random(5, RandomSource.XO_RO_SHI_RO_128_PP.create(7))
            .ofRespondents(table.cells());
    assertEquals(first, again);
  }

  @Property(tries = 200)
  void omega_is_a_share(@ForAll Table table) {
    for (var estimator : McDonaldOmega.Estimator.values()) {
      var omega = McDonaldOmega.withDefaults().with(estimator).estimate(table.cells()).omega();
      assertTrue(omega.orElse(0) >= 0 && omega.orElse(0) <= 1);
    }
  }

  private static OptionalDouble alpha(Table table) {
    return CoefficientAlpha.of(table.cells()).alpha();
  }

  private static OptionalDouble icc(Table table, Form form) {
    return IntraclassCorrelation.of(table.cells()).form(form).icc();
  }

  private static void same(OptionalDouble expected, OptionalDouble found, double tolerance) {
    assertEquals(expected.isPresent(), found.isPresent());
    double size = Math.max(1, Math.abs(expected.orElse(0)));
    assertEquals(expected.orElse(0) / size, found.orElse(0) / size, tolerance);
  }
}
