package org.rolewright.scoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
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
  private record Seat(BrowserContext context, Page page, Look look) implements AutoCloseable {
    static Seat of(Look look, Actor.Person person) {
      var context = browsers.context(look);
      var page = context.newPage();
      page.navigate(exam.hall.rolewright.baseUrl() + "/account/#/sign-in");
      page.locator("input[name=email]").fill(person.email());
      page.locator("input[type=password]").fill(Installation.PASSWORD);
      page.locator("button.primary").click();
      page.waitForURL("**/workbench/**");
      return new Seat(context, page, look);
    }

    Seat to(String path) {
      return at("/scoring" + path);
    }

    Seat at(String path) {
      Browsers.show(
          page,
          exam.hall.rolewright.baseUrl()
              + "/workbench/#/studies/"
              + exam.hall.study.value()
              + path);
      return this;
    }

    Locator button(String name) {
      return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator inDialog(String name) {
      return page.locator("dialog")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void inspect(String name) {
      Browsers.settle(page);
      page.evaluate("scrollTo(0, 0)");
      var scheme = look.scheme().name().toLowerCase(Locale.ROOT);
      Browsers.inspect(
          page, "scoring-" + name + "-" + look.width() + "-" + scheme + "-" + look.language());
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
    for (var look : Look.tried())
      try (var seat = Seat.of(look, second)) {
        seat.to("").inspect("forms");
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
}
