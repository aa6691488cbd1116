package org.rolewright.submission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.delivery.Candidate;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Role;

/** Where staff let late answers count, and what the candidate's receipt says of it. */
class LateAnswersScreenTest {
  private static ExamHall hall;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    hall = ExamHall.shared();
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
  }

  /** Answers one question in time, hands in, and has two answers come in late. */
  private static Candidate lateComer() {
    var candidate = hall.started();
    candidate.answer(1, "a");
    candidate.submit();
    candidate.post(candidate.event("answer", 1, "b"), candidate.event("answer", 2, "late words"));
    return candidate;
  }

  private BrowserContext desk(Look look) {
    var context = browsers.context(look);
    var page = context.newPage();
    page.navigate(hall.rolewright.baseUrl() + "/account/#/sign-in");
    var judge = hall.rolewright.person(Role.CERTIFICATION_EXPERT);
    page.locator("input[name=email]").fill(judge.email());
    page.locator("input[type=password]").fill(Installation.PASSWORD);
    page.locator("button.primary").click();
    page.waitForURL("**/workbench/**");
    page.navigate("about:blank");
    page.navigate(windowAddress());
    page.locator(".seats, .seats-bar").first().waitFor();
    return context;
  }

  private static String windowAddress() {
    return "%s/workbench/#/studies/%s/candidacy/windows/%s"
        .formatted(hall.rolewright.baseUrl(), hall.study.value(), hall.window.value());
  }

  private static String name(Look look) {
    return look.width() + "-" + look.language();
  }

  @Test
  void a_late_answer_is_let_count_with_a_reason_and_the_receipt_tells() {
    for (var look : Look.tried()) {
      var candidate = lateComer();
      var person = candidate.sitting.get("displayName").asText();
      try (var context = desk(look)) {
        var page = context.pages().getFirst();
        Browsers.inspect(page, "late-window-" + name(look));
        page.locator("tbody a[href*='/late/']:text-is('" + person + "')").click();
        assertThat(page.locator("h1")).hasText(person);
        assertThat(page.locator("tbody input:checked")).hasCount(2);
        assertThat(page.locator("main")).not().containsText("late words");
        Browsers.inspect(page, "late-answers-" + name(look));
        page.locator("tbody input").first().uncheck();
        decide(page, "yes", "The line of the room was cut.");
        assertThat(page.locator("tbody .badge.good")).hasCount(1);
        decide(page, "no", "Given after the room was told to stop.");
        assertThat(page.locator("tbody input")).hasCount(0);
        assertThat(page.locator("form")).hasCount(0);
        Browsers.inspect(page, "late-decided-" + name(look));
      }
      amended(look, candidate);
    }
  }

  private static void decide(Page page, String admit, String reason) {
    page.locator("[name=admit][value=" + admit + "]").check();
    page.locator("[name=reason]").fill(reason);
    page.locator("form .button.primary").click();
    assertThat(page.locator("tbody")).containsText(reason);
  }

  /** The candidate comes back with the code and reads the receipt again. */
  private void amended(Look look, Candidate candidate) {
    var receipt = candidate.call("readReceipt").expect(200).json();
    assertEquals(2, receipt.at("/amended/answered").asInt(), "the late answer to question 2");
    try (var context = browsers.context(look)) {
      var page = context.newPage();
      page.navigate(hall.rolewright.baseUrl() + "/exam/");
      page.locator("#code").fill(candidate.code);
      page.locator("main .button.primary").click();
      var shown = page.locator("main");
      assertThat(shown).containsText(receipt.get("digest").asText());
      assertThat(shown).containsText(receipt.at("/amended/digest").asText());
      Browsers.inspect(page, "receipt-amended-" + name(look));
    }
  }

  @Test
  void late_answers_are_decided_by_keyboard() {
    var candidate = lateComer();
    try (var context = desk(Look.DESKTOP)) {
      var page = context.pages().getFirst();
      page.navigate(windowAddress() + "/late/" + candidate.sitting.get("id").asText());
      page.locator("[name=reason]").waitFor();
      Browsers.settle(page);
      assertEquals(new TreeSet<>(), new TreeSet<>(Browsers.unreachedByKeyboard(page)));
      page.locator("[name=admit][value=yes]").focus();
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().type("The line was cut.");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("tbody .badge.good")).hasCount(2);
    }
    assertTrue(candidate.call("readReceipt").expect(200).json().has("amended"));
  }
}
