package org.rolewright.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.platform.Refusal;
import org.rolewright.study.RatingScale;
import org.rolewright.survey.ClosedSurvey.Choice;
import org.rolewright.workshop.TaskList;

/**
 * All that a survey asks, and the rules of a fitting answer.
 *
 * @param consentVersion grows whenever the consent is worded anew; kept with each response
 * @param planHash of the protocol that the scales come from
 */
public record Questionnaire(
    SurveyContents contents,
    int consentVersion,
    List<RatingScale> scales,
    List<TaskList.Domain> domains,
    int taskListVersion,
    String planHash) {
  public Questionnaire {
    scales = List.copyOf(scales);
    domains = List.copyOf(domains);
  }

  /** As worded anew. */
  Questionnaire with(SurveyContents worded) {
    var version = worded.consent().equals(contents.consent()) ? consentVersion : consentVersion + 1;
    return new Questionnaire(worded, version, scales, domains, taskListVersion, planHash);
  }

  List<TaskList.TaskStatement> tasks() {
    return domains.stream().flatMap(domain -> domain.tasks().stream()).toList();
  }

  Map<UUID, String> domainCodes() {
    return domains.stream()
        .collect(Collectors.toMap(domain -> domain.id().value(), TaskList.Domain::code));
  }

  void checkTask(UUID task) {
    if (tasks().stream().noneMatch(statement -> statement.id().value().equals(task)))
      throw new Refusal.BrokenRule("notATaskOfThisSurvey");
  }

  void checkRating(Rating rating) {
    check(RatingScale.Kind.IMPORTANCE, rating.importance(), "importanceOffScale");
    check(RatingScale.Kind.FREQUENCY, rating.frequency(), "frequencyOffScale");
  }

  private void check(RatingScale.Kind kind, Optional<Integer> code, String refusal) {
    var top = top(kind);
    if (code.isPresent() && (code.get() < 1 || code.get() > top))
      throw new Refusal.BrokenRule(refusal, Map.of("code", code.get(), "top", top));
  }

  /** The greatest code of a scale; 0 when it is not asked. */
  int top(RatingScale.Kind kind) {
    return scales.stream()
        .filter(scale -> scale.kind() == kind)
        .findFirst()
        .map(RatingScale::top)
        .orElse(0);
  }

  void checkChoice(String question, Optional<String> choice) {
    var asked =
        contents.questions().stream()
            .filter(one -> one.code().equals(question))
            .findFirst()
            .orElseThrow(() -> new Refusal.BrokenRule("notAQuestionOfThisSurvey"));
    var codes = asked.choices().stream().map(Choice::code).collect(Collectors.toSet());
    if (choice.isPresent() && !codes.contains(choice.get()))
      throw new Refusal.BrokenRule("notAChoiceOfTheQuestion", Map.of("question", asked.text()));
  }

  void checkDomain(UUID domain) {
    if (!domainCodes().containsKey(domain)) throw new Refusal.BrokenRule("notADomainOfThisSurvey");
  }

  /** Tasks by their code. */
  Map<String, UUID> tasksByCode() {
    return tasks().stream()
        .collect(Collectors.toMap(TaskList.TaskStatement::code, task -> task.id().value()));
  }

  Map<String, UUID> domainsByCode() {
    return domains.stream()
        .map(domain -> Map.entry(domain.code(), domain.id().value()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static <T> Map<String, T> byCode(List<T> all, Function<T, String> code) {
    return all.stream().collect(Collectors.toMap(code, Function.identity()));
  }
}
