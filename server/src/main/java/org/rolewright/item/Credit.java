package org.rolewright.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a response that is right in part earns a part of the point. */
public enum Credit {
  WHOLE,
  PARTIAL;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
