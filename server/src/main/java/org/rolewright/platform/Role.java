package org.rolewright.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a person is to the programme. */
public enum Role {
  /** Runs the installation: people, mail, audit. */
  ADMINISTRATOR("administrator"),
  /** Leads studies from programme record to report. */
  CERTIFICATION_EXPERT("certificationExpert"),
  /** Knows the work: writes and reads statements. */
  SME("sme"),
  /** Writes items and reviews those of others. */
  ITEM_WRITER("itemWriter"),
  /** Conducts exams; sees how candidates get on, never what they answer. */
  PROCTOR("proctor"),
  /** Reads everything, changes nothing. */
  AUDITOR("auditor");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** The word used in the contract and in the database. */
  @JsonValue
  public String code() {
    return code;
  }

  public static Role of(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no role " + code));
  }
}
