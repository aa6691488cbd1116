package org.rolewright.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.Findings;
import org.rolewright.blueprint.Outline.Bounds;
import org.rolewright.platform.Refusal;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.weighting.Apportionment;
import org.rolewright.psychometrics.weighting.PointWeights;

/** The outline that follows from an analysis and people's choices. */
final class OutlineRules {
  private static final double NOISE = 1e-9;
  private final Findings findings;
  private final Choices choices;
  private final int[] domainOf;
  private final boolean[] included;
  private final double[] taskWeights;
  private final double[] domainWeights;

  private OutlineRules(AnalysisRun run, Choices choices) {
    this.findings = run.findings();
    this.choices = choices;
    var domains = findings.domains().stream().map(Findings.Domain::domain).toList();
    var tasks = findings.tasks();
    domainOf = tasks.stream().mapToInt(task -> domains.indexOf(task.domain())).toArray();
    included = new boolean[tasks.size()];
    var combined = new double[tasks.size()];
    for (int t = 0; t < included.length; t++) {
      included[t] = isIncluded(tasks.get(t));
      combined[t] = tasks.get(t).chosen().orElse(Double.NaN);
    }
    var kept = new org.rolewright.psychometrics.weighting.Outline(domainOf, included);
    var weights = PointWeights.of(combined, kept, run.domainRule());
    domainWeights = Arrays.copyOf(weights.domains(), domains.size());
    taskWeights = weights.tasks();
    if (domainWeights.length == 0 || Double.isNaN(domainWeights[0]))
      throw new Refusal.BrokenRule("aBlueprintNeedsTasks");
    setWeights();
  }

  /**
   * The outline.
   *
   * @throws Refusal.BrokenRule when the choices contradict each other
   */
  static Outline outline(AnalysisRun run, Choices choices) {
    return new OutlineRules(run, choices).outline();
  }

  private boolean isIncluded(Findings.Task task) {
    return choices.included().getOrDefault(task.task().value(), task.inclusion().kept());
  }

  /** Weights that people set stand; the other domains share what is left as before. */
  private void setWeights() {
    double set = 0;
    double others = 0;
    for (int d = 0; d < domainWeights.length; d++)
      if (isSet(d)) set += wanted(d);
      else others += domainWeights[d];
    if (set > 1 + NOISE || others == 0 && Math.abs(set - 1) > NOISE && !choices.weights().isEmpty())
      throw new Refusal.BrokenRule(
          "weightsMakeAHundred", Map.of("sum", String.format("%.1f", 100 * set)));
    for (int d = 0; d < domainWeights.length; d++) {
      double before = domainWeights[d];
      double after = isSet(d) ? wanted(d) : others > 0 ? before * (1 - set) / others : 0;
      if (after > 0 && before == 0)
        throw new Refusal.BrokenRule("aDomainWithoutTasksHasNoWeight", named(d));
      domainWeights[d] = after;
      for (int t : tasksOf(d)) taskWeights[t] = before > 0 ? taskWeights[t] * after / before : 0;
    }
  }

  private boolean isSet(int d) {
    return choices.weights().containsKey(findings.domains().get(d).domain().value());
  }

  private double wanted(int d) {
    return choices.weights().get(findings.domains().get(d).domain().value()) / 100;
  }

  private int[] tasksOf(int domain) {
    return IntStream.range(0, domainOf.length).filter(t -> domainOf[t] == domain).toArray();
  }

  private Outline outline() {
    var bounds = domainBounds();
    var items = allocate(domainWeights, choices.testLength(), bounds);
    var domains = new ArrayList<Outline.Domain>();
    for (int d = 0; d < domainWeights.length; d++) {
      var found = findings.domains().get(d);
      double share = domainWeights[d] * choices.testLength();
      domains.add(
          new Outline.Domain(
              found.domain(),
              found.code(),
              found.title(),
              found.weight().map(Estimate::value).orElse(java.util.OptionalDouble.empty()),
              found.weight().flatMap(Estimate::interval),
              domainWeights[d],
              isSet(d),
              items[d],
              share,
              items[d] - share,
              choices.boundsOf(found.domain().value()),
              tasks(d, items[d])));
    }
    return new Outline(choices.testLength(), List.copyOf(domains));
  }

  private List<Outline.Task> tasks(int domain, int total) {
    int[] tasks = tasksOf(domain);
    var weights = Arrays.stream(tasks).mapToDouble(t -> taskWeights[t]).toArray();
    var items = total == 0 ? new int[tasks.length] : allocate(weights, total, taskBounds(tasks));
    return IntStream.range(0, tasks.length).mapToObj(i -> task(tasks[i], items[i])).toList();
  }

  private Outline.Task task(int t, int items) {
    var found = findings.tasks().get(t);
    double share = taskWeights[t] * choices.testLength();
    return new Outline.Task(
        found.task(),
        found.code(),
        found.text(),
        found.inclusion().kept(),
        found.inclusion().borderline(),
        included[t],
        found.weight().map(Estimate::value).orElse(java.util.OptionalDouble.empty()),
        found.weight().flatMap(Estimate::interval),
        taskWeights[t],
        items,
        share,
        items - share,
        choices.boundsOf(found.task().value()));
  }

  private static int[] allocate(double[] weights, int total, Apportionment.Bounds bounds) {
    return Apportionment.withDefaults().allocate(weights, total, bounds).items();
  }

  /** A domain must hold what its tasks must hold, and cannot hold more than they may. */
  private Apportionment.Bounds domainBounds() {
    int[] min = new int[domainWeights.length];
    int[] max = new int[domainWeights.length];
    for (int d = 0; d < min.length; d++) {
      var own = choices.boundsOf(findings.domains().get(d).domain().value());
      var inside = taskBounds(tasksOf(d));
      long room = Arrays.stream(inside.max()).asLongStream().sum();
      min[d] = Math.max(own.min().orElse(0), Arrays.stream(inside.min()).sum());
      max[d] = (int) Math.min(own.max().orElse(Integer.MAX_VALUE), room);
      if (min[d] > max[d]) throw new Refusal.BrokenRule("boundsContradict", named(d));
    }
    check(min, max);
    return new Apportionment.Bounds(min, max);
  }

  private void check(int[] min, int[] max) {
    long least = Arrays.stream(min).asLongStream().sum();
    long most = 0;
    for (int d = 0; d < max.length; d++) most += domainWeights[d] > 0 ? max[d] : min[d];
    var length =
        Map.<String, Object>of("items", choices.testLength(), "least", least, "most", most);
    if (least > choices.testLength()) throw new Refusal.BrokenRule("minimumsExceedTheTest", length);
    if (most < choices.testLength()) throw new Refusal.BrokenRule("maximumsLeaveNoRoom", length);
  }

  /** A task that is not in gets nothing. */
  private Apportionment.Bounds taskBounds(int[] tasks) {
    int[] min = new int[tasks.length];
    int[] max = new int[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      boolean counts = taskWeights[tasks[i]] > 0;
      var bounds =
          counts ? choices.boundsOf(findings.tasks().get(tasks[i]).task().value()) : Bounds.NONE;
      min[i] = bounds.min().orElse(0);
      max[i] = counts ? bounds.max().orElse(Integer.MAX_VALUE) : 0;
      if (min[i] > max[i])
        throw new Refusal.BrokenRule(
            "boundsContradict", Map.of("cell", findings.tasks().get(tasks[i]).code()));
    }
    return new Apportionment.Bounds(min, max);
  }

  private Map<String, Object> named(int d) {
    return Map.of("cell", findings.domains().get(d).code());
  }
}
