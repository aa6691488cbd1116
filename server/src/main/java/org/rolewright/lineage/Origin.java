package org.rolewright.lineage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/** A cell of an adopted blueprint with all that led to it. */
public record Origin(
    Blueprint blueprint, Domain domain, Task task, Ratings ratings, Survey survey, List list) {

  /**
   * An adopted version.
   *
   * @param current whether no later version is adopted
   */
  public record Blueprint(
      BlueprintId id, int version, String adoptedBy, Instant adoptedAt, boolean current) {}

  /**
   * The domain of the task.
   *
   * @param share weight that the blueprint gives it, 0 to 1
   * @param items of a form
   * @param weight what the survey says, 0 to 1
   */
  public record Domain(
      DomainId id, String code, String title, double share, int items, Optional<Estimate> weight) {}

  /**
   * The task as worded when peers rated it.
   *
   * @param source where it was taken from; empty when written by the panel
   * @param wordedBy empty when the wording is no longer known
   * @param share weight that the blueprint gives it, 0 to 1
   * @param items of a form
   */
  public record Task(
      TaskId id,
      String code,
      String text,
      String source,
      OptionalInt wording,
      Optional<String> wordedBy,
      Optional<Instant> wordedAt,
      double share,
      int items) {}

  /**
   * What peers said about the task.
   *
   * @param weight share of the blueprint, 0 to 1; empty when the task was not kept
   */
  public record Ratings(
      AnalysisRunId run,
      Instant ranAt,
      int respondents,
      Optional<Estimate> importance,
      Optional<Estimate> frequency,
      Optional<Estimate> performing,
      Optional<Estimate> weight) {}

  /** The survey that asked. */
  public record Survey(SurveyId id, String title) {}

  /** The task list that was asked about. */
  public record List(UUID id, int version, String publishedBy, Instant publishedAt) {}
}
