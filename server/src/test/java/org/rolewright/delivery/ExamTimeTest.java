package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.delivery.ExamHall.Granted;
import org.rolewright.form.Part;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.json.Json;
import org.rolewright.timing.ExamClock;

/** Time and place in the exam are the server's, whatever the page does. */
class ExamTimeTest {
  private static final Actor PROGRAM = new Actor.Program("a test");
  private static ExamHall hall;
  private static ApiClient proctor;

  @BeforeAll
  static void open() {
    var linear =
        new ExamHall.Section(6, Optional.empty(), Part.Navigation.LINEAR)
            .after(new Part.Break(600, true, true));
    hall =
        ExamHall.open(
            ExamHall.Shape.of(
                    600, new ExamHall.Section(6, Optional.of(240), Part.Navigation.FREE), linear)
                .withProctor());
    proctor = hall.proctor();
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  private static Candidate seated(Granted granted) {
    var candidate = hall.enter(hall.candidate(granted));
    assertEquals("arrived", candidate.status.get("status").asText());
    assertEquals("notAdmittedYet", candidate.call("startExam").body(Map.of()).expect(409).code());
    for (var row : roster())
      if (row.path("sittingId").asText().equals(candidate.sitting.get("id").asText()))
        proctor
            .call("checkIn")
            .with("windowId", hall.window.value())
            .with("admissionId", row.get("admissionId").asText())
            .body(Map.of("document", "passport"))
            .expect(204);
    return candidate.read().start();
  }

  private static com.fasterxml.jackson.databind.JsonNode roster() {
    return proctor
        .call("readRoster")
        .with("windowId", hall.window.value())
        .expect(200)
        .json()
        .get("rows");
  }

  private static com.fasterxml.jackson.databind.JsonNode command(
      Candidate candidate, Map<String, Object> what) {
    var body = new java.util.HashMap<String, Object>(what);
    body.put("sittings", List.of(candidate.sitting.get("id").asText()));
    body.put("reason", "a test");
    return proctor
        .call("command")
        .with("windowId", hall.window.value())
        .with("commandId", UUID.randomUUID())
        .body(body)
        .expect(200)
        .json();
  }

  private static Instant at(com.fasterxml.jackson.databind.JsonNode status, String name) {
    return Instant.parse(status.get(name).asText());
  }

  /** Lets time pass for one sitting: everything in it happened earlier. */
  private static void later(Candidate candidate, Duration time) {
    hall.execute(
        """
        update delivery.sitting set started_at = started_at - interval '%1$s ms', part_started_at = part_started_at - interval '%1$s ms',
          paused_at = paused_at - interval '%1$s ms', break_from = break_from - interval '%1$s ms', break_until = break_until - interval '%1$s ms',
          counts_until = counts_until - interval '%1$s ms', due_at = due_at - interval '%1$s ms'
        where id = '%2$s'\
        """
            .formatted(time.toMillis(), candidate.sitting.get("id").asText()));
  }

  private static String standing(Candidate candidate, int seq) {
    return hall.wiring.database.transaction(tx ->
        new AnswerRepository()
            .events(tx, hall.wiring.conduct.ofToken(tx, candidate.token).number()).stream()
                .filter(event -> event.seq() == seq)
                .findFirst()
                .orElseThrow()
                .standing());
  }

  @Test
  void an_accommodation_applies_by_itself_and_to_the_millisecond() {
    var candidate = seated(new Granted("1.33", 1, List.of(300)));
    // 600 s × 1.33 + 60 s; of the minute, 240/600 goes to the timed part
    assertEquals(
        858_000,
        Duration.between(startedAt(candidate), at(candidate.status, "deadline")).toMillis());
    assertEquals(
        343_200,
        Duration.between(startedAt(candidate), at(candidate.status, "partDeadline")).toMillis());
    assertEquals(858, candidate.sitting.get("secondsAllowed").asInt());
    assertEquals(300, candidate.sitting.at("/extraBreaks/0/seconds").asInt());
  }

  private static Instant startedAt(Candidate candidate) {
    return hall.wiring.database.transaction(
        tx -> hall.wiring.conduct.ofToken(tx, candidate.token).times().startedAt().orElseThrow());
  }

  @Test
  void a_proctor_stops_the_clock_and_the_time_is_given_back() {
    var candidate = seated(Granted.NOTHING);
    var deadline = at(candidate.status, "deadline");
    assertEquals(1, command(candidate, Map.of("act", "pause")).get("done").asInt());
    var paused = candidate.post();
    assertEquals("paused", paused.get("status").asText());
    assertFalse(paused.has("deadline"));
    assertEquals("examPaused", candidate.submitting().expect(409).code());
    var left = paused.get("remainingMs").asLong();
    candidate.answer(1, "typed before");
    assertEquals("counts", standing(candidate, 1));
    assertEquals(1, command(candidate, Map.of("act", "resume")).get("done").asInt());
    assertEquals(1, command(candidate, Map.of("act", "resume")).get("skipped").asInt());
    var resumed = candidate.post();
    var record =
        proctor
            .call("readSittingRecord")
            .with("sittingId", candidate.sitting.get("id").asText())
            .expect(200)
            .json();
    var given = record.at("/adjustments/0/ms").asLong();
    assertEquals("pause", record.at("/adjustments/0/kind").asText());
    assertEquals(deadline.plusMillis(given), at(resumed, "deadline"));
    assertTrue(left - resumed.get("remainingMs").asLong() < 5_000);
  }

  @Test
  void extra_time_moves_the_deadline_by_just_that_and_tells_the_page() {
    var candidate = seated(Granted.NOTHING);
    var deadline = at(candidate.status, "deadline");
    var revision = candidate.status.get("revision").asInt();
    command(candidate, Map.of("act", "extraTime", "seconds", 90));
    var status = candidate.post();
    assertEquals(deadline.plusSeconds(90), at(status, "deadline"));
    assertTrue(status.get("revision").asInt() > revision);
  }

  @Test
  void a_command_sent_twice_or_that_names_a_sitting_twice_is_carried_out_once() {
    var candidate = seated(Granted.NOTHING);
    var deadline = at(candidate.status, "deadline");
    var sitting = candidate.sitting.get("id").asText();
    var command =
        proctor
            .call("command")
            .with("windowId", hall.window.value())
            .with("commandId", UUID.randomUUID())
            .body(
                Map.of(
                    "act",
                    "extraTime",
                    "seconds",
                    60,
                    "reason",
                    "noise",
                    "sittings",
                    List.of(sitting, sitting)));
    for (var n = 0; n < 2; n++) assertEquals(1, command.expect(200).json().get("done").asInt());
    assertEquals(deadline.plusSeconds(60), at(candidate.post(), "deadline"));
  }

  @Test
  void a_timed_part_ends_by_itself_and_its_late_answers_are_kept_and_do_not_count()
      throws Exception {
    var candidate = seated(Granted.NOTHING);
    candidate.answer(1, "in time");
    later(candidate, Duration.ofSeconds(241));
    candidate.answer(2, "on its way");
    assertEquals("counts", standing(candidate, 2));
    later(candidate, Duration.ofSeconds(5));
    ExamHall.until(() -> candidate.post().get("part").asInt() == 1);
    assertEquals("onBreak", candidate.status.get("status").asText());
    candidate.answer(3, "of the part before");
    assertEquals("outside", standing(candidate, 3));
    candidate.post(candidate.event("return", null, null));
    assertEquals("open", candidate.status.get("status").asText());
    assertEquals(2, candidate.status.get("part").asInt());
    var current = candidate.current();
    assertTrue(current.containsKey("answer 1") && current.containsKey("answer 2"));
    assertFalse(current.containsKey("answer 3"));
  }

  @Test
  void in_a_linear_part_there_is_no_way_back() {
    var candidate = seated(Granted.NOTHING);
    candidate.post(candidate.event("enter", null, Map.of("part", 2)));
    assertEquals(2, candidate.status.get("part").asInt(), "the optional break is passed over");
    assertEquals(7, candidate.status.get("fromItem").asInt());
    candidate.post(
        candidate.event("seen", 7, null),
        candidate.event("answer", 7, "a"),
        candidate.event("seen", 8, null),
        candidate.event("answer", 7, "changed my mind"),
        candidate.event("answer", 8, "b"),
        candidate.event("answer", 1, "of the first part"));
    assertEquals(8, candidate.status.get("fromItem").asInt());
    var current = candidate.current();
    assertEquals("a", current.get("answer 7").asText());
    assertEquals("b", current.get("answer 8").asText());
    assertFalse(current.containsKey("answer 1"));
    candidate.post(candidate.event("enter", null, Map.of("part", 0)));
    assertEquals(2, candidate.status.get("part").asInt(), "kept, but not followed");
    assertEquals(8, candidate.status.get("ackSeq").asInt());
  }

  @Test
  void an_extra_break_stops_the_clock_once_and_ends_by_itself() throws Exception {
    var candidate = seated(new Granted("1", 0, List.of(60)));
    var deadline = at(candidate.status, "deadline");
    candidate.post(candidate.event("break", null, Map.of("number", 1)));
    assertEquals("onBreak", candidate.status.get("status").asText());
    assertFalse(candidate.status.get("running").asBoolean());
    later(candidate, Duration.ofSeconds(61));
    ExamHall.until(() -> candidate.post().get("status").asText().equals("open"));
    assertEquals(deadline.minusSeconds(61).plusSeconds(60), at(candidate.status, "deadline"));
    candidate.post(candidate.event("break", null, Map.of("number", 1)));
    assertEquals("open", candidate.status.get("status").asText(), "each break once");
    assertTrue(candidate.read().sitting.at("/extraBreaks/0/taken").asBoolean());
  }

  @Test
  void the_server_closes_whether_or_not_a_browser_is_there_and_keeps_what_comes_later()
      throws Exception {
    var candidate = seated(Granted.NOTHING);
    candidate.answer(1, "a");
    candidate.post(candidate.event("enter", null, Map.of("part", 2)));
    later(candidate, Duration.ofSeconds(604));
    ExamHall.until(() -> candidate.read().status.get("status").asText().equals("closed"));
    var receipt = candidate.call("readReceipt").expect(200).json();
    assertEquals("time", receipt.get("reason").asText());
    assertEquals(1, receipt.get("answered").asInt());
    candidate.answer(7, "from the queue of a page that was offline");
    assertEquals("late", standing(candidate, 3));
    assertEquals(receipt, candidate.submit());
  }

  @Test
  void while_the_clocks_disagree_nothing_is_late_and_no_clock_is_touched() {
    var candidate = seated(Granted.NOTHING);
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    clocks.look();
    assertFalse(clocks.clock.trusted());
    assertEquals("clockUnsure", clocks.refusedToPause(candidate));
    hall.execute(
        "update delivery.sitting set counts_until = now() - interval '1 minute', due_at = null where id = '"
            + id(candidate).value()
            + "'");
    candidate.answer(1, "judged");
    var post =
        PostReader.read(
            candidate.token,
            Json.write(
                    Map.of(
                        "epoch",
                        candidate.epoch(),
                        "events",
                        List.of(Candidate.event(2, "answer", 2, "not judged"))))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
            System.nanoTime());
    hall.wiring.exam.run(tx -> new EventRepository(clocks.clock).store(tx, List.of(post), false));
    assertEquals("late", standing(candidate, 1));
    assertEquals("doubt", standing(candidate, 2));
    assertEquals(List.of("answer 2"), List.copyOf(candidate.current().keySet()));
  }

  /** Clocks of which the wall clock can be made to jump; no one has looked since. */
  private static final class JumpyClocks {
    Duration jump = Duration.ZERO;
    final ExamClock clock = new ExamClock(() -> Instant.now().plus(jump), System::nanoTime);
    final ConductService conduct = new ConductService(clock, new Contacts(), hall.wiring.audit);

    void agreeAndJump() {
      look();
      jump = Duration.ofHours(1);
      assertTrue(clock.trusted(), "no one has looked yet");
    }

    void look() {
      look(clock);
    }

    static void look(ExamClock clock) {
      var wiring = hall.wiring;
      new WatchService(wiring.exam, clock, new Contacts(), wiring.audit, wiring.itembanks)
          .settle(PROGRAM);
    }

    String refusedToPause(Candidate candidate) {
      var order = new ConductService.Order(hall.expert, List.of(id(candidate)), "why");
      return assertThrows(
              Refusal.Busy.class, () -> hall.wiring.exam.run(tx -> conduct.pause(tx, order)))
          .key();
    }

    SittingStatusView post(Candidate candidate, Map<String, Object> event) {
      var body = Json.write(Map.of("epoch", candidate.epoch(), "events", List.of(event)));
      var post =
          PostReader.read(
              candidate.token,
              body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
              System.nanoTime());
      var wiring = hall.wiring;
      try (var saving =
          new SavingService(wiring.saving, wiring.exam, clock, new Contacts(), wiring.audit)) {
        return saving.post(new Actor.Visitor(), post).toCompletableFuture().join();
      }
    }
  }

  private static SittingId id(Candidate candidate) {
    return new SittingId(UUID.fromString(candidate.sitting.get("id").asText()));
  }

  @Test
  void a_proctor_cannot_act_by_a_clock_that_jumped_since_the_last_look() {
    var candidate = seated(Granted.NOTHING);
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    assertEquals("clockUnsure", clocks.refusedToPause(candidate));
    assertEquals("open", candidate.post().get("status").asText());
  }

  @Test
  void the_clock_is_trusted_only_once_it_is_on_record_who_said_so() {
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    clocks.look();
    assertThrows(
        Refusal.Busy.class,
        () ->
            hall.wiring.exam.run(tx -> {
              clocks.conduct.confirmClock(tx, hall.expert, "looked");
              throw new Refusal.Busy("databaseAway");
            }));
    assertFalse(clocks.clock.trusted());
    clocks.conduct.trustClock(PROGRAM);
    assertTrue(clocks.clock.trusted());
  }

  @Test
  void a_restart_of_the_program_forgets_no_doubt() {
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    clocks.look();
    new ClockService(hall.wiring.exam, clocks.clock).keep(PROGRAM);
    var again = new ExamClock(() -> Instant.now().plus(clocks.jump), System::nanoTime);
    var clock = new ClockService(hall.wiring.exam, again);
    clock.recall(PROGRAM);
    assertFalse(again.trusted());
    JumpyClocks.look(again);
    assertFalse(again.trusted(), "the clock is as wrong as before");
    clocks.jump = Duration.ZERO;
    JumpyClocks.look(again);
    assertTrue(again.trusted());
    clock.keep(PROGRAM);
    var last = new ExamClock(Instant::now, System::nanoTime);
    new ClockService(hall.wiring.exam, last).recall(PROGRAM);
    assertTrue(last.trusted());
  }

  @Test
  void a_step_that_needs_the_time_waits_when_the_clock_jumped_since_the_last_look() {
    var candidate = seated(Granted.NOTHING);
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    var enter = candidate.event("enter", null, Map.of("part", 2));
    var status = clocks.post(candidate, enter);
    assertEquals(0, status.part());
    assertEquals(0, status.ackSeq(), "it stays on the device");
    clocks.jump = Duration.ZERO;
    clocks.look();
    assertEquals(2, clocks.post(candidate, enter).part());
  }

  @Test
  void between_parts_without_a_time_of_their_own_candidates_go_on_whatever_the_clocks_say() {
    var candidate = seated(Granted.NOTHING);
    var sitting = id(candidate).value();
    hall.execute("update delivery.sitting set due_at = null where id = '" + sitting + "'");
    hall.execute(
        "update delivery.plan set document = document #- '{parts,0,ms}' where sitting ="
            + " (select number from delivery.sitting where id = '%s')".formatted(sitting));
    later(candidate, Duration.ofHours(1)); // as the database tells it after a jump
    var clocks = new JumpyClocks();
    clocks.agreeAndJump();
    var status = clocks.post(candidate, candidate.event("enter", null, Map.of("part", 2)));
    assertEquals(2, status.part());
    assertEquals(1, status.ackSeq());
  }

  @Test
  void a_proctor_ends_releases_talks_and_reports() {
    var candidate = seated(Granted.NOTHING);
    var sitting = candidate.sitting.get("id").asText();
    candidate
        .call("writeToProctor")
        .with("messageId", UUID.randomUUID())
        .body(Map.of("text", "My screen is dark"))
        .expect(204);
    assertEquals(1, row(sitting).get("unread").asInt());
    command(candidate, Map.of("act", "message", "text", "I am coming"));
    var talk = proctor.call("readTranscript").with("sittingId", sitting).expect(200).json();
    assertEquals(2, talk.get("messages").size());
    assertEquals(0, row(sitting).get("unread").asInt());
    assertEquals(
        "I am coming",
        candidate.call("listSittingMessages").expect(200).json().at("/messages/1/text").asText());
    command(candidate, Map.of("act", "release"));
    assertFalse(candidate.post().get("writing").asBoolean());
    var other = candidate.elsewhere(hall.rolewright.visitor()).takePen();
    other.answer(1, "a");
    var incident = UUID.randomUUID();
    for (var outcome : List.of("", "New computer given"))
      proctor
          .call("reportIncident")
          .with("windowId", hall.window.value())
          .with("incidentId", incident)
          .body(
              Map.of(
                  "sittingId", sitting,
                  "category", "technical",
                  "severity", "minor",
                  "text", "The screen went dark",
                  "outcome", outcome))
          .expect(200);
    var reported =
        proctor
            .call("listIncidents")
            .with("windowId", hall.window.value())
            .expect(200)
            .json()
            .get("incidents");
    assertEquals(1, reported.size());
    assertEquals(2, reported.at("/0/version").asInt());
    command(other, Map.of("act", "end"));
    assertEquals("proctor", other.call("readReceipt").expect(200).json().get("reason").asText());
    var row = row(sitting);
    assertEquals("closed", row.get("state").asText());
    assertEquals(2, row.get("devices").asInt());
    assertEquals(1, row.get("incidents").asInt());
    assertEquals(1, row.get("answered").asInt());
  }

  private static com.fasterxml.jackson.databind.JsonNode row(String sitting) {
    for (var row : roster()) if (row.path("sittingId").asText().equals(sitting)) return row;
    throw new AssertionError("not on the roster");
  }

  @Test
  void a_whole_room_is_paused_and_goes_on_with_one_command_each() {
    var some = List.of(seated(Granted.NOTHING), seated(Granted.NOTHING));
    room("pause");
    for (var candidate : some) assertEquals("paused", candidate.post().get("status").asText());
    room("resume");
    for (var candidate : some) assertEquals("open", candidate.post().get("status").asText());
  }

  private static void room(String act) {
    proctor
        .call("command")
        .with("windowId", hall.window.value())
        .with("commandId", UUID.randomUUID())
        .body(Map.of("act", act, "reason", "fire alarm"))
        .expect(200);
  }

  @Test
  void nobody_but_a_proctor_is_let_into_the_room() {
    var auditor =
        hall.rolewright.signedIn(hall.rolewright.person(org.rolewright.platform.Role.AUDITOR));
    auditor.call("listProctoredWindows").expect(403);
    auditor.call("readRoster").with("windowId", hall.window.value()).expect(403);
    auditor.call("readExamClock").expect(403);
    hall.rolewright.visitor().call("listProctoredWindows").expect(401);
    assertEquals(1, proctor.call("listProctoredWindows").expect(200).json().get("windows").size());
    assertTrue(proctor.call("readExamClock").expect(200).json().get("trusted").asBoolean());
    proctor.call("confirmExamClock").body(Map.of("reason", "checked")).expect(200);
  }
}
