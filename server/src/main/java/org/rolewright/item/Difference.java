package org.rolewright.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Where two wordings differ.
 *
 * @param pointer JSON pointer of the field
 * @param parts the words, in order: taken away, put in, or the same in both
 */
public record Difference(String pointer, Kind kind, List<Part> parts) {

  /** What happened to a field. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** The same words in another form. */
    FORMAT;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Words that follow each other and fared alike. */
  public record Part(Fate kind, String text) {}

  /** What became of words. */
  public enum Fate {
    SAME,
    ADDED,
    REMOVED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
