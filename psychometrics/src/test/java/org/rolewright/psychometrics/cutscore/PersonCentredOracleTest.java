package org.rolewright.psychometrics.cutscore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;

/** Compromises, groups and adjustments against R 4.2.2 and the formulas of the cases' sources. */
class PersonCentredOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family("Hofstee", c -> c.hasEach("kmin", "fmax"), PersonCentredOracleTest::hofstee),
        family("Beuk", c -> c.has("judge_pass_rate"), PersonCentredOracleTest::beuk),
        family(
            "contrasting groups",
            c -> c.has("non_competent", "competent"),
            PersonCentredOracleTest::groups),
        family(
            "borderline group",
            c -> c.area().equals("C") && c.method().contains("borderline"),
            PersonCentredOracleTest::borderline),
        family(
            "adjustments", c -> c.has("se_judges", "sem"), PersonCentredOracleTest::adjustments));
  }

  private static void hofstee(OracleCase c) {
    double[] scores = c.vector("scores");
    var raters =
        Arrays.stream(c.matrix("judges_kmin_kmax_fmin_fmax")).map(PersonCentredOracleTest::bounds);
    var panel = Hofstee.of(scores, raters.toList());
    var mean = panel.bounds();
    c.check(
        "judge_means",
        List.of(mean.lowestCut(), mean.highestCut(), mean.lowestFailing(), mean.highestFailing()));
    c.check("from_judge_means", figures(panel));
    c.check(
        "cases",
        c.cases().stream()
            .map(x -> new double[] {at(x, "kmin"), at(x, "kmax"), at(x, "fmin"), at(x, "fmax")})
            .map(b -> figures(Hofstee.of(scores, List.of(bounds(b)))))
            .toList());
  }

  private static double at(JsonNode node, String key) {
    return node.path(key).asDouble();
  }

  private static Hofstee.Bounds bounds(double[] b) {
    return new Hofstee.Bounds(b[0], b[1], b[2], b[3]);
  }

  private static Map<String, Object> figures(Hofstee h) {
    return Map.of(
        "cut", h.cut(),
        "fail", h.failing(),
        "intersects", h.intersects(),
        "fail_at_kmin", h.failingAtLowest(),
        "fail_at_kmax", h.failingAtHighest());
  }

  private static void beuk(OracleCase c) {
    double[] cuts = c.vector("judge_percent_correct");
    double[] rates = c.vector("judge_pass_rate");
    var raters =
        IntStream.range(0, cuts.length)
            .mapToObj(j -> new Beuk.Judgement(cuts[j], rates[j]))
            .toList();
    var result = Beuk.of(c.vector("scores"), c.number("max"), raters);
    c.check("mean_cut", result.meanCut());
    c.check("mean_pass", result.meanPassing());
    c.check("slope", result.slope());
    c.check("cut", result.cutPercent());
    c.check("pass", result.passing());
  }

  private static void groups(OracleCase c) {
    var r = ContrastingGroups.of(c.vector("non_competent"), c.vector("competent"));
    c.check("midpoint_means", r.midpointOfMeans());
    c.check("midpoint_medians", r.midpointOfMedians());
    c.check("normal_intersection_equal_priors", r.crossingEqualPriors());
    c.check("normal_intersection_sample_priors", r.crossingSamplePriors());
    var fit = r.logistic().orElseThrow();
    c.check(
        "logistic",
        Map.of(
            "b0", fit.intercept(),
            "b1", fit.slope(),
            "cut_p50", r.logisticCut(),
            "cut_p67", fit.at(2.0 / 3)));
    c.check("min_misclassification", Map.of("errors", r.fewestErrors(), "cuts", r.bestCuts()));
  }

  private static void borderline(OracleCase c) {
    var found = new HashMap<String, Object>();
    if (c.has("scores") && c.has("ratings")) {
      var line =
          BorderlineRegression.of(c.vector("scores"), c.vector("ratings"), c.number("borderline"));
      found.put("intercept", line.intercept());
      found.put("slope", line.slope());
      found.put("cut", line.cut());
      found.put("se", line.standardError());
      found.put("r2", line.squaredCorrelation());
    } else {
      var group = BorderlineGroup.of(c.vector(c.has("scores") ? "scores" : "borderline"));
      found.put("median", group.median());
      found.put("mean", group.mean());
      found.put("sd", group.sd());
      found.put("n", group.used());
      found.put("se_median", group.standardErrorOfMedian());
      found.put("se_mean", group.standardErrorOfMean());
    }
    found.forEach(c::checkIfPresent);
  }

  private static void adjustments(OracleCase c) {
    double error = c.number("se_judges");
    c.check("combined", CutAdjustment.combined(error, c.number("sem")));
    double[] multiples =
        OracleCase.list(c.expected().path("options")).stream()
            .mapToDouble(o -> o.path("k").asDouble())
            .toArray();
    var options = CutAdjustment.of(c.number("cut"), error, c.vector("scores"), multiples).options();
    c.check(
        "options",
        options.stream()
            .map(o -> Map.of("k", o.multiple(), "cut", o.cut(), "pass_percent", o.passing()))
            .toList());
  }
}
