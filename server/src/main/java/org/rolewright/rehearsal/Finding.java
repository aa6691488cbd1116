package org.rolewright.rehearsal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * Somebody who would lose time.
 *
 * @param startsAt when this candidate would begin
 * @param deadline when the time should end
 * @param cutOff when it would end; of {@code DOOR} when the window closes
 */
public record Finding(String name, Kind kind, Instant startsAt, Instant deadline, Instant cutOff) {
  /** What is wrong. */
  public enum Kind {
    /** The time ends too early. */
    CUT_OFF("cutOff"),
    /** Who is late, but not too late, finds the window closed. */
    DOOR("door");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }
  }
}
