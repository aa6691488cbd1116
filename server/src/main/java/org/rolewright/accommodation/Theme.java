package org.rolewright.accommodation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Colours of the exam. */
public enum Theme {
  LIGHT,
  DARK,
  CONTRAST;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Theme of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
