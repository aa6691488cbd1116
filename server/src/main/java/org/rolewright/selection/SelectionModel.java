package org.rolewright.selection;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Group;
import org.rolewright.selection.SelectionProblem.Measure;
import org.rolewright.selection.SelectionProblem.Quota;
import org.rolewright.selection.SelectionProblem.Total;
import org.rolewright.selection.SelectionResult.Rule;

/**
 * The problem as the solver takes it: a switch for each item on each form, one more for an item
 * that all forms share, and every rule as a linear constraint over them.
 *
 * <p>The strict model strives for the goals. The elastic one always has a solution: items that are
 * not in the bank may be made up at a price, and wishes may be missed at a higher one; what it pays
 * for is what is missing.
 */
final class SelectionModel {
  private static final long MADE_UP = 100;
  private static final long MISSED = 1000;

  private final SelectionProblem problem;
  private final boolean elastic;
  private final Set<Rule> without;
  private final CpModel model = new CpModel();
  private final BoolVar[][] own;
  private final List<BoolVar> shared = new ArrayList<>();
  private final List<List<IntVar>> madeUp = new ArrayList<>();
  private final List<Slack> slacks = new ArrayList<>();
  private final LinearExprBuilder objective = LinearExpr.newBuilder();

  /** Room that a wish may be missed by; {@code sign} tells below from above. */
  record Slack(String name, Scope scope, int sign, double unit, IntVar variable) {}

  private SelectionModel(SelectionProblem problem, boolean elastic, Set<Rule> without) {
    this.problem = problem;
    this.elastic = elastic;
    this.without = without;
    own = new BoolVar[problem.forms()][problem.items().size()];
    switches();
    for (int form = 0; form < problem.forms(); form++) {
      for (var quota : problem.quotas()) hold(quota, form);
      if (allows(Rule.TOTALS)) for (var total : problem.totals()) hold(total, form);
      for (var group : problem.groups()) hold(group, form);
    }
    holdCommon();
    if (!elastic) for (var goal : problem.goals()) strive(goal);
    model.minimize(objective);
  }

  /** Wishes as rules, goals as the objective. */
  static SelectionModel strict(SelectionProblem problem) {
    return new SelectionModel(problem, false, Set.of());
  }

  /** What would be missing, were some rules not there. */
  static SelectionModel elastic(SelectionProblem problem, Set<Rule> without) {
    return new SelectionModel(problem, true, without);
  }

  CpModel model() {
    return model;
  }

  private boolean allows(Rule rule) {
    return !without.contains(rule);
  }

  private void switches() {
    for (int form = 0; form < problem.forms(); form++) {
      for (int i = 0; i < problem.items().size(); i++)
        own[form][i] = model.newBoolVar("f" + form + "i" + i);
      if (elastic) madeUp.add(madeUp(form));
    }
    if (problem.forms() == 1) return;
    for (int i = 0; i < problem.items().size(); i++) standOnce(i);
  }

  private List<IntVar> madeUp(int form) {
    var variables = new ArrayList<IntVar>();
    for (var kind : problem.writable()) {
      var variable = model.newIntVar(0, problem.items().size() + 1000L, "new" + form);
      objective.addTerm(variable, MADE_UP + kind.traits().size());
      variables.add(variable);
    }
    return variables;
  }

  private void standOnce(int item) {
    var places = new ArrayList<Literal>();
    for (var form : own) places.add(form[item]);
    if (problem.common().max() > 0) {
      shared.add(model.newBoolVar("c" + item));
      places.add(shared.getLast());
    }
    if (allows(Rule.SHARING)) model.addAtMostOne(places);
    else if (!shared.isEmpty())
      for (var form : own) model.addAtMostOne(new Literal[] {form[item], shared.getLast()});
  }

  private void add(LinearExprBuilder sum, int form, int item, long factor) {
    sum.addTerm(own[form][item], factor);
    if (!shared.isEmpty()) sum.addTerm(shared.get(item), factor);
  }

  private LinearExprBuilder sum(int form, List<Integer> items, ToLongFunction<Integer> factor) {
    var sum = LinearExpr.newBuilder();
    for (int item : items) add(sum, form, item, factor.applyAsLong(item));
    return sum;
  }

  private LinearExprBuilder count(int form, Scope scope) {
    return sum(form, problem.covered(scope), _ -> 1);
  }

  private LinearExprBuilder sum(int form, Measure measure) {
    return sum(form, everything(), measure::of);
  }

  private List<Integer> everything() {
    return IntStream.range(0, problem.items().size()).boxed().toList();
  }

  private void hold(Quota quota, int form) {
    if (quota.scope().value(Scope.Kind.FORM).isPresent() && !allows(Rule.OVERLAP)) return;
    var count = count(form, quota.scope());
    if (elastic)
      for (int k = 0; k < problem.writable().size(); k++)
        if (quota.scope().covers(problem.writable().get(k).traits()))
          count.add(madeUp.get(form).get(k));
    between(
        count,
        quota.min(),
        quota.max(),
        new Wish("quota", quota.scope(), 1, MISSED, quota.max() + size()));
  }

  /** More than any form can have. */
  private long size() {
    return problem.items().size();
  }

  /** Above what any form's sum can be. */
  private long most(Measure measure) {
    return everything().stream().mapToLong(item -> Math.abs(measure.of(item))).sum() + 1;
  }

  private void hold(Total total, int form) {
    var measure = total.measure();
    var sum = sum(form, measure);
    if (elastic) for (var made : madeUp.get(form)) sum.addTerm(made, measure.average());
    between(
        sum,
        total.least(),
        total.most(),
        new Wish(measure.name(), Scope.ALL, measure.unit(), 1, most(measure)));
  }

  /** Whose limits they are, what missing them by one costs, and how far they can be missed. */
  private record Wish(String name, Scope scope, double unit, long price, long room) {}

  private void between(LinearExprBuilder sum, long min, long max, Wish wish) {
    if (elastic) {
      sum.add(slack(wish, -1));
      sum.addTerm(slack(wish, 1), -1);
    }
    model.addLinearConstraint(sum, min, max);
  }

  private IntVar slack(Wish wish, int sign) {
    var variable = model.newIntVar(0, wish.room(), "slack");
    objective.addTerm(variable, wish.price());
    slacks.add(new Slack(wish.name(), wish.scope(), sign, wish.unit(), variable));
    return variable;
  }

  private void hold(Group group, int form) {
    switch (group.kind()) {
      case ENEMIES -> {
        if (allows(Rule.ENEMIES)) model.addLessOrEqual(sum(form, group.items(), _ -> 1), 1);
      }
      case FRIENDS -> {
        if (allows(Rule.FRIENDS)) allOrNone(group, form);
      }
      case SET -> {
        if (allows(Rule.SETS)) whole(group, form);
      }
    }
  }

  private void allOrNone(Group group, int form) {
    for (int item : group.items()) {
      var difference = sum(form, List.of(group.items().getFirst()), _ -> 1);
      add(difference, form, item, -1);
      model.addEquality(difference, 0);
    }
  }

  private void whole(Group set, int form) {
    var used = model.newBoolVar("set");
    model.addGreaterOrEqual(sum(form, set.items(), _ -> 1).addTerm(used, -set.least()), 0);
    model.addLessOrEqual(sum(form, set.items(), _ -> 1).addTerm(used, -set.most()), 0);
  }

  private void holdCommon() {
    if (shared.isEmpty()) return;
    var all = LinearExpr.newBuilder();
    shared.forEach(all::add);
    var common = problem.common();
    between(all, common.min(), common.max(), new Wish("common", Scope.ALL, 1, MISSED, size()));
    for (var quota : common.quotas()) {
      var some = LinearExpr.newBuilder();
      for (int item : problem.covered(quota.scope())) some.add(shared.get(item));
      between(some, quota.min(), quota.max(), new Wish("common", quota.scope(), 1, MISSED, size()));
    }
  }

  private void strive(Goal goal) {
    switch (goal) {
      case Goal.Closest closest -> closest(closest);
      case Goal.Most most -> most(most);
      case Goal.Alike alike -> {
        var sums = forms().map(form -> sum(form, alike.measure())).toList();
        objective.addTerm(spread(sums, most(alike.measure())), goal.weight());
      }
      case Goal.Even even -> {
        for (int form = 0; form < problem.forms(); form++) {
          int at = form;
          var counts = even.scopes().stream().map(scope -> count(at, scope)).toList();
          objective.addTerm(spread(counts, size()), goal.weight());
        }
      }
      case Goal.Least least ->
          forms()
              .forEach(form -> {
                for (int i : everything()) add(objective, form, i, cost(least, i));
              });
    }
  }

  private static long cost(Goal.Least least, int item) {
    return least.weight() * least.measure().of(item);
  }

  private java.util.stream.Stream<Integer> forms() {
    return IntStream.range(0, problem.forms()).boxed();
  }

  private void closest(Goal.Closest goal) {
    var distance = model.newIntVar(0, reach(goal), "distance");
    for (int m = 0; m < goal.measures().size(); m++) {
      var measure = goal.measures().get(m);
      long target = goal.target(m);
      for (int form = 0; form < problem.forms(); form++) {
        model.addLessOrEqual(sum(form, measure).addTerm(distance, -1), target);
        model.addGreaterOrEqual(sum(form, measure).addTerm(distance, 1), target);
      }
    }
    objective.addTerm(distance, goal.weight());
  }

  private long reach(Goal.Closest goal) {
    return IntStream.range(0, goal.measures().size())
        .mapToLong(m -> most(goal.measures().get(m)) + goal.target(m))
        .max()
        .orElse(0);
  }

  private void most(Goal.Most goal) {
    long far = goal.measures().stream().mapToLong(this::most).max().orElse(0);
    var least = model.newIntVar(-far, far, "least");
    for (var measure : goal.measures())
      for (int form = 0; form < problem.forms(); form++)
        model.addGreaterOrEqual(sum(form, measure).addTerm(least, -1), 0);
    objective.addTerm(least, -goal.weight());
  }

  /** The greatest of some sums less the smallest. */
  private IntVar spread(List<LinearExprBuilder> sums, long far) {
    var low = model.newIntVar(-far, far, "low");
    var spread = model.newIntVar(0, far, "spread");
    for (var sum : sums) {
      model.addLessOrEqual(low, sum);
      model.addGreaterOrEqual(LinearExpr.newBuilder().add(low).add(spread), sum);
    }
    return spread;
  }

  /** Begins the search from forms that are known. */
  void startFrom(List<List<Integer>> forms, List<Integer> common) {
    for (int form = 0; form < own.length; form++)
      for (int i = 0; i < own[form].length; i++)
        model.addHint(own[form][i], forms.get(form).contains(i) && !common.contains(i));
    for (int i = 0; i < shared.size(); i++) model.addHint(shared.get(i), common.contains(i));
  }

  /** The places of each form's items. */
  List<List<Integer>> forms(CpSolver found) {
    return forms()
        .map(form ->
            everything().stream()
                .filter(i -> found.booleanValue(own[form][i]) || isCommon(found, i))
                .toList())
        .toList();
  }

  /** The places of the items that all forms share. */
  List<Integer> common(CpSolver found) {
    return everything().stream().filter(i -> isCommon(found, i)).toList();
  }

  private boolean isCommon(CpSolver found, int item) {
    return !shared.isEmpty() && found.booleanValue(shared.get(item));
  }

  /** How many items of a writable kind had to be made up, over all forms. */
  long madeUp(CpSolver found, int kind) {
    return madeUp.stream().mapToLong(form -> found.value(form.get(kind))).sum();
  }

  List<Slack> slacks() {
    return slacks;
  }
}
