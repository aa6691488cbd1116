package org.rolewright.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an item asks of a candidate's mind. */
public enum Level {
  RECALL,
  APPLICATION,
  ANALYSIS;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Level of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
