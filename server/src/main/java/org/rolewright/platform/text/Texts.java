package org.rolewright.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The server's message catalogues: one properties file an area and language, {@code
 * text/en/survey.properties}. A gap is written {@code {name}}; there is no other syntax.
 */
public final class Texts {
  /** The catalogue files; each exists in every language. */
  public static final List<String> AREAS =
      List.of(
          "platform",
          "documents",
          "access",
          "study",
          "workshop",
          "survey",
          "analysis",
          "blueprint",
          "library",
          "itembank",
          "itemreview",
          "itemwriting",
          "form",
          "comparison",
          "assembly",
          "judging",
          "standard",
          "eligibility",
          "accommodation",
          "candidacy",
          "delivery",
          "submission",
          "marking",
          "scoring",
          "impact",
          "result",
          "fairness",
          "credential",
          "certificate",
          "report",
          "formreport",
          "export",
          "lineage",
          "simulation");

  private final Map<Language, Map<String, String>> catalogues = new EnumMap<>(Language.class);

  public Texts() {
    for (var language : Language.values()) catalogues.put(language, load(language));
  }

  /** The text, its gaps filled; an unknown key is a defect. */
  public String text(Language language, String key, Map<String, ?> values) {
    return find(language, key, values)
        .orElseThrow(() -> new IllegalArgumentException("no text for " + key));
  }

  public String text(Language language, String key) {
    return text(language, key, Map.of());
  }

  public Optional<String> find(Language language, String key, Map<String, ?> values) {
    return Optional.ofNullable(catalogues.get(language).get(key)).map(text -> fill(text, values));
  }

  /** Every key of a language. */
  public Map<String, String> all(Language language) {
    return Map.copyOf(catalogues.get(language));
  }

  private static String fill(String text, Map<String, ?> values) {
    var filled = text;
    for (var value : values.entrySet())
      filled = filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
    return filled;
  }

  private static Map<String, String> load(Language language) {
    var all = new HashMap<String, String>();
    for (var area : AREAS) {
      var path = "/text/" + language.code() + "/" + area + ".properties";
      try (var in = Texts.class.getResourceAsStream(path)) {
        if (in == null) continue;
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        properties.forEach((key, value) -> all.put(key.toString(), value.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
