package org.rolewright.accommodation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Coarse reasons for a request. */
enum Reason {
  SIGHT,
  HEARING,
  MOVEMENT,
  LEARNING,
  ATTENTION,
  MENTAL_HEALTH,
  ILLNESS,
  INJURY,
  PREGNANCY,
  OTHER;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
