package org.rolewright.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.delivery.Candidate;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Role;
import org.rolewright.platform.Sha256;

/** What scoring gets of a sitting, and who lets late answers count. */
class SubmissionApiTest {
  private final ExamHall hall = ExamHall.shared();
  private final ApiClient judge =
      hall.rolewright.signedIn(hall.rolewright.person(Role.CERTIFICATION_EXPERT));

  private SubmittedSitting submitted(Candidate candidate) {
    var id = candidate.sitting.get("id").asText();
    return hall
        .wiring
        .database
        .transaction(tx -> hall.wiring.submissions.submitted(tx, hall.form))
        .stream()
        .filter(one -> one.id().value().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> at(Map<String, Object> event, Instant moment) {
    var moved = new LinkedHashMap<>(event);
    moved.put("at", moment.toString());
    return moved;
  }

  /** As README's package-info of delivery says it. */
  private String digest(Candidate candidate, String... lines) {
    return Sha256.hex(
        "sitting %s\nform %s\n%s\n"
            .formatted(
                candidate.sitting.get("id").asText(), hall.form.value(), String.join("\n", lines)));
  }

  @Test
  void scoring_gets_every_item_with_its_last_answer_its_order_of_options_and_its_time() {
    var candidate = hall.started();
    var items = candidate.items();
    var nine = Instant.now();
    candidate.post(
        at(candidate.event("seen", 1, null), nine),
        at(candidate.event("answer", 1, "a"), nine.plusSeconds(4)),
        at(candidate.event("answer", 1, "b"), nine.plusSeconds(9)),
        at(candidate.event("answer", 1, "b"), nine.plusSeconds(10)),
        at(candidate.event("left", 1, null), nine.plusSeconds(12)),
        at(candidate.event("answer", 2, "x"), nine.plusSeconds(13)),
        at(candidate.event("answer", 2, null), nine.plusSeconds(14)),
        at(candidate.event("comment", 3, "unclear"), nine.plusSeconds(15)));
    var receipt = candidate.submit();
    candidate.post(
        candidate.event("exit", null, Map.of("question", "fair", "answer", "no")),
        candidate.event("exit", null, Map.of("question", "fair", "answer", "yes")));
    var sitting = submitted(candidate);
    assertEquals(12, sitting.answers().size());
    var first = sitting.answers().getFirst();
    assertEquals(Optional.of("\"b\""), first.response());
    assertEquals(1, first.changes());
    assertEquals(Duration.ofSeconds(12), first.seen());
    assertTrue(first.scored());
    assertFalse(first.admitted());
    assertEquals(Optional.empty(), sitting.answers().get(1).response());
    assertEquals(1, sitting.answers().get(1).changes());
    assertEquals(Optional.of("unclear"), sitting.answers().get(2).comment());
    for (var n = 0; n < 12; n++)
      assertEquals(options(items.get(n)), sitting.answers().get(n).options());
    var versions =
        hall
            .wiring
            .database
            .transaction(tx -> hall.wiring.forms.published(tx, hall.form))
            .items()
            .stream()
            .map(placed -> placed.versionId())
            .sorted(java.util.Comparator.comparing(Object::toString))
            .toList();
    assertEquals(
        versions,
        sitting.answers().stream()
            .map(SubmittedSitting.Answer::version)
            .sorted(java.util.Comparator.comparing(Object::toString))
            .toList());
    assertEquals(Map.of("fair", "yes"), sitting.exit());
    assertEquals("candidate", sitting.reason().code());
    assertEquals(digest(candidate, "1 \"b\""), sitting.digest());
    assertEquals(receipt.get("digest").asText(), sitting.digest());
    assertEquals(List.of(), sitting.late());
  }

  private static List<String> options(JsonNode item) {
    var ids = new ArrayList<String>();
    item.path("options").forEach(option -> ids.add(option.get("id").asText()));
    return ids;
  }

  /** Answers item 1 in time, hands in, and has three answers come in late. */
  private Candidate lateComer() {
    var candidate = hall.started();
    candidate.answer(1, "a");
    candidate.submit();
    candidate.post(
        candidate.event("answer", 1, "b"),
        candidate.event("answer", 2, "c"),
        candidate.event("answer", 2, "d"));
    return candidate;
  }

  private ApiClient.Call deciding(ApiClient who, Candidate about, boolean admit, int... seqs) {
    var answers = new ArrayList<Map<String, Object>>();
    for (var seq : seqs) answers.add(Map.of("clientId", about.clientId, "seq", seq));
    return who.call("decideLateAnswers")
        .with("sittingId", about.sitting.get("id").asText())
        .body(Map.of("admit", admit, "reason", "the line was cut", "answers", answers));
  }

  @Test
  void late_answers_wait_apart_until_somebody_lets_them_count() {
    var candidate = lateComer();
    var before = submitted(candidate);
    assertEquals(Optional.of("\"a\""), before.answers().getFirst().response());
    assertEquals(3, before.late().size());
    var view =
        judge
            .call("readLateAnswers")
            .with("sittingId", candidate.sitting.get("id").asText())
            .expect(200);
    assertFalse(view.text().contains("\"value\""), "who decides does not see what it says");
    assertEquals("replaces", view.json().at("/answers/0/effect").asText());
    assertEquals("adds", view.json().at("/answers/1/effect").asText());
    var decided = deciding(judge, candidate, true, 2, 3).expect(200).json();
    assertTrue(decided.at("/answers/0/verdict/admitted").asBoolean());
    deciding(judge, candidate, false, 4).expect(200);
    var after = submitted(candidate);
    assertEquals(Optional.of("\"b\""), after.answers().getFirst().response());
    assertTrue(after.answers().getFirst().admitted());
    assertEquals(Optional.of("\"c\""), after.answers().get(1).response());
    assertEquals(1, after.late().size());
    assertEquals(digest(candidate, "1 \"a\""), after.digest(), "that of the receipt stays");
  }

  @Test
  void the_receipt_says_what_was_let_count_and_keeps_its_number() {
    var candidate = lateComer();
    var first = candidate.call("readReceipt").expect(200).json();
    assertFalse(first.has("amended"));
    deciding(judge, candidate, true, 4).expect(200);
    var amended = candidate.call("readReceipt").expect(200).json();
    assertEquals(first.get("digest"), amended.get("digest"));
    assertEquals(1, amended.get("answered").asInt());
    assertEquals(2, amended.at("/amended/answered").asInt());
    assertEquals(10, amended.at("/amended/unanswered").asInt());
    assertEquals(digest(candidate, "1 \"a\"", "2 \"d\""), amended.at("/amended/digest").asText());
  }

  @Test
  void each_late_answer_is_decided_once_and_only_late_ones() {
    var candidate = lateComer();
    deciding(judge, candidate, true, 2).expect(200);
    deciding(judge, candidate, true, 2).expect(200);
    var refused = deciding(judge, candidate, false, 2).expect(422);
    assertEquals("a_late_answer_is_decided_once", refused.code());
    deciding(judge, candidate, true, 1).expect(404);
    deciding(judge, candidate, true, 99).expect(404);
    var acts =
        hall
            .wiring
            .database
            .transaction(tx ->
                hall.wiring.audit.listEntries(
                    tx, UUID.fromString(candidate.sitting.get("id").asText())))
            .stream()
            .filter(entry -> entry.action().equals("sitting.admitLate"))
            .count();
    assertEquals(1, acts, "said again, it is decided once");
  }

  @Test
  void nobody_decides_before_the_end_and_no_proctor_ever() {
    var running = hall.started();
    running.answer(1, "a");
    assertEquals("examNotOver", deciding(judge, running, true, 1).expect(409).code());
    var candidate = lateComer();
    deciding(hall.proctor(), candidate, true, 2).expect(403);
    var hand = hall.rolewright.signedIn(hall.rolewright.person(Role.CERTIFICATION_EXPERT));
    hand.call("reportIncident")
        .with("windowId", hall.window.value())
        .with("incidentId", UUID.randomUUID())
        .body(
            Map.of(
                "category", "technical",
                "severity", "minor",
                "text", "The line was cut.",
                "sittingId", candidate.sitting.get("id").asText()))
        .expect(200);
    assertEquals("proctorsDoNotJudge", deciding(hand, candidate, true, 2).expect(409).code());
    var seen =
        hand.call("readLateAnswers")
            .with("sittingId", candidate.sitting.get("id").asText())
            .expect(200)
            .json();
    assertFalse(seen.get("mayDecide").asBoolean());
    deciding(judge, candidate, true, 2).expect(200);
  }

  @Test
  void the_list_of_a_window_names_those_with_something_to_decide() {
    var candidate = lateComer();
    deciding(judge, candidate, true, 2).expect(200);
    var listed =
        judge
            .call("listLateSittings")
            .with("windowId", hall.window.value())
            .expect(200)
            .json()
            .get("sittings");
    for (var line : listed)
      if (line.get("sittingId").equals(candidate.sitting.get("id"))) {
        assertEquals(3, line.get("late").asInt());
        assertEquals(2, line.get("open").asInt());
        assertEquals(1, line.get("admitted").asInt());
        return;
      }
    throw new AssertionError("not in the list");
  }
}
