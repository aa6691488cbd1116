package org.rolewright.psychometrics.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;

/**
 * One rating per task by a {@link Combination}.
 *
 * <p>Missing: a respondent who left blank what the rule needs is out of numerator and denominator
 * for that task. A task without any usable respondent has no combined rating and a {@link
 * Warning.Kind#NO_DATA} naming it.
 *
 * @param rule the rule's code
 * @param tasks one per task, in order
 * @param warnings what a reader must know
 */
public record CombinedRatings(String rule, List<Task> tasks, List<Warning> warnings) {

  /**
   * One task.
   *
   * @param combined the combined rating; empty without a usable respondent
   * @param used respondents behind the first quantity of the rule
   * @param dropped respondents left out of it
   * @param means the means that were combined, in the rule's order (for a rule on products: the
   *     mean product; for one on means: mean importance, mean frequency, …)
   */
  public record Task(OptionalDouble combined, int used, int dropped, List<OptionalDouble> means) {}

  /** Combines. */
  public static CombinedRatings of(TaskRatings ratings, Combination rule) {
    int tasks = ratings.tasks();
    double[][] means = new double[rule.quantities().size()][tasks];
    int[] used = new int[tasks];
    for (int k = 0; k < means.length; k++) {
      for (int t = 0; t < tasks; t++) {
        int n = mean(ratings, rule.quantities().get(k), t, means[k]);
        used[t] = k == 0 ? n : used[t];
      }
    }
    double[] combined = rule.combine().apply(means);
    var results = new ArrayList<Task>();
    var warnings = new ArrayList<Warning>();
    for (int t = 0; t < tasks; t++) {
      int task = t;
      var parts = java.util.Arrays.stream(means).map(m -> Optionals.finite(m[task])).toList();
      results.add(
          new Task(Optionals.finite(combined[t]), used[t], ratings.respondents() - used[t], parts));
      if (results.getLast().combined().isEmpty()) {
        boolean none = parts.stream().anyMatch(OptionalDouble::isEmpty);
        warnings.add(
            Warning.of(none ? Warning.Kind.NO_DATA : Warning.Kind.NO_VARIANCE, "task " + (t + 1)));
      }
    }
    return new CombinedRatings(rule.code(), List.copyOf(results), List.copyOf(warnings));
  }

  /** The combined ratings in order. */
  public List<OptionalDouble> values() {
    return tasks.stream().map(Task::combined).toList();
  }

  private static int mean(
      TaskRatings ratings, Combination.Quantity quantity, int task, double[] means) {
    double sum = 0;
    int n = 0;
    for (int r = 0; r < ratings.respondents(); r++) {
      double value =
          quantity.of(
              ratings.importance().value(r, task),
              ratings.frequency().value(r, task),
              ratings.notPerformed(r, task));
      if (!Double.isNaN(value)) {
        sum += value;
        n++;
      }
    }
    means[task] = sum / n;
    return n;
  }
}
