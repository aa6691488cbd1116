package org.rolewright.survey;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.study.StudyId;
import org.rolewright.survey.ClosedSurvey.Accounting;

/**
 * A survey on its page in the workbench.
 *
 * @param newerTaskList whether a newer list than the one asked about was published
 * @param openLink address path for everybody; empty while in draft or where the survey has none
 */
public record SurveyView(
    SurveyId id,
    StudyId study,
    SurveyState state,
    int version,
    SurveyContents contents,
    QuestionnaireView questionnaire,
    int taskListVersion,
    boolean newerTaskList,
    Optional<String> openLink,
    Optional<LocalDate> openedOn,
    Optional<LocalDate> closedOn,
    Optional<Accounting> accounting,
    Optional<String> hash) {
  static SurveyView of(Survey survey, int latestTaskList) {
    var asked = survey.questionnaire();
    var link = survey.path() + "&k=" + survey.openKey();
    return new SurveyView(
        survey.id(),
        survey.study(),
        survey.state(),
        survey.version(),
        asked.contents(),
        QuestionnaireView.of(asked),
        asked.taskListVersion(),
        latestTaskList > asked.taskListVersion(),
        Optional.of(link)
            .filter(_ -> survey.state() == SurveyState.OPEN && asked.contents().openLink()),
        survey.openedOn(),
        survey.closedOn(),
        survey.accounting(),
        survey.hash());
  }
}
