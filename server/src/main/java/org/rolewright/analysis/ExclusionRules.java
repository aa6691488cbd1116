package org.rolewright.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rolewright.analysis.Respondents.Reason;
import org.rolewright.study.ExclusionRule;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.Rating;
import org.rolewright.workshop.TaskList;

/** Which responses count, by the rule of the frozen plan. */
record ExclusionRules(ExclusionRule rule, TaskList tasks) {
  private static final int LEAST_FOR_A_LINE = 10;

  /** The responses that count, in the order of the survey. */
  List<Response> kept(List<Response> responses) {
    return responses.stream().filter(response -> reason(response).isEmpty()).toList();
  }

  /** How many are left out, reason by reason; also a reason that met nobody. */
  List<Respondents.Exclusion> counted(List<Response> responses) {
    var counts = new TreeMap<Reason, Integer>();
    for (var reason : Reason.values()) counts.put(reason, 0);
    for (var response : responses)
      reason(response).ifPresent(reason -> counts.merge(reason, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> new Respondents.Exclusion(count.getKey(), count.getValue()))
        .toList();
  }

  /** Why a response is left out; empty when it counts. */
  Optional<Reason> reason(Response response) {
    if (answered(response) < rule.leastAnsweredPercent() / 100 * tasks.tasks().count())
      return Optional.of(Reason.TOO_FEW_ANSWERS);
    if (rule.dropStraightLines() && straight(response)) return Optional.of(Reason.STRAIGHT_LINE);
    return Optional.empty();
  }

  private long answered(Response response) {
    return tasks
        .tasks()
        .map(task -> response.ratings().get(task.id()))
        .filter(Objects::nonNull)
        .filter(rating -> rating.performed().isPresent() || rating.importance().isPresent())
        .count();
  }

  private boolean straight(Response response) {
    var given =
        tasks
            .tasks()
            .map(task -> response.ratings().get(task.id()))
            .filter(Objects::nonNull)
            .map(Rating::importance)
            .flatMap(Optional::stream)
            .toList();
    return given.size() >= LEAST_FOR_A_LINE && given.stream().distinct().count() == 1;
  }
}
