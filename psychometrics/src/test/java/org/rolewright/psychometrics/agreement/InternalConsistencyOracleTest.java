package org.rolewright.psychometrics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.agreement.CoefficientAlpha.Item;
import org.rolewright.psychometrics.agreement.CoefficientAlpha.Missing;
import org.rolewright.psychometrics.agreement.McDonaldOmega.Estimator;

/** Alpha, Guttman's bounds, halves and omega against R psych 2.2.9, lavaan 0.6.14 and base R. */
class InternalConsistencyOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "coefficient alpha",
            c -> aboutAlpha(c) && !c.has("cases") && !c.expects("listwise"),
            InternalConsistencyOracleTest::alpha),
        family(
            "alpha with missing answers",
            c -> aboutAlpha(c) && c.expects("listwise", "pairwise"),
            InternalConsistencyOracleTest::missing),
        family(
            "alpha of degenerate data",
            c -> aboutAlpha(c) && c.hasEach("data"),
            InternalConsistencyOracleTest::edges),
        family(
            "split halves and prophecy",
            c -> c.expects("spearman_brown"),
            InternalConsistencyOracleTest::splitHalf),
        family(
            "omega total of one factor",
            c -> c.method().matches(".*\\bomega\\b.*"),
            InternalConsistencyOracleTest::omega));
  }

  private static boolean aboutAlpha(OracleCase c) {
    return c.area().equals("A") && c.method().matches("(cronbach |coefficient )?alpha.*");
  }

  private static void alpha(OracleCase c) {
    var result = CoefficientAlpha.of(c.data());
    Map<String, Object> found = new HashMap<>();
    found.put("n", result.used());
    found.put("k", result.items());
    found.put("alpha", result.alpha());
    found.put("alpha_raw", result.alpha());
    found.put("kr20", result.alpha());
    found.put("alpha_std", result.standardised());
    found.put("mean_interitem_r", result.meanCorrelation());
    found.put("feldt95", result.interval());
    result
        .interval()
        .ifPresent(
            i -> found.put("psych_alpha_ci", Map.of("lower", i.lower(), "upper", i.upper())));
    found.put("alpha_if_deleted", each(result, Item::alphaIfDeleted));
    found.put("item_total_r", each(result, Item::totalCorrelation));
    found.put("corrected_item_rest_r", each(result, Item::restCorrelation));
    found.put("psych_r_drop", each(result, Item::restCorrelation));
    found.put("total_sd", Math.sqrt(result.totalVariance().orElseThrow()));
    found.put("sem", result.standardError());
    lambdas(c.data(), found);
    found.forEach(c::checkIfPresent);
  }

  private static void lambdas(double[][] data, Map<String, Object> found) {
    var covariances = GuttmanLambdas.ofCovariances(data);
    found.put("lambda1_cov", covariances.lambda1());
    found.put("lambda2_cov", covariances.lambda2());
    found.put("lambda3_cov", covariances.lambda3());
    found.put("lambda4_cov", covariances.lambda4());
    found.put("lambda5_cov", covariances.lambda5());
    found.put("lambda6_cov", covariances.lambda6());
    var correlations = GuttmanLambdas.ofCorrelations(data);
    found.put(
        "psych_guttman_correlation_matrix",
        Map.of(
            "lambda1", correlations.lambda1(),
            "lambda2", correlations.lambda2(),
            "lambda3", correlations.lambda3(),
            "lambda4_max_split", correlations.lambda4(),
            "lambda5", correlations.lambda5(),
            "lambda6_smc", correlations.lambda6()));
  }

  private static void splitHalf(OracleCase c) {
    var result = SplitHalf.oddEven().ofItems(c.data());
    c.checkIfPresent("r_halves", result.correlation());
    c.check("spearman_brown", result.spearmanBrown());
    c.checkIfPresent("rulon_guttman", result.rulon());
    c.checkIfPresent("flanagan", result.rulon());
    double alpha = CoefficientAlpha.of(c.data()).alpha().orElseThrow();
    c.checkIfPresent(
        "prophecy",
        OracleCase.list(c.expected().path("prophecy")).stream()
            .map(p -> prophecy(p, alpha))
            .toList());
    c.checkIfPresent("factor_for_.90", SpearmanBrown.factorFor(alpha, 0.9));
  }

  private static Map<String, Object> prophecy(JsonNode expected, double alpha) {
    double factor = expected.path("factor").asDouble();
    return Map.of("factor", factor, "from", alpha, "to", SpearmanBrown.lengthened(alpha, factor));
  }

  private static void omega(OracleCase c) {
    boolean minimumResiduals = c.method().matches(".*(minres|minimum residual|correlation).*");
    var result =
        McDonaldOmega.withDefaults()
            .with(minimumResiduals ? Estimator.MINIMUM_RESIDUALS : Estimator.MAXIMUM_LIKELIHOOD)
            .estimate(c.data());
    c.checkIfPresent("n", result.used());
    c.checkIfPresent("loadings", result.loadings());
    c.checkIfPresent("residual_variances", result.residualVariances());
    c.checkIfPresent("uniquenesses", result.residualVariances());
    c.checkIfPresent("omega", result.omega());
    c.checkIfPresent("omega_total", result.omega());
    c.checkIfPresent("k", result.loadings().size());
    c.checkIfPresent("omega_observed_variance_denominator", result.omegaObserved());
    c.checkIfPresent("alpha", CoefficientAlpha.of(c.data()).alpha());
    c.checkIfPresent("alpha_std", CoefficientAlpha.of(c.data()).standardised());
    c.checkIfPresent("chisq", result.chiSquare());
    c.checkIfPresent("df", result.degreesOfFreedom());
  }

  private static List<OptionalDouble> each(
      CoefficientAlpha.Result result, Function<Item, OptionalDouble> figure) {
    return result.perItem().stream().map(figure).toList();
  }

  private static void missing(OracleCase c) {
    var listwise = CoefficientAlpha.of(c.data());
    var pairwise = CoefficientAlpha.withDefaults().with(Missing.PAIRWISE).estimate(c.data());
    c.check("listwise", Map.of("n", listwise.used(), "alpha", listwise.alpha()));
    c.check("pairwise", Map.of("alpha", pairwise.alpha(), "psych_alpha_raw", pairwise.alpha()));
  }

  private static void edges(OracleCase c) {
    c.check("alpha", c.cases().stream().map(InternalConsistencyOracleTest::alphaOf).toList());
  }

  private static OptionalDouble alphaOf(JsonNode edge) {
    return CoefficientAlpha.of(OracleCase.matrix(edge.path("data"))).alpha();
  }
}
