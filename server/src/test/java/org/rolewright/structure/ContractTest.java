package org.rolewright.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.http.Contract;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** The rule R9 of README's invariants, and that words exist in every language. */
class ContractTest {
  private static final Contract CONTRACT = Contract.load();

  @Test
  void R9_every_operation_is_called_by_a_test() throws IOException {
    String tests;
    try (var files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ContractTest::read)
              .collect(Collectors.joining());
    }
    var untested = new TreeSet<>(CONTRACT.operations().keySet());
    untested.removeIf(id -> tests.contains("call(\"" + id + "\")"));
    assertEquals(new TreeSet<>(), untested);
  }

  @Test
  void every_operation_can_be_read_about() {
    for (var path : CONTRACT.document().get("paths").properties())
      for (var method : path.getValue().properties()) {
        var operation = method.getValue();
        var name = method.getKey() + " " + path.getKey();
        assertTrue(operation.has("summary") && operation.has("tags"), name);
        assertTrue(operation.get("responses").has("default"), name + " says how it refuses");
      }
  }

  @Test
  void every_whole_number_and_text_that_comes_in_has_a_limit() {
    var limitless = new TreeSet<String>();
    for (var path : CONTRACT.document().get("paths").properties())
      for (var method : path.getValue().properties())
        limitless(
            method.getKey() + " " + path.getKey(),
            method.getValue().path("requestBody"),
            limitless);
    assertEquals(new TreeSet<>(), limitless);
  }

  private static void limitless(String where, JsonNode node, TreeSet<String> found) {
    if (node.has("$ref")) {
      limitless(where, CONTRACT.document().at(node.get("$ref").asText().substring(1)), found);
      return;
    }
    var type = node.path("type").asText();
    if (type.equals("integer") && !node.has("maximum") && !node.has("enum"))
      found.add(where + node);
    if (type.equals("string")
        && !node.has("maxLength")
        && !node.has("enum")
        && !node.has("const")
        && !node.has("format")) found.add(where + node);
    if (type.equals("array") && !node.has("maxItems")) found.add(where + node);
    if (node.isContainerNode()) node.forEach(child -> limitless(where, child, found));
  }

  @Test
  void the_words_exist_in_every_language_with_the_same_gaps() {
    var texts = new Texts();
    var english = texts.all(Language.ENGLISH);
    var spanish = texts.all(Language.SPANISH);
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(spanish.keySet()));
    english.forEach((key, text) -> assertEquals(gaps(text), gaps(spanish.get(key)), key));
  }

  private static TreeSet<String> gaps(String text) {
    var gaps = new TreeSet<String>();
    var matcher = java.util.regex.Pattern.compile("\\{\\w+}").matcher(text);
    while (matcher.find()) gaps.add(matcher.group());
    return gaps;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
