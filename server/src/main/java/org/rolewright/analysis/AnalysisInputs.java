package org.rolewright.analysis;

import java.util.List;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyPlan;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.workshop.TaskList;

/** The three frozen artefacts that an analysis reads. */
record AnalysisInputs(StudyPlan plan, TaskList tasks, ClosedSurvey survey) {

  AnalysisOptions options() {
    return AnalysisOptions.of(plan.protocol());
  }

  /** One hash over the three. */
  String hash() {
    return Sha256.hex(Json.canonical(List.of(plan.hash(), tasks.hash(), survey.hash())));
  }
}
