package org.rolewright.survey;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;
import org.rolewright.survey.ClosedSurvey.Choice;
import org.rolewright.survey.ClosedSurvey.Question;

/**
 * What the expert words in a survey; the tasks and scales come from the task list and the protocol.
 *
 * @param language of the texts
 * @param consent purpose, confidentiality and consent, as the peer reads it
 * @param screener question that finds out whether somebody does this work; empty asks nobody
 * @param questions about the peer
 * @param coverageQuestion how well the list covers the peer's work
 * @param thanks last words
 * @param openLink whether there is a link for everybody, besides the personal ones
 */
public record SurveyContents(
    String title,
    Language language,
    String consent,
    String screener,
    List<Question> questions,
    String coverageQuestion,
    String thanks,
    boolean openLink) {
  /** Column names of an import that are no question. */
  private static final Set<String> TAKEN = Set.of("respondent", "channel", "left_out", "coverage");

  public SurveyContents {
    questions = List.copyOf(questions);
    var codes = questions.stream().map(Question::code).toList();
    if (repeats(codes) || codes.stream().anyMatch(TAKEN::contains))
      throw new Refusal.BrokenRule("questionCodesDiffer");
    for (var question : questions) {
      if (question.choices().size() < 2)
        throw new Refusal.BrokenRule("aQuestionHasChoices", Map.of("question", question.code()));
      if (repeats(question.choices().stream().map(Choice::code).toList()))
        throw new Refusal.BrokenRule("choiceCodesDiffer", Map.of("question", question.code()));
    }
  }

  private static boolean repeats(Collection<String> codes) {
    return new HashSet<>(codes).size() < codes.size();
  }
}
