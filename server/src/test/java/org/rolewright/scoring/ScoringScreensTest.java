package org.rolewright.scoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rolewright.scoring.SatExam.own;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.delivery.ExamHall;
import org.rolewright.form.Part;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.standard.CutScore;
import org.rolewright.standard.JudgedForm;

/** The pages of scores: a form is scored, items are looked at, two people release. */
class ScoringScreensTest {
  private static SatExam exam;
  private static Browsers browsers;
  private static CutScore cut;
  private static Actor.Person first;
  private static Actor.Person second;

  @BeforeAll
  static void start() {
    exam = SatExam.forty();
    cut = JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    first = exam.hall.rolewright.person(Role.CERTIFICATION_EXPERT);
    second = exam.hall.rolewright.person(Role.CERTIFICATION_EXPERT);
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    exam.close();
  }

  /** Somebody's open browser. */
  private record Seat(SatExam sat, BrowserContext context, Page page, Look look)
      implements AutoCloseable {
    static Seat of(Look look, Actor.Person person) {
      return in(exam, look, person);
    }

    static Seat in(SatExam sat, Look look, Actor.Person person) {
      var context = browsers.context(look);
      var page = context.newPage();
      Browsers.signIn(page, sat.hall.rolewright.baseUrl(), person);
      return new Seat(sat, context, page, look);
    }

    Seat to(String path) {
      return at("/scoring" + path);
    }

    Seat at(String path) {
      Browsers.show(
          page,
          sat.hall.rolewright.baseUrl() + "/workbench/#/studies/" + sat.hall.study.value() + path);
      return this;
    }

    Locator button(String name) {
      return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator inDialog(String name) {
      return page.locator("dialog")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void propose() {
      button("Change the key").click();
    }

    void proposed(String why) {
      page.locator("dialog textarea[name=reason]").fill("Right as well: " + why);
      inDialog("Propose").click();
      assertThat(page.locator("dialog")).hasCount(0);
    }

    void inspect(String name) {
      Browsers.settle(page);
      page.evaluate("scrollTo(0, 0)");
      Browsers.inspect(page, "scoring-" + name + "-" + look.name());
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void a_form_is_scored_its_items_looked_at_and_its_scores_released_by_two() {
    String address;
    try (var seat = Seat.of(Look.DESKTOP, first)) {
      seat.to("");
      seat.button("Score").click();
      seat.inDialog("Score").click();
      seat.page().waitForURL("**/scoring/runs/**");
      assertThat(seat.page().locator("main h1")).hasText("Form A, run 1");
      address = seat.page().url().replaceAll(".*/scoring", "");
      while (seat.page().locator("section.card .badge:has-text('To be decided')").count() > 0) {
        var left = seat.page().locator("section.card .badge:has-text('To be decided')").count();
        seat.button("Keep the key").click();
        seat.page().locator("dialog textarea").fill("The panel looked at it and keeps it.");
        seat.inDialog("Keep the key").click();
        assertThat(seat.page().locator("section.card .badge:has-text('To be decided')"))
            .hasCount(left - 1);
      }
      seat.button("Sign as the first").click();
      assertThat(seat.page().getByText("another person releases them")).isVisible();
    }
    try (var seat = Seat.of(Look.DESKTOP, second)) {
      seat.to(address);
      seat.button("Release the scores").click();
      assertThat(seat.page().getByText("These scores are in force.")).isVisible();
      assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(seat.page()));
    }
    somebodyAppeals();
    for (var look : Look.tried())
      try (var seat = Seat.of(look, second)) {
        seat.to("").inspect("forms");
        seat.to("/requests").inspect("requests");
        seat.to(address);
        assertThat(seat.page().locator("figure svg").first()).isVisible();
        seat.inspect("overview");
        seat.page().locator("#tab-items").click();
        assertThat(seat.page().locator("figure svg").first()).isVisible();
        seat.inspect("items");
        seat.page().locator("tbody a").last().click();
        seat.page()
            .locator("main h2")
            .filter(new Locator.FilterOptions().setHasText("6 ·"))
            .waitFor();
        assertThat(seat.page().locator("figure svg").first()).isVisible();
        seat.inspect("item");
        seat.to(address).page().locator("#tab-holds").click();
        seat.inspect("holds");
        seat.to("/years").inspect("years");
        seat.at("/standard/panels/" + cut.setting().value());
        assertThat(seat.page().locator("main figure svg").first()).isVisible();
        seat.inspect("impact");
      }
  }

  private static void somebodyAppeals() {
    var score = exam.scores().getFirst();
    own(exam.visitor().call("askAboutResult"), score)
        .with("scoreId", score.id())
        .with("requestId", UUID.randomUUID())
        .body(Map.of("kind", "appeal", "reason", "The alarm rang during my exam."))
        .expect(200);
    try (var seat = Seat.of(Look.PHONE, exam.hall.rolewright.person(Role.CERTIFICATION_EXPERT))) {
      seat.to("/requests");
      assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(seat.page()));
      seat.button("Answer").click();
      seat.page().locator("dialog textarea").fill("The proctor gave the time back.");
      seat.page().locator("dialog button.primary").click();
      assertThat(seat.page().getByText("The proctor gave the time back.")).isVisible();
    }
  }

  @Test
  void further_right_answers_are_proposed_for_words_numbers_and_sets_of_options() {
    var section = new ExamHall.Section(6, Optional.empty(), Part.Navigation.FREE);
    try (var types = SatExam.of(ExamHall.Shape.of(3600, section))) {
      types.sit("b", List.of("a", "b"), null, null, "permission", "13");
      types.withoutPattern();
      var run = types.run(types.first, "first look");
      var items = types.read(run).get("items");
      try (var seat = Seat.in(types, Look.PHONE, types.hall.expert)) {
        var address = "/runs/" + run + "?item=";
        seat.to(address + items.at("/1/version").asText()).propose();
        seat.page().locator("dialog input[type=checkbox]").first().check();
        seat.page().locator("dialog input[type=checkbox]").nth(1).check();
        seat.proposed("two options");
        for (var written : Map.of(4, "permission", 5, "13").entrySet()) {
          var version = items.at("/" + written.getKey() + "/version").asText();
          seat.to(address + version).propose();
          seat.page().locator("dialog textarea[name=words]").fill(written.getValue());
          seat.proposed("written");
        }
      }
      for (var change :
          types
              .second
              .call("listKeyChanges")
              .with("formId", types.hall.form.value())
              .expect(200)
              .json()
              .get("changes"))
        types
            .second
            .call("decideKeyChange")
            .with("changeId", change.get("id").asText())
            .body(Map.of("agreed", true, "because", "So it is."))
            .expect(200);
      var again = types.run(types.first, "with further right answers");
      var scores = types.first.call("listScores").with("runId", again).expect(200).json();
      assertEquals(4, scores.at("/scores/0/result/raw").asInt(), "b, a and b, permission, 13");
    }
  }
}
