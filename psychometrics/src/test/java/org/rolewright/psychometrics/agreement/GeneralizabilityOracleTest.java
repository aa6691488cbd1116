package org.rolewright.psychometrics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;

/**
 * Generalizability studies against Brennan (2001), Rajaratnam et al. (1965), base R and, where the
 * estimators agree, lme4 1.1.31 and gtheory 0.1.2.
 */
class GeneralizabilityOracleTest extends OracleTest {

  private static final String OTHER_ESTIMATOR =
      "restricted maximum likelihood, which these data do not make equal to analysis of variance";

  @Override
  protected List<Family> families() {
    return List.of(
        family("persons x items", c -> crossed(c), GeneralizabilityOracleTest::persons),
        family(
            "persons x (raters : tasks), balanced",
            c -> c.has("n_p", "n_t", "n_r_per_t"),
            GeneralizabilityOracleTest::ratersInTasks),
        family(
            "persons x (items : strata)",
            c -> c.has("strata") && c.expects("mu2_and_var"),
            GeneralizabilityOracleTest::itemsInStrata),
        family(
            "table of specifications",
            c -> c.has("strata", "weights") && c.expects("Sigma_p"),
            GeneralizabilityOracleTest::specifications),
        family(
            "respondents for a target",
            c -> c.has("var_t", "var_p", "var_pt", "targets"),
            GeneralizabilityOracleTest::needed));
  }

  private static boolean crossed(OracleCase c) {
    return c.area().equals("A")
        && c.method().matches("g-study.*")
        && !c.has("strata")
        && !c.has("n_t")
        && (c.expects("g") || c.expects("g_raw") || c.expects("mu2_and_var"));
  }

  private static void persons(OracleCase c) {
    var result = CrossedStudy.of(c.data());
    Map<String, Object> components = new HashMap<>();
    if (!result.meanSquares().isEmpty()) {
      components.put("MS_p", result.meanSquares().get(0));
      components.put("MS_i", result.meanSquares().get(1));
      components.put("MS_pi", result.meanSquares().get(2));
    }
    components.put("mu2", result.meanSquared());
    for (String prefix : List.of("", "var_")) {
      components.put(prefix + "p", result.object().estimate());
      components.put(prefix + "i", result.condition().estimate());
      components.put(prefix + "pi", result.interaction().estimate());
    }
    c.checkIfPresent("g", components);
    c.checkIfPresent("g_raw", components);
    c.checkIfPresent("mu2_and_var", components);
    var effects = List.of("mu", "p", "i", "pi");
    c.checkIfPresent("T", named(effects, result.terms()));
    if (c.expects("coefficients")) {
      c.check("coefficients/columns", List.of("mu2", "p", "i", "pi"));
      c.check("coefficients/rows", named(effects, result.coefficients()));
    }
    if (c.expects("d")) {
      c.check("d", decisions(c, d -> result.decide(d.path("n_i").asInt())));
    }
    c.checkIfPresent("n_cells", result.cells());
    c.checkIfPresent("N", result.cells());
    c.checkIfPresent("P", result.objects());
    c.checkIfPresent("I", result.conditions());
    c.checkIfPresent("se_var_p", result.object().standardError());
    c.checkIfPresent("se_var_i", result.condition().standardError());
    c.checkIfPresent("se_var_pi", result.interaction().standardError());
    c.checkIfPresent("phi_lambda_at_5", result.dependabilityAt(5, result.conditions()));
    c.checkIfPresent("Erho2_with_zeroed", result.decide(result.conditions()).generalizability());
    likelihood(c, result);
  }

  /** REML equals analysis of variance only on full tables without a negative component. */
  private static void likelihood(OracleCase c, CrossedStudy.Result result) {
    boolean equal =
        !result.meanSquares().isEmpty()
            && !result.object().isNegative()
            && !result.condition().isNegative();
    if (equal) {
      c.checkIfPresent(
          "lme4_REML",
          Map.of(
              "p", result.object().estimate(),
              "i", result.condition().estimate(),
              "Residual", result.interaction().estimate()));
    } else {
      skipAll(c, "lme4_REML");
    }
  }

  private static void skipAll(OracleCase c, String key) {
    c.expected()
        .path(key)
        .fieldNames()
        .forEachRemaining(name -> c.skip(key + "/" + name, OTHER_ESTIMATOR));
  }

  private static List<Map<String, Object>> decisions(
      OracleCase c, Function<JsonNode, DecisionStudy> decide) {
    return OracleCase.list(c.expected().path("d")).stream()
        .map(d -> decision(d, decide.apply(d)))
        .toList();
  }

  private static Map<String, Object> decision(JsonNode design, DecisionStudy found) {
    Map<String, Object> row = new HashMap<>();
    for (String size : List.of("n_i", "n_t", "n_r")) {
      row.put(size, design.path(size).asInt());
    }
    row.put("items", found.conditions());
    row.put("var_rel", found.relativeError());
    row.put("var_abs", found.absoluteError());
    row.put("Erho2", found.generalizability());
    row.put("Phi", found.dependability());
    row.put("sem_rel", found.relativeStandardError());
    row.put("sem_abs", found.absoluteStandardError());
    return row;
  }

  private static Map<String, Object> named(List<String> names, List<?> values) {
    return IntStream.range(0, Math.min(names.size(), values.size()))
        .boxed()
        .collect(Collectors.toMap(names::get, values::get));
  }

  private static void ratersInTasks(OracleCase c) {
    int raters = c.integer("n_r_per_t");
    int tasks = c.integer("n_t");
    var scores = new double[c.integer("n_p")][tasks * raters];
    for (String[] row :
        c.csvRows(c.input().path("csv").asText()).subList(1, scores.length * tasks * raters + 1)) {
      int task = Integer.parseInt(row[1]) - 1;
      int rater = (Integer.parseInt(row[2]) - 1) % raters;
      scores[Integer.parseInt(row[0]) - 1][task * raters + rater] = Double.parseDouble(row[3]);
    }
    int[] strata = IntStream.range(0, tasks * raters).map(i -> i / raters).toArray();
    var result = NestedStudy.of(scores, strata);
    List<String> effects = List.of("p", "t", "rt", "pt", "prt");
    var lines = result.analysis();
    c.check("SS", named(effects, lines.stream().map(NestedStudy.Line::sumOfSquares).toList()));
    c.check("df", lines.stream().map(NestedStudy.Line::degreesOfFreedom).toList());
    c.check("MS", named(effects, lines.stream().map(NestedStudy.Line::meanSquare).toList()));
    c.check("var", named(List.of("p", "t", "r_t", "pt", "pr_t"), estimates(result)));
    c.checkIfPresent(
        "gtheory_REML",
        named(
            List.of("Person", "Task", "Rater:Task", "Person:Task", "Residual"), estimates(result)));
    c.check(
        "d",
        decisions(
            c,
            d -> {
              var sizes = new int[d.path("n_t").asInt()];
              Arrays.fill(sizes, d.path("n_r").asInt());
              return result.decide(sizes);
            }));
  }

  private static List<OptionalDouble> estimates(NestedStudy.Result result) {
    return List.of(
        result.person().estimate(),
        result.stratum().estimate(),
        result.condition().estimate(),
        result.personStratum().estimate(),
        result.residual().estimate());
  }

  private static void itemsInStrata(OracleCase c) {
    var result = NestedStudy.of(c.data(), c.codes("strata"));
    var effects = List.of("mu", "p", "h", "ih", "ph", "pih");
    c.checkIfPresent("T", named(effects, result.terms()));
    if (c.expects("coefficients")) {
      var columns = List.of("mu2", "p", "h", "i_h", "ph", "pi_h");
      c.check("coefficients/columns", columns);
      c.check("coefficients/rows", named(effects, result.coefficients()));
    }
    Map<String, Object> components =
        named(List.of("p", "h", "i_h", "ph", "pi_h"), estimates(result));
    components.put("mu2", result.meanSquared());
    c.check("mu2_and_var", components);
    skipAll(c, "lme4_REML");
    int[] sizes = result.sizes().stream().mapToInt(Integer::intValue).toArray();
    decide(c, "d_same_counts", result, sizes);
    decide(c, "d_double", result, Arrays.stream(sizes).map(n -> 2 * n).toArray());
    if (c.expects("d_equal")) {
      int items = c.expected().path("d_equal").path("items").asInt();
      var equal = new int[sizes.length];
      Arrays.fill(equal, items / sizes.length);
      decide(c, "d_equal", result, equal);
    }
  }

  private static void decide(OracleCase c, String key, NestedStudy.Result result, int[] sizes) {
    c.checkIfPresent(key, decision(c.expected().path(key), result.decide(sizes)));
  }

  private static void specifications(OracleCase c) {
    var result = TableOfSpecifications.of(c.data(), c.codes("strata"), c.vector("weights"));
    var composite =
        c.has("n_items")
            ? result.decide(OracleCase.integers(c.input().path("n_items")))
            : result.decide();
    c.check("Sigma_p", result.universe());
    c.checkIfPresent(
        "var_pi", result.interactions().stream().map(VarianceComponent::estimate).toList());
    c.checkIfPresent("var_i", result.items().stream().map(VarianceComponent::estimate).toList());
    c.check("universe_var", composite.objectVariance());
    c.check("var_rel", composite.relativeError());
    c.check("var_abs", composite.absoluteError());
    c.check("Erho2", composite.generalizability());
    c.check("Phi", composite.dependability());
    c.checkIfPresent("effective_weights", result.effectiveWeights());
    c.checkIfPresent(
        "gtheory",
        Map.of(
            "var.universe", List.of(List.of(composite.objectVariance())),
            "generalizability", List.of(List.of(composite.generalizability())),
            "dependability", List.of(List.of(composite.dependability()))));
  }

  private static void needed(OracleCase c) {
    double objects = c.number("var_t");
    double relative = c.number("var_pt");
    double absolute = relative + c.number("var_p");
    c.check("n_relative", needed(c, objects, relative));
    c.check("n_absolute", needed(c, objects, absolute));
  }

  private static List<?> needed(OracleCase c, double objects, double error) {
    return Arrays.stream(c.vector("targets"))
        .mapToObj(target -> DecisionStudy.conditionsNeeded(objects, error, target))
        .toList();
  }
}
