package org.rolewright.selection;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.rolewright.selection.SelectionProblem.Goal;
import org.rolewright.selection.SelectionProblem.Measure;
import org.rolewright.selection.SelectionResult.Achieved;
import org.rolewright.selection.SelectionResult.Broken;
import org.rolewright.selection.SelectionResult.Held;
import org.rolewright.selection.SelectionResult.Missing;
import org.rolewright.selection.SelectionResult.Rule;
import org.rolewright.selection.SelectionResult.Status;

/**
 * Chooses items: first whether forms exist at all and, where not, what is missing; then the best
 * within the effort.
 *
 * <p>Effort is counted in the solver's own deterministic time, so the same problem gives the same
 * forms on any day; a limit by the clock stands behind it for a machine that is much slower.
 *
 * <p>Source: van der Linden, Linear Models for Optimal Test Design (2005), chapters 2, 4 and 6;
 * elastic filtering after Chinneck, Feasibility and Infeasibility in Optimization (2008), 6.2.
 */
public final class Selection {
  /** Deterministic seconds for what is wanting, and for all cures together. */
  private static final double TO_EXPLAIN = 2;

  private static final double TO_CURE = 2;

  /** Clock seconds for each of these searches, on a machine much slower than any of today. */
  private static final double AT_MOST = 30;

  private final SelectionProblem problem;
  private final Effort effort;
  private final Watch watch;
  private final long start = System.nanoTime();

  /**
   * How long and how the search goes.
   *
   * @param workers strands of the solver; their number is part of what the result depends on
   * @param work deterministic seconds for the search of the best
   * @param enough the search ends when objective and bound are so near
   * @param atMost limit by the clock
   */
  public record Effort(int seed, int workers, double work, double enough, Duration atMost) {
    public static Effort withDefaults() {
      return new Effort(1, 2, 6, 0, Duration.ofSeconds(25));
    }

    Effort toExplain(double work, double seconds) {
      return new Effort(seed, 1, work, 0, Duration.ofMillis((long) (1000 * seconds)));
    }
  }

  /** Hears how far the search is, and ends it by an exception. */
  public interface Watch {
    void at(double fraction);
  }

  private Selection(SelectionProblem problem, Effort effort, Watch watch) {
    this.problem = problem;
    this.effort = effort;
    this.watch = watch;
    Loader.loadNativeLibraries();
  }

  public static SelectionResult solve(SelectionProblem problem, Effort effort, Watch watch) {
    return new Selection(problem, effort, watch).solve();
  }

  private SelectionResult solve() {
    var elastic = SelectionModel.elastic(problem, Set.of());
    var first = solver(effort.toExplain(TO_EXPLAIN, AT_MOST));
    var status = run(first, elastic);
    if (!hasSolution(status)) return nothing(Status.UNDECIDED);
    if (first.objectiveValue() < 0.5) return best(elastic, first);
    if (status == CpSolverStatus.OPTIMAL || first.bestObjectiveBound() > 0.5)
      return impossible(elastic, first);
    return best(elastic, first);
  }

  private SelectionResult best(SelectionModel elastic, CpSolver first) {
    var common = elastic.common(first);
    var strict = SelectionModel.strict(problem);
    strict.startFrom(Exchange.of(problem, elastic.forms(first), common), common);
    var solver = solver(effort);
    var status = run(solver, strict);
    if (status == CpSolverStatus.INFEASIBLE) return impossible(elastic, first);
    return hasSolution(status) ? found(strict, solver) : nothing(Status.UNDECIDED);
  }

  private static boolean hasSolution(CpSolverStatus status) {
    return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
  }

  private CpSolver solver(Effort now) {
    var solver = new CpSolver();
    double left = effort.atMost().toMillis() / 1000.0 - elapsed();
    solver
        .getParameters()
        .setRandomSeed(now.seed())
        .setNumWorkers(now.workers())
        .setInterleaveSearch(now.workers() > 1)
        .setLinearizationLevel(2)
        .setMaxDeterministicTime(now.work())
        .setAbsoluteGapLimit(now.enough())
        .setCatchSigintSignal(false) // Ctrl-C belongs to the program
        .setMaxTimeInSeconds(Math.max(0.1, Math.min(left, now.atMost().toMillis() / 1000.0)));
    return solver;
  }

  private double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Solves, while a second strand tells how far it is and hears the wish to stop. The strand is
   * never interrupted: it may be writing to the database, whose connection that would break.
   */
  private CpSolverStatus run(CpSolver solver, SelectionModel model) {
    var stopped = new ArrayList<RuntimeException>();
    var over = new CountDownLatch(1);
    var ticker = Thread.startVirtualThread(() -> tick(solver, over, stopped));
    var status = solver.solve(model.model());
    over.countDown();
    join(ticker);
    if (!stopped.isEmpty()) throw stopped.getFirst();
    if (status == CpSolverStatus.MODEL_INVALID)
      throw new IllegalArgumentException(model.model().validate());
    return status;
  }

  private void tick(CpSolver solver, CountDownLatch over, List<RuntimeException> stopped) {
    try {
      do watch.at(Math.min(0.99, elapsed() / effort.atMost().toSeconds()));
      while (!over.await(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException wish) {
      stopped.add(wish);
      solver.stopSearch();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private SelectionResult found(SelectionModel model, CpSolver solver) {
    var common = model.common(solver);
    var forms = Exchange.of(problem, model.forms(solver), common);
    long objective = Exchange.objective(problem, forms);
    return new SelectionResult(
        objective - solver.bestObjectiveBound() < 0.5 ? Status.OPTIMAL : Status.FOUND,
        forms,
        common,
        objective,
        solver.bestObjectiveBound(),
        held(forms),
        achieved(forms),
        List.of(),
        List.of(),
        List.of(),
        elapsed());
  }

  private SelectionResult nothing(Status status) {
    return unmet(status, List.of(), List.of(), List.of());
  }

  private SelectionResult unmet(
      Status status, List<Missing> missing, List<Broken> broken, List<Rule> cures) {
    return new SelectionResult(
        status, List.of(), List.of(), 0, 0, List.of(), List.of(), missing, broken, cures,
        elapsed());
  }

  private SelectionResult impossible(SelectionModel elastic, CpSolver solver) {
    var missing = new ArrayList<Missing>();
    for (int kind = 0; kind < problem.writable().size(); kind++) {
      int count = (int) elastic.madeUp(solver, kind);
      var scope = problem.writable().get(kind);
      if (count > 0) missing.add(new Missing(scope, count, problem.covered(scope).size()));
    }
    return unmet(Status.IMPOSSIBLE, missing, broken(elastic, solver), cures());
  }

  /** Wishes missed, the forms taken together. */
  private static List<Broken> broken(SelectionModel elastic, CpSolver solver) {
    var sums = new LinkedHashMap<Map.Entry<String, Scope>, Double>();
    for (var slack : elastic.slacks()) {
      double excess = slack.sign() * slack.unit() * solver.value(slack.variable());
      if (excess != 0) sums.merge(Map.entry(slack.name(), slack.scope()), excess, Double::sum);
    }
    return sums.entrySet().stream()
        .map(e -> new Broken(e.getKey().getKey(), e.getKey().getValue(), e.getValue()))
        .toList();
  }

  /** Rules each of which, taken away alone, would let forms exist. */
  private List<Rule> cures() {
    double left = TO_CURE;
    var cures = new ArrayList<Rule>();
    for (var rule : rules()) {
      if (left <= 0) break;
      var solver = solver(effort.toExplain(left, AT_MOST));
      var status = run(solver, SelectionModel.elastic(problem, EnumSet.of(rule)));
      if (hasSolution(status) && solver.objectiveValue() < 0.5) cures.add(rule);
      left -= solver.response().getDeterministicTime();
    }
    return cures;
  }

  private List<Rule> rules() {
    var rules = EnumSet.noneOf(Rule.class);
    for (var group : problem.groups())
      rules.add(
          switch (group.kind()) {
            case ENEMIES -> Rule.ENEMIES;
            case FRIENDS -> Rule.FRIENDS;
            case SET -> Rule.SETS;
          });
    if (!problem.totals().isEmpty()) rules.add(Rule.TOTALS);
    if (problem.forms() > 1) rules.add(Rule.SHARING);
    if (problem.quotas().stream().anyMatch(q -> q.scope().value(Scope.Kind.FORM).isPresent()))
      rules.add(Rule.OVERLAP);
    return List.copyOf(rules);
  }

  private List<Held> held(List<List<Integer>> forms) {
    var held = new ArrayList<Held>();
    for (var quota : problem.quotas())
      held.add(
          new Held("quota", quota.scope(), quota.min(), quota.max(), counts(forms, quota.scope())));
    for (var total : problem.totals())
      held.add(
          new Held(
              total.measure().name(),
              Scope.ALL,
              total.min(),
              total.max(),
              sums(forms, total.measure())));
    return held;
  }

  private List<Double> counts(List<List<Integer>> forms, Scope scope) {
    var covered = Set.copyOf(problem.covered(scope));
    return forms.stream()
        .map(form -> (double) form.stream().filter(covered::contains).count())
        .toList();
  }

  private static List<Double> sums(List<List<Integer>> forms, Measure measure) {
    return forms.stream()
        .map(form -> form.stream().mapToDouble(measure.values()::get).sum())
        .toList();
  }

  private List<Achieved> achieved(List<List<Integer>> forms) {
    return problem.goals().stream().flatMap(goal -> achieved(goal, forms).stream()).toList();
  }

  private List<Achieved> achieved(Goal goal, List<List<Integer>> forms) {
    return switch (goal) {
      case Goal.Closest closest ->
          IntStream.range(0, closest.measures().size())
              .mapToObj(m -> closest(closest, m, forms))
              .toList();
      case Goal.Most most ->
          most.measures().stream()
              .map(m -> achieved("most", m, forms, s -> s.min().orElse(0)))
              .toList();
      case Goal.Alike alike ->
          List.of(achieved("alike", alike.measure(), forms, Selection::spread));
      case Goal.Least least -> List.of(achieved("least", least.measure(), forms, s -> s.sum()));
      case Goal.Even even -> {
        var perForm =
            forms.stream()
                .map(form ->
                    spread(
                        even.scopes().stream()
                            .mapToDouble(scope -> counts(List.of(form), scope).getFirst())))
                .toList();
        yield List.of(
            new Achieved(
                "even", "", perForm.stream().mapToDouble(d -> d).max().orElse(0), perForm));
      }
    };
  }

  private static Achieved closest(Goal.Closest goal, int m, List<List<Integer>> forms) {
    double target = goal.targets().get(m);
    return achieved(
        "closest",
        goal.measures().get(m),
        forms,
        sums -> sums.map(sum -> Math.abs(sum - target)).max().orElse(0));
  }

  private static Achieved achieved(
      String goal,
      Measure measure,
      List<List<Integer>> forms,
      java.util.function.ToDoubleFunction<java.util.stream.DoubleStream> value) {
    var sums = sums(forms, measure);
    return new Achieved(
        goal, measure.name(), value.applyAsDouble(sums.stream().mapToDouble(s -> s)), sums);
  }

  private static double spread(java.util.stream.DoubleStream values) {
    var summary = values.summaryStatistics();
    return summary.getMax() - summary.getMin();
  }
}
