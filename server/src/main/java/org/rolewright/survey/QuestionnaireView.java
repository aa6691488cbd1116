package org.rolewright.survey;

import java.util.List;
import org.rolewright.platform.text.Language;
import org.rolewright.study.RatingScale;
import org.rolewright.survey.ClosedSurvey.Question;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * What a peer's browser is given, and nothing else.
 *
 * @param minutes how long it will take, about
 */
public record QuestionnaireView(
    String title,
    Language language,
    int consentVersion,
    String consent,
    String screener,
    List<Question> questions,
    List<RatingScale> scales,
    List<DomainView> domains,
    String coverageQuestion,
    String thanks,
    int minutes) {
  private static final int SECONDS_A_TASK = 11;
  private static final int SECONDS_A_QUESTION = 7;
  private static final int SECONDS_BESIDES = 60;

  /** A domain with its tasks. */
  public record DomainView(
      DomainId id, String code, String title, String definition, List<TaskView> tasks) {}

  /** A task statement. */
  public record TaskView(TaskId id, String code, String text) {}

  static QuestionnaireView of(Questionnaire asked) {
    var contents = asked.contents();
    return new QuestionnaireView(
        contents.title(),
        contents.language(),
        asked.consentVersion(),
        contents.consent(),
        contents.screener(),
        contents.questions(),
        asked.scales(),
        asked.domains().stream()
            .map(domain ->
                new DomainView(
                    domain.id(),
                    domain.code(),
                    domain.title(),
                    domain.definition(),
                    domain.tasks().stream()
                        .map(task -> new TaskView(task.id(), task.code(), task.text()))
                        .toList()))
            .toList(),
        contents.coverageQuestion(),
        contents.thanks(),
        minutes(asked));
  }

  private static int minutes(Questionnaire asked) {
    var seconds =
        SECONDS_BESIDES
            + SECONDS_A_TASK * asked.tasks().size()
            + SECONDS_A_QUESTION * asked.contents().questions().size();
    return Math.ceilDiv(seconds, 60);
  }
}
