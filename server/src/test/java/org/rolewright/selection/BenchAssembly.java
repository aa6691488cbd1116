package org.rolewright.selection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rolewright.platform.json.Json;
import org.rolewright.selection.Selection.Effort;

/**
 * Times the choosing of items for two parallel forms of 100 from 1,000, and the explanation of an
 * impossible wish; the last line is a JSON object.
 *
 * <p>The gap is what the objective is above its bound: how much better other forms could be at the
 * most. A thousandth of a point of expected score counts ten.
 */
public final class BenchAssembly {
  private static final double A_SCORE_POINT = 10_000;

  private BenchAssembly() {}

  /** A result with its time by the clock, from posing the problem to the answer. */
  private record Timed(SelectionResult result, double seconds) {}

  public static void main(String[] arguments) {
    solve(LargeProblem.impossible().problem());
    var problem = LargeProblem.of(60);
    var found = solve(problem);
    var faults = FormsCheck.faults(problem, found.result().forms());
    if (!faults.isEmpty()) throw new IllegalStateException("wrong forms: " + faults);
    var impossible = solve(LargeProblem.impossible().problem());
    var figures = new LinkedHashMap<String, Object>();
    figures.put("items", problem.items().size());
    figures.put("forms", problem.forms());
    figures.put("constraints", LargeProblem.constraints(problem));
    figures.put("status", found.result().status());
    figures.put("seconds", rounded(found.seconds()));
    figures.put("objective", found.result().objective());
    figures.put("bound", found.result().bound());
    figures.put("gap", found.result().gap());
    figures.put("gapInScorePoints", rounded(found.result().gap() / A_SCORE_POINT));
    figures.put("infeasible", explanation(impossible));
    figures.put("processors", Runtime.getRuntime().availableProcessors());
    found.result().goals().forEach(System.out::println);
    System.out.println(Json.write(figures));
  }

  private static Map<String, Object> explanation(Timed impossible) {
    var missing =
        impossible.result().missing().stream().map(one -> one.count() + " of " + one.scope());
    return Map.of("seconds", rounded(impossible.seconds()), "missing", missing.toList());
  }

  private static Timed solve(SelectionProblem problem) {
    long start = System.nanoTime();
    var result = Selection.solve(problem, Effort.withDefaults(), _ -> {});
    return new Timed(result, (System.nanoTime() - start) / 1e9);
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }
}
