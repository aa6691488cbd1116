package org.rolewright.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskListId;

/**
 * The answers of a survey that has ended, published by this stage. Responses come in random order
 * and name nobody.
 *
 * @param questions the background questions that were asked
 * @param hash SHA-256 of the responses as canonical JSON sorted by id, 64 hexadecimal digits
 */
public record ClosedSurvey(
    SurveyId id,
    StudyId study,
    TaskListId taskList,
    List<Question> questions,
    Accounting accounting,
    List<Response> responses,
    String hash,
    LocalDate closedOn) {

  /**
   * A background question with its choices.
   *
   * @param code short name, used in the exported data
   */
  public record Question(String code, String text, List<Choice> choices) {}

  /** A choice of a background question. */
  public record Choice(String code, String text) {}

  /**
   * How many were asked and how many answered.
   *
   * @param invited personal links given out
   * @param screenedOut peers who do not do this work
   * @param incumbents estimated size of the field, from the study
   */
  public record Accounting(
      int invited, int personal, int open, int imported, int screenedOut, int incumbents) {}

  /**
   * One peer's answers.
   *
   * @param id random, without order
   * @param channel by which kind of link they came
   * @param background choice by question code
   * @param writeIns tasks that the peer missed, by domain code
   * @param coverage how well the list covers the work, in percent
   */
  public record Response(
      UUID id,
      Channel channel,
      Map<TaskId, Rating> ratings,
      Map<String, String> background,
      Map<String, String> writeIns,
      Optional<Integer> coverage) {}

  /** How answers came in; kept apart in the analysis. */
  public enum Channel {
    PERSONAL,
    OPEN,
    IMPORTED
  }
}
