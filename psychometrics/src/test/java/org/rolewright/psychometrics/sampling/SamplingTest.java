package org.rolewright.psychometrics.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.sampling.ResponseRates.Dispositions;

class SamplingTest extends OracleTest {
  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "sample size of a proportion",
            c -> c.hasEach("p", "e") && c.expectsEach("results", "n0"),
            c -> c.check("results", c.cases().stream().map(SamplingTest::ofProportion).toList())),
        family(
            "sample size of a mean",
            c -> c.hasEach("s", "e"),
            c -> c.check("results", c.cases().stream().map(SamplingTest::ofMean).toList())),
        family("Krejcie and Morgan's table", c -> c.has("chi2", "P", "d"), this::krejcieMorgan),
        family("margin of a mean", c -> c.expects("se_fpc"), this::marginOfMean),
        family("margin of a proportion", c -> c.expects("moe"), this::marginOfProportion),
        family(
            "invitations",
            c -> c.hasEach("rr"),
            c -> c.check("results", c.cases().stream().map(SamplingTest::invitations).toList())),
        family("response rates", c -> c.expects("RR1"), this::responseRates));
  }

  private static OptionalInt population(JsonNode in) {
    return in.path("N").isNumber() ? OptionalInt.of(in.get("N").asInt()) : OptionalInt.empty();
  }

  private static Precision precision(JsonNode in) {
    return new Precision(in.get("e").asDouble(), in.get("conf").asDouble());
  }

  private static Map<String, Object> ofProportion(JsonNode in) {
    return size(SampleSize.ofProportion(population(in), in.get("p").asDouble(), precision(in)));
  }

  private static Map<String, Object> ofMean(JsonNode in) {
    return size(SampleSize.ofMean(population(in), in.get("s").asDouble(), precision(in)));
  }

  private static Map<String, Object> size(SampleSize.Result size) {
    return Map.of("n0", size.unlimited(), "n", size.exact(), "n_required", size.required());
  }

  private void krejcieMorgan(OracleCase c) {
    var with = new KrejcieMorgan.Assumptions(c.number("chi2"), c.number("P"), c.number("d"));
    var table =
        Arrays.stream(c.vector("N")).mapToObj(n -> KrejcieMorgan.of((int) n, with)).toList();
    c.check("S", table.stream().map(KrejcieMorgan::rounded).toList());
    c.check("S_unrounded", table.stream().map(KrejcieMorgan::exact).toList());
  }

  private void marginOfMean(OracleCase c) {
    var mean = MarginOfError.ofMean(c.vector("x"), population(c.input()), c.number("conf"));
    c.check("n", mean.used());
    c.check("mean", mean.mean());
    c.check("sd", mean.sd());
    c.check("se_no_fpc", mean.standardErrorUncorrected());
    c.check("se_fpc", mean.standardError());
    c.check("moe_z", mean.marginByNormal());
    c.check("moe_t", mean.marginByT());
    c.check("ci_t", mean.interval());
  }

  private void marginOfProportion(OracleCase c) {
    double confidence = c.number("conf");
    c.check("moe", c.cases().stream().map(in -> achieved(in, confidence)).toList());
  }

  /** Not available when the case is to be refused. */
  private static OptionalDouble achieved(JsonNode in, double confidence) {
    try {
      double p = in.get("p").asDouble();
      int n = in.get("n").asInt();
      return OptionalDouble.of(MarginOfError.ofProportion(p, n, population(in), confidence));
    } catch (IllegalArgumentException _) {
      return OptionalDouble.empty();
    }
  }

  private static Map<String, Object> invitations(JsonNode in) {
    var plan = Invitations.needed(in.get("n").asInt(), in.get("rr").asDouble(), population(in));
    return Map.of(
        "invitations_uncapped", plan.uncapped(),
        "invitations", plan.invitations(),
        "feasible", plan.feasible());
  }

  private void responseRates(OracleCase c) {
    var counts =
        new Dispositions(
            c.integer("I"),
            c.integer("P"),
            c.integer("R"),
            c.integer("NC"),
            c.integer("O"),
            c.integer("UH"),
            c.integer("UO"));
    var rates = ResponseRates.of(counts, c.number("e"));
    c.check("RR1", rates.rr1());
    c.check("RR2", rates.rr2());
    c.check("RR3", rates.rr3());
    c.check("RR4", rates.rr4());
    c.check("RR5", rates.rr5());
    c.check("RR6", rates.rr6());
    c.checkIfPresent("COOP1", rates.cooperation1());
    c.checkIfPresent("COOP2", rates.cooperation2());
    c.checkIfPresent("REF1", rates.refusal1());
    c.checkIfPresent("CON1", rates.contact1());
  }

  @Test
  void nothing_to_estimate_needs_nobody_and_says_so() {
    var size = SampleSize.ofMean(OptionalInt.of(800), 0, new Precision(.1, .95));
    assertEquals(0, size.required());
    assertEquals(List.of(Warning.of(Warning.Kind.NO_VARIANCE)), size.warnings());
  }

  @Test
  void more_answers_than_people_are_refused() {
    double[] three = {1, 2, 3};
    assertThrows(
        IllegalArgumentException.class, () -> MarginOfError.ofMean(three, OptionalInt.of(2), .95));
    assertThrows(
        IllegalArgumentException.class,
        () -> MarginOfError.ofProportion(.5, 3, OptionalInt.of(2), .95));
  }

  @Test
  void one_answer_has_a_mean_and_no_margin() {
    var mean = MarginOfError.ofMean(new double[] {4, Double.NaN}, OptionalInt.of(10), .95);
    assertEquals(4, mean.mean().getAsDouble());
    assertTrue(mean.standardError().isEmpty() && mean.interval().isEmpty());
    assertEquals(1, mean.dropped());
    assertFalse(mean.warnings().isEmpty());
  }

  @Test
  void rates_over_nobody_are_not_available_and_of_nobody_are_zero() {
    var none = ResponseRates.of(new Dispositions(0, 0, 0, 0, 0, 0, 0), .5);
    assertTrue(none.rr1().isEmpty() && none.contact1().isEmpty());
    var silent = ResponseRates.of(new Dispositions(0, 0, 0, 10, 0, 0, 0), .5);
    assertEquals(0, silent.rr1().getAsDouble());
    assertTrue(silent.cooperation1().isEmpty());
  }
}
