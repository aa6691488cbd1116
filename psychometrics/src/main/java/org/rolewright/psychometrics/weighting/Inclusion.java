package org.rolewright.psychometrics.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.rating.TaskDescriptives;

/**
 * Which tasks a rule keeps, and why.
 *
 * @param rule the rule's code
 * @param decisions one per task in order
 * @param warnings {@link Warning.Kind#NO_DATA} for tasks whose figures are not available
 */
public record Inclusion(String rule, List<Decision> decisions, List<Warning> warnings) {

  /**
   * One task.
   *
   * @param kept whether every condition holds
   * @param checks the conditions with the task's figures
   */
  public record Decision(boolean kept, List<Check> checks) {}

  /**
   * One condition of one task.
   *
   * @param figure what was looked at
   * @param value its value; empty when not available
   * @param cut the least value
   * @param holds whether it is met
   */
  public record Check(String figure, OptionalDouble value, double cut, boolean holds) {}

  /** Applies the rule. */
  public static Inclusion of(List<TaskDescriptives> tasks, InclusionRule rule) {
    var decisions = new ArrayList<Decision>();
    var warnings = new ArrayList<Warning>();
    for (TaskDescriptives task : tasks) {
      var checks = rule.conditions().stream().map(c -> check(task, c)).toList();
      decisions.add(new Decision(checks.stream().allMatch(Check::holds), checks));
      if (checks.stream().anyMatch(c -> c.value().isEmpty())) {
        warnings.add(Warning.of(Warning.Kind.NO_DATA, "task " + (task.task() + 1)));
      }
    }
    return new Inclusion(rule.code(), List.copyOf(decisions), List.copyOf(warnings));
  }

  /** Whether each task is kept, for {@link Outline#keeping}. */
  public boolean[] kept() {
    boolean[] kept = new boolean[decisions.size()];
    for (int t = 0; t < kept.length; t++) {
      kept[t] = decisions.get(t).kept();
    }
    return kept;
  }

  private static Check check(TaskDescriptives task, InclusionRule.Condition condition) {
    OptionalDouble value = condition.of().of(task);
    return new Check(condition.figure(), value, condition.cut(), condition.holds(value));
  }
}
