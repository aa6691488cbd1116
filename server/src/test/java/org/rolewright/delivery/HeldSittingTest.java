package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;

/** Somebody holds a sitting, or what it needs, for longer than usual: that is nobody else's. */
class HeldSittingTest {
  private static final Actor PROGRAM = new Actor.Program("a test");
  private final ExamHall hall = ExamHall.shared();

  private static SittingId id(Candidate candidate) {
    return new SittingId(UUID.fromString(candidate.sitting.get("id").asText()));
  }

  private <T> T holding(Candidate candidate, Supplier<T> work) {
    return hall.wiring.database.transaction(tx -> {
      hall.wiring.conduct.hold(tx, List.of(id(candidate)));
      return work.get();
    });
  }

  private static CompletableFuture<JsonNode> answering(Candidate candidate, String value) {
    var event = candidate.event("answer", 1, value);
    return CompletableFuture.supplyAsync(
        () -> candidate.posting(List.of(event)).expect(200).json());
  }

  /** What the page would send, past the web server. */
  private static Post post(Candidate candidate, String value) {
    var event = candidate.event("answer", 1, value);
    var body = Json.write(Map.of("epoch", candidate.epoch(), "events", List.of(event)));
    return PostReader.read(
        candidate.token, body.getBytes(StandardCharsets.UTF_8), System.nanoTime());
  }

  /** The backend that waits for a lock, if one does. */
  private Optional<Integer> waiting(String query) {
    return hall.wiring.database.transaction(tx ->
        tx
            .sql()
            .fetch(
                "select pid from pg_stat_activity where application_name in ('saving', 'exam', 'arrivals')"
                    + " and wait_event_type = 'Lock' and datname = current_database() and query ilike ?",
                "%" + query + "%")
            .stream()
            .findFirst()
            .map(row -> row.get(0, Integer.class)));
  }

  private int awaitWaiting(String query) {
    var patience = Instant.now().plusSeconds(30);
    for (var pid = waiting(query); ; pid = waiting(query)) {
      if (pid.isPresent()) return pid.get();
      assertTrue(Instant.now().isBefore(patience), "nobody waits for " + query);
    }
  }

  private String standing(Candidate candidate) {
    return hall.wiring.database.transaction(tx ->
        new AnswerRepository()
            .events(tx, hall.wiring.conduct.sitting(tx, id(candidate)).number())
            .getLast()
            .standing());
  }

  private String state(Candidate candidate) {
    return hall.wiring.database.transaction(
        tx -> hall.wiring.conduct.sitting(tx, id(candidate)).state().code());
  }

  @Test
  void a_sitting_that_is_held_keeps_nobody_else_from_saving() {
    var held = hall.started();
    var others = new ArrayList<Candidate>();
    for (var n = 0; n < 6; n++) others.add(hall.started()); // in both lanes
    var late =
        holding(
            held,
            () -> {
              var waiting = answering(held, "waits");
              awaitWaiting("delivery.sitting s");
              for (var other : others)
                assertEquals(1, other.answer(1, "goes on").get("ackSeq").asInt());
              assertFalse(waiting.isDone());
              return waiting;
            });
    assertEquals(1, late.join().get("ackSeq").asInt());
    assertEquals("waits", held.current().get("answer 1").asText());
  }

  @Test
  void how_a_sitting_stands_is_told_while_it_is_held() {
    var held = hall.started();
    held.answer(1, "a");
    var status = holding(held, () -> held.posting(List.of()).expect(200).json());
    assertEquals(1, status.get("ackSeq").asInt());
    assertEquals(12, holding(held, () -> held.read().items()).size());
  }

  @Test
  void an_answer_that_came_in_time_counts_however_long_its_sitting_was_held() {
    var held = hall.started();
    var number =
        hall.wiring.database.transaction(tx -> hall.wiring.conduct.sitting(tx, id(held)).number());
    var late =
        hall.wiring.database.transaction(tx -> {
          tx.sql()
              .execute(
                  "update delivery.sitting set due_at = null, counts_until = clock_timestamp()"
                      + " + interval '300 milliseconds' where number = ?",
                  number);
          var waiting = answering(held, "in time");
          awaitWaiting("delivery.sitting s");
          tx.sql()
              .execute(
                  "do $$ begin while clock_timestamp() <= (select counts_until from delivery.sitting"
                      + " where number = %d) loop perform pg_sleep(0.05); end loop; end $$"
                          .formatted(number));
          return waiting;
        });
    late.join();
    assertEquals("counts", standing(held));
    held.answer(2, "after the end");
    assertEquals("late", standing(held));
  }

  /** Its time with the grace ends now. */
  private void due(Candidate candidate) {
    hall.execute(
        "update delivery.sitting set started_at = now() - (allowed_ms + 3000) * interval '1 millisecond',"
            + " due_at = now(), counts_until = now() where id = '%s'"
                .formatted(id(candidate).value()));
  }

  @Test
  void no_sitting_ends_while_something_waits_that_came_before_its_end() throws Exception {
    var held = hall.started();
    var other = hall.started();
    var late =
        holding(
            held,
            () -> {
              var waiting = answering(held, "came first");
              awaitWaiting("delivery.sitting s");
              due(other);
              hall.wiring.watching.settle(PROGRAM);
              assertEquals("open", state(other));
              return waiting;
            });
    late.join();
    ExamHall.until(() -> state(other).equals("closed"));
  }

  @Test
  void no_proctor_ends_a_sitting_ahead_of_an_answer_that_came_before_its_end() {
    var held = hall.started();
    var other = hall.started();
    var order = new ConductService.Order(hall.expert, List.of(id(other)), "fire alarm");
    var late =
        holding(
            held,
            () -> {
              var waiting = answering(held, "came first");
              awaitWaiting("delivery.sitting s");
              due(other);
              int done = hall.wiring.exam.transaction(tx -> hall.wiring.conduct.pause(tx, order));
              assertEquals(0, done);
              assertEquals("open", state(other));
              return waiting;
            });
    late.join();
  }

  @Test
  void who_hands_in_while_an_answer_is_being_stored_has_it_on_the_receipt() {
    var candidate = hall.started();
    var wiring = hall.wiring;
    var receipt =
        wiring.database.transaction(tx -> {
          var post = post(candidate, "b");
          new EventRepository(wiring.examClock).store(tx, List.of(post), true);
          var handingIn = CompletableFuture.supplyAsync(candidate::submit);
          awaitWaiting("\"sitting\"");
          return handingIn;
        });
    assertEquals(1, receipt.join().get("answered").asInt());
  }

  @Test
  void when_too_much_waits_for_held_sittings_more_has_to_come_again() {
    var held = hall.started();
    var post = post(held, "waits");
    holding(
            held,
            () -> {
              var waiting = new ArrayList<CompletableFuture<SittingStatusView>>();
              for (var n = 0; n < SavingService.ROOM_ALONE + 50; n++)
                waiting.add(
                    hall.wiring.answers.post(new Actor.Visitor(), post).toCompletableFuture());
              var first = CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new));
              var refused = assertThrows(CompletionException.class, first::join);
              assertEquals("savesWait", ((Refusal.Busy) refused.getCause()).key());
              return waiting;
            })
        .forEach(one -> one.exceptionally(_ -> null).join());
    assertEquals("waits", held.current().get("answer 1").asText());
  }

  @Test
  void a_sitting_that_cannot_be_settled_keeps_no_other_from_ending() throws InterruptedException {
    var bad = hall.started();
    var good = hall.started();
    plan(bad, "jsonb_build_object('was', document)");
    due(bad);
    due(good);
    hall.wiring.watching.settle(PROGRAM);
    ExamHall.until(() -> state(good).equals("closed"));
    assertEquals("open", storedState(bad));
    plan(bad, "document -> 'was'");
    ExamHall.until(() -> state(bad).equals("closed"));
  }

  private void plan(Candidate candidate, String document) {
    hall.execute(
        "update delivery.plan set document = %s where sitting = (select number from delivery.sitting where id = '%s')"
            .formatted(document, id(candidate).value()));
  }

  private String storedState(Candidate candidate) {
    return hall.wiring.database.transaction(tx ->
        tx.sql()
            .fetchSingle("select state from delivery.sitting where id = ?", id(candidate).value())
            .get(0, String.class));
  }

  @Test
  void telling_what_was_shown_keeps_no_sitting_from_ending() throws InterruptedException {
    var over = hall.started();
    var due = hall.started();
    hall.wiring.database.run(tx -> {
      tx.sql().execute("lock table itembank.exposure in share mode");
      over.submit();
      var teller = awaitWaiting("\"exposure\"");
      due(due);
      while (!state(due).equals("closed"))
        assertEquals(Optional.of(teller), waiting("\"exposure\""), "it waits still");
    });
  }

  /** Work that waits for the events of all sittings, which are locked. */
  private void whileEventsAreLocked(Runnable work) {
    var done =
        hall.wiring.database.transaction(tx -> {
          tx.sql().execute("lock table delivery.answer_event in access exclusive mode");
          var started = CompletableFuture.runAsync(work);
          awaitWaiting("answer_event");
          somebodyElseActs();
          return started;
        });
    done.join();
  }

  private void somebodyElseActs() {
    hall.wiring.database.run(tx -> {
      tx.sql().execute("set local lock_timeout = '5s'");
      var nothing = new Subject("clock", Optional.empty());
      hall.wiring.audit.record(tx, PROGRAM, "sitting.confirmClock", nothing, Map.of("reason", "x"));
    });
  }

  @Test
  void who_comes_in_starts_or_takes_the_pen_holds_the_trail_only_when_all_else_is_done() {
    var code = hall.candidate();
    var entered = new AtomicReference<Candidate>();
    whileEventsAreLocked(() -> entered.set(hall.enter(code)));
    whileEventsAreLocked(() -> entered.get().start());
    var elsewhere = entered.get().elsewhere(hall.rolewright.visitor());
    whileEventsAreLocked(elsewhere::takePen);
    assertEquals(2, elsewhere.epoch());
  }
}
