package org.rolewright.psychometrics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.agreement.CoefficientAlpha.Missing;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Form;
import org.rolewright.psychometrics.agreement.KrippendorffAlpha.Level;
import org.rolewright.psychometrics.agreement.TablesOfRatings.Table;
import org.rolewright.psychometrics.data.Matrices;

/** Legal but poor data: documented values and warnings, never a silent NaN. */
class DegenerateDataTest {

  private static final double NA = Double.NaN;

  @Property(tries = 1000)
  void no_result_holds_a_nan_and_what_is_missing_is_explained(@ForAll("poorTables") Table table) {
    results(table.cells()).forEach(DegenerateDataTest::check);
  }

  private static Stream<Record> results(double[][] x) {
    int[] strata = new int[x[0].length];
    for (int i = 0; i < strata.length; i++) {
      strata[i] = i / 2;
    }
    var weights = new double[(strata.length + 1) / 2];
    java.util.Arrays.fill(weights, 1.0 / weights.length);
    return Stream.of(
        CoefficientAlpha.of(x),
        CoefficientAlpha.withDefaults().with(Missing.PAIRWISE).estimate(x),
        GuttmanLambdas.ofCovariances(x),
        GuttmanLambdas.ofCorrelations(x),
        McDonaldOmega.withDefaults().estimate(x),
        McDonaldOmega.withDefaults().with(McDonaldOmega.Estimator.MINIMUM_RESIDUALS).estimate(x),
        SplitHalf.oddEven().ofItems(x),
        SplitHalf.random(3, RandomSource.XO_RO_SHI_RO_128_PP.create(1)).ofRespondents(x),
        IntraclassCorrelation.of(x),
        IntraclassCorrelation.ofTaskProfile(x),
        CrossedStudy.of(x),
        CrossedStudy.ofTaskProfile(x),
        CrossedStudy.of(x).decide(3),
        NestedStudy.of(x, strata),
        NestedStudy.of(x, strata).decide(2, 2),
        NestedStudy.of(x, strata).decideProfile(4),
        TableOfSpecifications.of(x, strata, weights),
        TableOfSpecifications.of(x, strata, weights).decide(),
        FleissKappa.ofRatings(x),
        CohenKappa.withDefaults()
            .estimate(
                Matrices.column(x, 0), x.length > 0 ? Matrices.column(x, x[0].length - 1) : null),
        KrippendorffAlpha.of(x, Level.NOMINAL),
        KrippendorffAlpha.of(x, Level.ORDINAL),
        KrippendorffAlpha.of(x, Level.INTERVAL),
        KrippendorffAlpha.of(x, Level.RATIO),
        GwetAgreement.withDefaults().estimate(x),
        GwetAgreement.withDefaults().with(KappaWeights.QUADRATIC).estimate(x),
        WithinGroupAgreement.of(x[0], 1, 5),
        WithinGroupAgreement.ofParallelItems(x, 1, 5),
        KendallConcordance.of(x),
        KendallConcordance.ofTaskProfile(x));
  }

  private static void check(Record result) {
    boolean anyMissing = false;
    List<?> warnings = List.of(Kind.NO_DATA); // records without warnings of their own pass
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      Object value = value(result, component);
      noNaN(result, value);
      if (component.getName().equals("warnings")) {
        warnings = (List<?>) value;
      }
      anyMissing |= value instanceof OptionalDouble o && o.isEmpty();
    }
    assertFalse(
        anyMissing && warnings.isEmpty() && !(result instanceof McDonaldOmega.Result),
        () -> "nothing explains what is missing in " + result);
  }

  private static void noNaN(Record of, Object value) {
    switch (value) {
      case Double d -> assertTrue(Double.isFinite(d), () -> "not a number in " + of);
      case OptionalDouble o -> assertTrue(Double.isFinite(o.orElse(0)), of::toString);
      case Optional<?> o -> o.ifPresent(inner -> noNaN(of, inner));
      case Collection<?> many -> many.forEach(one -> noNaN(of, one));
      case Record inner -> {
        for (RecordComponent component : inner.getClass().getRecordComponents()) {
          noNaN(of, value(inner, component));
        }
      }
      default -> {}
    }
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One to four rows and columns of few values, many of them empty. */
  @Provide
  Arbitrary<Table> poorTables() {
    var size = Arbitraries.integers().between(1, 4);
    var cell =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of(1.0, 2.0, 5.0)),
            net.jqwik.api.Tuple.of(2, Arbitraries.just(3.0)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(NA)));
    return size.flatMap(r ->
        size.flatMap(c ->
            cell.array(Double[].class)
                .ofSize(c)
                .array(Double[][].class)
                .ofSize(r)
                .map(TablesOfRatings::table)));
  }

  @Test
  void one_rater_one_object_and_nothing_at_all_are_named() {
    assertTrue(has(IntraclassCorrelation.of(new double[][] {{1}, {2}}).warnings(), Kind.ONE_RATER));
    assertTrue(has(IntraclassCorrelation.of(new double[][] {{1, 2}}).warnings(), Kind.ONE_PERSON));
    assertTrue(has(IntraclassCorrelation.of(new double[][] {{NA, NA}}).warnings(), Kind.NO_DATA));
    assertTrue(has(CoefficientAlpha.of(new double[][] {{NA, NA}}).warnings(), Kind.NO_DATA));
    assertTrue(has(CoefficientAlpha.of(new double[][] {{1}, {2}}).warnings(), Kind.ONE_ITEM));
    assertTrue(has(KendallConcordance.of(new double[][] {{1}, {2}}).warnings(), Kind.ONE_RATER));
  }

  @Test
  void raters_who_agree_in_everything_are_perfectly_reliable() {
    var icc = IntraclassCorrelation.of(new double[][] {{1, 1}, {3, 3}, {5, 5}});
    for (var form : Form.values()) {
      assertEquals(1, icc.form(form).icc().orElseThrow());
      assertEquals(1, icc.form(form).interval().orElseThrow().lower());
      assertTrue(icc.form(form).f().isEmpty());
    }
  }

  @Test
  void no_variance_is_undefined_and_said() {
    var same = new double[][] {{3, 3}, {3, 3}, {3, 3}};
    var icc = IntraclassCorrelation.of(same);
    assertTrue(icc.coefficients().stream().allMatch(c -> c.icc().isEmpty()));
    assertTrue(has(icc.warnings(), Kind.NO_VARIANCE));
    var study = CrossedStudy.of(same);
    assertEquals(0, study.object().estimate().orElseThrow());
    assertTrue(study.decide(5).dependability().isEmpty());
    assertTrue(study.neededForDependability(0.8).isEmpty());
  }

  @Test
  void bad_arguments_are_refused() {
    var ragged = new double[][] {{1, 2}, {1}};
    assertThrows(IllegalArgumentException.class, () -> CoefficientAlpha.of(ragged));
    assertThrows(IllegalArgumentException.class, () -> CrossedStudy.of(new double[][] {}));
    var infinite = new double[][] {{1, Double.POSITIVE_INFINITY}, {1, 2}};
    assertThrows(IllegalArgumentException.class, () -> IntraclassCorrelation.of(infinite));
    assertThrows(
        IllegalArgumentException.class, () -> WithinGroupAgreement.of(new double[] {6}, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> DecisionStudy.conditionsNeeded(1, 1, 1));
  }

  private static boolean has(List<Warning> warnings, Kind kind) {
    return warnings.stream().anyMatch(w -> w.kind() == kind);
  }
}
