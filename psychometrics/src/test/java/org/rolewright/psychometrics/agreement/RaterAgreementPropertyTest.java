package org.rolewright.psychometrics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.rolewright.psychometrics.agreement.KrippendorffAlpha.Level;
import org.rolewright.psychometrics.agreement.TablesOfRatings.Table;
import org.rolewright.psychometrics.data.Matrices;

/** What holds for every table of ratings, whatever they are. */
@Domain(TablesOfRatings.class)
class RaterAgreementPropertyTest {

  @Property(tries = 200)
  void krippendorff_alpha_is_that_of_the_coincidence_matrix(@ForAll Table table) {
    for (var level : Level.values()) {
      double[][] observers = Matrices.transpose(table.cells());
      same(coincidenceAlpha(table.cells(), level), KrippendorffAlpha.of(observers, level).alpha());
    }
  }

  /** The definition, by the matrix of coincidences: Krippendorff (2011), steps A to D. */
  private static OptionalDouble coincidenceAlpha(double[][] units, Level level) {
    double[][] o = new double[6][6];
    for (double[] unit : units) {
      for (int a = 0; a < unit.length; a++) {
        for (int b = 0; b < unit.length; b++) {
          if (a != b) {
            o[(int) unit[a]][(int) unit[b]] += 1.0 / (unit.length - 1);
          }
        }
      }
    }
    double[] n = Arrays.stream(o).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double total = Arrays.stream(n).sum();
    double observed = 0;
    double expected = 0;
    for (int c = 1; c < 6; c++) {
      for (int k = c + 1; k < 6; k++) {
        double distance = distance(n, c, k, level);
        observed += o[c][k] * distance;
        expected += n[c] * n[k] * distance;
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (total - 1) * observed / expected);
  }

  private static double distance(double[] n, int c, int k, Level level) {
    return switch (level) {
      case NOMINAL -> 1;
      case INTERVAL -> (c - k) * (c - k);
      case RATIO -> (double) (c - k) * (c - k) / ((c + k) * (c + k));
      case ORDINAL -> {
        double between = -(n[c] + n[k]) / 2;
        for (int g = c; g <= k; g++) {
          between += n[g];
        }
        yield between * between;
      }
    };
  }

  @Property(tries = 200)
  void krippendorff_alpha_knows_no_origin_and_no_unit_where_its_level_has_none(
      @ForAll Table table) {
    double[][] ratings = table.cells();
    double[][] moved = table.map(x -> 4 * x + 1).cells();
    double[][] longer = table.map(x -> 4 * x).cells();
    same(
        KrippendorffAlpha.of(ratings, Level.INTERVAL).alpha(),
        KrippendorffAlpha.of(moved, Level.INTERVAL).alpha());
    same(
        KrippendorffAlpha.of(ratings, Level.ORDINAL).alpha(),
        KrippendorffAlpha.of(moved, Level.ORDINAL).alpha());
    same(
        KrippendorffAlpha.of(ratings, Level.RATIO).alpha(),
        KrippendorffAlpha.of(longer, Level.RATIO).alpha());
  }

  @Property(tries = 200)
  void kappas_do_not_care_who_said_it(@ForAll Table table) {
    same(
        FleissKappa.ofRatings(table.cells()).kappa(),
        FleissKappa.ofRatings(table.columnsReversed().cells()).kappa());
    var gwet = GwetAgreement.withDefaults();
    same(
        gwet.estimate(table.cells()).coefficient(),
        gwet.estimate(table.columnsReversed().cells()).coefficient());
    double[] first = Matrices.column(table.cells(), 0);
    double[] second = Matrices.column(table.cells(), 1);
    for (var weights : KappaWeights.values()) {
      var kappa = CohenKappa.withDefaults().with(weights);
      same(kappa.estimate(first, second).kappa(), kappa.estimate(second, first).kappa());
    }
  }

  @Property(tries = 200)
  void agreement_is_never_above_one_and_full_agreement_is_one(@ForAll Table table) {
    assertTrue(FleissKappa.ofRatings(table.cells()).kappa().orElse(0) <= 1 + 1e-12);
    assertTrue(KendallConcordance.of(table.cells()).w().orElse(0) <= 1 + 1e-12);
    double[] first = Matrices.column(table.cells(), 0);
    Assume.that(Arrays.stream(first).distinct().count() > 1);
    double[][] alike = Matrices.transpose(new double[][] {first, first, first});
    assertEquals(1, FleissKappa.ofRatings(alike).kappa().orElseThrow(), 1e-12);
    assertEquals(1, KendallConcordance.of(alike).w().orElseThrow(), 1e-12);
    assertEquals(1, GwetAgreement.withDefaults().estimate(alike).coefficient().orElseThrow());
    assertEquals(1, IntraclassCorrelation.of(alike).coefficients().get(1).icc().orElseThrow());
    assertEquals(1, CohenKappa.withDefaults().estimate(first, first).kappa().orElseThrow(), 1e-12);
  }

  @Property(tries = 200)
  void concordance_is_of_ranks_only(@ForAll Table table) {
    same(
        KendallConcordance.of(table.cells()).w(),
        KendallConcordance.of(table.map(x -> x * x * x).cells()).w());
  }

  @Property(tries = 200)
  void within_group_agreement_stays_in_bounds_and_mirrors(@ForAll Table table) {
    double[] ratings = table.cells()[0];
    var found = WithinGroupAgreement.of(ratings, 1, 5);
    var mirrored = WithinGroupAgreement.of(table.map(x -> 6 - x).cells()[0], 1, 5);
    same(found.rwg(), mirrored.rwg());
    same(found.awg(), mirrored.awg());
    assertTrue(found.rwg().orElse(0) <= 1);
    assertTrue(Math.abs(found.awg().orElse(0)) <= 1 + 1e-12);
    assertTrue(found.rwgTruncated().orElse(0) >= 0);
  }

  private static void same(OptionalDouble expected, OptionalDouble found) {
    assertEquals(expected.isPresent(), found.isPresent());
    assertEquals(expected.orElse(0), found.orElse(0), 1e-9);
  }
}
