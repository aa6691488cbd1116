package org.rolewright.survey;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.Refusal;
import org.rolewright.study.StudyId;
import org.rolewright.survey.ClosedSurvey.Accounting;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.TaskListId;

/**
 * A survey from its draft to its closing.
 *
 * @param version grows with every edit of the draft
 * @param openKey key in the open link
 * @param secretMark fingerprint of the installation's secret at opening
 * @param hash over the responses, once closed
 */
record Survey(
    SurveyId id,
    StudyId study,
    TaskListId taskList,
    SurveyState state,
    int version,
    Questionnaire questionnaire,
    String openKey,
    Optional<String> secretMark,
    Optional<LocalDate> openedOn,
    Optional<LocalDate> closedOn,
    Optional<Accounting> accounting,
    Optional<String> hash) {

  static Survey draft(SurveyId id, TaskList list, Questionnaire asked, String openKey) {
    return new Survey(
        id,
        list.study(),
        list.id(),
        SurveyState.DRAFT,
        1,
        asked,
        openKey,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Survey inDraft() {
    if (state != SurveyState.DRAFT) throw new Refusal.Conflict("surveyIsOpenAlready");
    return this;
  }

  Survey open() {
    return switch (state) {
      case DRAFT -> throw new Refusal.Conflict("surveyNotOpenYet");
      case OPEN -> this;
      case CLOSED -> throw new Refusal.Conflict("surveyClosed");
    };
  }

  Survey closed() {
    if (state != SurveyState.CLOSED) throw new Refusal.BrokenRule("surveyNotClosed");
    return this;
  }

  String path() {
    return "/survey/?s=" + id.value();
  }
}
