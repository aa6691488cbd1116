package org.rolewright.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The words of the browser client: complete in both languages, used, and filled in the same places.
 */
class CatalogueTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<=^|\\s)//[^\\n]*", Pattern.DOTALL);

  @Test
  void both_languages_have_the_same_messages() {
    assertEquals(messages("en").keySet(), messages("es").keySet());
  }

  @Test
  void a_message_has_the_same_placeholders_in_both_languages() {
    var spanish = messages("es");
    messages("en")
        .forEach((key, english) ->
            assertEquals(placeholders(english), placeholders(spanish.get(key)), key));
  }

  @Test
  void a_plural_has_the_forms_its_language_needs() {
    for (String language : List.of("en", "es")) {
      messages(language)
          .forEach((key, message) ->
              assertTrue(
                  !message.isObject() || message.has("one") && message.has("other"),
                  language + " " + key));
    }
  }

  @Test
  void no_message_is_empty() {
    for (String language : List.of("en", "es")) {
      messages(language)
          .forEach((key, message) ->
              texts(message).forEach(text -> assertTrue(!text.isBlank(), language + " " + key)));
    }
  }

  /**
   * A key written out whole must exist; one with a variable end (`area.state.${x}`) must have a
   * family.
   */
  @Test
  void every_key_used_exists() {
    var known = messages("en").keySet();
    var missing = new TreeSet<String>();
    for (String key : keysUsed()) {
      boolean family = key.endsWith("*");
      boolean exists =
          family
              ? known.stream().anyMatch(one -> one.startsWith(key.substring(0, key.length() - 1)))
              : known.contains(key);
      if (!exists) missing.add(key);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void every_message_is_used() {
    var used = keysUsed();
    var families =
        used.stream()
            .filter(key -> key.endsWith("*"))
            .map(key -> key.substring(0, key.length() - 1))
            .toList();
    var unused = new ArrayList<String>();
    for (String key : messages("en").keySet()) {
      if (!used.contains(key) && families.stream().noneMatch(key::startsWith)) unused.add(key);
    }
    assertEquals(List.of(), unused);
  }

  /** Every quoted text that begins with the name of an area and a dot. */
  private static Set<String> keysUsed() {
    String areas = String.join("|", areas("en"));
    var whole = Pattern.compile("'((?:" + areas + ")\\.[\\w.-]+)'");
    var begun = Pattern.compile("`((?:" + areas + ")\\.[\\w.-]*)\\$\\{");
    var keys = new TreeSet<String>();
    for (Path file : WebFiles.ours(".js")) {
      String code = COMMENT.matcher(WebFiles.text(file)).replaceAll("");
      whole.matcher(code).results().forEach(found -> keys.add(found.group(1)));
      begun.matcher(code).results().forEach(found -> keys.add(found.group(1) + "*"));
    }
    return keys;
  }

  private static Map<String, JsonNode> messages(String language) {
    var all = new TreeMap<String, JsonNode>();
    for (String area : areas(language)) {
      read(folder(language).resolve(area + ".json"))
          .properties()
          .forEach(entry -> all.put(area + "." + entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private static List<String> areas(String language) {
    try (var files = Files.list(folder(language))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder(String language) {
    return WebFiles.ROOT.resolve("i18n").resolve(language);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static List<String> texts(JsonNode message) {
    return message.isObject()
        ? message.valueStream().map(JsonNode::asText).toList()
        : List.of(message.asText());
  }

  private static Set<String> placeholders(JsonNode message) {
    return texts(message).stream()
        .flatMap(text -> PLACEHOLDER.matcher(text).results().map(found -> found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
