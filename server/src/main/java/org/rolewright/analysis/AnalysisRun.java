package org.rolewright.analysis;

import java.time.Instant;
import org.rolewright.psychometrics.weighting.DomainRule;
import org.rolewright.study.StudyId;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.TaskListId;

/**
 * A finished analysis of a closed survey, published by this stage.
 *
 * @param provenance what it was computed from, and how
 * @param hash SHA-256 of the findings as canonical JSON, 64 hexadecimal digits
 */
public record AnalysisRun(
    AnalysisRunId id,
    StudyId study,
    SurveyId survey,
    TaskListId taskList,
    Provenance provenance,
    Findings findings,
    String hash,
    Instant ranAt) {

  /**
   * Enough to compute the findings again.
   *
   * @param inputsHash SHA-256 over the hashes of plan, task list and closed survey
   * @param codeVersion version of the program
   */
  public record Provenance(String inputsHash, AnalysisOptions options, String codeVersion) {}

  /** How many tasks stay. */
  public int keptTasks() {
    return (int) findings.tasks().stream().filter(task -> task.inclusion().kept()).count();
  }

  /** How tasks become domains by the plan, as the statistics know it. */
  public DomainRule domainRule() {
    return Methods.domainRule(provenance.options().weighting().domain());
  }
}
