package org.rolewright.itemreview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** What a reviewer says. */
public record Vote(Decision decision, String reason, Instant at) {

  /** As it is, after a change, or not at all. */
  public enum Decision {
    ACCEPT,
    CHANGE,
    REJECT;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
