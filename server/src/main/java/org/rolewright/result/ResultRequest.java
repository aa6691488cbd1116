package org.rolewright.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.eligibility.CandidateId;

/** What a candidate asked about a result. */
public record ResultRequest(
    UUID id,
    UUID score,
    CandidateId candidate,
    Kind kind,
    String reason,
    Instant madeAt,
    LocalDate answerDue,
    Optional<Answer> answer) {

  /** What is asked for. */
  public enum Kind {
    /** To count again. */
    VERIFICATION,
    /** Against how the exam went or was scored. */
    APPEAL;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What came of it. */
  public enum Outcome {
    CONFIRMED,
    CHANGED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What was answered. */
  public record Answer(Outcome outcome, String answer, Signature by) {}
}
