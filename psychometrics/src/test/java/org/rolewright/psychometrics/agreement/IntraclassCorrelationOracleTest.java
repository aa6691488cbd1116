package org.rolewright.psychometrics.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.psychometrics.OracleCase;
import org.rolewright.psychometrics.OracleTest;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.AverageInterval;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Coefficient;
import org.rolewright.psychometrics.agreement.IntraclassCorrelation.Form;
import org.rolewright.psychometrics.data.Matrices;

/** Intraclass correlations against Shrout and Fleiss (1979), R psych 2.2.9 and irr 0.84.1. */
class IntraclassCorrelationOracleTest extends OracleTest {

  @Override
  protected List<Family> families() {
    return List.of(
        family(
            "the six intraclass correlations",
            c -> c.expectsEach("table", "type", "icc"),
            IntraclassCorrelationOracleTest::table),
        family(
            "intraclass correlations as irr prints them",
            c -> c.expects("icc") && c.expected().path("icc").has("ICC2k"),
            IntraclassCorrelationOracleTest::asIrr),
        family(
            "intraclass correlations of degenerate data",
            c -> c.method().matches(".*\\b(icc|intraclass)\\b.*") && c.hasEach("data"),
            IntraclassCorrelationOracleTest::edges));
  }

  private static void table(OracleCase c) {
    var result = IntraclassCorrelation.of(c.data());
    c.check(
        "table",
        OracleCase.list(c.expected().path("table")).stream()
            .map(row -> result.form(form(row)))
            .map(IntraclassCorrelationOracleTest::row)
            .toList());
    c.checkIfPresent(
        "ms", Map.of("BMS", result.between(), "JMS", result.raters(), "EMS", result.residual()));
    c.checkIfPresent("WMS", result.within());
  }

  private static Form form(JsonNode row) {
    return Form.valueOf(row.path("type").asText().toUpperCase(Locale.ROOT));
  }

  private static String name(Form form) {
    return form.name().replace("K", "k");
  }

  private static Map<String, Object> row(Coefficient found) {
    return Map.of(
        "type", name(found.form()),
        "icc", found.icc(),
        "F", found.f(),
        "df1", found.df1(),
        "df2", found.df2(),
        "p", found.p(),
        "ci", found.interval());
  }

  /** irr gives Satterthwaite's degrees of freedom for the agreement forms. */
  private static void asIrr(OracleCase c) {
    var result = IntraclassCorrelation.withDefaults().with(AverageInterval.IRR).estimate(c.data());
    c.check(
        "icc",
        Arrays.stream(Form.values())
            .map(result::form)
            .collect(Collectors.toMap(f -> name(f.form()), irrRow())));
    c.checkIfPresent("alpha_tasks_as_objects", alpha(c.data()));
    c.checkIfPresent("alpha_persons_as_objects", alpha(Matrices.transpose(c.data())));
  }

  private static Function<Coefficient, Map<String, Object>> irrRow() {
    return found -> {
      var row = new HashMap<>(row(found));
      found.intervalDf().ifPresent(df -> row.put("df2", df));
      return row;
    };
  }

  private static void edges(OracleCase c) {
    var results =
        c.cases().stream()
            .map(edge -> IntraclassCorrelation.of(OracleCase.matrix(edge.path("data"))))
            .toList();
    for (var form : Form.values()) {
      c.checkIfPresent(name(form), results.stream().map(r -> r.form(form).icc()).toList());
    }
  }

  private static OptionalDouble alpha(double[][] responses) {
    return CoefficientAlpha.of(responses).alpha();
  }
}
