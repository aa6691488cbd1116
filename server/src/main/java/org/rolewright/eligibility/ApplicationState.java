package org.rolewright.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an application is. */
public enum ApplicationState {
  /** Being written. */
  DRAFT,
  /** Handed in; waits for a decision. */
  SUBMITTED,
  /** Something is missing; the candidate writes again. */
  MORE,
  /** The candidate may test. */
  ACCEPTED,
  REFUSED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ApplicationState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether the candidate may change it. */
  boolean editable() {
    return this == DRAFT || this == MORE;
  }
}
