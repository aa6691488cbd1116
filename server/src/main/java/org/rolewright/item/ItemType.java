package org.rolewright.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a candidate responds. */
public enum ItemType {
  SINGLE,
  MULTIPLE,
  ORDERING,
  MATCHING,
  TEXT,
  NUMERIC;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
