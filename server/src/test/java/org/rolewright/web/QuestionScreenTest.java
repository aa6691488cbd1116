package org.rolewright.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;

/**
 * Questions as candidates see them ({@code ui/question.js}), under the service's own content
 * security policy: each type is answered by keyboard alone, and no text of an item can act.
 */
class QuestionScreenTest {
  private static final String SHOW =
      """
      async ({ item, language }) => {
        const { html, render } = await import('/vendor/lit-html/lit-html.js');
        const { question } = await import('/ui/question.js');
        const { loadCatalogues } = await import('/core/i18n.js');
        for (const name of ['question', 'workbench']) {
          const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/css/${name}.css` });
          document.head.append(sheet);
          await new Promise(done => (sheet.onload = done));
        }
        await loadCatalogues(['question'], language);
        window.response = null;
        const asset = () => 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
        const draw = () => render(html`<main><h1>Question</h1>${question({ item, language, asset, response: window.response,
          onchange: response => { window.response = response; draw(); } })}</main>`, document.body);
        document.body.replaceChildren();
        draw();
      }\
      """;

  private static final List<Map<String, String>> OPTIONS =
      List.of(
          Map.of("id", "a", "text", "Call the clinic"),
          Map.of("id", "b", "text", "Ask <em>her</em> to say it in her own words"),
          Map.of("id", "c", "text", "<math><msqrt><mn>2</mn></msqrt></math>"));

  private static Installation rolewright;
  private static Browsers browsers;

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
  void each_type_is_answered_by_keyboard_alone() {
    var answered = new ArrayList<Object>();
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      answered.add(answer(page, item("single"), "Tab", "ArrowDown"));
      answered.add(answer(page, item("multiple"), "Tab", "Space", "Tab", "Tab", "Space"));
      answered.add(answer(page, item("ordering"), "Tab", "Tab", "Enter", "ArrowDown"));
      answered.add(
          answer(page, item("matching"), "Tab", "ArrowDown", "ArrowDown", "Tab", "ArrowDown"));
      answered.add(answer(page, item("text"), "Tab", "W", "H", "O"));
      answered.add(answer(page, item("numeric"), "Tab", "1", "2", ",", "5"));
    }
    assertEquals(
        List.of(
            "b",
            List.of("a", "c"),
            List.of("b", "c", "a"),
            Map.of("p1", "b", "p2", "a"),
            "WHO",
            "12,5"),
        answered);
  }

  @Test
  void an_answer_is_cleared_and_an_order_is_kept_by_a_button() {
    try (var context = browsers.context(Look.PHONE)) {
      var page = context.newPage();
      show(page, item("single"), "en");
      page.locator("input").first().check();
      page.locator(".question-clear").click();
      assertEquals(null, page.evaluate("response"));
      assertEquals(0, page.locator("input:checked").count());
      show(page, item("ordering"), "en");
      page.locator(".question-clear").click();
      assertEquals(List.of("a", "b", "c"), page.evaluate("response"));
    }
  }

  @Test
  void a_partner_that_is_taken_cannot_be_taken_again() {
    try (var context = browsers.context(Look.PHONE)) {
      var page = context.newPage();
      show(page, item("matching"), "en");
      page.locator("select").first().selectOption("b");
      assertEquals(
          List.of("b"),
          page.evaluate(
              "[...document.querySelectorAll('select')[1].options].filter(one => one.disabled).map(one => one.value)"));
    }
  }

  @Test
  void every_type_is_accessible_and_fits_the_narrowest_phone() {
    for (var look :
        List.of(new Look(320, ColorScheme.DARK, "es"), new Look(1200, ColorScheme.LIGHT, "en"))) {
      try (var context = browsers.context(look)) {
        var page = context.newPage();
        for (var type : List.of("single", "multiple", "ordering", "matching", "text", "numeric")) {
          show(page, item(type), look.language());
          Browsers.inspect(page, "question-" + type + "-" + look.width());
        }
      }
    }
  }

  @Test
  void targets_are_large_enough_for_a_thumb() {
    try (var context = browsers.context(new Look(320, ColorScheme.LIGHT, "en"))) {
      var page = context.newPage();
      for (var type : List.of("single", "multiple", "ordering", "matching", "text", "numeric")) {
        show(page, item(type), "en");
        var small =
            page.evaluate(
                """
                [...document.querySelectorAll('.question-option, .question button, select, input[type=text]')]
                  .filter(one => one.getBoundingClientRect().height < 44).length\
                """);
        assertEquals(0, small, type);
      }
    }
  }

  @Test
  void what_could_act_is_text_or_nothing() {
    var hostile =
        List.of(
            "<script>window.acted = 1</script>",
            "<img src=x onerror='window.acted = 1'>",
            "<img data-asset='a' alt='' onload='window.acted = 1' src='https://evil.example/x.png'>",
            "<svg onload='window.acted = 1'><script>window.acted = 1</script></svg>",
            "<a href='javascript:window.acted = 1'>link</a>",
            "<math><annotation-xml encoding='text/html'><script>window.acted = 1</script></annotation-xml></math>",
            "<math href='javascript:window.acted = 1'><mi xlink:href='javascript:window.acted = 1'>x</mi></math>",
            "<iframe srcdoc='<script>parent.acted = 1</script>'></iframe>",
            "<p style='background:url(https://evil.example)' id='stem-x' class='dialog'>styled</p>",
            "<p onclick=window.acted=1 onfocus='window.acted = 1' tabindex=0 autofocus>p</p>",
            "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
            "<input autofocus onfocus='window.acted = 1'><form action='//evil.example'><button>b</button></form>",
            "&#60;script&#62;window.acted = 1&#60;/script&#62; &#x26;lt; &#0; &#9999999; &bogus;",
            "<<p><p><b <i>x</b></p></p></p> < > </nothing> <!-- <script> -->",
            "\u0000\u202e\ufeff𝕋𝕖𝕤𝕥 ﷽ 田中さん \ud83d\ude0d",
            "<p".repeat(2000));
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      for (var text : hostile) {
        show(
            page,
            Map.of(
                "id",
                "x",
                "type",
                "single",
                "stem",
                text + "<p>Still here</p>",
                "options",
                List.of(Map.of("id", "a", "text", text), Map.of("id", "b", "text", "B"))),
            "en");
        page.locator(".question-option").first().hover();
        assertEquals(2, page.locator(".question-option").count(), text);
        assertEquals(
            0,
            page.evaluate(
                """
                document.querySelectorAll('.rich :is(script, style, link, svg, iframe, form, button, a, input, annotation-xml), .rich [style], .rich [id], .rich [class]:not(.rich-wide), .rich [href], .rich [tabindex]:not(.rich-wide), .rich [onclick]').length\
                """),
            text);
        assertEquals(null, page.evaluate("window.acted ?? null"), text);
      }
      assertTrue(asked.stream().noneMatch(url -> url.contains("evil")), asked.toString());
    }
  }

  private static Object answer(Page page, Map<String, Object> item, String... keys) {
    show(page, item, "en");
    for (var key : keys) {
      page.keyboard().press(key);
      page.evaluate("new Promise(requestAnimationFrame)");
    }
    return page.evaluate("response");
  }

  private static void show(Page page, Map<String, Object> item, String language) {
    page.navigate("about:blank");
    page.navigate(rolewright.baseUrl() + "/account/#/sign-in");
    page.locator("input[type=password]").waitFor();
    page.evaluate(SHOW, Map.of("item", item, "language", language));
  }

  private static Map<String, Object> item(String type) {
    var stem = "<p>What comes <strong>first</strong>?</p>";
    return switch (type) {
      case "text" -> Map.of("id", "i", "type", type, "stem", stem);
      case "numeric" -> Map.of("id", "i", "type", type, "stem", stem, "unit", "mg/day");
      case "matching" ->
          Map.of(
              "id",
              "i",
              "type",
              type,
              "stem",
              stem,
              "options",
              OPTIONS,
              "prompts",
              List.of(
                  Map.of("id", "p1", "text", "No money for food"),
                  Map.of("id", "p2", "text", "No insurance")));
      default ->
          Map.of(
              "id",
              "i",
              "type",
              type,
              "stem",
              stem + "<p><img data-asset=\"1\" alt=\"A chart\" width=\"40\" height=\"20\"></p>",
              "options",
              OPTIONS);
    };
  }
}
