package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;

/** A candidate sits an exam on a phone with a proctor beside it at a desk, in both languages. */
class CandidateSitsExamJourney {
  private static ExamHall hall;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    hall = ExamHall.open(ExamHall.Shape.plain().withReading().withProctor());
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    hall.close();
  }

  @Test
  void from_the_code_to_the_receipt_in_English() {
    sit(Language.ENGLISH);
  }

  @Test
  void from_the_code_to_the_receipt_in_Spanish() {
    sit(Language.SPANISH);
  }

  private void sit(Language language) {
    var code = hall.candidate(language);
    try (var phone = browsers.context(new Look(375, ColorScheme.LIGHT, language.code()));
        var desk = browsers.context(new Look(1200, ColorScheme.LIGHT, language.code()))) {
      var proctor = console(desk.newPage());
      var exam = new ExamPage(phone, hall.rolewright.baseUrl());
      var name = comeIn(exam, proctor, code, language);
      answer(exam);
      pauseAndResume(exam, proctor, name, language);
      extraTime(exam, proctor, name);
      talk(exam, proctor, name);
      loseTheLine(exam);
      handIn(exam, proctor, name, language);
    }
  }

  private Page console(Page page) {
    var person = hall.rolewright.person(Role.PROCTOR);
    page.navigate(hall.rolewright.baseUrl() + "/proctor/");
    page.locator("input[name=email]").fill(person.email());
    page.locator("input[type=password]").fill(Installation.PASSWORD);
    page.locator("button.primary").click();
    page.locator("main a.card").first().click();
    page.locator(".table").waitFor();
    return page;
  }

  /** By the proctor, who has seen the candidate's passport. */
  private String comeIn(ExamPage exam, Page proctor, String code, Language language) {
    exam.enter(code);
    assertThat(exam.page.locator("html")).hasAttribute("lang", language.code());
    var who = exam.heading().textContent().replaceFirst("^.*(Candidate \\d+).*$", "$1");
    exam.check();
    Browsers.inspect(exam.page, "exam-check-" + language.code());
    exam.on();
    assertThat(exam.page.locator("main .button")).hasCount(0);
    Browsers.inspect(exam.page, "exam-waiting-" + language.code());
    open(proctor, who);
    Browsers.inspect(proctor, "proctor-waiting-" + language.code());
    proctor.locator("#person .button.primary").click();
    proctor.locator("#f-document").fill("Passport");
    proctor.locator("dialog .button.primary").click();
    assertThat(proctor.locator("dialog")).hasCount(0);
    assertThat(exam.heading())
        .hasText(language == Language.ENGLISH ? "Agreement" : "Agreement (es)");
    exam.on().on();
    Browsers.inspect(exam.page, "exam-start-" + language.code());
    exam.on();
    assertThat(exam.question()).isVisible();
    return who;
  }

  private static Locator row(Page proctor, String name) {
    return proctor.locator("tbody tr:has(.proctor-name:text-is('" + name + "'))");
  }

  private static void open(Page proctor, String name) {
    row(proctor, name).locator(".proctor-name").click();
    assertThat(proctor.locator("#person h2")).hasText(name);
  }

  private void answer(ExamPage exam) {
    exam.page.locator(".exam-flag").click();
    exam.next();
    exam.next();
    exam.saved();
  }

  private void pauseAndResume(ExamPage exam, Page proctor, String name, Language language) {
    act(proctor, language == Language.ENGLISH ? "Pause" : "Pausar", "fire alarm");
    assertThat(exam.heading())
        .hasText(language == Language.ENGLISH ? "The exam is paused" : "El examen está en pausa");
    Browsers.inspect(exam.page, "exam-paused-" + language.code());
    var standing = exam.page.locator("[role=timer] b").textContent();
    exam.page.waitForTimeout(2_500);
    assertEquals(
        standing, exam.page.locator("[role=timer] b").textContent(), "the clock stands still");
    act(proctor, language == Language.ENGLISH ? "Resume" : "Reanudar", "back again");
    assertThat(exam.question()).isVisible();
  }

  private static void act(Page proctor, String label, String reason) {
    proctor
        .locator("#person")
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(label).setExact(true))
        .click();
    if (proctor.locator("#f-minutes").isVisible()) proctor.locator("#f-minutes").fill("10");
    var words = proctor.locator("dialog textarea").first();
    words.fill(reason);
    proctor.locator("dialog .button.primary").click();
    assertThat(proctor.locator("dialog")).hasCount(0);
  }

  private void extraTime(ExamPage exam, Page proctor, String name) {
    act(
        proctor,
        proctor.locator("html").getAttribute("lang").equals("en")
            ? "Extra time"
            : "Tiempo adicional",
        "noise");
    assertThat(exam.notices().filter(new Locator.FilterOptions().setHasText("10"))).isVisible();
    assertThat(exam.page.locator("[role=timer] b")).hasText(Pattern.compile("1:0\\d:\\d\\d"));
    assertThat(row(proctor, name)).containsText("+10");
  }

  private void talk(ExamPage exam, Page proctor, String name) {
    var english = proctor.locator("html").getAttribute("lang").equals("en");
    act(proctor, english ? "Message" : "Mensaje", "Please switch your phone to silent.");
    assertThat(exam.notices().filter(new Locator.FilterOptions().setHasText("silent"))).isVisible();
    exam.page.locator(".exam-tools-button").click();
    exam.page.locator("#to-proctor").fill("Is there water?");
    exam.page
        .locator(".exam-tools .button")
        .filter(new Locator.FilterOptions().setHasText(english ? "Send" : "Enviar"))
        .click();
    assertThat(exam.page.locator(".exam-messages li")).hasCount(2);
    Browsers.inspect(exam.page, "exam-tools-" + (english ? "en" : "es"));
    exam.page.locator(".exam-tools-button").click();
    assertThat(proctor.locator(".proctor-messages")).containsText("water");
    assertEquals(
        true,
        proctor.evaluate(
            "(one => one.scrollWidth <= one.clientWidth)(document.querySelector('.table-box'))"),
        "the roster stands beside the person, not below");
    Browsers.inspect(proctor, "proctor-person-" + (english ? "en" : "es"));
  }

  private void loseTheLine(ExamPage exam) {
    exam.browser.setOffline(true);
    exam.next();
    exam.next();
    assertThat(exam.saveState()).hasClass("save-state offline");
    exam.page.reload();
    assertThat(exam.question()).isVisible();
    exam.browser.setOffline(false);
    exam.saved();
  }

  private void handIn(ExamPage exam, Page proctor, String name, Language language) {
    exam.submit();
    assertThat(exam.page.locator(".pairs code")).hasText(Pattern.compile("[0-9a-f]{64}"));
    exam.page.locator("#f-fair").fill("Yes");
    exam.page.locator("#f-fair").blur();
    exam.page.waitForLoadState(LoadState.NETWORKIDLE);
    Browsers.inspect(exam.page, "exam-receipt-" + language.code());
    assertThat(row(proctor, name))
        .containsText(language == Language.ENGLISH ? "finished" : "ha terminado");
    exam.primary().click();
    assertThat(exam.page.locator("#code")).isVisible();
    var left =
        exam.page.evaluate(
            """
            async () => { const db = await new Promise(done => { const r = indexedDB.open('rolewright.exam'); r.onsuccess = () => done(r.result); });
              const all = name => new Promise(done => { const r = db.transaction(name).objectStore(name).getAllKeys(); r.onsuccess = () => done(r.result); });
              return [...await all('events'), ...(await all('kept')).filter(key => key[0] !== 'device')].length + sessionStorage.length; }\
            """);
    assertEquals(0, left, "nothing of the exam stays on the device");
  }
}
