package org.rolewright.candidacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.eligibility.Applicants.Applicant;
import org.rolewright.eligibility.Decision;
import org.rolewright.eligibility.Finding;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;

/** Candidates book seats, over HTTP. */
class BookingApiTest {
  private static final Installation ROLEWRIGHT = Installation.serving();
  private static final ExamDay GIVEN = new ExamDay(ROLEWRIGHT);

  @AfterAll
  static void close() {
    ROLEWRIGHT.close();
  }

  @Test
  void who_is_accepted_books_and_is_admitted_by_the_code() {
    var applicant = GIVEN.programme.accepted();
    var window = GIVEN.published(3);
    var offered = applicant.call("readOwnBooking").expect(200).json();
    assertTrue(offered.get("windows").toString().contains(window.value().toString()));
    var code = GIVEN.booked(applicant, window);
    assertTrue(code.matches("[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}"), code);
    for (var typed : List.of(code, code.toLowerCase(), " " + code.replace("-", " ") + " ")) {
      var admission = GIVEN.admission(typed);
      assertEquals(applicant.id(), admission.candidate());
      assertEquals("Ana Ejemplo", admission.displayName());
      assertEquals(GIVEN.form, admission.form());
      assertEquals(window, admission.window());
    }
    assertTrue(GIVEN.programme.mails(applicant.email()).getFirst().body().contains(code));
  }

  @Test
  void of_twenty_who_want_the_last_seat_at_once_exactly_one_gets_it() throws Exception {
    var window = GIVEN.published(1);
    var candidates = IntStream.range(0, 20).mapToObj(_ -> GIVEN.programme.accepted()).toList();
    var answers = atOnce(candidates, window);
    assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
    assertEquals(19, answers.stream().filter(status -> status == 409).count(), answers::toString);
    var seated = ROLEWRIGHT.wiring().candidacies.view(GIVEN.programme.expert, window);
    assertEquals(1, seated.taken().size());
  }

  @Test
  void as_many_as_there_are_seats_get_one_each() throws Exception {
    var window = GIVEN.published(8);
    var candidates = IntStream.range(0, 10).mapToObj(_ -> GIVEN.programme.accepted()).toList();
    var answers = atOnce(candidates, window);
    assertEquals(8, answers.stream().filter(status -> status == 200).count(), answers::toString);
    var seated = ROLEWRIGHT.wiring().candidacies.view(GIVEN.programme.expert, window);
    assertEquals(
        IntStream.rangeClosed(1, 8).boxed().toList(),
        seated.taken().stream().map(ExamWindowView.Taken::seat).toList());
  }

  private static List<Integer> atOnce(List<Applicant> candidates, ExamWindowId window)
      throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          candidates.stream()
              .map(one ->
                  threads.submit(() -> {
                    start.await();
                    return GIVEN.booking(one, window).send().status();
                  }))
              .toList();
      start.countDown();
      var answers = new ArrayList<Integer>();
      for (var one : waiting) answers.add(one.get());
      return answers;
    }
  }

  @Test
  void the_database_itself_refuses_a_second_booking_of_a_seat() {
    var window = GIVEN.published(1);
    GIVEN.booked(GIVEN.programme.accepted(), window);
    var other = GIVEN.programme.accepted();
    var stored =
        """
        insert into candidacy.booking (id, application_id, study_id, window_id, seat, state, booked_at)
        values ('%s', '%s', '%s', '%s', %d, 'booked', now())\
        """;
    for (var rule :
        Map.of(1, "a_seat_is_booked_once", 2, "a_booking_takes_a_seat_of_its_window").entrySet()) {
      var sql =
          stored.formatted(
              UUID.randomUUID(),
              other.id().value(),
              GIVEN.programme.study.value(),
              window.value(),
              rule.getKey());
      var refused =
          assertThrows(
              IllegalStateException.class,
              () -> TestDatabase.execute(ROLEWRIGHT.databaseUrl(), sql));
      assertTrue(refused.getCause().getMessage().contains(rule.getValue()));
    }
  }

  @Test
  void moving_gives_the_old_seat_back_and_ends_its_code() {
    var applicant = GIVEN.programme.accepted();
    var first = GIVEN.published(1);
    var second = GIVEN.published(1);
    var old = GIVEN.booked(applicant, first);
    var again = GIVEN.booked(applicant, first);
    assertEquals(old, again, "booking the same window again changes nothing");
    var fresh = GIVEN.booked(applicant, second);
    assertNotEquals(old, fresh);
    assertThrows(Refusal.NotFound.class, () -> GIVEN.admission(old));
    GIVEN.booked(GIVEN.programme.accepted(), first);
  }

  @Test
  void who_cannot_move_keeps_the_seat() {
    var full = GIVEN.published(1);
    GIVEN.booked(GIVEN.programme.accepted(), full);
    var applicant = GIVEN.programme.accepted();
    var code = GIVEN.booked(applicant, GIVEN.published(1));
    assertEquals("windowIsFull", GIVEN.booking(applicant, full).expect(409).code());
    assertEquals(applicant.id(), GIVEN.admission(code).candidate());
  }

  @Test
  void cancelling_gives_the_seat_back() {
    var applicant = GIVEN.programme.accepted();
    var window = GIVEN.published(1);
    var code = GIVEN.booked(applicant, window);
    assertFalse(applicant.call("cancelBooking").expect(200).json().has("booking"));
    applicant.call("cancelBooking").expect(200);
    assertThrows(Refusal.NotFound.class, () -> GIVEN.admission(code));
    GIVEN.booked(GIVEN.programme.accepted(), window);
  }

  @Test
  void after_the_deadline_nothing_changes() {
    var applicant = GIVEN.programme.accepted();
    var window = GIVEN.published(2);
    var code = GIVEN.booked(applicant, window);
    var opens = GIVEN.admission(code).opensAt();
    var late = GIVEN.bookingsAt(opens.minus(Duration.ofHours(48)));
    var visitor = new Actor.Visitor();
    var refused =
        assertThrows(
            Refusal.Conflict.class,
            () -> late.cancel(visitor, applicant.token(), ExamDay.english()));
    assertEquals("bookingDeadlinePassed", refused.key());
    var other = GIVEN.programme.accepted();
    var wish = new BookingService.BookingInput(window.value(), Optional.empty());
    assertEquals(
        "bookingDeadlinePassed",
        assertThrows(
                Refusal.Conflict.class,
                () -> late.book(visitor, other.token(), wish, ExamDay.english(), ""))
            .key());
    var justInTime = GIVEN.bookingsAt(opens.minus(Duration.ofHours(48)).minusSeconds(1));
    justInTime.cancel(visitor, applicant.token(), ExamDay.english());
  }

  @Test
  void who_is_not_accepted_books_nothing() {
    var window = GIVEN.published(1);
    var waiting = GIVEN.programme.applicant().filled().handedIn();
    assertEquals("notAuthorised", GIVEN.booking(waiting, window).expect(422).code());
    assertEquals(0, waiting.call("readOwnBooking").expect(200).json().get("windows").size());
  }

  @Test
  void an_authorisation_that_is_taken_back_admits_nobody() {
    var applicant = GIVEN.programme.accepted();
    var code = GIVEN.booked(applicant, GIVEN.published(1));
    GIVEN.programme.decide(applicant, Decision.Outcome.REFUSE, Finding.Verdict.NOT_MET);
    assertThrows(Refusal.BrokenRule.class, () -> GIVEN.admission(code));
  }

  @Test
  void an_authorisation_covers_so_many_exams() {
    var applicant = GIVEN.programme.accepted();
    var visitor = new Actor.Visitor();
    var now = Instant.now();
    for (var attempt = 1; attempt <= 3; attempt++) {
      var opens = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusDays(5);
      var window =
          GIVEN.published(
              GIVEN.input(opens.truncatedTo(ChronoUnit.MINUTES).plusDays(10L * attempt), 1));
      var bookings = GIVEN.bookingsAt(now.plus(Duration.ofDays(10L * attempt)));
      var wish = new BookingService.BookingInput(window.value(), Optional.empty());
      if (attempt <= 2) bookings.book(visitor, applicant.token(), wish, ExamDay.english(), "");
      else
        assertEquals(
            "noAttemptsLeft",
            assertThrows(
                    Refusal.BrokenRule.class,
                    () -> bookings.book(visitor, applicant.token(), wish, ExamDay.english(), ""))
                .key());
    }
  }

  @Test
  void a_new_code_ends_the_one_before() {
    var applicant = GIVEN.programme.accepted();
    var code = GIVEN.booked(applicant, GIVEN.published(1));
    var booking = GIVEN.admission(code).id();
    var fresh =
        ROLEWRIGHT
            .signedIn(GIVEN.programme.expert)
            .call("renewAdmissionCode")
            .with("bookingId", booking.value())
            .expect(200)
            .json()
            .get("code")
            .asText();
    assertThrows(Refusal.NotFound.class, () -> GIVEN.admission(code));
    assertEquals(booking, GIVEN.admission(fresh).id());
    var shown = applicant.call("readOwnBooking").expect(200).json();
    assertEquals(fresh, shown.at("/booking/code").asText());
  }

  @Test
  void who_guesses_codes_waits_and_nobody_else_does() {
    var applicant = GIVEN.programme.accepted();
    var code = GIVEN.booked(applicant, GIVEN.published(1));
    for (var guess = 0; guess < 10; guess++)
      assertThrows(Refusal.NotFound.class, () -> GIVEN.admission("2222-2222-2222"));
    assertThrows(Refusal.Busy.class, () -> GIVEN.admission("2222-3333-4444"));
    assertEquals(applicant.id(), GIVEN.admission(code).candidate());
  }

  @Test
  void no_table_holds_a_code() {
    var code = GIVEN.booked(GIVEN.programme.accepted(), GIVEN.published(1));
    var rows = TestDatabase.dump(ROLEWRIGHT.databaseUrl(), "candidacy.booking", "audit.entry");
    var plain = code.replace("-", "");
    assertFalse(rows.contains(code) || rows.contains(plain));
    var hash = Sha256.hex(plain);
    assertFalse(rows.contains(hash), "a plain hash of 58 bits can be searched; a keyed one not");
  }

  @Test
  void the_agreement_that_is_accepted_is_recorded() {
    var day = new ExamDay(ROLEWRIGHT);
    var client = ROLEWRIGHT.signedIn(day.programme.expert);
    var words = Map.of("words", Map.of("en", "No notes.", "es", "Sin apuntes."));
    var put = client.call("wordAgreement").with("studyId", day.programme.study.value()).body(words);
    assertEquals(1, put.with("If-Match", "\"0\"").expect(200).json().get("version").asInt());
    put.with("If-Match", "\"0\"").expect(412);
    var applicant = day.programme.accepted();
    var window = day.published(2);
    assertEquals("agreementIsAnother", day.booking(applicant, window).expect(409).code());
    var shown = applicant.call("readOwnBooking").header("Accept-Language", "es").expect(200);
    assertEquals("Sin apuntes.", shown.json().at("/agreement/text").asText());
    var booked = day.booking(applicant, window, 1).expect(200).json();
    var code = booked.at("/booking/code").asText();
    put.with("If-Match", "\"1\"").expect(200);
    assertEquals(1, day.admission(code).agreementVersion().getAsInt());
    var read = client.call("readAgreement").with("studyId", day.programme.study.value());
    assertEquals(2, read.expect(200).json().get("version").asInt());
  }

  @Test
  void who_never_sat_can_have_everything_deleted() {
    var applicant = GIVEN.programme.accepted();
    var id = applicant.id().value().toString();
    applicant
        .call("askAccommodation")
        .body(Map.of("reason", "sight", "need", "Larger text"))
        .expect(204);
    GIVEN.booked(applicant, GIVEN.published(1));
    applicant.call("eraseOwnApplication").expect(204);
    applicant.call("readOwnApplication").expect(404);
    var rows =
        TestDatabase.dump(
            ROLEWRIGHT.databaseUrl(),
            "eligibility.application",
            "eligibility.claim",
            "eligibility.document",
            "eligibility.decision",
            "eligibility.finding",
            "accommodation.request",
            "accommodation.decision",
            "candidacy.booking",
            "platform.mail");
    assertTrue(rows.length() > 100, "others are still there");
    assertFalse(rows.contains(id) || rows.contains(applicant.email()));
  }

  @Test
  void who_may_have_sat_is_kept() {
    var applicant = GIVEN.programme.accepted();
    var code = GIVEN.booked(applicant, GIVEN.published(1));
    var begun = GIVEN.bookingsAt(GIVEN.admission(code).opensAt());
    var refused =
        assertThrows(
            Refusal.Conflict.class, () -> begun.erase(new Actor.Visitor(), applicant.token()));
    assertEquals("mayHaveSat", refused.key());
  }

  @Test
  void staff_who_schedule_see_no_codes_and_nothing_of_accommodations() {
    var applicant = GIVEN.programme.accepted();
    var window = GIVEN.published(1);
    var code = GIVEN.booked(applicant, window);
    var client = ROLEWRIGHT.signedIn(GIVEN.programme.expert);
    var seen =
        client.call("readExamWindow").with("windowId", window.value()).expect(200).text()
            + client
                .call("readApplication")
                .with("candidateId", applicant.id().value())
                .expect(200)
                .text();
    assertFalse(
        seen.contains(code) || seen.contains("timeFactor") || seen.contains("accommodation"));
  }
}
