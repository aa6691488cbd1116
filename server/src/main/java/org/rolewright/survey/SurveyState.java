package org.rolewright.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a survey stands. */
public enum SurveyState {
  /** Being written. */
  DRAFT,
  /** Peers answer; what is asked cannot change. */
  OPEN,
  /** Ended for good. */
  CLOSED;

  /** The word used in the contract and in the database. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SurveyState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
