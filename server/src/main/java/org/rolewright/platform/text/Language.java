package org.rolewright.platform.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A language that the words on screen and in documents come in. */
public enum Language {
  ENGLISH("en"),
  SPANISH("es");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** BCP 47 code. */
  @JsonValue
  public String code() {
    return code;
  }

  public static Language of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no language " + code));
  }

  public Locale locale() {
    return Locale.of(code);
  }

  /** The best match for an {@code Accept-Language} header; English where none fits. */
  public static Language accepted(String header) {
    try {
      var tag = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("en", "es"));
      return "es".equals(tag) ? SPANISH : ENGLISH;
    } catch (IllegalArgumentException _) {
      return ENGLISH;
    }
  }
}
