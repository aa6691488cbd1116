package org.rolewright.itembank;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.json.Json;

/**
 * The big list of naughty strings (see NOTICE beside it) through the text fields of items, their
 * reviews, cases, pictures and forms.
 */
class NaughtyStringsTest {
  private static final int OPTIONS = 40;
  private static BankScreens screens;
  private static TestBank bank;

  @BeforeAll
  static void start() {
    screens = new BankScreens();
    bank = screens.bank;
  }

  @AfterAll
  static void stop() {
    screens.close();
  }

  /** The strings in portions of so many. */
  private static List<List<String>> portions(int size) throws IOException {
    var strings = strings();
    var portions = new ArrayList<List<String>>();
    for (int from = 0; from < strings.size(); from += size)
      portions.add(strings.subList(from, Math.min(from + size, strings.size())));
    return portions;
  }

  private static String formatted(List<String> strings) {
    return strings.stream()
        .map(string -> "<p>" + RichText.escaped(string) + "</p>")
        .collect(Collectors.joining());
  }

  /** What a reader reads of a formatted text is what somebody wrote, and nothing in it can run. */
  private static void unharmed(List<String> strings, String html) {
    assertEquals(List.of(), RichText.of(html).removed(), html);
    assertEquals(plain(String.join(" ", strings)), plain(RichText.plain(html)));
  }

  private static List<String> strings() throws IOException {
    try (var in = NaughtyStringsTest.class.getResourceAsStream("/security/blns.json")) {
      var strings = new ArrayList<String>();
      for (var one : Json.mapper().readTree(in)) strings.add(one.asText());
      return strings;
    }
  }

  @Test
  void they_pass_unharmed_and_harmless() throws IOException {
    var strings = strings();
    assertTrue(strings.size() > 500);
    for (var portion : portions(OPTIONS)) pass(portion);
  }

  private static JsonNode created(Object draft) {
    return bank.of(bank.writer.call("createItem"))
        .with("itemId", UUID.randomUUID())
        .body(draft)
        .expect(201)
        .json()
        .get("version");
  }

  @Test
  void they_can_be_accepted_answers() throws IOException {
    for (var portion : portions(OPTIONS)) {
      var key = Map.of("accepted", Map.of("en", portion, "es", portion));
      var content =
          Map.of(
              "type", "text", "stem", Map.of("en", "<p>Which?</p>"), "key", key, "credit", "whole");
      var stored = created(bank.draft(content)).at("/content/key/accepted");
      assertEquals(portion, Json.mapper().convertValue(stored.get("en"), List.class));
      assertEquals(portion, Json.mapper().convertValue(stored.get("es"), List.class));
    }
  }

  @Test
  void they_can_be_remarks_and_what_was_done_about_them() throws IOException {
    var version = reviewed();
    for (var portion : portions(10)) {
      var text = String.join("\n", portion);
      var id = UUID.randomUUID();
      on("commentOnItem", version).with("commentId", id).body(Map.of("text", text)).expect(200);
      var review =
          on("resolveComment", version)
              .with("commentId", id)
              .body(Map.of("answer", text))
              .expect(200)
              .json();
      var comments = review.get("comments");
      var last = comments.get(comments.size() - 1);
      assertEquals(text, last.get("text").asText());
      assertEquals(text, last.at("/resolution/answer").asText());
    }
    shown("itembank/reviews/" + version, "main h1", ".comments > li", portions(10).size());
  }

  private static String reviewed() {
    var version = bank.create(bank.writer, bank.draft());
    bank.writer
        .call("submitItem")
        .with("versionId", version.get("id").asText())
        .with("If-Match", TestBank.tag(version.get("revision").asInt()))
        .expect(200);
    return version.get("id").asText();
  }

  private static ApiClient.Call on(String operation, String version) {
    return bank.expert.call(operation).with("versionId", version);
  }

  @Test
  void they_can_be_cases_and_say_what_pictures_show() throws IOException {
    for (var portion : portions(OPTIONS)) {
      var line = String.join("\n", portion);
      var stimulus =
          bank.of(bank.writer.call("putStimulus"))
              .with("stimulusId", UUID.randomUUID())
              .with("If-Match", TestBank.tag(0))
              .body(Map.of("title", Map.of("en", line), "text", Map.of("en", formatted(portion))))
              .expect(200)
              .json();
      assertEquals(0, stimulus.get("notices").size());
      assertEquals(line, stimulus.at("/stimulus/title/en").asText());
      unharmed(portion, stimulus.at("/stimulus/text/en").asText());
      var asset =
          bank.of(bank.writer.call("describeAsset"))
              .with("assetId", UUID.randomUUID())
              .with("If-Match", TestBank.tag(0))
              .body(
                  Map.of(
                      "name", "Drip", "alt", Map.of("en", line), "licence", "CC0", "source", "Us"))
              .expect(200)
              .json();
      assertEquals(line, asset.at("/alt/en").asText());
    }
    shown("itembank/library", "#tab-assets", "main h1", 1);
  }

  @Test
  void they_can_stand_in_every_part_of_a_form() throws IOException {
    var form =
        bank.of(bank.expert.call("createForm"))
            .with("formId", UUID.randomUUID())
            .body(Map.of("code", "N-1", "languages", List.of("en")))
            .expect(201)
            .json();
    var parts = new ArrayList<Map<String, Object>>();
    for (var portion : portions(100)) {
      var title = Map.of("en", String.join("\n", portion));
      var text = Map.of("en", formatted(portion));
      parts.add(Map.of("kind", "agreement", "title", title, "text", text, "version", "1"));
      parts.add(Map.of("kind", "tutorial", "title", title, "text", text));
      parts.add(
          Map.of(
              "kind",
              "questions",
              "title",
              title,
              "instructions",
              text,
              "navigation",
              "free",
              "shuffleItems",
              false,
              "shuffleOptions",
              false,
              "items",
              List.of()));
    }
    var questions = new ArrayList<Map<String, Object>>();
    for (var portion : portions(20)) {
      var options = portion.stream().map(one -> Map.of("en", one)).toList();
      var text = Map.of("en", String.join("\n", portion));
      questions.add(
          Map.of("id", "q" + questions.size(), "text", text, "kind", "choice", "options", options));
    }
    parts.add(Map.of("kind", "exit", "title", Map.of("en", "End"), "questions", questions));
    var saved =
        bank.expert
            .call("saveForm")
            .with("formId", form.get("id").asText())
            .with("If-Match", TestBank.tag(form.get("revision").asInt()))
            .body(
                Map.of(
                    "code",
                    "N-1",
                    "length",
                    12,
                    "languages",
                    List.of("en"),
                    "secondsAllowed",
                    3600,
                    "parts",
                    parts))
            .expect(200)
            .json()
            .get("parts");
    for (int at = 0; at < parts.size() - 1; at++) {
      var portion = portions(100).get(at / 3);
      assertEquals(String.join("\n", portion), saved.at("/" + at + "/title/en").asText());
      var text = at % 3 == 2 ? "instructions" : "text";
      unharmed(portion, saved.get(at).at("/" + text + "/en").asText());
    }
    assertEquals(
        TestBank.tree(parts.getLast()).get("questions"),
        saved.get(saved.size() - 1).get("questions"));
    shown("form/forms/" + form.get("id").asText(), "#tab-parts", ".form-list > li", parts.size());
  }

  /** In a browser, where whatever runs would open a dialog. */
  private static void shown(String page, String click, String selector, int count) {
    try (var seat = screens.seat(BankScreens.LOOKS.getLast(), bank.expertPerson())) {
      var ran = new ArrayList<String>();
      seat.page()
          .onDialog(dialog -> {
            ran.add(dialog.message());
            dialog.dismiss();
          });
      seat.toPart(page).at(click).first().click();
      assertThat(seat.at(selector)).hasCount(count);
      var seen =
          "const main = document.querySelector('main'); main.innerText"
              + " + [...main.querySelectorAll('input, textarea')].map(one => one.value).join()";
      assertTrue(seat.page().evaluate(seen).toString().contains("alert("), "they are on the page");
      assertEquals(0, seat.at("main script, main iframe, main object, main embed").count());
      assertEquals(List.of(), ran);
    }
  }

  private static void pass(List<String> strings) {
    var options = new ArrayList<Map<String, Object>>();
    for (var string : strings)
      options.add(
          Map.of(
              "id",
              "o" + options.size(),
              "text",
              Map.of("en", "<p>" + RichText.escaped(string) + "</p>"),
              "rationale",
              Map.of("en", string),
              "stays",
              false));
    var draft =
        bank.draft(
            Map.of(
                "type",
                "multiple",
                "stem",
                Map.of("en", "<p>Which?</p>"),
                "options",
                options,
                "key",
                Map.of("options", List.of()),
                "credit",
                "whole"));
    var references = draft.putArray("references");
    for (var string : strings.subList(0, Math.min(20, strings.size())))
      if (!string.isBlank()) references.add(TestBank.tree(Map.of("citation", string)));
    var created =
        bank.of(bank.writer.call("createItem"))
            .with("itemId", UUID.randomUUID())
            .body(draft)
            .send();
    assertEquals(201, created.status(), created.text());
    var version = created.json().get("version");
    var stored =
        bank.writer
            .call("readItemVersion")
            .with("versionId", version.get("id").asText())
            .expect(200)
            .json();
    for (int at = 0; at < strings.size(); at++) same(strings.get(at), stored, at);
    assertEquals(draft.get("references"), stored.get("references"));
  }

  private static void same(String string, JsonNode stored, int at) {
    var option = stored.at("/content/options/" + at);
    assertEquals(string, option.at("/rationale/en").asText());
    var html = option.at("/text/en").asText();
    assertEquals(List.of(), RichText.of(html).removed(), html);
    assertEquals(plain(string), plain(RichText.plain(html)), "what a reader reads");
  }

  /**
   * Control characters and non-characters cannot stand in HTML; white space counts as one space.
   */
  private static String plain(String string) {
    var visible = string.replaceAll("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]", "");
    return visible.replaceAll("\\s+", " ").strip();
  }
}
