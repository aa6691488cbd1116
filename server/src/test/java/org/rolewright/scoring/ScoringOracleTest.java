package org.rolewright.scoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.json.Json;
import org.rolewright.standard.JudgedForm;

/**
 * Classical cases as exams that people sat: what scoring says of them is what R says. Expected
 * figures stand in the case files beside the statistics, each with its source; data that came with
 * R packages are not shipped, and their cases run where {@code -Doracles} names a folder with them.
 */
class ScoringOracleTest {
  private static final Path SHIPPED = Path.of("../psychometrics/src/test/resources/oracles");

  private static JsonNode read(String file) throws IOException {
    return Json.tree(Files.readString(find(file).orElseThrow()));
  }

  private static Optional<Path> find(String file) {
    var here = Path.of("").toAbsolutePath();
    var named = Optional.ofNullable(System.getProperty("oracles")).filter(name -> !name.isBlank());
    return Stream.of(
            Stream.of(SHIPPED),
            named.stream().map(here::resolve),
            named.stream().map(here.getParent()::resolve))
        .flatMap(one -> one)
        .map(folder -> folder.resolve(file))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static void near(JsonNode expected, JsonNode found, double tolerance) {
    if (expected.isNull()) assertFalse(found.isNumber(), found.toString());
    else assertEquals(expected.asDouble(), found.asDouble(), tolerance, found.toString());
  }

  private static void near(JsonNode expected, JsonNode found) {
    near(expected, found, 1e-9);
  }

  private static void nearItems(JsonNode expected, JsonNode view) {
    for (var at = 0; at < view.get("items").size(); at++) {
      var item = view.at("/items/" + at);
      near(expected.at("/p/" + at), item.get("p"));
      near(expected.at("/corrected_point_biserial/" + at), item.path("discrimination"));
      if (!expected.has("corrected_biserial")) continue;
      near(expected.at("/corrected_biserial/" + at), item.get("biserial"));
      near(expected.at("/alpha_if_deleted/" + at), item.get("alphaIfDeleted"));
    }
  }

  private static void nearTotals(JsonNode expected, JsonNode figures) {
    near(expected.get("total_mean"), figures.at("/distribution/mean"));
    near(expected.get("total_sd_n_minus_1"), figures.at("/distribution/sd"));
    near(expected.get("kr20_alpha"), figures.at("/errors/alpha"));
    near(expected.get("kr21"), figures.at("/errors/kr21"));
    near(expected.get("sem"), figures.at("/errors/sem"));
  }

  private static Object[] marked(String row) {
    return Arrays.stream(row.split(",")).map(mark -> mark.equals("1") ? "b" : "a").toArray();
  }

  /**
   * Five items of LSAT section 6 (Bock and Lieberman 1970). Its alpha is .295 (.294997) and the
   * shares right .924, .709, .553, .763 and .870.
   */
  @Test
  void a_thousand_sittings_of_the_LSAT_have_the_figures_that_R_gives_also_on_screen()
      throws IOException {
    var expected = read("B01_item_analysis_lsat6.json").get("expected");
    try (var exam = SatExam.of(ExamHall.Shape.ofSingles(5))) {
      var rows = Files.readAllLines(find("data/lsat6_expanded.csv").orElseThrow());
      exam.sitAll(rows.stream().skip(1).map(ScoringOracleTest::marked).toList());
      exam.withoutPattern();
      var run = exam.run(exam.first, "the classical case");
      var view = exam.read(run);
      assertEquals(1000, view.at("/run/figures/sittings").asInt());
      nearTotals(expected, view.at("/run/figures"));
      nearItems(expected, view);
      assertShown(exam, run);
    }
  }

  private static void assertShown(SatExam exam, String run) {
    try (var browsers = new Browsers();
        var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      Browsers.signIn(page, exam.hall.rolewright.baseUrl(), exam.hall.expert);
      Browsers.show(page, address(exam, run));
      page.locator("#tab-overview").click();
      assertThat(page.locator("main .stats")).containsText("0.29");
      page.locator("#tab-items").click();
      var rows = page.locator("main table.table:has(.sort) tbody tr");
      assertThat(rows).hasCount(5);
      var shares = List.of("0.92", "0.71", "0.55", "0.76", "0.87");
      for (var at = 0; at < 5; at++)
        assertThat(rows.nth(at).locator("td").first()).hasText(shares.get(at));
    }
  }

  private static String address(SatExam exam, String run) {
    return exam.hall.rolewright.baseUrl()
        + "/workbench/#/studies/"
        + exam.hall.study.value()
        + "/scoring/runs/"
        + run;
  }

  @Test
  void items_that_all_or_none_have_right_have_no_discrimination_and_alpha_may_be_negative()
      throws IOException {
    var oracle = read("B05_item_analysis_edges.json");
    try (var exam = SatExam.of(ExamHall.Shape.ofSingles(4))) {
      var people = new ArrayList<Object[]>();
      for (var row : oracle.at("/input/data")) people.add(marked(join(row)));
      exam.sitAll(people);
      exam.withoutPattern();
      var view = exam.read(exam.run(exam.first, "the edges"));
      nearItems(drop(oracle.get("expected")), view);
      near(oracle.at("/expected/kr20"), view.at("/run/figures/errors/alpha"));
    }
  }

  /** Its biserials are those of items with the whole total; scoring gives those with the rest. */
  private static JsonNode drop(JsonNode expected) {
    return ((com.fasterxml.jackson.databind.node.ObjectNode) expected.deepCopy())
        .without("biserial");
  }

  private static String join(JsonNode row) {
    var marks = new ArrayList<String>();
    row.forEach(mark -> marks.add(mark.asText()));
    return String.join(",", marks);
  }

  /** Who never came to an item is told from who left it out; both earn nothing. */
  @Test
  void blanks_at_the_end_are_not_reached_and_others_left_out() throws IOException {
    var oracle = read("B19_omitted_versus_not_reached.json");
    try (var exam = SatExam.of(ExamHall.Shape.ofSingles(7))) {
      var people = new ArrayList<Object[]>();
      for (var row : oracle.at("/input/responses")) {
        var responses = new Object[7];
        for (var at = 0; at < 7; at++)
          if (!row.get(at).isNull())
            responses[exam.versions.indexOf(exam.shown.get(at))] =
                row.get(at).asInt() == 1 ? "b" : "a";
        people.add(responses);
      }
      exam.sitAll(people);
      exam.withoutPattern();
      var items = new HashMap<String, JsonNode>();
      for (var item : exam.read(exam.run(exam.first, "blanks")).get("items"))
        items.put(item.get("version").asText(), item);
      for (var at = 0; at < 7; at++) {
        var item = items.get(exam.shown.get(at).value().toString());
        near(oracle.at("/expected/p_all_wrong/" + at), item.get("p"));
        near(oracle.at("/expected/n_not_reached/" + at), item.get("notReached"));
        near(oracle.at("/expected/n_omitted/" + at), item.get("omitted"));
      }
    }
  }

  /**
   * 32 items of five options that 600 people sat, in strata of 14, 10 and 8, passed with 18 points.
   */
  @Test
  void the_SAT_has_the_options_errors_and_decisions_that_R_gives() throws IOException {
    assumeTrue(find("data/b_sat12_raw_responses.csv").isPresent(), "data are not shipped");
    var options = read("B04_distractor_analysis_sat12.json");
    try (var exam = SatExam.of(ExamHall.Shape.inDomains(14, 10, 8))) {
      var key = options.at("/input/key");
      exam.sitAll(
          Files.readAllLines(find("data/b_sat12_raw_responses.csv").orElseThrow()).stream()
              .skip(1)
              .map(row -> answered(row, key))
              .toList());
      exam.withoutPattern();
      JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 55);
      var view = exam.read(exam.run(exam.first, "the classical case"));
      assertEquals(18, view.at("/run/cut/raw").asInt(), "55 % of 32 points, rounded up");
      var items = read("B03_item_analysis_sat12.json").get("expected");
      nearTotals(items, view.at("/run/figures"));
      nearItems(items, view);
      nearOptions(options.at("/expected/items"), view, key);
      nearStrata(read("B09_stratified_alpha.json").get("expected"), view.at("/run/figures"));
      var error = read("B10_conditional_sem.json").at("/expected/lord_keats/18");
      near(error, view.at("/run/figures/errors/atCut"));
      nearDecisions(
          read("B11_livingston_lewis_sat12_2p.json").at("/expected/result"),
          view.at("/run/figures/decisions"));
    }
  }

  /** The option that is right becomes b; 8 is no answer. */
  private static Object[] answered(String row, JsonNode key) {
    var codes = row.split(",");
    var responses = new Object[codes.length];
    for (var at = 0; at < codes.length; at++)
      if (!codes[at].equals("8"))
        responses[at] = letter(Integer.parseInt(codes[at]), key.get(at).asInt());
    return responses;
  }

  /** Options 1 to 5, with the right one in the place of b and the second in its own. */
  private static String letter(int code, int right) {
    var place = code == right ? 2 : code == 2 ? right : code;
    return String.valueOf((char) ('a' + place - 1));
  }

  private static void nearOptions(JsonNode expected, JsonNode view, JsonNode key) {
    for (var item : expected) {
      var at = item.get("item").asInt() - 1;
      Map<String, JsonNode> found = new HashMap<>();
      for (var choice : view.at("/items/" + at + "/choices"))
        found.put(choice.get("id").asText(), choice);
      for (var option : item.get("options")) {
        var code = option.get("option").asInt();
        var choice = found.get(code == 8 ? "omitted" : letter(code, key.get(at).asInt()));
        near(option.get("count"), choice.get("count"));
        near(option.get("p"), choice.path("share"));
        near(option.get("mean_total"), choice.path("meanTotal"));
        near(option.get("pbis_rest"), choice.path("rest"));
      }
    }
  }

  private static void nearStrata(JsonNode expected, JsonNode figures) {
    near(expected.get("stratified_alpha"), figures.at("/errors/stratified"));
    var names = List.of("A", "B", "C");
    for (var at = 0; at < 3; at++)
      near(
          expected.at("/alpha_by_stratum/" + names.get(at)),
          figures.at("/domains/" + at + "/alpha"));
  }

  private static void nearDecisions(JsonNode expected, JsonNode decisions) {
    near(expected.get("accuracy"), decisions.get("accuracy"), 1e-6);
    near(expected.get("consistency"), decisions.get("consistency"), 1e-6);
    near(expected.get("kappa"), decisions.get("kappa"), 1e-6);
    near(expected.get("false_pass_rate"), decisions.get("falsePass"), 1e-6);
    near(expected.get("false_fail_rate"), decisions.get("falseFail"), 1e-6);
  }
}
