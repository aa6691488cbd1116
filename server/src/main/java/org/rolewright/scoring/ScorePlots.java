package org.rolewright.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.marking.Cut;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Histogram;
import org.rolewright.platform.plots.Plot;
import org.rolewright.platform.plots.ScatterMap;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.text.Formats;

/** Pictures of scores and items that tell nothing of keys. */
public record ScorePlots(Formats formats) {
  private static final int BARS = 30;

  /**
   * An item in the picture.
   *
   * @param p share right
   */
  public record Point(
      int position, String code, boolean counts, OptionalDouble p, OptionalDouble discrimination) {}

  /** Raw scores with the cut. */
  public Plot distribution(RunFigures figures, Optional<Cut> cut) {
    var counts = figures.distribution().counts();
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
    return new Histogram(
        text("distribution.caption"),
        new Axis(text("raw"), 0, bins.getLast().high(), 0),
        text("candidates"),
        bins,
        cut.map(one -> new Threshold(text("cut"), one.raw().doubleValue())).stream().toList());
  }

  /** Difficulty by discrimination; items that do not count stand apart. */
  public Plot items(List<Point> items) {
    var groups =
        List.of(
            group("items.counted", items.stream().filter(Point::counts).toList()),
            group("items.apart", items.stream().filter(item -> !item.counts()).toList()));
    var plane =
        new ScatterMap.Plane(
            new Axis(text("difficulty"), 0, 1, 2),
            new Axis(text("discrimination"), -0.4, 0.8, 2),
            List.of(new Threshold(text("hard"), 0.2)),
            List.of(new Threshold(text("none"), 0)));
    var drawn = groups.stream().filter(group -> !group.points().isEmpty()).toList();
    return new ScatterMap(text("items.caption"), plane, drawn);
  }

  private ScatterMap.Group group(String name, List<Point> some) {
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

  private String text(String key) {
    return formats.text("scoring." + key);
  }
}
