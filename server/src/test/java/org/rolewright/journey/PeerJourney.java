package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.platform.text.Language;
import org.rolewright.survey.Field;
import org.rolewright.survey.Rating;

/** A peer answers a survey of 28 tasks on a phone. */
class PeerJourney {
  private static final int TASKS_EACH = 14;
  private static final int MOST_BYTES = 60_000;

  /** Silent reading of non-fiction, words a minute (Brysbaert 2019, Journal of Memory 109). */
  private static final double WORDS_A_MINUTE = 238;

  /** To decide on a rating and to tap it. */
  private static final double SECONDS_A_TAP = 2.2;

  private static final double SECONDS_A_SCREEN_OF_SCROLLING = 1.5;

  private static Installation rolewright;
  private static Browsers browsers;
  private Field field;
  private BrowserContext phone;
  private Page page;

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

  @BeforeEach
  void a_survey_is_open() {
    field = Field.open(rolewright, TASKS_EACH);
    phone = browsers.context(Look.PHONE);
    page = phone.newPage();
  }

  @AfterEach
  void hang_up() {
    phone.close();
  }

  private String link(String token) {
    return rolewright.baseUrl() + "/survey/?s=" + field.survey().value() + "#" + token;
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private void toFirstDomain(String link) {
    page.navigate(link);
    button("I agree, begin").click();
    page.getByLabel("Yes").check();
    button("Next").click();
    button("Next").click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Outreach");
  }

  private Locator cell(int task, String scale, int code) {
    return page.locator(".task")
        .nth(task)
        .locator("input[name^=" + scale + "][value='" + code + "']");
  }

  private void choose(int task, String scale, int code) {
    cell(task, scale, code).locator("..").click();
    assertThat(cell(task, scale, code)).isChecked();
  }

  private void saved() {
    assertThat(page.locator(".save-state")).hasText("Saved");
  }

  @Test
  void twenty_eight_tasks_take_less_than_six_minutes_on_a_phone() {
    toFirstDomain(link(field.links(1).getFirst()));
    page.evaluate(
        """
        () => { window.taps = 0; window.scrolled = 0; let last = scrollY;
          addEventListener('click', event => event.isTrusted && window.taps++, true);
          addEventListener('scroll', () => { window.scrolled += Math.abs(scrollY - last); last = scrollY; }); }\
        """);
    for (var domain = 0; domain < 2; domain++) {
      for (var task = 0; task < TASKS_EACH; task++) {
        cell(task, "IMPORTANCE", 1 + task % 5).locator("..").tap();
        cell(task, "FREQUENCY", 1 + task % 5).locator("..").tap();
      }
      saved();
      Browsers.shoot(page, "peer-domain-rated-375");
      button("Next").tap();
    }
    var taps = ((Number) page.evaluate("window.taps")).intValue();
    var screens = ((Number) page.evaluate("window.scrolled / innerHeight")).doubleValue();
    var words = field.tasks().stream().mapToInt(task -> task.text().split(" ").length).sum();
    var seconds =
        words / WORDS_A_MINUTE * 60
            + taps * SECONDS_A_TAP
            + screens * SECONDS_A_SCREEN_OF_SCROLLING;
    System.out.printf(
        "28 tasks at 375 px: %d taps, %.1f screens of scrolling, %d words: %.0f s%n",
        taps, screens, words, seconds);
    assertTrue(taps <= 28 * 2 + 2 + 10, "taps: " + taps);
    assertTrue(seconds < 360, "seconds: " + seconds);
    page.getByLabel("Nearly all (90 %)").check();
    button("Hand in").click();
    assertThat(page.locator("h1")).hasText("Thank you");
    var closed = field.close();
    assertEquals(28, closed.responses().getFirst().ratings().size());
    assertEquals(Optional.of(90), closed.responses().getFirst().coverage());
  }

  @Test
  void the_first_page_is_small() throws IOException, InterruptedException {
    var addresses = new ConcurrentSkipListSet<String>();
    page.onRequest(request -> addresses.add(request.url()));
    page.navigate(link(field.links(1).getFirst()));
    assertThat(button("I agree, begin")).isVisible();
    addresses.removeIf(address -> address.contains("ballots") || address.endsWith("/draft"));
    var http = HttpClient.newHttpClient();
    var sum = 0;
    for (var address : addresses) {
      var request =
          HttpRequest.newBuilder(URI.create(address.replaceFirst("#.*", "")))
              .header("Accept-Encoding", "gzip")
              .build();
      sum += http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }
    System.out.printf("first page: %d files, %d bytes compressed%n", addresses.size(), sum);
    assertTrue(addresses.size() > 15, addresses.toString());
    assertTrue(sum <= MOST_BYTES, sum + " bytes: " + addresses);
  }

  @Test
  void answers_survive_a_lost_connection_and_a_reload() {
    var token = field.links(1).getFirst();
    toFirstDomain(link(token));
    choose(0, "IMPORTANCE", 4);
    saved();
    phone.setOffline(true);
    choose(0, "FREQUENCY", 2);
    assertThat(page.locator(".save-state"))
        .hasText("No connection. Keep going: your answers are kept on this device.");
    Browsers.shoot(page, "peer-offline-375");
    page.reload();
    assertThat(cell(0, "FREQUENCY", 2)).isChecked();
    choose(1, "IMPORTANCE", 5);
    phone.setOffline(false);
    saved();
    page.reload();
    assertThat(page.locator("h1")).hasText("Outreach");
    assertThat(cell(0, "IMPORTANCE", 4)).isChecked();
    assertThat(cell(1, "IMPORTANCE", 5)).isChecked();
    var sheet = field.peer(token).answers().expect(200).json();
    assertEquals(2, sheet.at("/answers/ratings/" + field.task(0).value() + "/frequency").asInt());
  }

  @Test
  void a_task_that_is_not_done_is_one_tap_and_can_be_taken_back() {
    toFirstDomain(link(field.links(1).getFirst()));
    page.locator(".task .scale-absent").first().tap();
    assertThat(page.locator(".peer-head")).containsText("1 of 28");
    choose(0, "FREQUENCY", 3);
    choose(0, "IMPORTANCE", 3);
    page.locator(".task .scale-absent").nth(1).tap();
    saved();
    var ratings = field.close().responses().getFirst().ratings();
    assertEquals(
        new Rating(Optional.of(true), Optional.of(3), Optional.of(3)), ratings.get(field.task(0)));
    assertEquals(
        new Rating(Optional.of(false), Optional.empty(), Optional.empty()),
        ratings.get(field.task(1)));
  }

  @Test
  void digits_rate_the_row_that_has_the_focus() {
    toFirstDomain(link(field.links(1).getFirst()));
    cell(0, "IMPORTANCE", 1).focus();
    for (var key : new String[] {"4", "2", "5", "0", "1"}) page.keyboard().press(key);
    assertThat(cell(0, "IMPORTANCE", 4)).isChecked();
    assertThat(cell(0, "FREQUENCY", 2)).isChecked();
    assertThat(cell(1, "IMPORTANCE", 5)).isChecked();
    assertThat(page.locator(".task").nth(1).locator("input[value=absent]")).isChecked();
    assertThat(cell(2, "IMPORTANCE", 1)).isChecked();
  }

  @Test
  void the_page_speaks_the_language_of_the_survey() {
    field = Field.open(rolewright, 1, Language.SPANISH);
    page.navigate(link(field.links(1).getFirst()));
    assertThat(button("Acepto, empezar")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "es");
  }

  @Test
  void a_used_link_says_so() {
    var token = field.links(1).getFirst();
    field.peer(token).begin().rate(field.task(0), 1, 1).submit();
    page.navigate(link(token));
    assertThat(page.locator("h1")).hasText("This link ends here");
    assertThat(page.locator("main")).containsText("This link has been used");
  }

  @Test
  void who_does_not_do_this_work_is_thanked() {
    page.navigate(link(field.links(1).getFirst()));
    button("I agree, begin").click();
    page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    button("Next").click();
    assertThat(page.locator("h1")).hasText("Thank you");
    assertThat(page.locator("main")).containsText("people who do this work");
  }

  @Test
  void the_open_link_resumes_in_the_same_browser() {
    var open =
        rolewright.baseUrl()
            + rolewright
                .wiring()
                .surveys
                .view(field.expert(), field.survey())
                .openLink()
                .orElseThrow();
    toFirstDomain(open);
    choose(0, "IMPORTANCE", 3);
    saved();
    page.navigate(open);
    assertThat(cell(0, "IMPORTANCE", 3)).isChecked();
  }

  @Test
  void every_page_is_fit_for_everyone_on_every_screen() {
    var looks = Look.tried();
    for (var language : Language.values()) {
      field = Field.open(rolewright, 3, language);
      var tokens = field.links(looks.size()).iterator();
      looks.stream()
          .filter(look -> look.language().equals(language.code()))
          .forEach(look -> inspect(look, tokens.next()));
    }
  }

  private void inspect(Look look, String token) {
    try (var context = browsers.context(look)) {
      page = context.newPage();
      page.navigate(link(token));
      var name = look.width() + "-" + look.scheme().name().toLowerCase() + "-" + look.language();
      for (var at = 0; at < 6; at++) {
        assertThat(page.locator("h1")).isVisible();
        Browsers.inspect(page, "peer-" + at + "-" + name);
        assertEquals(new TreeSet<>(), small(), name);
        if (at == 1) page.locator("input[value=true]").check();
        if (at < 5) page.locator(".peer-next .button.primary").click();
      }
    }
  }

  /** Things to tap that are smaller than 44 px. */
  private TreeSet<String> small() {
    var found = new TreeSet<String>();
    for (var thing : page.locator("button:visible, .choice:visible, .scale-cell:visible").all())
      if (thing.boundingBox().height < 44 || thing.boundingBox().width < 44)
        found.add(thing.innerText());
    return found;
  }
}
