package org.rolewright.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Tries every way to put each item on no form, one form or all; for tiny banks. */
final class BruteForce {
  private final SelectionProblem problem;
  private final List<List<Integer>> forms = new ArrayList<>();
  private long best = Long.MAX_VALUE;
  private boolean any;

  private BruteForce(SelectionProblem problem) {
    this.problem = problem;
    for (int f = 0; f < problem.forms(); f++) forms.add(new ArrayList<>());
  }

  /** The smallest objective, or nothing where no forms meet the rules. */
  static OptionalLong best(SelectionProblem problem) {
    var search = new BruteForce(problem);
    search.place(0);
    return search.any ? OptionalLong.of(search.best) : OptionalLong.empty();
  }

  private void place(int item) {
    if (item == problem.items().size()) {
      judge();
      return;
    }
    place(item + 1);
    for (var form : forms) {
      form.add(item);
      place(item + 1);
      form.removeLast();
    }
    if (forms.size() == 1 || problem.common().max() == 0) return;
    forms.forEach(form -> form.add(item));
    place(item + 1);
    forms.forEach(List::removeLast);
  }

  private void judge() {
    for (var quota : problem.quotas())
      if (quota.scope().traits().isEmpty())
        for (var form : forms) if (form.size() < quota.min() || form.size() > quota.max()) return;
    if (!FormsCheck.faults(problem, forms).isEmpty()) return;
    any = true;
    best = Math.min(best, FormsCheck.objective(problem, forms));
  }
}
