package org.rolewright.timing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How far a sitting is. */
public enum SittingState {
  /** The admission code was traded; a proctor has to admit. */
  ARRIVED("arrived"),
  /** May start. */
  ADMITTED("admitted"),
  /** The clock runs. */
  OPEN("open"),
  /** A proctor has stopped the clock. */
  PAUSED("paused"),
  /** On a break of the form, or on an extra one. */
  ON_BREAK("onBreak"),
  /** Over. */
  CLOSED("closed");

  private final String code;

  SittingState(String code) {
    this.code = code;
  }

  /** The word used in the contract and in the database. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether the candidate is at it: the questions are there. */
  public boolean underWay() {
    return this == OPEN || this == PAUSED || this == ON_BREAK;
  }

  public static SittingState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state " + code));
  }
}
