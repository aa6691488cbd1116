package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Sha256;

class SittingApiTest {
  private final ExamHall hall = ExamHall.shared();

  @Test
  void a_candidate_comes_in_by_code_starts_answers_submits_and_gets_a_receipt() {
    var candidate = hall.enter(hall.candidate());
    assertEquals("admitted", candidate.status.get("status").asText());
    assertTrue(candidate.items().isEmpty(), "no question before the start");
    assertEquals("agreement", candidate.sitting.at("/parts/0/kind").asText());
    candidate.start();
    assertEquals("open", candidate.status.get("status").asText());
    assertEquals(12, candidate.items().size());
    assertEquals(1, candidate.status.get("epoch").asInt());
    candidate.answer(1, "a");
    candidate.answer(2, List.of("a", "c"));
    var status = candidate.answer(1, "b");
    assertEquals(3, status.get("ackSeq").asInt());
    var receipt = candidate.submit();
    assertEquals(2, receipt.get("answered").asInt());
    assertEquals(10, receipt.get("unanswered").asInt());
    assertEquals(
        Sha256.hex(
            "sitting "
                + candidate.sitting.get("id").asText()
                + "\nform "
                + hall.form.value()
                + "\n1 \"b\"\n2 [\"a\",\"c\"]\n"),
        receipt.get("digest").asText());
    assertEquals(receipt, candidate.call("readReceipt").expect(200).json());
    assertEquals(receipt, candidate.submit(), "handing in again changes nothing");
    assertTrue(candidate.read().items().isEmpty(), "no question after the end");
  }

  @Test
  void what_was_said_last_is_there_again_after_a_reload_at_another_browser() {
    var candidate = hall.started();
    candidate.post(
        candidate.event("answer", 3, "x"),
        candidate.event("flag", 3, true),
        candidate.event("note", 4, "look again"),
        candidate.event("answer", 3, List.of("b", "a")),
        candidate.event("seen", 5, null));
    var other = candidate.elsewhere(hall.rolewright.visitor());
    assertFalse(other.status.get("writing").asBoolean());
    var current = other.current();
    assertEquals("[\"b\",\"a\"]", current.get("answer 3").toString());
    assertEquals("true", current.get("flag 3").toString());
    assertEquals("\"look again\"", current.get("note 4").toString());
    candidate.answer(3, null);
    assertFalse(other.current().containsKey("answer 3"), "cleared");
  }

  @Test
  void what_an_old_device_sends_late_is_told_to_the_one_that_has_the_pen() {
    var first = hall.started();
    var second = first.elsewhere(hall.rolewright.visitor()).takePen();
    var revision = second.status.get("revision").asInt();
    first.posting(1, List.of(first.event("answer", 7, "late"))).expect(200);
    assertTrue(second.read().status.get("revision").asInt() > revision);
    var said = second.sitting.get("current").get(0);
    assertEquals(7, said.get("item").asInt());
    assertEquals(1, said.get("epoch").asInt());
  }

  @Test
  void the_key_of_a_sitting_is_the_same_at_every_entry_and_another_for_another_sitting() {
    var code = hall.candidate();
    assertEquals(key(code), key(code));
    assertFalse(key(code).equals(key(hall.candidate())));
  }

  private String key(String code) {
    return Candidate.entering(hall.rolewright.visitor(), code, UUID.randomUUID())
        .expect(200)
        .json()
        .get("key")
        .asText();
  }

  @Test
  void who_comes_in_at_several_browsers_at_once_arrives_once() {
    for (var round = 0; round < 3; round++) {
      var code = hall.candidate();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var n = 0; n < 6; n++) threads.submit(() -> key(code));
      }
      var sitting = UUID.fromString(hall.enter(code).sitting.get("id").asText());
      assertEquals(
          List.of("sitting.arrive"),
          hall.wiring.database.transaction(tx ->
              hall.wiring.audit.listEntries(tx, sitting).stream()
                  .map(entry -> entry.action())
                  .toList()));
    }
  }

  @Test
  void a_code_that_nobody_has_lets_nobody_in() {
    assertEquals(
        "notFound",
        Candidate.entering(hall.rolewright.visitor(), "NONE-NONE-NONE", UUID.randomUUID())
            .expect(404)
            .code());
  }

  @Test
  void a_token_that_nobody_has_reads_and_stores_nothing() {
    var stranger = hall.rolewright.visitor();
    for (var operation : List.of("readSitting", "takePen", "readReceipt"))
      stranger.call(operation).with("X-Sitting", "x".repeat(32)).expect(401);
    stranger
        .call("postEvents")
        .with("X-Sitting", "x".repeat(32))
        .body(Map.of("epoch", 1, "events", List.of()))
        .expect(401);
  }

  @Test
  void the_same_browser_gets_a_fresh_token_and_its_old_one_ends() {
    var candidate = hall.started();
    var again = Candidate.enter(candidate.client, candidate.code, candidate.clientId);
    candidate.call("readSitting").expect(401);
    assertTrue(again.status.get("writing").asBoolean(), "the pen stays with the browser");
    again.answer(1, "a");
  }

  @Test
  void nobody_starts_without_the_agreement() {
    var candidate = hall.enter(hall.candidate());
    assertEquals(
        "agreementNotAccepted", candidate.call("startExam").body(Map.of()).expect(409).code());
    assertEquals("admitted", candidate.read().status.get("status").asText());
  }

  @Test
  void a_room_is_read_as_each_admission_by_itself() {
    hall.candidate(new ExamHall.Granted("1.5", 10, List.of(300)));
    hall.candidate();
    var candidacies = hall.wiring.candidacies;
    hall.wiring.database.run(tx -> {
      var room = candidacies.listAdmissions(tx, hall.window);
      assertTrue(room.stream().anyMatch(one -> one.accommodation().extraMinutes() == 10));
      assertTrue(room.stream().anyMatch(one -> one.accommodation().extraMinutes() == 0));
      for (var one : room) assertEquals(candidacies.admission(tx, one.id()), one);
    });
  }
}
