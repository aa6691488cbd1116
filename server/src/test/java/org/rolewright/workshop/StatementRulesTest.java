package org.rolewright.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rolewright.workshop.StatementWarning.AND_OR;
import static org.rolewright.workshop.StatementWarning.NO_VERB_FIRST;
import static org.rolewright.workshop.StatementWarning.TOO_LONG;
import static org.rolewright.workshop.StatementWarning.VAGUE_VERB;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementRulesTest {
  private static Set<StatementWarning> of(String task) {
    return StatementRules.warnings(StatementKind.TASK, task);
  }

  @Test
  void a_verb_and_its_object_read_well() {
    assertEquals(Set.of(), of("Advise clients on issues related to improving general health."));
    assertEquals(Set.of(), of("Document each visit in the client record."));
    assertEquals(Set.of(), of("Asesorar a las familias sobre vacunación."));
  }

  @Test
  void a_task_that_does_not_begin_with_a_verb_is_shown() {
    assertEquals(Set.of(NO_VERB_FIRST), of("The maintenance of client records"));
    assertEquals(Set.of(NO_VERB_FIRST), of("Documentation of visits"));
    assertEquals(Set.of(NO_VERB_FIRST), of("Conocimiento de vacunas"));
    assertEquals(Set.of(NO_VERB_FIRST), of("Advising clients"));
  }

  @Test
  void a_verb_that_nobody_can_observe_is_shown() {
    assertEquals(Set.of(VAGUE_VERB), of("Understand confidentiality rules"));
    assertEquals(Set.of(VAGUE_VERB), of("Conocer las normas"));
  }

  @Test
  void two_statements_in_one_are_shown() {
    assertEquals(Set.of(AND_OR), of("Refer and/or accompany clients"));
    assertEquals(Set.of(AND_OR), of("Derivar y/o acompañar a clientes"));
  }

  @Test
  void what_peers_will_not_read_to_the_end_is_shown() {
    assertEquals(Set.of(), of("Do " + "x".repeat(197)));
    assertEquals(Set.of(TOO_LONG), of("Do " + "x".repeat(198)));
  }

  @Test
  void a_ksa_needs_no_verb() {
    assertEquals(
        Set.of(), StatementRules.warnings(StatementKind.KNOWLEDGE, "Knowledge of vaccines"));
  }

  @Test
  void the_outline_counts_on_after_z_and_in_roman_numerals() {
    assertEquals("I.A", Outline.task(Outline.domain(0), 0));
    assertEquals("IV.Z", Outline.task(Outline.domain(3), 25));
    assertEquals("XIX.AA", Outline.task(Outline.domain(18), 26));
    assertEquals("XLII.AZ", Outline.task(Outline.domain(41), 51));
    assertEquals("S2", Outline.ksa(KsaType.SKILL, 1));
  }
}
