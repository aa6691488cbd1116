package org.rolewright.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.delivery.ExamHall;
import org.rolewright.delivery.ExamHall.Granted;
import org.rolewright.delivery.ExamHall.Shape;

/** A form is chosen for a window, the exam rehearsed, mended, and published; in the browser. */
class PublishingScreensTest {
  private static ExamHall hall;
  private static Browsers browsers;
  private Page page;
  private Look look;

  @BeforeAll
  static void start() {
    hall = ExamHall.open(Shape.plain());
    hall.candidate(new Granted("1", 0, List.of()));
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    hall.close();
  }

  @Test
  void a_window_that_would_cut_somebody_off_is_mended_and_published() {
    for (var each : Look.tried()) {
      look = each;
      try (var context = browsers.context(each)) {
        page = context.newPage();
        signIn();
        plan("One hour", 1);
        rehearse();
        assertThat(page.locator("#exam ~ div .notice.bad")).isVisible();
        // An hour of work, begun a quarter late; a pause moves the end of the window too.
        assertThat(row("Candidate 1").locator(".badge.bad")).hasText("15 min");
        assertThat(publish()).isDisabled();
        inspect("lost");
        giveFullTime();
        rehearse();
        assertThat(page.locator("#exam ~ div .notice.good")).isVisible();
        inspect("clean");
        assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
        publish().click();
        assertThat(page.locator(".page-head .badge.good")).isVisible();
        inspect("published");
      }
    }
  }

  @Test
  void publishing_is_refused_in_words_when_a_personal_deadline_came_in_between() {
    look = Look.DESKTOP;
    try (var context = browsers.context(look)) {
      page = context.newPage();
      signIn();
      plan("Two hours", 2);
      rehearse();
      assertThat(page.locator("#exam ~ div .notice.good")).isVisible();
      hall.candidate(new Granted("2", 0, List.of()));
      publish().click();
      assertThat(page.locator("[aria-labelledby=exam] .notice.bad").first())
          .containsText("Nothing was published");
      assertThat(row("Candidate 2").locator(".badge.bad")).hasText("15 min");
      assertThat(page.locator(".page-head .badge")).hasText("draft");
    }
  }

  private void signIn() {
    Browsers.signIn(page, hall.rolewright.baseUrl(), hall.expert);
  }

  /** A window of so many hours, in which everybody's time ends when it closes. */
  private void plan(String title, int hours) {
    page.navigate(
        hall.rolewright.baseUrl()
            + "/workbench/#/studies/"
            + hall.study.value()
            + "/candidacy/windows");
    page.locator(".page-head .button.primary").click();
    var opens = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).plusDays(2);
    dialog("[name=title]").fill(title);
    dialog("[name=form]").selectOption(hall.form.value().toString());
    dialog("[name=opens]").fill(opens.toString());
    dialog("[name=closes]").fill(opens.plusHours(hours).toString());
    dialog("[name=timeZone]").selectOption("UTC");
    dialog("[name=lateRule][value=until_window_end]").check();
    dialog("[name=deadlineHours]").fill("0");
    dialog(".button.primary").click();
    assertThat(page.locator("main h1")).hasText(title);
  }

  private void giveFullTime() {
    page.locator("main .row .button:has(.icon)").last().click();
    dialog("[name=lateRule][value=full_time]").check();
    dialog(".button.primary").click();
    assertThat(page.locator("dialog")).hasCount(0);
  }

  private void rehearse() {
    page.locator("[aria-labelledby=exam] .row .button").first().click();
    assertThat(page.locator("[aria-labelledby=exam] progress")).hasCount(0);
  }

  private Locator row(String name) {
    return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
  }

  private Locator publish() {
    return page.locator("[aria-labelledby=exam] .row .button").nth(1);
  }

  private Locator dialog(String selector) {
    return page.locator("dialog[open] " + selector).last();
  }

  private void inspect(String name) {
    page.evaluate("scrollTo(0, 0)");
    var looked = look.width() + "-" + look.scheme().name().toLowerCase() + "-" + look.language();
    Browsers.inspect(page, "publishing-" + name + "-" + looked);
  }
}
