package org.rolewright.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A result as its candidate sees it.
 *
 * @param failed what somebody learns who did not pass; empty for who did
 * @param askUntil last day for asking about it
 */
public record ResultView(
    UUID id,
    String programme,
    String name,
    LocalDate satOn,
    LocalDate releasedOn,
    boolean passed,
    Optional<Diagnosis> failed,
    LocalDate askUntil,
    boolean mayAsk,
    List<AskedView> asked) {

  /**
   * Where somebody stood who did not pass.
   *
   * @param passing scaled score that passes
   */
  public record Diagnosis(
      int scaled, int passing, int minimum, int maximum, List<Domain> domains) {}

  /**
   * A domain of the outline.
   *
   * @param reliable whether it may be told without a caution
   */
  public record Domain(String title, int items, Level level, boolean reliable) {}

  /** Where a domain stood beside the level that passes. */
  public enum Level {
    BELOW,
    NEAR,
    REACHED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was asked, and the answer. */
  public record AskedView(
      UUID id,
      ResultRequest.Kind kind,
      String reason,
      Instant madeAt,
      LocalDate answerDue,
      Optional<AnswerView> answer) {}

  /** What was answered. */
  public record AnswerView(ResultRequest.Outcome outcome, String answer, Instant at) {}
}
