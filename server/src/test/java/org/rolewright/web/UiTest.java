package org.rolewright.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;

/**
 * Every element of {@code ui/} in a real browser, under the content security policy of the service.
 * The files are answered straight from the source tree; no service is asked.
 */
class UiTest {
  private static final String ORIGIN = "https://rolewright.test";
  private static final Path GALLERY = WebFiles.MODULE.resolveSibling("server/src/test/resources");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          "text/html",
          "js",
          "text/javascript",
          "css",
          "text/css",
          "json",
          "application/json",
          "svg",
          "image/svg+xml");

  private static Browsers browsers;

  @BeforeAll
  static void start() {
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
  }

  @Test
  void axe_finds_nothing_in_any_look() {
    for (Look look : Look.tried()) {
      try (var context = context(look)) {
        var page = gallery(context);
        Browsers.inspect(
            page,
            "ui-"
                + look.width()
                + "-"
                + look.scheme().name().toLowerCase()
                + "-"
                + look.language());
      }
    }
  }

  @Test
  void a_dialog_takes_the_focus_and_gives_it_back() {
    try (var context = context(Look.PHONE)) {
      var page = gallery(context);
      var ask = button(page, "Ask");
      ask.click();
      assertThat(page.getByLabel("Reason")).isFocused();
      Browsers.inspect(page, "ui-dialog");
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      assertThat(ask).isFocused();
      ask.click();
      page.getByLabel("Reason").fill("Agreed by the panel");
      button(page, "Adopt").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      assertThat(page.locator(".toast")).containsText("Adopted");
    }
  }

  /**
   * The check that the journeys rest on is tried itself: on controls that are broken on purpose.
   */
  @Test
  void a_control_that_the_keyboard_misses_or_does_not_show_is_found() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      assertEquals(Set.of(), Browsers.unreachedByKeyboard(page));
      page.evaluate(
          """
          () => {
            const [out, mute] = [...document.querySelectorAll('main button')];
            out.tabIndex = -1;
            mute.className = 'mute';
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('.mute, .mute:focus-visible { outline: none; box-shadow: none }');
            document.adoptedStyleSheets.push(sheet);
          }\
          """);
      var found = Browsers.unreachedByKeyboard(page);
      assertEquals(2, found.size(), found.toString());
      assertTrue(found.first().contains("tabindex=\"-1\""), found.toString());
      assertTrue(found.last().contains("class=\"mute\""), found.toString());
    }
  }

  @Test
  void a_reason_that_was_typed_outlives_its_refusal() {
    try (var context = context(Look.PHONE)) {
      var page = gallery(context);
      button(page, "Ask").click();
      page.getByLabel("Reason").fill("Because");
      button(page, "Adopt").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Say more.");
      assertThat(page.getByLabel("Reason")).hasValue("Because");
      page.getByLabel("Reason").press("End");
      page.getByLabel("Reason").pressSequentially(" it was agreed");
      button(page, "Adopt").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }
  }

  @Test
  void a_scale_is_answered_by_keyboard_and_shows_the_word_chosen() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      var scale = page.locator("fieldset.scale").first();
      scale.getByRole(AriaRole.RADIO).nth(3).focus();
      page.keyboard().press("ArrowLeft");
      assertThat(scale.getByRole(AriaRole.RADIO).nth(2)).isChecked();
      assertThat(scale.locator(".scale-words")).containsText("Important");
      scale.getByLabel("I do not do this").check();
      assertThat(scale.locator(".scale-cell :checked")).hasCount(0);
    }
  }

  @Test
  void cells_and_buttons_are_large_enough_for_a_thumb() {
    try (var context = context(new Look(320, ColorScheme.LIGHT, "en"))) {
      var page = gallery(context);
      for (Locator target : page.locator(".button:visible, .scale-cell, .tab, .choice").all()) {
        var box = target.boundingBox();
        assertEquals(
            true,
            box.height >= 43.5 && box.width >= 43.5,
            () -> target.innerText() + " " + box.width + " × " + box.height);
      }
    }
  }

  @Test
  void a_table_sorts_and_tells_so() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      var tasks =
          page.getByRole(
              AriaRole.TABLE, new Page.GetByRoleOptions().setName("Mean importance by task"));
      var heads = tasks.getByRole(AriaRole.ROWHEADER);
      assertThat(heads.first()).containsText("Maintain");
      tasks.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mean")).click();
      assertThat(heads.first()).containsText("Refer");
      assertThat(tasks.getByRole(AriaRole.COLUMNHEADER).nth(2))
          .hasAttribute("aria-sort", "ascending");
    }
  }

  @Test
  void tabs_move_by_arrow_keys() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      page.getByRole(AriaRole.TAB).first().focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.getByRole(AriaRole.TAB).nth(1)).isFocused();
      assertThat(page.getByRole(AriaRole.TABPANEL).locator("figure")).isVisible();
    }
  }

  @Test
  void a_figure_brings_nothing_that_acts() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      page.getByRole(AriaRole.TAB).nth(1).click();
      var figure = page.locator(".figure-paper > svg");
      assertThat(figure.locator("line")).hasCount(2);
      assertThat(figure.locator("script, style, foreignObject")).hasCount(0);
      assertEquals(false, page.evaluate("'actedBySvg' in window"));
      var outside =
          "e => [...e.querySelectorAll('*'), e].flatMap(x => x.getAttributeNames()).filter(n => /^on|href$/.test(n))";
      assertEquals(List.of(), figure.evaluate(outside));
    }
  }

  @Test
  void another_language_is_shown_at_once_and_remembered() {
    try (var context = context(Look.DESKTOP)) {
      var page = gallery(context);
      page.getByLabel("Language").selectOption("es");
      assertThat(page.locator("html")).hasAttribute("lang", "es");
      assertThat(page.getByText("Mostrar", new Page.GetByTextOptions().setExact(true))).isVisible();
      page.reload();
      assertThat(page.getByLabel("Idioma")).hasValue("es");
    }
  }

  @Test
  void an_answer_on_the_device_outlives_the_page_until_the_service_has_it() {
    try (var context = context(Look.PHONE)) {
      var page = gallery(context);
      assertEquals(
          "offline",
          page.evaluate(
              OUTBOX
                  + "await outbox.put('task-1', 4); await new Promise(r => setTimeout(r, 200)); return outbox.state; }",
              true));
      page.reload();
      var kept =
          "return [outbox.durable, (await outbox.pending()).map(e => e.key + '=' + e.value).join()]; }";
      assertEquals(List.of(true, "task-1=4"), page.evaluate(OUTBOX + kept, true));
      assertEquals(
          List.of("saved", 0),
          page.evaluate(
              OUTBOX
                  + "await outbox.wake(); return [outbox.state, (await outbox.pending()).length]; }",
              false));
    }
  }

  /** An outbox on the device whose service cannot be reached while {@code lost}. */
  private static final String OUTBOX =
      """
      async lost => {
        const { Outbox, deviceStore, oneTab } = await import('/core/outbox.js');
        const { ApiError } = await import('/core/api.js');
        const send = async () => { if (lost) throw new ApiError({ status: 0 }); };
        const outbox = new Outbox({ store: await deviceStore('test'), send, alone: oneTab('test') });
      """;

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page gallery(BrowserContext context) {
    var page = context.newPage();
    page.onPageError(error -> {
      throw new AssertionError(error);
    });
    page.navigate(ORIGIN + "/gallery/");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Gallery")))
        .isVisible();
    return page;
  }

  private static BrowserContext context(Look look) {
    var context = browsers.context(look);
    context.route(ORIGIN + "/**", UiTest::answer);
    return context;
  }

  private static void answer(Route route) {
    String path = route.request().url().substring(ORIGIN.length());
    String name = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
    Path file = (name.startsWith("gallery/") ? GALLERY : WebFiles.ROOT).resolve(name);
    if (!Files.isRegularFile(file)) {
      route.fulfill(new Route.FulfillOptions().setStatus(404));
      return;
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    route.fulfill(
        new Route.FulfillOptions()
            .setPath(file)
            .setHeaders(
                Map.of(
                    "Content-Type", type + "; charset=utf-8", "Content-Security-Policy", POLICY)));
  }
}
