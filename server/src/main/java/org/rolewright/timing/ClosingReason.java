package org.rolewright.timing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who ended a sitting. */
public enum ClosingReason {
  /** The candidate submitted. */
  CANDIDATE,
  /** The time was over; the server closed. */
  TIME,
  /** A proctor ended it. */
  PROCTOR;

  /** The word used in the contract and in the database. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClosingReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
