package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.DotPlot;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.Measure;
import org.rolewright.platform.plots.Plot;
import org.rolewright.platform.plots.ScatterMap;
import org.rolewright.platform.plots.Series;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.plots.WeightBars;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;

/** The pictures of a run. */
public record AnalysisFigures(AnalysisRun run, Formats formats) {

  /** The pictures on offer. */
  public enum Name {
    /** Importance of each task with its interval, by domain. */
    IMPORTANCE,
    /** Frequency of each task with its interval, by domain. */
    FREQUENCY,
    /** Share of respondents who do each task, by domain. */
    PERFORMING,
    /** Importance by frequency. */
    MAP,
    /** Weights of the domains. */
    DOMAIN_WEIGHTS,
    /** Weights of the tasks, by domain. */
    TASK_WEIGHTS
  }

  /** Draws a picture of so many pixels. */
  public Figure draw(Name name, int width) {
    var id = "analysis-" + name.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return plot(name).draw(Sheet.screen(id, width, formats));
  }

  /** The data of a picture, for a sheet of another kind. */
  public Plot plot(Name name) {
    var options = run.provenance().options();
    return switch (name) {
      case IMPORTANCE ->
          dots(
              name,
              axis("importance", 1, options.importancePoints(), 2),
              task -> task.importance().mean(),
              cuts(Findings.Figure.IMPORTANCE, Findings.Figure.IMPORTANCE_LOWER_LIMIT));
      case FREQUENCY ->
          dots(
              name,
              axis("frequency", 1, options.frequencyPoints(), 2),
              task -> task.frequency().mean(),
              cuts(Findings.Figure.FREQUENCY));
      case PERFORMING ->
          dots(
              name,
              axis("performing", 0, 100, 1),
              task -> inPercent(task.performing()),
              cuts(Findings.Figure.PERFORMING));
      case MAP -> map(options);
      case DOMAIN_WEIGHTS -> domainWeights();
      case TASK_WEIGHTS -> taskWeights();
    };
  }

  private interface ToEstimate {
    Estimate of(Findings.Task task);
  }

  private String text(String key) {
    return formats.text("analysis.figure." + key);
  }

  private String caption(Name name) {
    return formats.text(
        "analysis.figure.caption." + name.name().toLowerCase(java.util.Locale.ROOT),
        Map.of("count", formats.number(run.findings().respondents().used())));
  }

  private Axis axis(String label, double low, double high, int decimals) {
    return new Axis(text(label), low, high, decimals);
  }

  private DotPlot dots(Name name, Axis axis, ToEstimate figure, List<Threshold> cuts) {
    var groups = new ArrayList<DotPlot.Group>();
    for (var domain : run.findings().domains()) {
      var dots = tasksOf(domain).stream().map(task -> dot(task, figure.of(task))).toList();
      groups.add(new DotPlot.Group(heading(domain), dots));
    }
    return new DotPlot(caption(name), axis, groups, cuts);
  }

  private static DotPlot.Dot dot(Findings.Task task, Estimate estimate) {
    return new DotPlot.Dot(task.code(), task.text(), measure(estimate), estimate.used());
  }

  private ScatterMap map(AnalysisOptions options) {
    var frequency = axis("frequency", 1, options.frequencyPoints(), 2);
    var importance = axis("importance", 1, options.importancePoints(), 2);
    var plane =
        new ScatterMap.Plane(
            frequency,
            importance,
            cuts(Findings.Figure.FREQUENCY),
            cuts(Findings.Figure.IMPORTANCE, Findings.Figure.IMPORTANCE_LOWER_LIMIT));
    var groups =
        run.findings().domains().stream()
            .map(domain ->
                new ScatterMap.Group(
                    heading(domain), tasksOf(domain).stream().map(AnalysisFigures::point).toList()))
            .toList();
    return new ScatterMap(caption(Name.MAP), plane, groups);
  }

  private static ScatterMap.Point point(Findings.Task task) {
    return new ScatterMap.Point(
        task.code(),
        task.text(),
        Methods.orNaN(task.frequency().mean().value()),
        Methods.orNaN(task.importance().mean().value()));
  }

  private WeightBars domainWeights() {
    var weights =
        run.findings().domains().stream()
            .map(domain ->
                new WeightBars.Weight(
                    domain.code(),
                    domain.title(),
                    domain
                        .weight()
                        .map(AnalysisFigures::inPercent)
                        .map(AnalysisFigures::measure)
                        .orElse(Measure.undefined()),
                    Double.NaN))
            .toList();
    var axis =
        axis(
            "weight",
            0,
            roundedUp(weights.stream().mapToDouble(w -> top(w.derived())).max().orElse(0)),
            1);
    return new WeightBars(caption(Name.DOMAIN_WEIGHTS), axis, Series.of(text("derived")), weights);
  }

  private DotPlot taskWeights() {
    var kept = new ArrayList<DotPlot.Group>();
    double greatest = 0;
    for (var domain : run.findings().domains()) {
      var dots =
          tasksOf(domain).stream()
              .filter(task -> task.weight().isPresent())
              .map(task -> dot(task, inPercent(task.weight().get())))
              .toList();
      if (!dots.isEmpty()) kept.add(new DotPlot.Group(heading(domain), dots));
      for (var dot : dots) greatest = Math.max(greatest, top(dot.measure()));
    }
    return new DotPlot(
        caption(Name.TASK_WEIGHTS), axis("weight", 0, roundedUp(greatest), 1), kept, List.of());
  }

  private static double top(Measure measure) {
    if (Double.isNaN(measure.value())) return 0;
    return Double.isNaN(measure.high()) ? measure.value() : measure.high();
  }

  /** The next five above, so that an axis ends at a round number. */
  private static double roundedUp(double percent) {
    return Math.max(5, Math.ceil(percent / 5) * 5);
  }

  private List<Findings.Task> tasksOf(Findings.Domain domain) {
    return run.findings().tasks().stream()
        .filter(task -> task.domain().equals(domain.domain()))
        .toList();
  }

  private static String heading(Findings.Domain domain) {
    return domain.code() + " " + domain.title();
  }

  /** The cuts of the inclusion rule that stand on an axis. */
  private List<Threshold> cuts(Findings.Figure... figures) {
    return run.findings().tasks().stream()
        .limit(1)
        .flatMap(task -> task.inclusion().checks().stream())
        .filter(check -> List.of(figures).contains(check.figure()))
        .map(check ->
            new Threshold(
                text("cut"),
                check.figure() == Findings.Figure.PERFORMING ? 100 * check.cut() : check.cut()))
        .toList();
  }

  private static Measure measure(Estimate estimate) {
    return new Measure(
        Methods.orNaN(estimate.value()),
        estimate.interval().map(Interval::lower).orElse(Double.NaN),
        estimate.interval().map(Interval::upper).orElse(Double.NaN));
  }

  private static Estimate inPercent(Estimate share) {
    return new Estimate(
        percent(share.value()),
        share.used(),
        share.dropped(),
        percent(share.standardError()),
        share
            .interval()
            .map(limits ->
                new Interval(100 * limits.lower(), 100 * limits.upper(), limits.confidence())),
        share.warnings());
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }
}
