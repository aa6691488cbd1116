package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.delivery.ExamHall;
import org.rolewright.form.Part;
import org.rolewright.platform.Role;

/**
 * The exam and the room for who has no pointer, sees only a part of the page, or hears it: each
 * type of question, the timer, zoom, and the proctor's console.
 */
class ExamForEverybodyJourney {
  /** Long enough for the marks at 15, 10, 5 and 1 minutes. */
  private static final int SECONDS = 16 * 60;

  /** What is answered to each type, whoever answers it. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "single", "\"b\"",
          "multiple", "[\"a\",\"c\"]",
          "ordering", "[\"c\",\"a\",\"b\",\"d\"]",
          "matching", "{\"p1\":\"a\",\"p2\":\"c\"}",
          "text", "\"consent\"",
          "numeric", "\"12,5\"");

  private static ExamHall hall;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    var section = new ExamHall.Section(ExamHall.ITEMS, Optional.empty(), Part.Navigation.FREE);
    hall = ExamHall.open(ExamHall.Shape.of(SECONDS, section));
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    hall.close();
  }

  /** By item: its type and what is on record. */
  private static Map<UUID, String> recorded(String receipt) {
    var all =
        hall.wiring.database.transaction(tx -> hall.wiring.submissions.submitted(tx, hall.form));
    var sitting =
        all.stream().filter(one -> one.digest().equals(receipt)).findFirst().orElseThrow();
    var answers = new TreeMap<UUID, String>();
    for (var answer : sitting.answers())
      answers.put(answer.version().value(), answer.response().orElse("nothing"));
    return answers;
  }

  @Test
  void by_keyboard_alone_and_by_names_and_roles_alone_the_same_answers_are_given() {
    Map<UUID, String> typed;
    Map<UUID, String> spoken;
    try (var context = browsers.context(Look.DESKTOP)) {
      typed = recorded(new Keys(context.newPage()).sit(hall.candidate()));
    }
    try (var context = browsers.context(Look.PHONE)) {
      spoken = recorded(new Roles(context.newPage()).sit(hall.candidate()));
    }
    assertEquals(typed, spoken);
    assertEquals(new TreeSet<>(ANSWERS.values()), new TreeSet<>(typed.values()));
  }

  private static String type(Page page) {
    var question = page.locator(".question");
    if (question.locator("[role=radiogroup]").count() > 0) return "single";
    if (question.locator(".question-options").count() > 0) return "multiple";
    if (question.locator(".question-order").count() > 0) return "ordering";
    if (question.locator(".question-prompts").count() > 0) return "matching";
    return question.locator("input.number").count() > 0 ? "numeric" : "text";
  }

  private static String receipt(Page page) {
    assertThat(page.locator(".pairs code")).hasText(Pattern.compile("[0-9a-f]{64}"));
    return page.locator(".pairs code").textContent();
  }

  private static void atQuestion(Page page, int number) {
    assertThat(page.locator("h1")).hasText("Question " + number + " of " + ExamHall.ITEMS);
  }

  /** A candidate whose only means is a keyboard; the page is read, never pointed at. */
  private record Keys(Page page) {
    String sit(String code) {
      page.navigate(hall.rolewright.baseUrl() + "/exam/");
      page.locator("#code").waitFor();
      press("#code", "");
      page.keyboard().type(code);
      page.keyboard().press("Enter");
      page.locator(".exam-card .eyebrow").waitFor();
      press("main .button.primary", "Enter");
      assertThat(page.locator(".exam-checks li")).hasCount(6);
      press("main .button.primary", "Enter");
      assertThat(page.locator("main li").first()).containsText("12");
      press("main .button.primary", "Enter");
      for (var number = 1; number <= ExamHall.ITEMS; number++) {
        atQuestion(page, number);
        answer();
        press(".exam-foot .button.primary", "Enter");
      }
      page.locator(".exam-review").waitFor();
      press(".exam-foot .button.primary", "Enter");
      page.locator("dialog[open]").waitFor();
      press("dialog .button.primary", "Enter");
      return receipt(page);
    }

    /** With the Tab key to a control, then a key on it. */
    private void press(String control, String key) {
      for (var tabs = 0; !isAt(control); tabs++) {
        assertTrue(tabs < 120, "the Tab key leads to " + control);
        page.keyboard().press("Tab");
      }
      if (!key.isEmpty()) key(key);
    }

    private boolean isAt(String control) {
      return (boolean)
          page.evaluate(
              "control => [...document.querySelectorAll(control)].at(-1) === document.activeElement",
              control);
    }

    private void key(String key) {
      page.keyboard().press(key);
      page.evaluate("new Promise(requestAnimationFrame)");
    }

    private void answer() {
      switch (type(page)) {
        case "single" -> single();
        case "multiple" -> {
          press("input[value=a]", "Space");
          press("input[value=c]", "Space");
        }
        case "ordering" -> order(List.of("c", "a", "b", "d"));
        case "matching" -> {
          choose("p1", "a");
          choose("p2", "c");
        }
        case "numeric" -> write("12,5");
        default -> write("consent");
      }
    }

    private void single() {
      for (var tabs = 0; !activeIs("input[type=radio]"); tabs++) {
        assertTrue(tabs < 120, "the Tab key leads to the options");
        page.keyboard().press("Tab");
      }
      key("Space");
      for (var step = 0; step < 4 && !activeIs("[value=b]"); step++) key("ArrowDown");
    }

    private boolean activeIs(String selector) {
      return (boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private void order(List<String> wanted) {
      for (var to = 0; to < wanted.size(); to++)
        for (var at = place(wanted.get(to)); at > to; at--)
          press(".question-order button[id^=up-][id$=-" + wanted.get(to) + "]", "Enter");
      if (page.locator(".question-how + .question-clear").isVisible())
        press(".question-clear", "Enter");
    }

    private int place(String element) {
      return ((Number)
              page.evaluate(
                  "id => [...document.querySelectorAll('.question-order li .rich')].findIndex(e => e.id.endsWith('-' + id))",
                  element))
          .intValue();
    }

    private void choose(String prompt, String target) {
      press("select[id$=-" + prompt + "]", "");
      for (var step = 0; step < 5 && !chosen(target); step++) key("ArrowDown");
    }

    private boolean chosen(String target) {
      return (boolean) page.evaluate("target => document.activeElement.value === target", target);
    }

    private void write(String words) {
      press(".question-entry input", "");
      page.keyboard().type(words);
    }
  }

  /** A candidate who knows the page by names and roles alone, as a screen reader tells them. */
  private record Roles(Page page) {
    String sit(String code) {
      page.navigate(hall.rolewright.baseUrl() + "/exam/");
      page.getByRole(AriaRole.TEXTBOX, named("Admission code")).fill(code);
      button("Go on");
      button("Check this device");
      button("Next");
      button("Start the exam");
      for (var number = 1; number <= ExamHall.ITEMS; number++) {
        page.getByRole(AriaRole.HEADING, named("Question " + number + " of " + ExamHall.ITEMS))
            .waitFor();
        answer();
        button(number < ExamHall.ITEMS ? "Next" : "Review");
      }
      button("Hand in the exam");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand in the exam"))
          .click();
      return receipt(page);
    }

    private static Page.GetByRoleOptions named(String name) {
      return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions about(String name) {
      return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private void button(String name) {
      page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private void answer() {
      switch (type(page)) {
        case "single" -> page.getByRole(AriaRole.RADIO, about("Answer b")).check();
        case "multiple" -> {
          page.getByRole(AriaRole.CHECKBOX, about("Answer a")).check();
          page.getByRole(AriaRole.CHECKBOX, about("Answer c")).check();
        }
        case "ordering" -> order(List.of("Answer c", "Answer a", "Answer b", "Answer d"));
        case "matching" -> {
          choose("first", "Answer a");
          choose("second", "Answer c");
        }
        case "numeric" ->
            page.getByRole(AriaRole.TEXTBOX, named("Your answer, a number")).fill("12,5");
        default -> page.getByRole(AriaRole.TEXTBOX, named("Your answer")).fill("consent");
      }
    }

    private void order(List<String> wanted) {
      var list = page.getByRole(AriaRole.LIST, about("what comes first"));
      for (var to = 0; to < wanted.size(); to++) {
        var name = wanted.get(to);
        var at = items(list).indexOf(name);
        for (; at > to; at--)
          list.getByRole(
                  AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move up: " + name))
              .click();
      }
      var keep = page.getByRole(AriaRole.BUTTON, named("Keep this order"));
      if (keep.isVisible()) keep.click();
    }

    private static List<String> items(Locator list) {
      return list.getByRole(AriaRole.LISTITEM).allTextContents().stream()
          .map(text -> text.replaceFirst("(?s)^.*(Answer [a-d]).*$", "$1"))
          .toList();
    }

    private void choose(String prompt, String target) {
      var list = page.getByRole(AriaRole.COMBOBOX, named(prompt));
      var option =
          list.getByRole(
              AriaRole.OPTION, new Locator.GetByRoleOptions().setName(Pattern.compile(target)));
      list.selectOption(
          new com.microsoft.playwright.options.SelectOption().setLabel(option.textContent()));
    }
  }

  @Test
  void the_timer_is_heard_at_its_marks_and_at_no_other_moment() {
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      page.clock().install();
      var exam = new ExamPage(page, hall.rolewright.baseUrl());
      exam.enter(hall.candidate()).check().on().on();
      assertThat(exam.question()).isVisible();
      assertThat(page.locator("[role=timer]")).hasAttribute("aria-live", "off");
      exam.saved();
      context.setOffline(true); // the service's clock goes on as ever, this page's by hand
      page.evaluate(
          """
          () => {
            window.heard = [];
            const spoken = new Set();
            const listen = () => document.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]').forEach(region => {
              if (spoken.has(region)) return;
              spoken.add(region);
              new MutationObserver(() => region.textContent.trim() && window.heard.at(-1) !== region.textContent.trim() && window.heard.push(region.textContent.trim()))
                .observe(region, { childList: true, characterData: true, subtree: true });
            });
            listen();
            new MutationObserver(listen).observe(document.body, { childList: true, subtree: true });
          }\
          """);
      page.clock().runFor((SECONDS - 20) * 1_000L);
      assertThat(page.locator("[role=timer] b")).hasText(Pattern.compile("0:[0-2]\\d"));
      assertEquals(
          List.of(
              "The connection is lost. Keep going: your answers are kept on this device.",
              "15 minutes left",
              "10 minutes left",
              "5 minutes left",
              "1 minute left"),
          page.evaluate("window.heard"));
    }
  }

  @Test
  void the_words_of_the_page_are_fetched_once_in_the_language_of_the_browser() {
    try (var context = browsers.context(new Look(375, ColorScheme.LIGHT, "es-MX"))) {
      var page = context.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url().replaceFirst("^.*/i18n/", "")));
      page.navigate(hall.rolewright.baseUrl() + "/exam/");
      page.locator("#code").waitFor();
      asked.removeIf(address -> address.contains(":"));
      assertEquals(
          List.of("es/core.json", "es/exam.json", "es/question.json"),
          asked.stream().sorted().toList());
    }
  }

  @Test
  void at_200_and_400_percent_nothing_scrolls_sideways_and_the_focus_is_never_covered() {
    for (var zoom : List.of(2, 4)) {
      var options =
          new Browser.NewContextOptions()
              .setViewportSize(1280 / zoom, 1024 / zoom)
              .setDeviceScaleFactor(zoom)
              .setColorScheme(ColorScheme.LIGHT)
              .setLocale("en");
      try (var context = browsers.context(options)) {
        var exam = new ExamPage(context.newPage(), hall.rolewright.baseUrl());
        exam.enter(hall.candidate()).check().on().on();
        for (var number = 1; number <= 6; number++) {
          atQuestion(exam.page, number);
          fits(exam.page, zoom + "00 %, " + type(exam.page));
          exam.next();
        }
        exam.page.locator(".exam-tools-button").click();
        exam.page.locator("#tools").waitFor();
        fits(exam.page, zoom + "00 %, tools");
        Browsers.inspect(exam.page, "exam-zoom-" + zoom);
      }
    }
  }

  private static void fits(Page page, String what) {
    assertEquals(List.of(), Browsers.tooWide(page), what);
    assertEquals(new TreeSet<>(), covered(page), what);
  }

  /** Controls of which nothing is to be seen when the Tab key has led to them. */
  private static TreeSet<String> covered(Page page) {
    page.evaluate(
        """
        () => {
          document.activeElement?.blur();
          scrollTo(0, 0);
          window.covered = [];
          window.walked = 0;
          const seen = one => [...one.getClientRects()].some(box => [0.25, 0.5, 0.75].some(share => {
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * share);
            return top && (one.contains(top) || top.contains(one) && !top.matches('header, nav, [class*=foot]') || top.closest('label')?.contains(one));
          }));
          document.addEventListener('focusin', ({ target }) => requestAnimationFrame(() => {
            window.walked++;
            if (document.contains(target) && target === document.activeElement && !seen(target)) window.covered.push(target.outerHTML.replace(/\\s+/g, ' ').slice(0, 120));
          }));
        }\
        """);
    for (var tabs = 0; tabs < 30; tabs++) page.keyboard().press("Tab");
    page.evaluate("new Promise(requestAnimationFrame)");
    assertTrue(((Number) page.evaluate("window.walked")).intValue() > 5, "controls were walked");
    @SuppressWarnings("unchecked")
    var covered = (List<String>) page.evaluate("window.covered");
    return new TreeSet<>(covered);
  }

  @Test
  void a_proctor_with_a_keyboard_gives_time_and_the_room_fits_320_pixels() {
    var candidate = hall.started();
    var name = candidate.sitting.get("displayName").asText();
    for (var look : Look.tried())
      try (var context = browsers.context(look)) {
        var page = room(context.newPage());
        page.locator(".proctor-name:text-is('" + name + "')").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#person h2")).hasText(name);
        Browsers.inspect(page, "proctor-everybody-" + look.width());
        assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
        if (look.language().equals("en")) giveTime(page);
      }
    var deadline = candidate.read().status.get("remainingMs").asLong();
    assertTrue(deadline > SECONDS * 1_000L, "ten minutes more");
  }

  private Page room(Page page) {
    page.navigate(hall.rolewright.baseUrl() + "/proctor/");
    page.locator("input[name=email]").fill(hall.rolewright.person(Role.PROCTOR).email());
    page.locator("input[type=password]").fill(Installation.PASSWORD);
    page.keyboard().press("Enter");
    page.locator("main a.card").first().focus();
    page.keyboard().press("Enter");
    page.locator(".table").waitFor();
    return page;
  }

  private static void giveTime(Page page) {
    page.locator("#person")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Extra time").setExact(true))
        .focus();
    page.keyboard().press("Enter");
    page.locator("dialog #f-minutes").waitFor();
    page.keyboard().type("10");
    page.keyboard().press("Tab");
    page.keyboard().type("noise in the room");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog")).hasCount(0);
  }
}
