package org.rolewright.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rolewright.selection.Scope.Kind;
import org.rolewright.selection.Scope.Trait;
import org.rolewright.selection.SelectionProblem.Common;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Quota;
import org.rolewright.selection.SelectionProblem.Total;

/** Two parallel forms of 100 from a made-up bank of 1,000, possible and impossible. */
final class LargeProblem {
  private static final int DOMAINS = 5;
  private static final int TASKS = 4;

  /** A cell of the bank that is short, with how many items there are and how many are wanted. */
  record Impossible(SelectionProblem problem, Scope scope, int have, int wanted) {}

  private LargeProblem() {}

  /** Five domains of four tasks, levels, time, keys, sets, and pairs of enemies. */
  static SelectionProblem of(int enemies) {
    var bank = Bank.of(7, 1000, DOMAINS, TASKS);
    var quotas = new ArrayList<Quota>();
    quotas.add(Quota.exactly(Scope.ALL, 100));
    for (int d = 0; d < DOMAINS; d++) {
      quotas.add(Quota.exactly(Bank.domain(d), 20));
      for (int t = 0; t < TASKS; t++) quotas.add(new Quota(bank.task("D" + d + "." + t), 4, 6));
    }
    quotas.add(new Quota(Bank.level("recall"), 20, 30));
    quotas.add(new Quota(Bank.level("application"), 40, 50));
    quotas.add(new Quota(Bank.level("analysis"), 25, 35));
    var random = new Random(3);
    var groups = new ArrayList<Group>();
    groups.addAll(bank.groups(Group.Kind.ENEMIES, enemies, 2, random));
    groups.addAll(bank.groups(Group.Kind.SET, 10, 4, random));
    var keys = "abcd".chars().mapToObj(k -> Scope.of(new Trait(Kind.KEY, "" + (char) k))).toList();
    double mean = 70;
    double squares = 100 * (0.7 * 0.7 + 0.15 * 0.15);
    return new SelectionProblem(
        bank.items(),
        2,
        quotas,
        List.of(new Total(bank.seconds(), 7000, 7500)),
        groups,
        new Common(20, 20, List.of()),
        List.of(
            new Goal.Closest(List.of(bank.p()), List.of(mean), 10),
            new Goal.Closest(List.of(bank.pSquared()), List.of(squares), 5),
            new Goal.Alike(bank.p(), 10),
            new Goal.Even(keys, 100)),
        List.of());
  }

  /** Both forms want more of one cell than there is, and share nothing. */
  static Impossible impossible() {
    var possible = of(60);
    var scope = Bank.domain(2).and(Kind.TASK, "D2.1").and(Kind.LEVEL, "analysis");
    int have = possible.covered(scope).size();
    int each = (have + 4 + 1) / 2;
    var quotas = new ArrayList<>(loosened(possible.quotas()));
    quotas.add(new Quota(scope, each, 100));
    var problem =
        new SelectionProblem(
            possible.items(),
            2,
            quotas,
            possible.totals(),
            List.of(),
            Common.NONE,
            possible.goals(),
            writable());
    return new Impossible(problem, scope, have, 2 * each);
  }

  private static List<Scope> writable() {
    var writable = new ArrayList<Scope>();
    for (int d = 0; d < DOMAINS; d++)
      for (int t = 0; t < TASKS; t++) {
        var task = Bank.domain(d).and(Kind.TASK, "D" + d + "." + t);
        writable.add(task);
        for (var level : Bank.LEVELS) writable.add(task.and(Kind.LEVEL, level));
      }
    return writable;
  }

  /** Leaves room in the tasks, so that one cell alone is short. */
  private static List<Quota> loosened(List<Quota> quotas) {
    return quotas.stream()
        .map(q ->
            q.scope().value(Kind.TASK).isPresent() && q.scope().value(Kind.LEVEL).isEmpty()
                ? new Quota(q.scope(), 2, 100)
                : q)
        .toList();
  }

  /** Every rule that the forms must hold. */
  static int constraints(SelectionProblem problem) {
    return problem.quotas().size() + problem.totals().size() + problem.groups().size();
  }
}
