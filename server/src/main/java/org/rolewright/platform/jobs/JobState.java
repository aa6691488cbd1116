package org.rolewright.platform.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
