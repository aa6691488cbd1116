package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Curves over one axis, told apart by dash, shape and colour together: what is expected at each
 * ability, items from easy to hard.
 *
 * @param at where the curves have values, from left to right
 * @param onX lines that stand on the horizontal axis, such as a cut score
 */
public record LineChart(
    String caption, Axis x, Axis y, List<Double> at, List<Line> lines, List<Threshold> onX)
    implements Plot {
  /** Marks on a curve, so that shapes tell curves apart without crowding them. */
  private static final int MARKS = 8;

  public LineChart {
    at = List.copyOf(at);
    lines = List.copyOf(lines);
    onX = List.copyOf(onX);
    for (var line : lines)
      if (line.values().size() != at.size())
        throw new IllegalArgumentException(line.name() + ": " + line.values().size() + " values");
  }

  /** A curve; {@code NaN} where it has no value. */
  public record Line(String name, List<Double> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  @Override
  public Figure draw(Sheet sheet) {
    var canvas = new Canvas(sheet);
    double top = canvas.legend(legend(sheet), 0);
    var frame = Frame.of(sheet, x, y, new Frame.Extent(top, sheet.narrow() ? 220 : 300));
    frame.draw(canvas);
    for (int i = 0; i < lines.size(); i++) draw(canvas, frame, lines.get(i), i);
    frame.drawThresholds(canvas, List.of(), onX);
    var description = description(sheet);
    var picture = canvas.picture(sheet.id(), caption, description, frame.end());
    return new Figure(sheet.id(), caption, description, List.of(picture), data(sheet));
  }

  private List<Canvas.Entry> legend(Sheet sheet) {
    var entries = new ArrayList<Canvas.Entry>();
    for (int i = 0; i < lines.size(); i++)
      entries.add(Canvas.shape(Look.of(i), lines.get(i).name()));
    for (var line : onX) entries.add(Canvas.dashed(Frame.named(sheet, line, x)));
    return entries;
  }

  private void draw(Canvas canvas, Frame frame, Line line, int order) {
    var look = Look.of(order);
    canvas.openMark(look, line.name());
    var run = new StringBuilder();
    for (int i = 0; i < at.size(); i++) {
      if (isDrawn(frame, line, i))
        run.append(run.isEmpty() ? "" : " ").append(point(frame, line, i));
      else stroke(canvas, look, run);
    }
    stroke(canvas, look, run);
    drawMarks(canvas, frame, line, order);
    canvas.close();
  }

  private boolean isDrawn(Frame frame, Line line, int i) {
    return !line.values().get(i).isNaN()
        && frame.x().covers(at.get(i))
        && frame.y().covers(line.values().get(i));
  }

  private String point(Frame frame, Line line, int i) {
    return Svg.coordinate(frame.x().at(at.get(i)))
        + ","
        + Svg.coordinate(frame.y().at(line.values().get(i)));
  }

  private static void stroke(Canvas canvas, Look look, StringBuilder run) {
    if (run.indexOf(" ") > 0)
      canvas
          .svg()
          .leaf(
              "polyline",
              "points",
              run.toString(),
              "fill",
              "none",
              "stroke",
              "currentColor",
              "stroke-width",
              1.8,
              "stroke-dasharray",
              look.dash());
    run.setLength(0);
  }

  /** Each curve has its marks at other places than the next, so that like curves stay apart. */
  private void drawMarks(Canvas canvas, Frame frame, Line line, int order) {
    int step = Math.max(1, at.size() / MARKS);
    for (int i = order * step / Math.max(1, lines.size()); i < at.size(); i += step)
      if (isDrawn(frame, line, i))
        Look.of(order)
            .draw(
                canvas.svg(),
                frame.x().at(at.get(i)),
                frame.y().at(line.values().get(i)),
                at.size() > 2 * MARKS ? 3.5 : 4);
  }

  private String description(Sheet sheet) {
    var formats = sheet.formats();
    var order = Comparator.<Integer>comparingDouble(this::spread);
    var widest = IntStream.range(0, at.size()).boxed().filter(i -> spread(i) > 0).max(order);
    var words =
        Map.of(
            "count", formats.number(lines.size()),
            "points", formats.number(at.size()));
    var text = caption + ". " + formats.text("plot.describe-lines", words);
    return widest
        .map(i ->
            text
                + " "
                + formats.text(
                    "plot.describe-apart",
                    Map.of(
                        "apart", formats.number(spread(i), y.decimals()),
                        "x", x.label(),
                        "at", formats.number(at.get(i), x.decimals()))))
        .orElse(text);
  }

  /** How far apart the curves are at a place. */
  private double spread(int i) {
    var values =
        lines.stream()
            .mapToDouble(line -> line.values().get(i))
            .filter(value -> !Double.isNaN(value))
            .summaryStatistics();
    return values.getCount() < 2 ? 0 : values.getMax() - values.getMin();
  }

  private FigureData data(Sheet sheet) {
    var formats = sheet.formats();
    var headers = new ArrayList<>(List.of(x.label()));
    lines.forEach(line -> headers.add(line.name()));
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < at.size(); i++) {
      var row = new ArrayList<>(List.of(formats.number(at.get(i), x.decimals())));
      for (var line : lines) row.add(formats.number(line.values().get(i), y.decimals()));
      rows.add(row);
    }
    return new FigureData(headers, 1, rows);
  }
}
