package org.rolewright.standard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The error by which a board may move a cut. */
public enum CutError {
  /** Of the panel's mean. */
  JUDGEMENT,
  /** Of a candidate's score. */
  MEASUREMENT,
  /** Both together: the root of the sum of their squares. */
  BOTH;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static CutError of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
