package org.rolewright.psychometrics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.agreement.CohenKappa.StandardErrors;
import org.rolewright.psychometrics.agreement.KrippendorffAlpha.Level;
import org.rolewright.psychometrics.data.Matrices;

/**
 * Agreement of raters against Fleiss (1971), Krippendorff (2011), R irr 0.84.1, psych 2.2.9, irrCAC
 * and multilevel 2.7.
 */
class RaterAgreementOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "Fleiss kappa",
            c -> c.method().startsWith("fleiss") && !c.has("cases"),
            RaterAgreementOracleTest::fleiss),
        family(
            "Fleiss kappa of degenerate counts",
            c -> c.method().startsWith("fleiss") && c.hasEach("counts"),
            RaterAgreementOracleTest::fleissEdges),
        family(
            "Krippendorff alpha",
            c -> c.method().contains("krippendorff") && c.has("observers_by_units"),
            RaterAgreementOracleTest::krippendorff),
        family(
            "Krippendorff alpha of degenerate ratings",
            c -> c.method().contains("krippendorff") && c.has("cases"),
            RaterAgreementOracleTest::krippendorffEdges),
        family("Gwet AC1", c -> c.method().contains("gwet"), RaterAgreementOracleTest::gwet),
        family(
            "Cohen kappa",
            c -> c.method().contains("cohen") && c.has("rater1", "rater2"),
            RaterAgreementOracleTest::cohen),
        family(
            "agreement within a group",
            c -> c.has("ratings_items_by_raters", "A"),
            RaterAgreementOracleTest::withinGroup),
        family(
            "agreement within a group on parallel items",
            c -> c.has("ratings_raters_by_items", "A"),
            RaterAgreementOracleTest::parallelItems),
        family(
            "Kendall concordance",
            c -> c.method().contains("concordance") && c.expects("W_ties"),
            RaterAgreementOracleTest::kendall));
  }

  private static void fleiss(OracleCase c) {
    var result = FleissKappa.of(c.has("counts") ? intCounts(c) : labelCounts(c));
    c.check("kappa", result.kappa());
    c.checkIfPresent("z", result.z());
    c.checkIfPresent("p", result.p());
    if (c.expects("per_category")) {
      List<JsonNode> wanted = OracleCase.list(c.expected().path("per_category"));
      c.check(
          "per_category",
          IntStream.range(0, wanted.size())
              .mapToObj(j -> category(wanted.get(j), result.perCategory().get(j)))
              .toList());
    }
  }

  private static Map<String, Object> category(JsonNode wanted, FleissKappa.Category found) {
    return Map.of(
        "category", wanted.path("category").asText(), "kappa", found.kappa(), "z", found.z());
  }

  private static int[][] intCounts(OracleCase c) {
    return counts(c.input());
  }

  private static int[][] counts(JsonNode node) {
    return OracleCase.list(node.path("counts")).stream()
        .map(OracleCase::integers)
        .toArray(int[][]::new);
  }

  private static int[][] labelCounts(OracleCase c) {
    var labels = OracleCase.texts(c.input().path("categories"));
    return c.csvRows(c.input().path("csv").asText()).stream()
        .skip(1)
        .map(row -> labels.stream().mapToInt(l -> count(row, l)).toArray())
        .toArray(int[][]::new);
  }

  private static int count(String[] row, String label) {
    return (int) Arrays.stream(row).filter(label::equals).count();
  }

  private static void fleissEdges(OracleCase c) {
    c.check("kappa", c.cases().stream().map(edge -> FleissKappa.of(counts(edge)).kappa()).toList());
  }

  private static void krippendorff(OracleCase c) {
    double[][] ratings = c.matrix("observers_by_units");
    for (var level : Level.values()) {
      c.checkIfPresent(
          level.name().toLowerCase(Locale.ROOT), KrippendorffAlpha.of(ratings, level).alpha());
    }
  }

  private static void krippendorffEdges(OracleCase c) {
    for (var level : Level.values()) {
      c.checkIfPresent(
          level.name().toLowerCase(Locale.ROOT),
          c.cases().stream().map(edge -> edgeAlpha(edge, level)).toList());
    }
    c.checkIfPresent("alpha", c.cases().stream().map(edge -> edgeAlpha(edge, null)).toList());
  }

  private static OptionalDouble edgeAlpha(JsonNode edge, Level level) {
    String key = edge.has("observers_by_units") ? "observers_by_units" : "data";
    var named = edge.path("level").asText("nominal").toUpperCase(Locale.ROOT);
    return KrippendorffAlpha.of(
            OracleCase.matrix(edge.path(key)), level == null ? Level.valueOf(named) : level)
        .alpha();
  }

  private static void gwet(OracleCase c) {
    if (c.has("cases")) {
      var found = c.cases().stream().map(edge -> gwetOf(edge).coefficient()).toList();
      c.checkIfPresent("ac1", found);
      c.checkIfPresent("AC1", found);
      return;
    }
    var result = c.has("csv") ? GwetAgreement.withDefaults().estimate(c.data()) : gwetOf(c.input());
    Map<String, Object> found = new HashMap<>();
    for (String name : List.of("ac1", "AC1", "gwet_ac1", "AC1_irrCAC")) {
      found.put(name, result.coefficient());
    }
    found.put("pa", result.observed());
    found.put("pe", result.expected());
    found.put("se", result.standardError());
    found.put("ci", result.interval());
    found.put("ci95", result.interval());
    found.put("p", result.p());
    if (c.has("rater1", "rater2")) {
      var kappa = CohenKappa.withDefaults().estimate(c.vector("rater1"), c.vector("rater2"));
      found.put("kappa", kappa.kappa());
      found.put("cohen_kappa", kappa.kappa());
    }
    if (c.has("counts")) {
      found.put("fleiss_kappa", FleissKappa.of(counts(c.input())).kappa());
    } else if (c.has("data") || c.has("ratings")) {
      found.put("fleiss_kappa", FleissKappa.ofRatings(ratings(c.input())).kappa());
    }
    found.forEach(c::checkIfPresent);
  }

  private static GwetAgreement.Result gwetOf(JsonNode input) {
    var gwet = GwetAgreement.withDefaults();
    return input.has("counts") ? gwet.estimate(counts(input)) : gwet.estimate(ratings(input));
  }

  /** Ratings by subject and rater, in whichever of the three ways a case writes them. */
  private static double[][] ratings(JsonNode input) {
    if (input.has("rater1")) {
      return Matrices.transpose(
          new double[][] {
            OracleCase.vector(input.path("rater1")), OracleCase.vector(input.path("rater2"))
          });
    }
    return OracleCase.matrix(input.path(input.has("ratings") ? "ratings" : "data"));
  }

  private static void cohen(OracleCase c) {
    Function<KappaWeights, CohenKappa.Result> by =
        weights ->
            CohenKappa.withDefaults()
                .with(weights)
                .estimate(c.vector("rater1"), c.vector("rater2"));
    var unweighted = by.apply(KappaWeights.UNWEIGHTED);
    Map<String, Object> found = new HashMap<>();
    found.put("kappa", unweighted.kappa());
    found.put("z", unweighted.z());
    found.put("ci95_kappa", unweighted.interval());
    found.put("kappa_linear", by.apply(KappaWeights.LINEAR).kappa());
    found.put("kappa_quadratic", by.apply(KappaWeights.QUADRATIC).kappa());
    found.put("ci95_quadratic", intervalOfPsych(c));
    found.forEach(c::checkIfPresent);
  }

  /** psych 2.2.9 prints another interval of weighted kappa than Fleiss, Cohen and Everitt give. */
  private static Optional<Interval> intervalOfPsych(OracleCase c) {
    return CohenKappa.withDefaults()
        .with(KappaWeights.QUADRATIC)
        .with(StandardErrors.PSYCH)
        .estimate(c.vector("rater1"), c.vector("rater2"))
        .interval();
  }

  private static void withinGroup(OracleCase c) {
    var results =
        Arrays.stream(c.matrix("ratings_items_by_raters"))
            .map(item -> WithinGroupAgreement.of(item, 1, c.integer("A")))
            .toList();
    c.check("rwg", each(results, WithinGroupAgreement.Result::rwg));
    c.checkIfPresent(
        "rwg_multilevel_pkg_truncated", each(results, WithinGroupAgreement.Result::rwgTruncated));
    c.checkIfPresent("awg", each(results, WithinGroupAgreement.Result::awg));
    c.checkIfPresent("ad_mean", each(results, WithinGroupAgreement.Result::averageDeviation));
    c.checkIfPresent("sd", each(results, WithinGroupAgreement.Result::sd));
  }

  private static <T> List<?> each(List<T> results, Function<T, ?> figure) {
    return results.stream().map(figure).toList();
  }

  private static void parallelItems(OracleCase c) {
    var result =
        WithinGroupAgreement.ofParallelItems(
            c.matrix("ratings_raters_by_items"), 1, c.integer("A"));
    c.check("rwg_j", result.rwgTruncated());
    c.checkIfPresent("mean_item_variance", result.meanVariance());
  }

  private static void kendall(OracleCase c) {
    for (var result :
        List.of(
            KendallConcordance.of(c.data()),
            KendallConcordance.ofTaskProfile(Matrices.transpose(c.data())))) {
      c.check("W_ties", result.w());
      c.checkIfPresent("chisq", result.chiSquare());
      c.checkIfPresent("p", result.p());
      c.checkIfPresent("W_uncorrected", result.uncorrected());
      c.checkIfPresent("mean_spearman", result.meanSpearman());
    }
  }
}
