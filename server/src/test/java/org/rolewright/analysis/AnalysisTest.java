package org.rolewright.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;
import org.rolewright.study.ExclusionRule;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.WeightingRule;
import org.rolewright.survey.ClosedSurvey.Channel;

/** What an analysis says, on answers small enough to be computed by hand. */
class AnalysisTest {
  /** Means: 4·2, 3·3, 2·4 over those who do the task; the products make 25. */
  private static SmallSurvey three() {
    return new SmallSurvey(2, 1)
        .answer("51", "33", "24")
        .answer("43", "x", "15")
        .answer("32", "33", "33");
  }

  @Test
  void means_are_over_those_who_do_the_task() {
    var tasks = three().findings().tasks();
    assertEquals(4, tasks.get(0).importance().mean().value().getAsDouble());
    assertEquals(3, tasks.get(1).importance().mean().value().getAsDouble(), "not 2: an x is no 0");
    assertEquals(2, tasks.get(1).importance().mean().used());
    assertEquals(2 / 3.0, tasks.get(1).performing().value().getAsDouble(), 1e-15);
    assertEquals(1, tasks.get(0).importance().sd().getAsDouble(), "of 5, 4, 3");
    assertEquals(4, tasks.get(0).importance().median().getAsDouble());
    assertEquals(List.of(3, 4, 5), tasks.get(0).importance().modes().get(), "each chosen once");
    assertEquals(List.of(3), tasks.get(1).importance().modes().get());
    assertEquals(5, tasks.get(0).importance().categories().size(), "also codes nobody chose");
    assertEquals(0, tasks.get(0).importance().categories().get(0).count());
  }

  /** As a run of the first version stands in the database: no modes. */
  @Test
  void a_run_stored_before_modes_were_is_read_and_keeps_its_hash() {
    var before = Json.canonical(three().findings()).replaceAll("\"modes\":\\[[^]]*],", "");
    assertFalse(before.contains("modes"));
    var read = Json.read(before, Findings.class);
    assertTrue(read.tasks().get(0).importance().modes().isEmpty());
    assertEquals(before, Json.canonical(read));
  }

  @Test
  void weights_follow_the_products_of_means() {
    var findings = three().findings();
    assertEquals(8, findings.tasks().get(0).chosen().getAsDouble(), 1e-12);
    assertEquals(9, findings.tasks().get(1).chosen().getAsDouble(), 1e-12);
    assertEquals(8, findings.tasks().get(2).chosen().getAsDouble(), 1e-12);
    var weight = findings.tasks().get(1).weight().orElseThrow();
    assertEquals(9 / 25.0, weight.value().getAsDouble(), 1e-12);
    assertTrue(weight.standardError().getAsDouble() > 0);
    assertTrue(weight.interval().orElseThrow().contains(9 / 25.0));
    var domain = findings.domains().get(0).weight().orElseThrow();
    assertEquals(17 / 25.0, domain.value().getAsDouble(), 1e-12);
  }

  /** Each mean as a share of its five points: (4/5 + 2/5)/2 and so on make 1.8. */
  @Test
  void ratings_are_combined_side_by_side() {
    var task = three().findings().tasks().get(0);
    assertEquals(0.6, task.combined(WeightingRule.Combination.ADDITIVE).getAsDouble(), 1e-12);
    assertEquals(
        23 / 3.0,
        task.combined(WeightingRule.Combination.MEAN_OF_PRODUCTS).getAsDouble(),
        1e-12,
        "of 5, 12, 6");
  }

  @Test
  void other_formulas_and_inclusion_rules_stand_beside_the_plans_own() {
    var weights = three().findings().weights();
    assertEquals(4 * 5 * 2, weights.alternatives().size());
    var own = weights.alternatives().getFirst();
    assertEquals(17 / 25.0, own.domainWeights().get(0).getAsDouble(), 1e-12);
    assertTrue(weights.ranges().get(0).smallest().getAsDouble() < 17 / 25.0);
  }

  @Test
  void responses_are_left_out_by_the_rule_of_the_plan_and_counted() {
    var survey =
        new SmallSurvey(11)
            .excluding(new ExclusionRule(50, true))
            .answer("51", "42", "33", "24", "x", "51", "42", "33", "24", "x", "51")
            .answer("31", "32", "33", "34", "35", "31", "32", "33", "34", "35", "31")
            .answer("51", "42", "33", "24", "15");
    var respondents = survey.findings().respondents();
    assertEquals(3, respondents.received());
    assertEquals(1, respondents.used());
    assertEquals(
        Map.of(Respondents.Reason.TOO_FEW_ANSWERS, 1, Respondents.Reason.STRAIGHT_LINE, 1),
        respondents.exclusions().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Respondents.Exclusion::reason, Respondents.Exclusion::count)));
  }

  @Test
  void without_a_response_that_counts_there_is_no_analysis() {
    var silent = new SmallSurvey(2).excluding(new ExclusionRule(50, false)).answer("", "");
    assertEquals(
        "anAnalysisNeedsResponses", assertThrows(Refusal.BrokenRule.class, silent::findings).key());
  }

  /** Importance 3 ± 4.30·0.58 covers a cut of 3.5; 5 without spread does not. */
  @Test
  void a_task_whose_interval_covers_the_cut_is_borderline() {
    var findings =
        new SmallSurvey(3)
            .including(new InclusionRule(InclusionRule.Kind.IMPORTANCE, 3.5, 1, 0))
            .answer("21", "51", "11")
            .answer("31", "51", "11")
            .answer("41", "51", "11")
            .findings();
    var near = findings.tasks().get(0).inclusion();
    assertFalse(near.kept());
    assertTrue(near.borderline());
    var sure = findings.tasks().get(1).inclusion();
    assertTrue(sure.kept());
    assertFalse(sure.borderline());
    assertFalse(findings.tasks().get(2).inclusion().kept());
    assertFalse(findings.tasks().get(2).inclusion().borderline());
    assertTrue(findings.tasks().get(0).weight().isEmpty(), "a dropped task weighs nothing");
    assertEquals(1, findings.tasks().get(1).weight().orElseThrow().value().getAsDouble());
  }

  @Test
  void when_no_task_is_kept_there_are_no_weights_and_nothing_breaks() {
    var findings =
        three().including(new InclusionRule(InclusionRule.Kind.IMPORTANCE, 5, 1, 0)).findings();
    assertTrue(findings.domains().get(0).weight().isEmpty());
    assertEquals(0, findings.weights().replicates());
  }

  @Test
  void a_second_run_gives_identical_numbers_and_another_seed_only_another_uncertainty() {
    var first = three().run();
    assertEquals(first.hash(), three().run().hash());
    var other = three().drawing(8).run();
    assertNotEquals(first.hash(), other.hash());
    assertEquals(
        first.findings().tasks().get(0).weight().orElseThrow().value(),
        other.findings().tasks().get(0).weight().orElseThrow().value());
  }

  @Test
  void findings_survive_being_stored() {
    var findings = three().findings();
    var back = Json.read(Json.write(findings), Findings.class);
    assertEquals(findings, back);
    assertEquals(Json.canonical(findings), Json.canonical(back));
  }

  @Test
  void ways_of_answering_stay_apart() {
    var respondents =
        three().answer(Channel.OPEN, Map.of(), "55", "55", "55").findings().respondents();
    assertEquals(2, respondents.channels().size());
    var open = respondents.channels().get(1);
    assertEquals(Channel.OPEN, open.channel());
    assertEquals(1, open.used());
    assertEquals(5, open.importance().value().getAsDouble());
  }

  @Test
  void no_small_count_of_a_background_question_is_shown() {
    var survey = new SmallSurvey(1);
    for (int i = 0; i < 20; i++)
      survey.answer(Channel.PERSONAL, Map.of("region", i < 17 ? "north" : "south"), "33");
    var cells = survey.findings().respondents().profile().getFirst().cells();
    assertTrue(cells.get(1).count().isEmpty(), "3 people");
    assertTrue(cells.get(0).count().isEmpty(), "20 − 17 would tell the 3");
    assertEquals(0, cells.get(2).count().getAsInt(), "nobody kept silent");
  }
}
