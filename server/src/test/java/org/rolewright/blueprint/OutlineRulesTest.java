package org.rolewright.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.SmallSurvey;
import org.rolewright.platform.Refusal;
import org.rolewright.study.InclusionRule;

/**
 * Items by hand. Products of means: 8 and 9 in the first domain, 8 in the second, of 25; the third
 * task of the first domain (1·1) is dropped by a cut of 2.
 */
class OutlineRulesTest {
  private static final AnalysisRun RUN =
      new SmallSurvey(3, 1)
          .including(new InclusionRule(InclusionRule.Kind.IMPORTANCE, 2, 1, 0))
          .answer("42", "33", "11", "24")
          .answer("42", "33", "11", "24")
          .run();

  private static Outline outline(Choices choices) {
    return OutlineRules.outline(RUN, choices);
  }

  private static UUID domain(int d) {
    return RUN.findings().domains().get(d).domain().value();
  }

  private static UUID task(int t) {
    return RUN.findings().tasks().get(t).task().value();
  }

  private static Change change(Change.Kind kind, UUID subject) {
    return new Change(
        kind,
        Optional.of(subject),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static Change weight(int d, double percent) {
    return new Change(
        Change.Kind.DOMAIN_WEIGHT,
        Optional.of(domain(d)),
        OptionalDouble.of(percent),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static Change items(Change.Kind kind, UUID cell, int min, int max) {
    return new Change(
        kind, Optional.of(cell), OptionalDouble.empty(), OptionalInt.of(min), OptionalInt.of(max));
  }

  private static String refusal(Choices choices) {
    return assertThrows(Refusal.BrokenRule.class, () -> outline(choices)).key();
  }

  /** 25 items: 17 and 8; within the first 8 and 9. */
  @Test
  void items_follow_the_weights() {
    var outline = outline(Choices.of(25));
    assertEquals(17, outline.domains().get(0).items());
    assertEquals(8, outline.domains().get(1).items());
    var tasks = outline.domains().get(0).tasks();
    assertEquals(8, tasks.get(0).items());
    assertEquals(9, tasks.get(1).items());
    assertEquals(0, tasks.get(2).items());
    assertFalse(tasks.get(2).included());
    assertEquals(0, outline.domains().get(0).residue(), 1e-9);
  }

  /** 10 items: shares 6.8 and 3.2 become 7 and 3; within the first 3.29 and 3.71 become 3 and 4. */
  @Test
  void rounding_is_by_the_largest_remainder_and_its_residue_is_shown() {
    var outline = outline(Choices.of(10));
    assertEquals(7, outline.domains().get(0).items());
    assertEquals(0.2, outline.domains().get(0).residue(), 1e-9);
    assertEquals(-0.2, outline.domains().get(1).residue(), 1e-9);
    assertEquals(3, outline.domains().get(0).tasks().get(0).items());
    assertEquals(4, outline.domains().get(0).tasks().get(1).items());
  }

  @Test
  void a_task_can_be_taken_in_and_its_domain_gains() {
    var outline = outline(Choices.of(26).with(change(Change.Kind.INCLUDE_TASK, task(2))));
    assertEquals(18, outline.domains().get(0).items(), "8 + 9 + 1 of 26");
    assertEquals(1, outline.domains().get(0).tasks().get(2).items());
    assertTrue(outline.domains().get(0).tasks().get(2).included());
  }

  @Test
  void a_weight_that_people_set_stands_and_the_others_share_the_rest() {
    var outline = outline(Choices.of(10).with(weight(1, 50)));
    assertEquals(0.5, outline.domains().get(0).weight(), 1e-12);
    assertEquals(5, outline.domains().get(1).items());
    assertTrue(outline.domains().get(1).weightSet());
    assertEquals(0.5 * 9 / 17, outline.domains().get(0).tasks().get(1).weight(), 1e-12);
  }

  @Test
  void weights_that_people_set_make_a_hundred() {
    assertEquals(
        "weightsMakeAHundred", refusal(Choices.of(10).with(weight(0, 60)).with(weight(1, 60))));
    assertEquals(
        "weightsMakeAHundred", refusal(Choices.of(10).with(weight(0, 60)).with(weight(1, 30))));
    assertEquals(10, outline(Choices.of(10).with(weight(0, 60)).with(weight(1, 40))).testLength());
  }

  @Test
  void bounds_of_a_domain_and_of_its_tasks_hold_together() {
    var choices =
        Choices.of(10)
            .with(items(Change.Kind.DOMAIN_ITEMS, domain(1), 5, 6))
            .with(items(Change.Kind.TASK_ITEMS, task(0), 1, 1));
    var outline = outline(choices);
    assertEquals(5, outline.domains().get(1).items());
    assertEquals(1, outline.domains().get(0).tasks().get(0).items());
    assertEquals(4, outline.domains().get(0).tasks().get(1).items());
  }

  @Test
  void bounds_that_cannot_be_met_are_refused() {
    assertEquals(
        "minimumsExceedTheTest",
        refusal(
            Choices.of(10)
                .with(items(Change.Kind.DOMAIN_ITEMS, domain(0), 6, 9))
                .with(items(Change.Kind.DOMAIN_ITEMS, domain(1), 6, 9))));
    assertEquals(
        "maximumsLeaveNoRoom",
        refusal(
            Choices.of(10)
                .with(items(Change.Kind.DOMAIN_ITEMS, domain(0), 0, 4))
                .with(items(Change.Kind.DOMAIN_ITEMS, domain(1), 0, 4))));
    assertEquals(
        "boundsContradict",
        refusal(Choices.of(10).with(items(Change.Kind.TASK_ITEMS, task(0), 3, 2))));
  }

  @Test
  void a_blueprint_without_tasks_is_refused() {
    var none = Choices.of(10);
    for (int t : new int[] {0, 1, 3}) none = none.with(change(Change.Kind.EXCLUDE_TASK, task(t)));
    assertEquals("aBlueprintNeedsTasks", refusal(none));
  }
}
