package org.rolewright.scoring;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.LineChart;
import org.rolewright.platform.plots.Plot;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.text.Formats;

/** What a run found, drawn. */
record ScoringFigure(ScoringRun run, List<ItemFigures> items, Formats formats) {
  /** Raw scores with the cut. */
  Figure distribution(int width) {
    var plot = new ScorePlots(formats).distribution(run.figures(), run.cut());
    return draw(plot, "distribution", width);
  }

  /** Difficulty by discrimination; items that do not count stand apart. */
  Figure items(int width) {
    var points =
        items.stream()
            .map(item ->
                new ScorePlots.Point(
                    item.position(), item.code(), item.counts(), item.p(), item.discrimination()))
            .toList();
    return draw(new ScorePlots(formats).items(points), "items", width);
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
