package org.rolewright.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.Histogram;
import org.rolewright.platform.plots.LineChart;
import org.rolewright.platform.plots.Plot;
import org.rolewright.platform.plots.ScatterMap;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.text.Formats;

/** What a run found, drawn. */
record ScoringFigure(ScoringRun run, List<ItemFigures> items, Formats formats) {
  private static final int BARS = 30;

  /** Raw scores with the cut. */
  Figure distribution(int width) {
    var counts = run.figures().distribution().counts();
    var size = Math.max(1, (counts.size() + BARS - 1) / BARS);
    var bins = new ArrayList<Histogram.Bin>();
    for (var from = 0; from < counts.size(); from += size)
      bins.add(
          new Histogram.Bin(
              from,
              from + size,
              counts.subList(from, Math.min(counts.size(), from + size)).stream()
                  .mapToInt(Integer::intValue)
                  .sum()));
    var plot =
        new Histogram(
            text("distribution.caption"),
            new Axis(text("raw"), 0, bins.getLast().high(), 0),
            text("candidates"),
            bins,
            run.cut().map(cut -> new Threshold(text("cut"), cut.raw().doubleValue())).stream()
                .toList());
    return draw(plot, "distribution", width);
  }

  /** Difficulty by discrimination; items that do not count stand apart. */
  Figure items(int width) {
    var groups =
        List.of(
            group("items.counted", items.stream().filter(ItemFigures::counts).toList()),
            group("items.apart", items.stream().filter(item -> !item.counts()).toList()));
    var plane =
        new ScatterMap.Plane(
            new Axis(text("difficulty"), 0, 1, 2),
            new Axis(text("discrimination"), -0.4, 0.8, 2),
            List.of(new Threshold(text("hard"), 0.2)),
            List.of(new Threshold(text("none"), 0)));
    var drawn = groups.stream().filter(group -> !group.points().isEmpty()).toList();
    return draw(new ScatterMap(text("items.caption"), plane, drawn), "items", width);
  }

  private ScatterMap.Group group(String name, List<ItemFigures> some) {
    return new ScatterMap.Group(
        text(name),
        some.stream()
            .map(item ->
                new ScatterMap.Point(
                    String.valueOf(item.position()),
                    item.code(),
                    item.p().orElse(Double.NaN),
                    item.discrimination().orElse(Double.NaN)))
            .toList());
  }

  /** Who chose which option of an item, from the lowest fifth of scores to the highest. */
  Figure options(UUID version, int width) {
    var item =
        items.stream()
            .filter(one -> one.version().equals(version))
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("item"));
    var lines =
        item.choices().stream()
            .filter(choice -> choice.key() || choice.count() > 0)
            .map(choice -> new LineChart.Line(name(choice), trace(choice)))
            .toList();
    var plot =
        new LineChart(
            formats.text("scoring.options.caption", Map.of("code", item.code())),
            new Axis(text("fifth"), 1, 5, 0),
            new Axis(text("share"), 0, 1, 2),
            List.of(1.0, 2.0, 3.0, 4.0, 5.0),
            lines,
            List.of());
    return draw(plot, "options-" + item.position(), width);
  }

  private String name(ItemFigures.Choice choice) {
    var known = List.of("right", "wrong", "omitted").contains(choice.id());
    var name =
        known ? text("choice." + choice.id()) : choice.id().toUpperCase(java.util.Locale.ROOT);
    return choice.key() && !known ? name + " (" + text("key") + ")" : name;
  }

  private static List<Double> trace(ItemFigures.Choice choice) {
    return choice.trace().stream().map(share -> orNaN(share)).toList();
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private Figure draw(Plot plot, String name, int width) {
    return plot.draw(Sheet.screen("scoring-" + name, width, formats));
  }

  private String text(String key) {
    return formats.text("scoring." + key);
  }
}
