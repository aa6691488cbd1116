package org.rolewright.candidacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a late start leaves of the time. */
public enum LateRule {
  /** Who begins before the window closes has all the time. */
  FULL_TIME,
  /** Time ends with the window. */
  UNTIL_WINDOW_END;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LateRule of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
