package org.rolewright.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.form.FormBank;
import org.rolewright.form.FormId;
import org.rolewright.judging.Setting;
import org.rolewright.platform.Refusal;

/** Cuts in force, as later stages read them. */
class CutServiceTest {
  private static FormBank given;
  private static FormId form;
  private static CutScore cut;

  @BeforeAll
  static void fill() {
    given = new FormBank(8);
    form = new FormId(UUID.fromString(given.published("CUT-1", 0).get("id").asText()));
    cut = JudgedForm.adopted(given.bank.installation(), given.bank.study(), form, 70);
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  @Test
  void a_form_is_passed_by_the_lowest_whole_score_that_the_standard_allows() {
    // 12 items at .69, .70 and .71: the panel's cuts are 8.28, 8.40 and 8.52, their mean 8.4
    assertEquals(8.4, cut.recommended(), 1e-9);
    assertEquals(0.12 / Math.sqrt(3), cut.standardError(), 1e-9);
    // Student's t with 2 degrees of freedom, .975: 4.302653 (R 4.2.2, qt(.975, 2))
    assertEquals(8.4 + 4.302653 * cut.standardError(), cut.interval().high(), 1e-6);
    assertEquals(9, cut.raw());
    assertEquals(12, cut.maximum());
  }

  @Test
  void later_stages_read_the_cut_in_force_and_a_new_one_takes_its_place() {
    var wiring = given.bank.installation().wiring();
    var other = new FormId(UUID.fromString(given.published("CUT-2", 2).get("id").asText()));
    wiring.database.run(tx -> {
      assertEquals(Optional.of(cut), wiring.standards.findAdopted(tx, form));
      assertEquals(Optional.empty(), wiring.standards.findAdopted(tx, other));
      assertThrows(Refusal.Conflict.class, () -> wiring.standards.adopted(tx, other));
    });
    var first = JudgedForm.adopted(given.bank.installation(), given.bank.study(), other, 60);
    var judged =
        new JudgedForm(
            given.bank.installation(), given.bank.study(), other, Setting.Method.YES_NO_ANGOFF, 3);
    judged.round(1, (_, item) -> item % 2 * 100);
    judged.round(2, (panelist, item) -> item < 6 + panelist ? 100 : 0);
    judged.lock();
    assertOnlyWhatWasReadIsSigned(judged);
    var next = judged.adopted();
    assertEquals(7, next.raw());
    wiring.database.run(tx -> {
      assertEquals(next, wiring.standards.adopted(tx, other));
      assertEquals(first, wiring.standards.cut(tx, first.id()));
    });
    assertTrue(
        wiring
            .standards
            .listDecisions(judged.second, first.setting())
            .getFirst()
            .replacedAt()
            .isPresent());
  }

  /** Between reading and signing somebody put other terms under the same identity. */
  private static void assertOnlyWhatWasReadIsSigned(JudgedForm judged) {
    var wiring = given.bank.installation().wiring();
    var input =
        new CutInput(
            CutError.JUDGEMENT, 0, Optional.empty(), Optional.empty(), "As the panel recommends.");
    var id = new CutId(UUID.randomUUID());
    var read = wiring.standards.propose(judged.facilitator, judged.setting, id, input);
    var moved =
        new CutInput(
            CutError.JUDGEMENT, 2, Optional.empty(), Optional.empty(), "Higher than that.");
    wiring.standards.propose(judged.facilitator, judged.setting, id, moved);
    var by = new StandardRepository.Mark(judged.second.id(), Instant.now());
    wiring.database.run(
        tx -> assertFalse(new StandardRepository().adopt(tx, read.terms(), read.hash(), by)));
  }
}
