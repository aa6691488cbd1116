package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.json.Json;

/** The big list of naughty strings (see NOTICE beside it) through the text fields of an item. */
class NaughtyStringsTest {
  private static final int OPTIONS = 40;

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
    try (var bank = new TestBank()) {
      for (int from = 0; from < strings.size(); from += OPTIONS)
        pass(bank, strings.subList(from, Math.min(from + OPTIONS, strings.size())));
    }
  }

  private static void pass(TestBank bank, List<String> strings) {
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
