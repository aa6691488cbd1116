package org.rolewright.candidacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.eligibility.Applicants;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.study.NewStudy;
import org.rolewright.study.StudyId;

/** What staff see of candidates, and what they decide and plan. */
class StaffScreensTest {
  private static final List<Look> LOOKS = Look.tried();

  private static Installation rolewright;
  private static Browsers browsers;
  private Page page;
  private String look = "";

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    rolewright.close();
  }

  @Test
  void an_application_is_judged_requirement_by_requirement() {
    for (var each : LOOKS) {
      var programme = new Applicants(rolewright);
      programme.applicant();
      var applicant = programme.applicant().filled();
      applicant.claim(programme.experience, "Some months", 120).expect(204);
      applicant.handedIn();
      try (var context = open(each, programme.expert, programme.study, "")) {
        assertThat(page.locator("tbody tr")).hasCount(2);
        inspect("applications");
        page.locator("[name=state]").selectOption("submitted");
        page.locator("tbody a").click();
        assertThat(page.locator(".claim .badge.warn")).hasCount(1);
        decide();
        assertThat(page.locator(".claim select")).hasCount(0);
        inspect("decided");
      }
      var own = applicant.call("readOwnApplication").expect(200).json();
      assertEquals("more", own.get("state").asText());
      assertTrue(own.toString().contains("Please send your contract"));
    }
  }

  private void decide() {
    page.locator(".claim select").nth(0).selectOption("open");
    page.locator(".claim select").nth(1).selectOption("met");
    page.locator(".claim textarea").fill("Please send your contract.");
    page.locator("[name=reason]").fill("The hours are too few so far.");
    page.locator("[name=outcome][value=accept]").check();
    page.locator("form .button.primary").click();
    assertThat(page.locator(".notice.bad")).isVisible();
    page.locator("[name=outcome][value=more]").check();
    inspect("application");
    page.locator("form .button.primary").click();
  }

  @Test
  void the_application_page_is_written_and_opened() {
    for (var each : LOOKS) {
      var expert = rolewright.expert();
      var study = new StudyId(UUID.randomUUID());
      var begun = new NewStudy("Doula", false, Language.ENGLISH);
      rolewright.wiring().studies.create(expert, study, begun);
      try (var context = open(each, expert, study, "/page")) {
        page.locator("[name=open]").check();
        page.locator("[name=introduction-en]").fill("For doulas who work in Lincoln.");
        page.locator("[name=contact]").fill("exams@example.org");
        page.locator("form .button.primary").click();
        assertThat(page.locator("code")).containsText("/candidate/#/programme/");
        inspect("opening");
      }
      var opening = rolewright.wiring().eligibility.findOpening(expert, study).orElseThrow();
      assertTrue(opening.open());
    }
  }

  @Test
  void made_up_candidates_who_were_stopped_are_said_to_have_stopped() throws InterruptedException {
    var programme = new Applicants(rolewright);
    var wiring = rolewright.wiring();
    var job =
        wiring.database.transaction(tx -> {
          var queued =
              wiring.jobs.queue(
                  tx, programme.expert, "simulation.candidates", programme.study.value(), Map.of());
          wiring.jobs.cancel(tx, queued);
          return queued;
        });
    wiring.jobs.follow(job, _ -> {});
    try (var context = open(Look.DESKTOP, programme.expert, programme.study, "")) {
      assertThat(page.locator("main .notice.warn")).containsText("did so far stays");
    }
  }

  @Test
  void a_window_is_planned_and_its_seats_are_seen() {
    for (var each : LOOKS) {
      var day = new ExamDay(rolewright);
      var window = day.published(24);
      for (var seat = 0; seat < 5; seat++) day.booked(day.programme.accepted(), window);
      try (var context = open(each, day.programme.expert, day.programme.study, "/windows")) {
        page.locator(".page-head .button.primary").click();
        dialog().locator("[name=title]").fill("Autumn in Madrid");
        dialog().locator("[name=opens]").fill("2027-10-31T02:30");
        dialog().locator("[name=closes]").fill("2027-10-31T06:00");
        dialog().locator("[name=timeZone]").selectOption("Europe/Madrid");
        dialog().locator(".button.primary").click();
        assertThat(dialog().locator(".notice.bad")).containsText("02:30");
        inspect("planning");
        dialog().locator("[name=opens]").fill("2027-10-30T09:00");
        dialog().locator(".button.primary").click();
        assertThat(page.locator(".seats")).hasCount(3);
        inspect("window-draft");
        page.goBack();
        assertThat(page.locator("tbody tr")).hasCount(2);
        inspect("windows");
        page.locator("tbody a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(5);
        inspect("window");
        page.locator("tbody button").first().click();
        dialog().locator(".button.primary").click();
        assertThat(page.locator("dialog[open] .admission")).isVisible();
        inspect("new-code");
      }
    }
  }

  @Test
  void an_accommodation_is_decided_by_who_may() {
    for (var each : LOOKS) {
      var programme = new Applicants(rolewright);
      var applicant = programme.accepted();
      applicant
          .call("askAccommodation")
          .body(Map.of("reason", "learning", "need", "I read slowly and lose my place."))
          .expect(204);
      var decider = rolewright.person(Role.ADMINISTRATOR, Role.CERTIFICATION_EXPERT);
      try (var context = open(each, decider, programme.study, "/accommodations")) {
        inspect("accommodations");
        page.locator("tbody a").click();
        page.locator("[name=outcome][value=grant]").check();
        page.locator("[name=breaks]").fill("2");
        page.locator("[name=answer]").fill("You get half as much time again.");
        inspect("accommodation");
        page.locator("form .button.primary").click();
        assertThat(page.locator("form")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("lose my place");
        inspect("accommodation-decided");
      }
      var granted =
          rolewright
              .wiring()
              .database
              .transaction(tx ->
                  rolewright
                      .wiring()
                      .accommodations
                      .accommodation(tx, applicant.id(), Instant.now()));
      assertEquals(List.of(600, 600), granted.extraBreakSeconds());
    }
  }

  @Test
  void an_expert_has_no_way_to_accommodations_and_an_sme_none_to_candidates() {
    var programme = new Applicants(rolewright);
    try (var context = open(Look.DESKTOP, programme.expert, programme.study, "")) {
      assertThat(page.locator("nav.tabs a")).hasCount(3);
    }
    try (var context = open(Look.DESKTOP, rolewright.person(Role.SME), programme.study, "")) {
      assertThat(page.locator("nav.tabs a")).hasCount(0);
      assertThat(page.locator("main .notice")).isVisible();
    }
  }

  @Test
  void every_control_is_reached_by_the_tab_key() {
    var day = new ExamDay(rolewright);
    var window = day.published(4);
    day.booked(day.programme.accepted(), window);
    var applicant = day.programme.applicant().filled().handedIn();
    applicant
        .call("askAccommodation")
        .body(Map.of("reason", "other", "need", "A lower desk"))
        .expect(204);
    var decider = rolewright.person(Role.ADMINISTRATOR, Role.CERTIFICATION_EXPERT);
    try (var context = open(Look.DESKTOP, decider, day.programme.study, "")) {
      var missed = new TreeSet<String>();
      for (var part :
          List.of(
              "",
              "/page",
              "/windows",
              "/windows/" + window.value(),
              "/applications/" + applicant.id().value(),
              "/accommodations",
              "/accommodations/" + applicant.id().value())) {
        show(day.programme.study, part);
        missed.addAll(Browsers.unreachedByKeyboard(page));
      }
      assertEquals(new TreeSet<>(), missed);
    }
  }

  private BrowserContext open(Look each, Actor.Person person, StudyId study, String part) {
    look = each.width() + "-" + each.scheme().name().toLowerCase() + "-" + each.language();
    var context = browsers.context(each);
    page = context.newPage();
    Browsers.signIn(page, rolewright.baseUrl(), person);
    show(study, part);
    return context;
  }

  private void show(StudyId study, String part) {
    Browsers.show(
        page, rolewright.baseUrl() + "/workbench/#/studies/" + study.value() + "/candidacy" + part);
  }

  private Locator dialog() {
    return page.locator("dialog[open]").last();
  }

  private void inspect(String name) {
    page.evaluate("scrollTo(0, 0)"); // else the header lies over a field, and axe finds it small
    Browsers.inspect(page, "staff-" + name + "-" + look);
  }
}
