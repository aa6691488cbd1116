package org.rolewright.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Measure;

/**
 * Betters forms by exchanging one item for one that stands nowhere, for as long as that helps.
 * Every rule stays held, and the same forms always lead to the same forms. It reaches within
 * moments what the solver's search finds late; the solver's bound tells how much is left.
 */
final class Exchange {
  private final SelectionProblem problem;
  private final List<Row> rows = new ArrayList<>();
  private final List<int[]> rowsOfGoals = new ArrayList<>();
  private final Set<Integer> bound;
  private final List<TreeSet<Integer>> forms = new ArrayList<>();
  private final TreeSet<Integer> free = new TreeSet<>();
  private final long[][] sums;

  /**
   * Whether distances count by their squares: the worst of several forms cannot be bettered alone
   * as long as only the worst counts.
   */
  private boolean squared;

  /** A sum over a form's items with its limits. */
  private record Row(long[] factors, long min, long max) {}

  private Exchange(SelectionProblem problem, List<List<Integer>> forms, List<Integer> common) {
    this.problem = problem;
    for (int i = 0; i < problem.items().size(); i++) free.add(i);
    for (var form : forms) {
      this.forms.add(new TreeSet<>(form));
      free.removeAll(form);
    }
    bound = new HashSet<>(common);
    addRules();
    for (var goal : problem.goals()) rowsOfGoals.add(rows(goal));
    sums = new long[forms.size()][rows.size()];
    for (int f = 0; f < sums.length; f++) for (int item : forms.get(f)) add(sums[f], item, 1);
  }

  /** Better forms, or the same. */
  static List<List<Integer>> of(
      SelectionProblem problem, List<List<Integer>> forms, List<Integer> common) {
    return new Exchange(problem, forms, common).exchange();
  }

  /** The goals' weighted sum in whole units, as the solver's model has it. */
  static long objective(SelectionProblem problem, List<List<Integer>> forms) {
    return new Exchange(problem, forms, List.of()).objective();
  }

  private void addRules() {
    for (var quota : problem.quotas())
      rows.add(new Row(indicator(problem.covered(quota.scope())), quota.min(), quota.max()));
    for (var total : problem.totals()) rows.add(limited(total));
    for (var group : problem.groups())
      if (group.kind() == Group.Kind.ENEMIES) rows.add(new Row(indicator(group.items()), 0, 1));
      else bound.addAll(group.items());
  }

  private Row limited(SelectionProblem.Total total) {
    return new Row(factors(total.measure()), total.least(), total.most());
  }

  private long[] indicator(List<Integer> items) {
    var factors = new long[problem.items().size()];
    for (int item : items) factors[item] = 1;
    return factors;
  }

  private long[] factors(Measure measure) {
    var factors = new long[problem.items().size()];
    for (int item = 0; item < factors.length; item++) factors[item] = measure.of(item);
    return factors;
  }

  private int unlimited(long[] factors) {
    rows.add(new Row(factors, Long.MIN_VALUE, Long.MAX_VALUE));
    return rows.size() - 1;
  }

  private int[] rows(Goal goal) {
    return switch (goal) {
      case Goal.Closest closest -> rows(closest.measures());
      case Goal.Most most -> rows(most.measures());
      case Goal.Alike alike -> rows(List.of(alike.measure()));
      case Goal.Least least -> rows(List.of(least.measure()));
      case Goal.Even even ->
          even.scopes().stream()
              .mapToInt(scope -> unlimited(indicator(problem.covered(scope))))
              .toArray();
    };
  }

  private int[] rows(List<Measure> measures) {
    return measures.stream().mapToInt(measure -> unlimited(factors(measure))).toArray();
  }

  private void add(long[] sum, int item, int sign) {
    for (int r = 0; r < sum.length; r++) sum[r] += sign * rows.get(r).factors()[item];
  }

  private List<List<Integer>> exchange() {
    squared = true;
    while (pass()) {}
    squared = false;
    while (pass()) {}
    return forms.stream().map(List::copyOf).toList();
  }

  /** Tries the exchange of each item once; whether any helped. */
  private boolean pass() {
    boolean helped = false;
    for (int f = 0; f < sums.length; f++)
      for (int item : List.copyOf(forms.get(f)))
        if (!bound.contains(item)) helped |= exchange(f, item);
    return helped;
  }

  private boolean exchange(int form, int item) {
    long best = objective();
    int taken = -1;
    for (int other : free) {
      if (bound.contains(other) || !fits(form, item, other)) continue;
      swap(form, item, other);
      long now = objective();
      swap(form, other, item);
      if (now >= best) continue;
      best = now;
      taken = other;
    }
    if (taken < 0) return false;
    swap(form, item, taken);
    free.add(item);
    free.remove(taken);
    forms.get(form).remove(item);
    forms.get(form).add(taken);
    return true;
  }

  private boolean fits(int form, int out, int in) {
    for (int r = 0; r < sums[form].length; r++) {
      var row = rows.get(r);
      long change = row.factors()[in] - row.factors()[out];
      long after = sums[form][r] + change;
      if (change != 0 && (after < row.min() || after > row.max())) return false;
    }
    return true;
  }

  private void swap(int form, int out, int in) {
    add(sums[form], out, -1);
    add(sums[form], in, 1);
  }

  private long objective() {
    long objective = 0;
    for (int g = 0; g < rowsOfGoals.size(); g++) {
      var goal = problem.goals().get(g);
      objective += goal.weight() * value(goal, rowsOfGoals.get(g));
    }
    return objective;
  }

  private long value(Goal goal, int[] of) {
    return switch (goal) {
      case Goal.Closest closest -> farthest(closest, of);
      case Goal.Most _ -> {
        long least = Long.MAX_VALUE;
        for (var sum : sums) for (int r : of) least = Math.min(least, sum[r]);
        yield -least;
      }
      case Goal.Alike _ -> {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (var sum : sums) {
          low = Math.min(low, sum[of[0]]);
          high = Math.max(high, sum[of[0]]);
        }
        yield counted(high - low);
      }
      case Goal.Even _ -> {
        long spread = 0;
        for (var sum : sums) spread += spread(sum, of);
        yield spread;
      }
      case Goal.Least _ -> {
        long total = 0;
        for (var sum : sums) total += sum[of[0]];
        yield total;
      }
    };
  }

  private long farthest(Goal.Closest goal, int[] of) {
    long farthest = 0;
    long all = 0;
    for (int m = 0; m < of.length; m++)
      for (var sum : sums) {
        long distance = Math.abs(sum[of[m]] - goal.target(m));
        farthest = Math.max(farthest, distance);
        all += distance * distance;
      }
    return squared ? all : farthest;
  }

  private long spread(long[] sum, int[] of) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int r : of) {
      low = Math.min(low, sum[r]);
      high = Math.max(high, sum[r]);
    }
    return counted(high - low);
  }

  private long counted(long distance) {
    return squared ? distance * distance : distance;
  }
}
