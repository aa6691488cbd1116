package org.rolewright.psychometrics.classical;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.irt.Information;
import org.rolewright.psychometrics.irt.LogisticItem;
import org.rolewright.psychometrics.irt.SummedScores;

/** Consistency and accuracy of decisions against the R packages named in the cases. */
class DecisionOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "Livingston-Lewis",
            c -> c.expects("effective_test_length"),
            DecisionOracleTest::livingstonLewis),
        family(
            "Livingston-Lewis, given true scores",
            c -> c.has("parameters") && c.hasEach("cut_fraction"),
            DecisionOracleTest::givenTrueScores),
        family(
            "Hanson-Brennan",
            c -> c.expectsEach("results", "lords_k"),
            DecisionOracleTest::hansonBrennan),
        family("Subkoviak", c -> c.has("cuts", "reliability"), DecisionOracleTest::subkoviak),
        family(
            "Huynh, Peng-Subkoviak",
            c -> c.area().equals("B") && c.method().matches(".*(huynh|peng).*"),
            DecisionOracleTest::huynh),
        family("Livingston K2", c -> c.expects("k2"), DecisionOracleTest::livingstonK2),
        family("Lee, Rudner", c -> c.expects("lee_P"), DecisionOracleTest::itemResponse));
  }

  private static double[] scores(OracleCase c, String csv) {
    return Arrays.stream(c.csv(csv)).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  private static Map<String, Object> figures(Classification d) {
    var figures = new HashMap<String, Object>();
    figures.put("true_fail_obs_fail", d.trueFailObservedFail());
    figures.put("true_fail_obs_pass", d.trueFailObservedPass());
    figures.put("true_pass_obs_fail", d.truePassObservedFail());
    figures.put("true_pass_obs_pass", d.truePassObservedPass());
    figures.put("false_pass_rate", d.trueFailObservedPass());
    figures.put("false_fail_rate", d.truePassObservedFail());
    figures.put("p_both_fail", d.bothFail());
    figures.put("p_both_pass", d.bothPass());
    figures.put("accuracy", d.accuracy());
    figures.put("consistency", d.consistency());
    figures.put("chance", d.chance());
    figures.put("kappa", d.kappa());
    return figures;
  }

  private static Map<String, Object> figures(LivingstonLewis.Result r) {
    var figures = figures(r.classification().orElseThrow());
    figures.put("cut_on_effective_test", r.cutOnEffectiveTest());
    return figures;
  }

  private static void livingstonLewis(OracleCase c) {
    var scale = new LivingstonLewis.Scale(c.number("min"), c.number("max"), c.number("cut"));
    var r =
        LivingstonLewis.withDefaults().estimate(scores(c, "csv"), c.number("reliability"), scale);
    c.check("effective_test_length", r.effectiveLength());
    c.check("effective_test_length_rounded", r.roundedLength());
    c.check("l", r.trueScores().orElseThrow().lower());
    c.check("u", r.trueScores().orElseThrow().upper());
    c.check("alpha", r.trueScores().orElseThrow().alpha());
    c.check("beta", r.trueScores().orElseThrow().beta());
    c.check("result", figures(r));
  }

  private static void givenTrueScores(OracleCase c) {
    var p = c.input().path("parameters");
    var trueScores =
        new TrueScores(
            p.path("l").asDouble(),
            p.path("u").asDouble(),
            p.path("alpha").asDouble(),
            p.path("beta").asDouble());
    double length = p.path("etl").asDouble();
    c.check(
        "results",
        c.cases().stream()
            .map(x -> x.path("cut_fraction").asDouble())
            .map(cut -> figures(LivingstonLewis.given(trueScores, length, cut)))
            .toList());
  }

  private static void hansonBrennan(OracleCase c) {
    c.check("results", c.cases().stream().map(x -> hansonBrennan(c, x)).toList());
  }

  private static Map<String, Object> hansonBrennan(OracleCase c, JsonNode x) {
    var r =
        HansonBrennan.of(
            scores(c, x.path("csv").asText()),
            x.path("n_items").asInt(),
            x.path("reliability").asDouble(),
            x.path("cut").asInt());
    var figures = figures(r.classification().orElseThrow());
    figures.put("lords_k", r.lordsK());
    figures.put("l", r.trueScores().orElseThrow().lower());
    figures.put("u", r.trueScores().orElseThrow().upper());
    figures.put("alpha", r.trueScores().orElseThrow().alpha());
    figures.put("beta", r.trueScores().orElseThrow().beta());
    return figures;
  }

  private static void subkoviak(OracleCase c) {
    int items = c.data()[0].length;
    double[] scores = scores(c, "csv");
    c.check(
        "results",
        Arrays.stream(OracleCase.integers(c.input().path("cuts")))
            .mapToObj(cut -> Subkoviak.of(scores, items, c.number("reliability"), cut))
            .map(DecisionOracleTest::figures)
            .toList());
  }

  private static Map<String, Object> figures(Consistency r) {
    return Map.of(
        "p0", r.agreement(),
        "pass_rate", r.passRate(),
        "chance", r.chance(),
        "kr21", r.reliability(),
        "kappa", r.kappa());
  }

  private static void huynh(OracleCase c) {
    if (!c.cases().isEmpty()) {
      c.check("results", c.cases().stream().map(x -> huynh(c, x)).toList());
      return;
    }
    var moments = moments(c, c.input());
    if (c.input().has("cuts")) {
      c.check(
          "results",
          Arrays.stream(OracleCase.integers(c.input().path("cuts")))
              .mapToObj(cut -> huynh(moments, cut))
              .toList());
    } else {
      huynh(c, c.input()).forEach(c::checkIfPresent);
    }
  }

  private static Map<String, Object> huynh(OracleCase c, JsonNode input) {
    return huynh(moments(c, input), input.path("cut").asInt());
  }

  private static Map<String, Object> huynh(Huynh.Moments moments, int cut) {
    var exact = Huynh.exact(moments, cut);
    var normal = Huynh.normal(moments, cut);
    var figures = new HashMap<String, Object>(figures(exact));
    figures.put("huynh", figures(exact));
    figures.put("huynh_p0", exact.agreement());
    figures.put("huynh_kappa", exact.kappa());
    figures.put("peng_subkoviak", figures(normal));
    figures.put("peng_subkoviak_p0", normal.agreement());
    figures.put("peng_subkoviak_kappa", normal.kappa());
    return figures;
  }

  private static Huynh.Moments moments(OracleCase c, JsonNode input) {
    int items = input.path("n_items").asInt();
    if (input.has("csv")) {
      double[][] data = c.csv(input.path("csv").asText());
      return Huynh.Moments.of(
          scores(c, input.path("csv").asText()), items > 0 ? items : data[0].length);
    }
    double sd = input.path("sd").asDouble();
    double variance = input.has("variance") ? input.path("variance").asDouble() : sd * sd;
    return new Huynh.Moments(input.path("mean").asDouble(), variance, items);
  }

  private static void livingstonK2(OracleCase c) {
    Function<JsonNode, Object> k2 =
        x ->
            LivingstonK2.of(
                    x.path("reliability").asDouble(),
                    x.path("mean").asDouble(),
                    x.path("variance").asDouble(),
                    x.path("cut").asDouble())
                .value();
    c.check("k2", c.cases().stream().map(k2).toList());
  }

  private static void itemResponse(OracleCase c) {
    var items =
        Arrays.stream(c.matrix("item_abc"))
            .map(abc -> new LogisticItem(abc[0], abc[1], abc[2], c.number("D")))
            .toList();
    double[] thetas = c.vector("thetas");
    double[] points = OracleCase.vector(c.input().path("quadrature").path("points"));
    double[] weights = OracleCase.vector(c.input().path("quadrature").path("weights"));
    int cut = c.integer("cut_raw");
    c.check(
        "lord_wingersky_distribution",
        Arrays.stream(thetas).mapToObj(t -> SummedScores.distribution(items, t)).toList());
    DoubleUnaryOperator error = t -> Information.AS_CACIRT.standardError(items, t);
    double cutTheta = c.number("cut_theta");
    double[] equal = Arrays.stream(thetas).map(_ -> 1).toArray();
    c.check("sem", Arrays.stream(thetas).map(error).toArray());
    c.check("lee_D", figures(IrtClassification.lee(items, cut, points, weights)));
    c.check("lee_P", figures(IrtClassification.lee(items, cut, thetas)));
    c.check("rudner_P", figures(IrtClassification.rudner(error, cutTheta, thetas, equal)));
    c.checkIfPresent(
        "rudner_D", figures(IrtClassification.rudner(error, cutTheta, points, weights)));
  }

  private static Map<String, Object> figures(IrtClassification r) {
    return Map.of(
        "accuracy", r.accuracy(),
        "consistency", r.consistency(),
        "conditional_accuracy", r.conditionalAccuracy(),
        "conditional_consistency", r.conditionalConsistency());
  }
}
