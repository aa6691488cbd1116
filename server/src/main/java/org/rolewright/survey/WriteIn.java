package org.rolewright.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.UUID;

/**
 * A task that a peer missed, apart from all else that the peer answered.
 *
 * @param domain code of the domain it was written under
 */
public record WriteIn(UUID id, String domain, String text, Coding coding) {

  /** What the expert makes of it. */
  public enum Coding {
    /** Not looked at yet. */
    OPEN("open"),
    NEW_TASK("newTask"),
    DUPLICATE("duplicate"),
    NOT_A_TASK("notATask");

    private final String code;

    Coding(String code) {
      this.code = code;
    }

    /** The word used in the contract and in the database. */
    @JsonValue
    public String code() {
      return code;
    }

    static Coding of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }
}
