package org.rolewright.report;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyPlan;
import org.rolewright.study.StudyView;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.TaskList;

/**
 * Everything that a report says, as the stages published it.
 *
 * @param blueprint adopted or proposed; empty before the first proposal
 */
public record ReportModel(
    StudyView study,
    StudyPlan plan,
    TaskList tasks,
    Survey survey,
    AnalysisRun run,
    Optional<Blueprint> blueprint) {

  /** A closed survey without its answers. */
  public record Survey(
      SurveyId id, ClosedSurvey.Accounting accounting, String hash, LocalDate closedOn) {
    static Survey of(ClosedSurvey survey) {
      return new Survey(survey.id(), survey.accounting(), survey.hash(), survey.closedOn());
    }
  }

  /** The text that is hashed and kept. */
  String canonical() {
    return Json.canonical(this);
  }

  /** SHA-256 of the text, 64 hexadecimal digits. */
  public String hash() {
    return Sha256.hex(canonical());
  }
}
