package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;

/** Values with their intervals, one a row, grouped by domain. */
public record DotPlot(String caption, Axis axis, List<Group> groups, List<Threshold> thresholds)
    implements Plot {

  public DotPlot {
    groups = List.copyOf(groups);
    thresholds = List.copyOf(thresholds);
  }

  /** A domain; an empty name draws no heading. */
  public record Group(String name, List<Dot> dots) {
    public Group {
      dots = List.copyOf(dots);
    }
  }

  /** A task: its code, its statement, its measure, and how many ratings stand behind it. */
  public record Dot(String code, String label, Measure measure, int n) {
    String fullLabel() {
      return (code + " " + label).strip();
    }
  }

  @Override
  public Figure draw(Sheet sheet) {
    var words = new Words(sheet, axis);
    var bands = new ArrayList<RowChart.Band>();
    for (int g = 0; g < groups.size(); g++) bands.add(band(groups.get(g), Look.of(g), words));
    var description = words.description(caption, marks());
    var pictures =
        new RowChart(sheet, axis, bands).withThresholds(thresholds).pictures(caption, description);
    return new Figure(sheet.id(), caption, description, pictures, data(sheet, words));
  }

  private RowChart.Band band(Group group, Look look, Words words) {
    return new RowChart.Band(
        group.name(), look, group.dots().stream().map(dot -> row(dot, look, words)).toList());
  }

  private RowChart.Row row(Dot dot, Look look, Words words) {
    var name = dot.fullLabel() + ": " + words.measure(dot.measure(), axis) + ", n = " + dot.n();
    return new RowChart.Row(
        dot.fullLabel(),
        name,
        words.value(dot.measure().value()),
        (canvas, scale, y) -> canvas.measure(look, scale, dot.measure(), y));
  }

  private List<Words.Named> marks() {
    return groups.stream()
        .flatMap(group -> group.dots().stream())
        .map(dot -> new Words.Named(dot.fullLabel(), dot.measure().value()))
        .toList();
  }

  private FigureData data(Sheet sheet, Words words) {
    var formats = sheet.formats();
    var headers =
        List.of(
            formats.text("plot.group"),
            formats.text("plot.task"),
            axis.label(),
            formats.text("plot.low"),
            formats.text("plot.high"),
            formats.text("plot.n"));
    var rows = new ArrayList<List<String>>();
    for (var group : groups)
      for (var dot : group.dots())
        rows.add(
            List.of(
                group.name(),
                dot.fullLabel(),
                words.value(dot.measure().value()),
                words.value(dot.measure().low()),
                words.value(dot.measure().high()),
                formats.number(dot.n())));
    return new FigureData(headers, 2, rows);
  }
}
