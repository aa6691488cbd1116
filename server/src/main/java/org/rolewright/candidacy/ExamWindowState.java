package org.rolewright.candidacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an exam window is. */
public enum ExamWindowState {
  DRAFT,
  /** Candidates know of it. */
  PUBLISHED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ExamWindowState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
