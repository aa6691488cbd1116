package org.rolewright.survey;

import java.time.LocalDate;
import java.util.Optional;

/** A survey in a list. */
public record SurveySummary(
    SurveyId id,
    String title,
    SurveyState state,
    int taskListVersion,
    Optional<LocalDate> openedOn,
    Optional<LocalDate> closedOn) {
  static SurveySummary of(Survey survey) {
    return new SurveySummary(
        survey.id(),
        survey.questionnaire().contents().title(),
        survey.state(),
        survey.questionnaire().taskListVersion(),
        survey.openedOn(),
        survey.closedOn());
  }
}
