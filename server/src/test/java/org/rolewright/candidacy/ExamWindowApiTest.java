package org.rolewright.candidacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;

/** Exam windows are planned, published and called off. */
class ExamWindowApiTest {
  private static final Installation ROLEWRIGHT = Installation.serving();
  private final ExamDay given = new ExamDay(ROLEWRIGHT);

  @AfterAll
  static void close() {
    ROLEWRIGHT.close();
  }

  private ApiClient.Call plan(UUID id, int version, Map<String, Object> changes) {
    var body =
        new HashMap<String, Object>(
            Map.of(
                "study", given.programme.study.value(),
                "form", given.form.value(),
                "title", "Madrid, spring",
                "opens", "2027-03-14T09:00",
                "closes", "2027-03-14T12:00",
                "timeZone", "Europe/Madrid",
                "lateRule", "until_window_end",
                "place", "Calle Mayor 1",
                "room", "2 B",
                "seats", 12));
    body.put("deadlineHours", 72);
    body.putAll(changes);
    return ROLEWRIGHT
        .signedIn(given.programme.expert)
        .call("planExamWindow")
        .with("windowId", id)
        .with("If-Match", "\"" + version + "\"")
        .body(body);
  }

  @Test
  void a_window_is_planned_in_the_time_of_its_place() {
    var window = plan(UUID.randomUUID(), 0, Map.of()).expect(200).json().get("window");
    // 14 March 2027 is before the last Sunday of March: Madrid is one hour ahead of UTC.
    assertEquals("2027-03-14T08:00:00Z", window.get("opensAt").asText());
    assertEquals(12, window.get("seats").asInt());
    assertEquals("draft", window.get("state").asText());
    var summer =
        plan(
                UUID.randomUUID(),
                0,
                Map.of("opens", "2027-03-28T09:00", "closes", "2027-03-28T12:00"))
            .expect(200)
            .json();
    assertEquals("2027-03-28T07:00:00Z", summer.at("/window/opensAt").asText());
  }

  @Test
  void a_time_that_clocks_skip_or_show_twice_is_refused() {
    // EU summer time 2027 begins on 28 March at 01:00 UTC and ends on 31 October at 01:00 UTC.
    var skipped = Map.<String, Object>of("opens", "2027-03-28T02:30", "closes", "2027-03-28T05:00");
    assertEquals("clockSkipsThisTime", plan(UUID.randomUUID(), 0, skipped).expect(422).code());
    var twice = Map.<String, Object>of("opens", "2027-10-31T02:30", "closes", "2027-10-31T05:00");
    assertEquals("clockShowsThisTimeTwice", plan(UUID.randomUUID(), 0, twice).expect(422).code());
    var nowhere = Map.<String, Object>of("timeZone", "Europe/Atlantis");
    assertEquals("timeZoneUnknown", plan(UUID.randomUUID(), 0, nowhere).expect(422).code());
  }

  @Test
  void every_clock_reading_means_one_moment_or_none() {
    for (var zone : List.of("America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"))
      for (var reading = LocalDateTime.of(2027, 1, 1, 0, 30);
          reading.getYear() == 2027;
          reading = reading.plusHours(1)) {
        Instant moment;
        try {
          moment = ExamWindowInput.moment(reading, ZoneId.of(zone));
        } catch (Refusal.BrokenRule _) {
          continue;
        }
        assertEquals(reading, LocalDateTime.ofInstant(moment, ZoneId.of(zone)), zone);
      }
  }

  @Test
  void a_window_gives_a_form_of_its_own_programme() {
    var none = Map.<String, Object>of("form", UUID.randomUUID());
    var others = Map.<String, Object>of("form", new ExamDay(ROLEWRIGHT).form.value());
    for (var form : List.of(none, others))
      assertEquals(
          "a_window_gives_a_form_of_its_programme",
          plan(UUID.randomUUID(), 0, form).expect(422).code());
    plan(UUID.randomUUID(), 0, Map.of()).expect(200);
    ROLEWRIGHT
        .signedIn(given.programme.expert)
        .call("removeForm")
        .with("formId", given.form.value())
        .with("If-Match", "\"1\"")
        .expect(422);
  }

  @Test
  void two_who_plan_do_not_overwrite_each_other() {
    var id = UUID.randomUUID();
    plan(id, 0, Map.of()).expect(200);
    plan(id, 0, Map.of()).expect(412);
    plan(id, 1, Map.of("seats", 3)).expect(200);
    plan(id, 1, Map.of("seats", 4)).expect(412);
  }

  @Test
  void once_published_only_seats_change_and_none_that_is_taken_goes() {
    var window = given.published(2);
    given.booked(given.programme.accepted(), window);
    given.booked(given.programme.accepted(), window);
    var candidacies = ROLEWRIGHT.wiring().candidacies;
    var before = candidacies.view(given.programme.expert, window).window();
    var same = given.input(LocalDateTime.ofInstant(before.opensAt(), ZoneId.of("UTC")), 5);
    candidacies.plan(given.programme.expert, window, same, before.version());
    var fewer = given.input(LocalDateTime.ofInstant(before.opensAt(), ZoneId.of("UTC")), 1);
    var refused =
        assertThrows(
            Refusal.BrokenRule.class,
            () -> candidacies.plan(given.programme.expert, window, fewer, before.version() + 1));
    assertEquals("a_booking_takes_a_seat_of_its_window", refused.key());
    var later =
        given.input(LocalDateTime.ofInstant(before.opensAt(), ZoneId.of("UTC")).plusHours(1), 5);
    assertEquals(
        "windowIsPublished",
        assertThrows(
                Refusal.Conflict.class,
                () -> candidacies.plan(given.programme.expert, window, later, before.version() + 1))
            .key());
  }

  @Test
  void a_window_without_a_form_or_a_future_is_not_published() {
    var input = given.input(1);
    var formless =
        new ExamWindowInput(
            input.study(),
            java.util.Optional.empty(),
            input.title(),
            input.opens(),
            input.closes(),
            input.timeZone(),
            input.lateRule(),
            input.place(),
            input.room(),
            input.deadlineHours(),
            input.seats());
    var id = given.draft(formless);
    assertEquals(
        "windowWithoutForm", assertThrows(Refusal.BrokenRule.class, () -> given.publish(id)).key());
    var soon = given.draft(given.input(LocalDateTime.now(ZoneId.of("UTC")).plusHours(47), 1));
    assertEquals(
        "windowOpensTooSoon",
        assertThrows(Refusal.BrokenRule.class, () -> given.publish(soon)).key());
  }

  @Test
  void a_draft_is_not_offered_and_cannot_be_booked() {
    var applicant = given.programme.accepted();
    var draft = given.draft(given.input(1));
    assertEquals(0, applicant.call("readOwnBooking").expect(200).json().get("windows").size());
    assertEquals("windowIsNotPublished", given.booking(applicant, draft).expect(409).code());
    var elsewhere = new ExamDay(ROLEWRIGHT).published(1);
    given.booking(applicant, elsewhere).expect(404);
  }

  @Test
  void calling_a_window_off_frees_and_tells_everybody() {
    var applicant = given.programme.accepted();
    var window = given.published(1);
    var code = given.booked(applicant, window);
    var client = ROLEWRIGHT.signedIn(given.programme.expert);
    var off = client.call("cancelExamWindow").with("windowId", window.value());
    off.body(Map.of("reason", "The building is closed.")).expect(200);
    var mail = given.programme.mails(applicant.email()).getFirst();
    assertTrue(mail.body().contains("The building is closed."));
    assertThrows(Refusal.NotFound.class, () -> given.admission(code));
    var seen = client.call("readExamWindow").with("windowId", window.value()).expect(200).json();
    assertEquals("cancelled", seen.at("/window/state").asText());
    given.booked(applicant, given.published(1));
  }

  @Test
  void the_rehearsal_sees_who_could_book_and_who_has() {
    var seated = given.programme.accepted();
    var other = given.programme.accepted();
    given.programme.applicant().filled().handedIn();
    var window = given.published(2);
    given.booked(seated, window);
    var candidacies = ROLEWRIGHT.wiring().candidacies;
    ROLEWRIGHT
        .wiring()
        .database
        .run(tx -> {
          var booked = candidacies.listAdmissions(tx, window);
          assertEquals(List.of(seated.id()), booked.stream().map(Admission::candidate).toList());
          var possible = candidacies.listPossibleAdmissions(tx, window);
          assertEquals(List.of(other.id()), possible.stream().map(Admission::candidate).toList());
        });
  }

  @Test
  void smes_auditors_and_visitors_see_no_windows() {
    var study = given.programme.study.value();
    for (var role : List.of(Role.SME, Role.AUDITOR))
      ROLEWRIGHT
          .signedIn(ROLEWRIGHT.person(role))
          .call("listExamWindows")
          .with("studyId", study)
          .expect(403);
    ROLEWRIGHT.visitor().call("listExamWindows").with("studyId", study).expect(401);
    var listed = ROLEWRIGHT.signedIn(given.programme.expert).call("listExamWindows");
    assertEquals(0, listed.with("studyId", study).expect(200).json().get("windows").size());
  }
}
