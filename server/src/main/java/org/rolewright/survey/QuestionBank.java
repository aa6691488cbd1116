package org.rolewright.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.survey.ClosedSurvey.Choice;
import org.rolewright.survey.ClosedSurvey.Question;

/** Standard wordings: background questions that most surveys ask, consent, screener, last words. */
final class QuestionBank {
  private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("years", List.of("under1", "from1to4", "from5to9", "from10to19", "over20"));
    QUESTIONS.put("setting", List.of("community", "clinic", "hospital", "public", "other"));
    QUESTIONS.put("region", List.of("city", "suburb", "town", "rural"));
    QUESTIONS.put("education", List.of("school", "certificate", "college", "bachelor", "graduate"));
    QUESTIONS.put("hours", List.of("under10", "from10to19", "from20to34", "over35"));
  }

  private QuestionBank() {}

  static List<Question> questions(Texts texts, Language language) {
    return QUESTIONS.entrySet().stream()
        .map(entry -> question(texts, language, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Question question(
      Texts texts, Language language, String code, List<String> choices) {
    var key = "survey.bank." + code;
    return new Question(
        code,
        texts.text(language, key),
        choices.stream()
            .map(choice -> new Choice(choice, texts.text(language, key + "." + choice)))
            .toList());
  }

  /** A survey to begin with. */
  static SurveyContents contents(Texts texts, Language language, String title, boolean openLink) {
    var values = Map.of("title", title);
    return new SurveyContents(
        title,
        language,
        texts.text(language, "survey.default.consent", values),
        texts.text(language, "survey.default.screener", values),
        questions(texts, language),
        texts.text(language, "survey.default.coverage", values),
        texts.text(language, "survey.default.thanks", values),
        openLink);
  }
}
