package org.rolewright.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.UUID;

/**
 * How a requirement stood when it was decided.
 *
 * @param note why; may be empty where it is met
 */
public record Finding(UUID requirement, Verdict verdict, String note) {

  /** How a requirement stands. */
  public enum Verdict {
    MET("met"),
    /** Not met, and not insisted on. */
    WAIVED("waived"),
    /** More is asked. */
    OPEN("open"),
    NOT_MET("notMet");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    static Verdict of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }
}
