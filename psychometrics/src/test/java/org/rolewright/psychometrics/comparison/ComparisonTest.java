package org.rolewright.psychometrics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.sampling.EarlyLate;

class ComparisonTest extends OracleTest {
  private static final double NA = Double.NaN;

  @Override
  protected List<Family> families() {
    return List.of(
        family("two groups", c -> c.expects("cohen_d"), this::twoGroups),
        family("one-way analysis", c -> c.expects("eta2"), this::oneWay),
        family("adjusted p", c -> c.expects("holm"), this::adjusted),
        family("profile agreement", c -> c.expects("D2", "level"), this::profiles),
        family(
            "rank correlation of degenerate data",
            c -> c.hasEach("x", "y") && c.expects("spearman"),
            this::rankCorrelations));
  }

  private void twoGroups(OracleCase c) {
    var d = GroupDifference.of(c.vector("g1"), c.vector("g2"));
    c.check("mean_diff", d.difference());
    c.check("pooled_sd", d.pooledSd());
    c.check("cohen_d", d.cohenD());
    c.check("hedges_g_approx", d.hedgesGApproximate());
    c.check("hedges_g_exact", d.hedgesG());
    c.check("glass_delta_g2", d.glassDelta());
    c.check("t_pooled", d.pooled().t());
    c.check("df_pooled", d.pooled().degreesOfFreedom());
    c.check("p_pooled", d.pooled().p());
    c.check("t_welch", d.welch().t());
    c.check("df_welch", d.welch().degreesOfFreedom());
    c.check("p_welch", d.welch().p());
    c.checkIfPresent("psych_cohen_d", d.cohenDOnN());
  }

  private void oneWay(OracleCase c) {
    var a = OneWay.of(c.matrix("groups"));
    c.check("ss_between", a.sumOfSquaresBetween());
    c.check("ss_within", a.sumOfSquaresWithin());
    c.check("df", new double[] {a.classical().df1(), a.classical().df2()});
    c.check("F", a.classical().statistic());
    c.check("p", a.classical().p());
    c.check("eta2", a.etaSquared());
    c.check("omega2", a.omegaSquared());
    c.check("epsilon2", a.epsilonSquared());
    c.check("welch_F", a.welch().statistic());
    c.check("welch_df", new double[] {a.welch().df1(), a.welch().df2()});
    c.check("welch_p", a.welch().p());
    c.check("kw_H_tie_corrected", a.kruskalWallis().statistic());
    c.check("kw_p", a.kruskalWallis().p());
    c.check("brown_forsythe_F", a.brownForsythe().statistic());
    c.check("brown_forsythe_p", a.brownForsythe().p());
  }

  private void adjusted(OracleCase c) {
    var p = AdjustedP.of(c.vector("p"));
    c.check("bonferroni", p.bonferroni());
    c.check("holm", p.holm());
    c.check("bh", p.benjaminiHochberg());
  }

  private void profiles(OracleCase c) {
    var a = ProfileAgreement.of(c.vector("x"), c.vector("y"));
    c.check("pearson", a.pearson());
    c.check("spearman", a.spearman());
    c.check("kendall_tau_b", a.kendallTauB());
    c.check("double_entry_icc", a.doubleEntry());
    c.check("lin_ccc_n_minus_1", a.concordance());
    c.check("lin_ccc_n", a.concordanceOnN());
    c.check("icc_a1", a.agreement());
    c.check("icc_c1", a.consistency());
    c.check("D2", a.distance().squared());
    c.check("level", a.distance().level());
    c.check("scatter", a.distance().scatter());
    c.check("shape", a.distance().shape());
    c.check("mean_abs_diff", a.meanAbsoluteDifference());
    c.check("rmsd", a.rootMeanSquare());
  }

  private void rankCorrelations(OracleCase c) {
    var all =
        c.cases().stream()
            .map(in ->
                ProfileAgreement.of(OracleCase.vector(in.get("x")), OracleCase.vector(in.get("y"))))
            .toList();
    c.check("spearman", all.stream().map(ProfileAgreement::spearman).toList());
    c.check("kendall_tau_b", all.stream().map(ProfileAgreement::kendallTauB).toList());
  }

  // Degenerate data

  @Test
  void no_variance_has_a_difference_but_no_size() {
    var d = GroupDifference.of(new double[] {4, 4}, new double[] {3, 3});
    assertEquals(1, d.difference().getAsDouble());
    assertEquals(0, d.pooledSd().getAsDouble());
    assertTrue(d.cohenD().isEmpty() && d.welch().p().isEmpty() && d.glassDelta().isEmpty());
    assertEquals(List.of(Warning.of(Warning.Kind.NO_VARIANCE)), d.warnings());
  }

  @Test
  void an_empty_group_or_a_group_of_one_is_told() {
    var none = GroupDifference.of(new double[] {NA}, new double[] {3, 4});
    assertTrue(none.difference().isEmpty() && none.interval().isEmpty());
    assertEquals(Warning.Kind.NO_DATA, none.warnings().getFirst().kind());
    var one = GroupDifference.of(new double[] {5}, new double[] {3, 4});
    assertTrue(one.welch().t().isEmpty());
    assertEquals(Warning.Kind.TOO_FEW_OBSERVATIONS, one.warnings().getFirst().kind());
  }

  @Test
  void groups_without_variance_have_no_f() {
    var flat = OneWay.of(new double[][] {{3, 3}, {4, 4}});
    assertTrue(flat.classical().statistic().isEmpty() && flat.welch().p().isEmpty());
    assertEquals(Warning.Kind.NO_VARIANCE, flat.warnings().getFirst().kind());
    var single = OneWay.of(new double[][] {{3, 4}, {NA}});
    assertTrue(single.classical().statistic().isEmpty() && single.etaSquared().isEmpty());
    assertEquals(2, single.warnings().size());
  }

  @Test
  void a_test_that_is_not_available_stays_so_and_does_not_count() {
    var p = AdjustedP.of(new double[] {.01, NA, .04});
    assertEquals(OptionalDouble.empty(), p.holm().get(1));
    assertEquals(.02, p.holm().getFirst().getAsDouble(), 1e-15);
    assertEquals(2, p.tests());
  }

  @Test
  void a_constant_profile_has_no_correlation_and_concordance_zero() {
    var flat = ProfileAgreement.of(new double[] {3, 3, 3}, new double[] {1, 2, 6});
    assertTrue(flat.pearson().isEmpty() && flat.spearman().isEmpty());
    assertEquals(0, flat.concordance().getAsDouble());
    assertEquals(Warning.of(Warning.Kind.NO_VARIANCE, "first profile"), flat.warnings().getFirst());
    assertTrue(ProfileAgreement.of(new double[] {NA}, new double[] {1}).concordance().isEmpty());
  }

  @Test
  void the_panel_and_the_field_differ_by_mean_and_by_rank() {
    double[][] panel = {{5, 3, 2, NA}, {4, 3, 1, NA}, {5, 2, 2, NA}};
    double[][] field = {{3, 4, 2, 1}, {2, 5, 1, 2}, {3, 4, 3, 2}, {4, 4, 2, 1}};
    var report = TaskDifferences.of(panel, field, .95);
    var first = report.tasks().getFirst();
    assertEquals(14 / 3.0 - 3, first.difference().difference().getAsDouble(), 1e-12);
    assertEquals(1, first.firstRank().getAsDouble());
    assertEquals(2, first.secondRank().getAsDouble());
    assertEquals(1, first.rankShift().getAsDouble());
    assertTrue(first.difference().interval().orElseThrow().lower() > 0);
    assertTrue(report.tasks().get(3).rankShift().isEmpty());
    assertEquals(3, report.tests());
    assertEquals(1, report.profiles().dropped());
  }

  @Test
  void early_and_late_are_taken_by_time() {
    double[][] ratings = {{5}, {1}, {3}, {5}, {1}, {3}, {4}, {2}};
    double[] time = {1, 9, 5, 2, 8, 4, 3, 7};
    var waves = EarlyLate.of(ratings, time, .25, .95);
    assertEquals(2, waves.early());
    assertEquals(4, waves.comparison().tasks().getFirst().difference().difference().getAsDouble());
  }

  @Test
  void subgroups_are_compared_task_by_task_and_pair_by_pair() {
    double[][] ratings = {{5, 1}, {4, 2}, {5, 3}, {1, 2}, {2, 2}, {1, 3}, {3, NA}, {3, 2}};
    var report = SubgroupComparison.of(ratings, new int[] {0, 0, 0, 1, 1, 1, 2, 2});
    assertEquals(List.of(3, 3, 2), report.groupSizes());
    assertEquals(3, report.profiles().size());
    assertEquals(
        OneWay.of(new double[][] {{5, 4, 5}, {1, 2, 1}, {3, 3}}), report.tasks().getFirst().test());
    assertEquals(1, report.tasks().get(1).test().dropped());
  }
}
