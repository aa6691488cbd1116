package org.rolewright.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Measure;

/** Counts over again what a form has; knows nothing of the solver. */
final class FormsCheck {
  private FormsCheck() {}

  /** Each broken rule in a sentence; empty when all are held. */
  static List<String> faults(SelectionProblem problem, List<List<Integer>> forms) {
    var faults = new ArrayList<String>();
    for (int f = 0; f < forms.size(); f++) {
      var form = forms.get(f);
      for (var quota : problem.quotas()) {
        int count = count(problem, form, quota.scope());
        if (count < quota.min() || count > quota.max())
          faults.add("form " + f + ": " + count + " of " + quota);
      }
      for (var total : problem.totals()) {
        double sum = sum(total.measure(), form);
        if (sum < total.min() || sum > total.max()) faults.add("form " + f + ": sum " + sum);
      }
      for (var group : problem.groups())
        if (!fits(group, form)) faults.add("form " + f + ": " + group);
    }
    var everywhere = new HashSet<>(forms.getFirst());
    forms.forEach(everywhere::retainAll);
    if (forms.size() > 1) {
      if (everywhere.size() < problem.common().min() || everywhere.size() > problem.common().max())
        faults.add("common: " + everywhere.size());
      for (int a = 0; a < forms.size(); a++)
        for (int b = a + 1; b < forms.size(); b++) {
          var both = new HashSet<>(forms.get(a));
          both.retainAll(forms.get(b));
          if (!both.equals(everywhere)) faults.add("forms " + a + " and " + b + " share " + both);
        }
    }
    return faults;
  }

  private static boolean fits(Group group, List<Integer> form) {
    long in = group.items().stream().filter(form::contains).count();
    return switch (group.kind()) {
      case ENEMIES -> in <= 1;
      case FRIENDS -> in == 0 || in == group.items().size();
      case SET -> in == 0 || in >= group.least() && in <= group.most();
    };
  }

  private static int count(SelectionProblem problem, List<Integer> form, Scope scope) {
    int count = 0;
    for (int item : form)
      if (problem.items().get(item).traits().containsAll(scope.traits())) count++;
    return count;
  }

  private static double sum(Measure measure, List<Integer> form) {
    double sum = 0;
    for (int item : form) sum += measure.values().get(item);
    return sum;
  }

  /** The goals' weighted sum, with values rounded to their units as the problem says. */
  static long objective(SelectionProblem problem, List<List<Integer>> forms) {
    long objective = 0;
    for (var goal : problem.goals()) objective += goal.weight() * value(problem, goal, forms);
    return objective;
  }

  private static long value(SelectionProblem problem, Goal goal, List<List<Integer>> forms) {
    long worst = Long.MIN_VALUE;
    long least = Long.MAX_VALUE;
    long total = 0;
    switch (goal) {
      case Goal.Closest closest -> {
        for (int m = 0; m < closest.measures().size(); m++)
          for (var form : forms) {
            var measure = closest.measures().get(m);
            long target = Math.round(closest.targets().get(m) / measure.unit());
            worst = Math.max(worst, Math.abs(units(measure, form) - target));
          }
        return worst;
      }
      case Goal.Most most -> {
        for (var measure : most.measures())
          for (var form : forms) least = Math.min(least, units(measure, form));
        return -least;
      }
      case Goal.Alike alike -> {
        for (var form : forms) {
          worst = Math.max(worst, units(alike.measure(), form));
          least = Math.min(least, units(alike.measure(), form));
        }
        return worst - least;
      }
      case Goal.Even even -> {
        for (var form : forms) {
          int high = Integer.MIN_VALUE;
          int low = Integer.MAX_VALUE;
          for (var scope : even.scopes()) {
            high = Math.max(high, count(problem, form, scope));
            low = Math.min(low, count(problem, form, scope));
          }
          total += high - low;
        }
        return total;
      }
      case Goal.Least leastGoal -> {
        for (var form : forms) total += units(leastGoal.measure(), form);
        return total;
      }
    }
  }

  private static long units(Measure measure, List<Integer> form) {
    long sum = 0;
    for (int item : form) sum += Math.round(measure.values().get(item) / measure.unit());
    return sum;
  }
}
