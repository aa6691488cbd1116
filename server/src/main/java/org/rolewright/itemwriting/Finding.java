package org.rolewright.itemwriting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * A flaw found, as a hint to the writer: it warns, it never forbids.
 *
 * @param pointer of the text within the content, e.g. {@code /options/2/text/en}
 * @param values what the sentence about it names
 */
public record Finding(String pointer, Flaw flaw, Severity severity, Map<String, ?> values) {

  /** How sure it is that the text should change. */
  public enum Severity {
    /** Read it again. */
    NOTE,
    /** Change it, or be able to say why not. */
    WARNING;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding note(String pointer, Flaw flaw, Map<String, ?> values) {
    return new Finding(pointer, flaw, Severity.NOTE, values);
  }

  static Finding warning(String pointer, Flaw flaw, Map<String, ?> values) {
    return new Finding(pointer, flaw, Severity.WARNING, values);
  }
}
