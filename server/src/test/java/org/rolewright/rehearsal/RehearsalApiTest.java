package org.rolewright.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.candidacy.LateRule;
import org.rolewright.candidacy.PlannedWindow;
import org.rolewright.delivery.ExamHall;
import org.rolewright.delivery.ExamHall.Granted;
import org.rolewright.platform.Role;
import org.rolewright.proctoring.RosterView;

class RehearsalApiTest {
  private final ExamHall hall = ExamHall.shared();
  private final ApiClient expert = hall.rolewright.signedIn(hall.expert);

  private ExamWindowId planned(LateRule late) {
    return PlannedWindow.of(hall.wiring, hall.expert, hall.study, hall.form, late);
  }

  private ApiClient.Call publishing(ExamWindowId window) {
    return expert
        .call("publishExam")
        .with("windowId", window.value())
        .body(Map.of("proctored", true, "lateStartMinutes", 30));
  }

  @Test
  void a_window_that_would_cut_somebody_off_is_not_published() {
    hall.candidate(new Granted("4", 0, List.of()));
    var window = planned(LateRule.UNTIL_WINDOW_END);
    var rehearsal =
        expert
            .call("rehearseExam")
            .with("windowId", window.value())
            .body(Map.of("lateStartMinutes", 30))
            .expect(200)
            .json();
    var found = rehearsal.get("findings");
    assertFalse(found.isEmpty(), "four hours do not fit into four hours when one comes late");
    for (var finding : found) {
      assertEquals("cutOff", finding.get("kind").asText());
      var lost =
          Duration.between(
              Instant.parse(finding.get("cutOff").asText()),
              Instant.parse(finding.get("deadline").asText()));
      assertTrue(lost.isPositive(), finding.toString());
    }
    assertEquals("rehearsalFailed", publishing(window).expect(422).code());
    var standing =
        expert.call("readPublication").with("windowId", window.value()).expect(200).json();
    assertFalse(standing.has("publication"));
    assertFalse(standing.at("/rehearsal/findings").isEmpty());
  }

  @Test
  void a_window_in_which_everybody_has_all_the_time_is_published_once() {
    hall.candidate(new Granted("4", 60, List.of(600, 600)));
    var window = planned(LateRule.FULL_TIME);
    var standing = publishing(window).expect(200).json();
    assertTrue(standing.at("/publication/proctored").asBoolean());
    assertTrue(standing.at("/rehearsal/findings").isEmpty());
    assertTrue(standing.at("/rehearsal/candidates").asInt() > 0);
    publishing(window).expect(409);
  }

  @Test
  void only_who_schedules_exams_rehearses_them() {
    var proctor = hall.proctor();
    var window = planned(LateRule.FULL_TIME);
    proctor
        .call("rehearseExam")
        .with("windowId", window.value())
        .body(Map.of("lateStartMinutes", 0))
        .expect(403);
    proctor.call("readPublication").with("windowId", window.value()).expect(403);
  }

  @Test
  void the_roster_is_told_at_once_and_again_when_somebody_comes_in() throws Exception {
    var auditor = hall.rolewright.signedIn(hall.rolewright.person(Role.AUDITOR));
    auditor.call("followRoster").with("windowId", hall.window.value()).expect(403);
    var told = new ArrayBlockingQueue<RosterView>(10);
    var proctor = hall.rolewright.person(Role.PROCTOR);
    var code = hall.candidate();
    var following =
        Thread.startVirtualThread(() -> {
          try {
            hall.wiring.room.follow(proctor, hall.window, told::add);
          } catch (InterruptedException _) {
            // enough seen
          }
        });
    try {
      var first = told.poll(30, TimeUnit.SECONDS);
      var arrived = arrived(first);
      hall.enter(code);
      RosterView next;
      do next = told.poll(30, TimeUnit.SECONDS);
      while (arrived(next) == arrived);
      assertEquals(arrived + 1, arrived(next));
    } finally {
      following.interrupt();
      following.join();
    }
  }

  private static long arrived(RosterView roster) {
    return roster.rows().stream().filter(row -> row.sittingId().isPresent()).count();
  }
}
