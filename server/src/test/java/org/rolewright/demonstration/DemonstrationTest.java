package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.Findings;
import org.rolewright.analysis.Findings.Combining;
import org.rolewright.analysis.Findings.Keeping;
import org.rolewright.platform.json.Json;
import org.rolewright.study.WeightingRule.Combination;
import org.rolewright.study.WeightingRule.DomainRule;
import org.rolewright.workshop.TaskList;

/**
 * The demonstration, walked through by the services, against O*NET's published figures.
 *
 * <p>Reference: expected-21-1094.00.json (published means; products and weights computed from them
 * outside this project). Tolerances are what drawing 2,000 whole people can miss: mean importance
 * 0.001, mean frequency 0.005, a product 0.03, a weight 0.02 points of percent.
 */
class DemonstrationTest {
  private static LoadedDemonstration demonstration;
  private static AnalysisRun run;
  private static Map<String, JsonNode> expected;
  private static Map<String, String> numbers;

  @BeforeAll
  static void load() throws IOException {
    demonstration = LoadedDemonstration.withStudy();
    run =
        demonstration
            .expert()
            .call("readAnalysis")
            .with("runId", demonstration.run())
            .expect(200)
            .as(AnalysisRun.class);
    expected = expected();
    numbers = numbers();
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  private static Map<String, JsonNode> expected() throws IOException {
    try (var in =
        DemonstrationTest.class.getResourceAsStream("/demonstration/expected-21-1094.00.json")) {
      var byId = new HashMap<String, JsonNode>();
      Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .get("tasks")
          .forEach(task -> byId.put(task.get("taskId").asText(), task));
      return byId;
    }
  }

  /** O*NET's number of each task. */
  private static Map<String, String> numbers() {
    var wiring = demonstration.installation().wiring();
    var list = wiring.database.transaction(tx -> wiring.workshops.published(tx, run.taskList()));
    var numbers = new HashMap<String, String>();
    list.tasks()
        .forEach((TaskList.TaskStatement task) ->
            numbers.put(task.code(), task.source().replace("O*NET ", "")));
    return numbers;
  }

  private static JsonNode published(Findings.Task task) {
    return expected.get(numbers.get(task.code()));
  }

  @Test
  void every_tasks_means_are_those_that_onet_publishes() {
    assertEquals(28, run.findings().tasks().size());
    for (var task : run.findings().tasks()) {
      var published = published(task);
      assertEquals(
          published.get("importance").asDouble(),
          task.importance().mean().value().orElseThrow(),
          0.001,
          task.code());
      assertEquals(
          published.get("meanFrequencyNormalised").asDouble(),
          task.frequency().mean().value().orElseThrow(),
          0.005,
          task.code());
      assertEquals(
          published.get("relevance").asDouble(),
          100 * task.performing().value().orElseThrow(),
          0.03,
          task.code());
    }
  }

  @Test
  void products_of_means_and_task_weights_agree() {
    double sum =
        run.findings().tasks().stream()
            .mapToDouble(task -> task.combined(Combination.PRODUCT_OF_MEANS).orElseThrow())
            .sum();
    for (var task : run.findings().tasks()) {
      var published = published(task).get("allTasks");
      double product = task.combined(Combination.PRODUCT_OF_MEANS).orElseThrow();
      assertEquals(published.get("product").asDouble(), product, 0.03, task.code());
      assertEquals(
          published.at("/weightPercent/product").asDouble(),
          100 * product / sum,
          0.02,
          task.code());
    }
  }

  @Test
  void domain_weights_agree_by_product_and_by_importance_alone() {
    agree(Combining.PRODUCT_OF_MEANS, "product");
    agree(Combining.IMPORTANCE_ONLY, "importanceOnly");
  }

  private static void agree(Combining combination, String weight) {
    var row = alternative(Keeping.ALL, combination);
    assertEquals(28, row.keptTasks());
    for (int d = 0; d < run.findings().domains().size(); d++) {
      var domain = run.findings().domains().get(d).domain();
      double published =
          run.findings().tasks().stream()
              .filter(task -> task.domain().equals(domain))
              .mapToDouble(
                  task -> published(task).at("/allTasks/weightPercent/" + weight).asDouble())
              .sum();
      assertEquals(published, 100 * row.domainWeights().get(d).orElseThrow(), 0.06, weight);
    }
  }

  private static Findings.Alternative alternative(Keeping inclusion, Combining combination) {
    return run.findings().weights().alternatives().stream()
        .filter(row ->
            row.inclusion() == inclusion
                && row.combination() == combination
                && row.domainRule() == DomainRule.SUM)
        .findFirst()
        .orElseThrow();
  }

  /** O*NET calls 7 of the tasks Core. */
  @Test
  void onets_own_core_rule_keeps_onets_core_tasks() {
    assertEquals(7, alternative(Keeping.ONET_CORE, Combining.PRODUCT_OF_MEANS).keptTasks());
  }

  /** The published mean of 19035 is 2.99, of 19043 the share 25.00 %: both lie at a cut. */
  @Test
  void tasks_at_a_cut_are_borderline() {
    for (var task : run.findings().tasks()) {
      var number = numbers.get(task.code());
      if (number.equals("19035") || number.equals("19043"))
        assertTrue(task.inclusion().borderline(), number);
      if (number.equals("19031")) assertFalse(task.inclusion().borderline(), number);
    }
  }

  @Test
  void respondents_who_answered_little_or_all_the_same_do_not_count() {
    var respondents = run.findings().respondents();
    assertEquals(2012, respondents.received());
    assertEquals(2000, respondents.used());
    assertEquals(7, respondents.exclusions().get(0).count());
    assertEquals(5, respondents.exclusions().get(1).count());
  }

  @Test
  void loading_again_changes_nothing() {
    var before = counts();
    demonstration.load();
    assertEquals(before, counts());
  }

  private static String counts() {
    var studies = demonstration.expert().call("listStudies").expect(200).json();
    var blueprints =
        demonstration
            .expert()
            .call("listBlueprints")
            .with("studyId", LoadedDemonstration.STUDY)
            .expect(200)
            .json();
    return studies.toString() + blueprints;
  }

  @Test
  void a_database_with_other_people_in_it_is_left_alone() {
    try (var used = Installation.fresh()) {
      used.expert();
      used.wiring().demonstration.load();
      assertTrue(
          used.wiring()
              .database
              .transaction(tx -> used.wiring().studies.listStudies(tx))
              .isEmpty());
    }
  }

  @Test
  void the_sign_ins_are_for_the_owner_of_the_installation_only() throws IOException {
    var file = Installation.DATA.resolve("demo-sign-ins.txt");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(8, Files.readAllLines(file).size());
    demonstration.proposer().call("readSession").expect(200);
    assertTrue(demonstration.installation().wiring().demonstration.openSurvey().isPresent());
  }
}
