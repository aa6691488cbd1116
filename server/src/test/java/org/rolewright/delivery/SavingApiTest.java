package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.http.Contract;
import org.rolewright.platform.json.Json;

class SavingApiTest {
  private final ExamHall hall = ExamHall.shared();

  @Test
  void what_is_sent_twice_is_there_once_and_the_first_stands() {
    var candidate = hall.started();
    candidate.posting(List.of(Candidate.event(1, "answer", 1, "a"))).expect(200);
    var again =
        candidate
            .posting(
                List.of(Candidate.event(1, "answer", 1, "c"), Candidate.event(2, "answer", 2, "b")))
            .expect(200)
            .json();
    assertEquals(2, again.get("ackSeq").asInt());
    var current = candidate.current();
    assertEquals("\"a\"", current.get("answer 1").toString());
    assertEquals("\"b\"", current.get("answer 2").toString());
  }

  @Test
  void a_gap_is_refused_and_says_where_to_begin_again() {
    var candidate = hall.started();
    candidate.answer(1, "a");
    var refused = candidate.posting(List.of(Candidate.event(4, "answer", 1, "b"))).expect(409);
    assertEquals("eventGap", refused.code());
    assertEquals(1, refused.json().at("/values/ackSeq").asInt());
    assertEquals("\"a\"", candidate.current().get("answer 1").toString());
  }

  @Test
  void who_takes_the_pen_writes_and_the_late_queue_of_the_other_overwrites_nothing() {
    var first = hall.started();
    first.answer(1, "a");
    var second = first.elsewhere(hall.rolewright.visitor()).takePen();
    assertEquals(2, second.epoch());
    second.answer(1, "new");
    var status =
        first.post(first.event("answer", 1, "old queue"), first.event("answer", 2, "only there"));
    assertFalse(status.get("writing").asBoolean(), "the old page turns read-only");
    assertEquals(2, status.get("currentEpoch").asInt());
    assertEquals(3, status.get("ackSeq").asInt(), "nothing is thrown away");
    var current = second.current();
    assertEquals("\"new\"", current.get("answer 1").toString());
    assertEquals("\"only there\"", current.get("answer 2").toString());
    assertEquals("penElsewhere", first.submitting().expect(409).code());
    second.submit();
  }

  @Test
  void a_device_cannot_claim_an_epoch_that_it_was_never_given() {
    var candidate = hall.started();
    assertEquals(
        "epochNotGranted",
        candidate.posting(7, List.of(Candidate.event(1, "answer", 1, "a"))).expect(409).code());
  }

  @Test
  void nothing_counts_before_the_start_or_after_the_end_and_nothing_is_lost() {
    var candidate = hall.started();
    candidate.answer(1, "in time");
    var receipt = candidate.submit();
    candidate.post(
        candidate.event("answer", 1, "too late"),
        candidate.event("exit", null, Map.of("question", "fair", "answer", "yes")));
    var standings =
        hall.wiring.database.transaction(tx ->
            new AnswerRepository()
                .events(tx, hall.wiring.conduct.ofToken(tx, candidate.token).number()).stream()
                    .map(event -> event.kind() + " " + event.standing())
                    .toList());
    assertEquals(List.of("answer counts", "answer late", "exit counts"), standings);
    assertEquals(receipt, candidate.call("readReceipt").expect(200).json());
  }

  @Test
  void submitting_waits_for_what_is_not_stored_yet() {
    var candidate = hall.started();
    candidate.answer(1, "a");
    var refused =
        candidate
            .call("submitExam")
            .body(Map.of("epoch", candidate.epoch(), "lastSeq", 2))
            .expect(409);
    assertEquals("eventGap", refused.code());
    assertEquals(1, refused.json().at("/values/ackSeq").asInt());
  }

  @Test
  void fifty_who_submit_at_once_close_once_and_get_one_receipt() {
    var candidate = hall.started();
    candidate.answer(1, "a");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var receipts = new ArrayList<CompletableFuture<String>>();
      for (var n = 0; n < 50; n++)
        receipts.add(
            CompletableFuture.supplyAsync(
                () -> candidate.submitting().expect(200).text(), threads));
      assertEquals(1, receipts.stream().map(CompletableFuture::join).distinct().count());
    }
    var closings =
        hall.wiring.database.transaction(tx ->
            hall
                .wiring
                .audit
                .listEntries(tx, hall.wiring.conduct.ofToken(tx, candidate.token).id().value())
                .stream()
                .filter(entry -> entry.action().equals("sitting.close"))
                .count());
    assertEquals(1, closings);
  }

  @Test
  void many_who_answer_at_once_keep_their_own() {
    var candidates = new ArrayList<Candidate>();
    for (var n = 0; n < 8; n++) candidates.add(hall.started());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var candidate : candidates)
        threads.submit(() -> {
          for (var n = 1; n <= 60; n++) candidate.answer(1 + n % 12, candidate.code + n);
        });
    }
    for (var candidate : candidates) {
      var current = candidate.current();
      for (var item = 1; item <= 12; item++) {
        var newest = 60 - Math.floorMod(60 - (item - 1), 12);
        assertEquals(candidate.code + newest, current.get("answer " + item).asText());
      }
    }
  }

  @Test
  void what_another_node_is_storing_at_that_moment_is_there_once() {
    var candidate = hall.started();
    var first = Candidate.event(1, "answer", 1, "a");
    var body = Json.write(Map.of("epoch", candidate.epoch(), "events", List.of(first)));
    var post =
        PostReader.read(candidate.token, body.getBytes(StandardCharsets.UTF_8), System.nanoTime());
    var here =
        hall.wiring.database.transaction(tx -> {
          new EventRepository(hall.wiring.examClock).store(tx, List.of(post), true);
          var both = List.of(first, Candidate.event(2, "answer", 2, "b"));
          var waiting = CompletableFuture.supplyAsync(() -> candidate.posting(both).expect(200));
          while (!aSaveWaitsForARow()) Thread.onSpinWait();
          return waiting;
        });
    assertEquals(2, here.join().json().get("ackSeq").asInt());
    assertEquals(List.of("answer 1", "answer 2"), List.copyOf(candidate.current().keySet()));
  }

  private boolean aSaveWaitsForARow() {
    return hall.wiring.exam.transaction(tx ->
        tx.sql()
            .fetchSingle(
                "select count(*) > 0 from pg_stat_activity"
                    + " where application_name = 'exam' and wait_event_type = 'Lock' and datname = current_database()")
            .get(0, Boolean.class));
  }

  @Test
  void a_body_from_elsewhere_than_our_pages_is_refused() {
    var candidate = hall.started();
    candidate.posting(List.of()).without("X-Rolewright").expect(403);
    candidate
        .posting(List.of())
        .bytes("text/plain", "{}".getBytes(StandardCharsets.UTF_8))
        .expect(400);
    candidate
        .posting(List.of())
        .bytes("application/json", new byte[] {'{', (byte) 0xff})
        .expect(400);
  }

  /** The route is written by hand; the reference is the contract's own schema. */
  @Test
  void the_reader_takes_what_the_contract_allows_and_nothing_else() {
    var schema =
        Contract.load().operation("postEvents").body().orElseThrow().schema().orElseThrow();
    var random = new Random(5);
    var taken = 0;
    for (var n = 0; n < 4000; n++) {
      var body = body(random);
      var text = Json.write(body);
      var allowed = schema.faults(Json.tree(text)).isEmpty();
      if (allowed) {
        taken++;
        PostReader.read("token", text.getBytes(StandardCharsets.UTF_8), 0);
      } else
        assertThrows(
            Refusal.Malformed.class,
            () -> PostReader.read("token", text.getBytes(StandardCharsets.UTF_8), 0),
            text);
    }
    assertTrue(taken > 500 && taken < 3500, "both happen: " + taken);
  }

  /** A good body with at most one thing wrong. */
  private static Map<String, Object> body(Random random) {
    var kinds = List.of("answer", "flag", "seen", "enter", "exit", "offline");
    var events = new ArrayList<Map<String, Object>>();
    for (var n = 0; n < random.nextInt(4); n++)
      events.add(
          Candidate.event(
              n + 1, kinds.get(random.nextInt(kinds.size())), 1 + random.nextInt(5), "a"));
    var body = new HashMap<String, Object>(Map.of("epoch", 1, "events", events));
    var event = events.isEmpty() ? body : events.get(random.nextInt(events.size()));
    switch (random.nextInt(16)) {
      case 0 -> body.remove("epoch");
      case 1 -> body.put("epoch", -1);
      case 2 -> body.put("epoch", "1");
      case 3 -> body.put("more", 1);
      case 4 -> body.put("events", "none");
      case 5 -> body.put("waiting", -1);
      case 6 -> body.put("waiting", 3);
      case 7 -> event.put("kind", "score");
      case 8 -> event.put("at", "yesterday");
      case 9 -> event.put("deadline", "2030-01-01T00:00:00Z");
      case 10 -> event.put("item", 0);
      case 11 -> event.remove("at");
      case 12 -> body.put("epoch", 1.5);
      default -> {
        // nothing is wrong
      }
    }
    return body;
  }
}
