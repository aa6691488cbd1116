package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tasks by two ratings, such as frequency and importance, with lines that part the quadrants. */
public record ScatterMap(String caption, Plane plane, List<Group> groups) implements Plot {

  public ScatterMap {
    groups = List.copyOf(groups);
  }

  /** Both axes, with the lines that stand on each. */
  public record Plane(Axis x, Axis y, List<Threshold> onX, List<Threshold> onY) {
    public Plane {
      onX = List.copyOf(onX);
      onY = List.copyOf(onY);
    }
  }

  public record Group(String name, List<Point> points) {
    public Group {
      points = List.copyOf(points);
    }
  }

  /** A task; {@code NaN} where a rating is undefined. */
  public record Point(String code, String label, double x, double y) {
    boolean defined() {
      return !Double.isNaN(x) && !Double.isNaN(y);
    }

    String fullLabel() {
      return (code + " " + label).strip();
    }
  }

  @Override
  public Figure draw(Sheet sheet) {
    var description = description(sheet);
    var canvas = new Canvas(sheet);
    double top = canvas.legend(legend(sheet), 0);
    var frame =
        Frame.of(sheet, plane.x(), plane.y(), new Frame.Extent(top, sheet.narrow() ? 300 : 420));
    frame.draw(canvas);
    frame.drawThresholds(canvas, plane.onY(), plane.onX());
    drawPoints(canvas, frame);
    double end = frame.end();
    end += note(canvas, end, "plot.unlabelled", drawLabels(canvas, frame));
    end += note(canvas, end, "plot.without-value", undefined());
    var picture = canvas.picture(sheet.id(), caption, description, end + 6);
    return new Figure(sheet.id(), caption, description, List.of(picture), data(sheet));
  }

  private List<Canvas.Entry> legend(Sheet sheet) {
    var entries = new ArrayList<Canvas.Entry>();
    for (int g = 0; g < groups.size(); g++)
      entries.add(Canvas.shape(Look.of(g), groups.get(g).name()));
    for (var line : plane.onX())
      entries.add(Canvas.dashed(plane.x().label() + ": " + Frame.named(sheet, line, plane.x())));
    for (var line : plane.onY())
      entries.add(Canvas.dashed(plane.y().label() + ": " + Frame.named(sheet, line, plane.y())));
    return entries;
  }

  private void drawPoints(Canvas canvas, Frame frame) {
    for (int g = 0; g < groups.size(); g++)
      for (var point : groups.get(g).points())
        if (point.defined()) drawPoint(canvas, frame, point, Look.of(g));
  }

  private void drawPoint(Canvas canvas, Frame frame, Point point, Look look) {
    double x = frame.x().at(point.x());
    double y = frame.y().at(point.y());
    boolean beyond = !frame.x().covers(point.x()) || !frame.y().covers(point.y());
    canvas.openMark(look, name(point, frame.sheet(), beyond));
    look.draw(canvas.svg(), x, y, 4);
    if (beyond)
      canvas
          .svg()
          .leaf("circle", "cx", x, "cy", y, "r", 7.0, "fill", "none", "stroke", "currentColor");
    canvas.close();
  }

  private String name(Point point, Sheet sheet, boolean beyond) {
    var formats = sheet.formats();
    var name =
        "%s: %s %s, %s %s"
            .formatted(
                point.fullLabel(),
                plane.x().label(),
                formats.number(point.x(), plane.x().decimals()),
                plane.y().label(),
                formats.number(point.y(), plane.y().decimals()));
    return beyond ? name + ", " + formats.text("plot.beyond") : name;
  }

  /** Labels the points; the codes for which there was no room. */
  private List<String> drawLabels(Canvas canvas, Frame frame) {
    var placer =
        new LabelPlacer(
            new LabelPlacer.Box(frame.left() + 1, frame.top(), frame.right(), frame.bottom() - 1));
    var points = points().stream().filter(Point::defined).toList();
    for (var point : points)
      placer.keepFree(
          LabelPlacer.Box.around(frame.x().at(point.x()), frame.y().at(point.y()), 4.5));
    keepLinesFree(placer, frame);
    var without = new ArrayList<String>();
    for (var point : points) {
      double width = TextWidth.of(point.code(), TextWidth.SMALL);
      var box = placer.place(frame.x().at(point.x()), frame.y().at(point.y()), width);
      if (box.isEmpty()) without.add(point.code());
      else canvas.soft(point.code(), box.get().left(), box.get().bottom() - 2.5, "start");
    }
    return without;
  }

  private void keepLinesFree(LabelPlacer placer, Frame frame) {
    for (var line : plane.onX()) {
      double x = frame.x().at(line.value());
      placer.keepFree(new LabelPlacer.Box(x - 1, frame.top(), x + 1, frame.bottom()));
    }
    for (var line : plane.onY()) {
      double y = frame.y().at(line.value());
      placer.keepFree(new LabelPlacer.Box(frame.left(), y - 1, frame.right(), y + 1));
    }
  }

  private List<String> undefined() {
    return points().stream().filter(p -> !p.defined()).map(Point::code).toList();
  }

  private static double note(Canvas canvas, double top, String key, List<String> codes) {
    if (codes.isEmpty()) return 0;
    return canvas.note(key, Map.of("codes", String.join(", ", codes)), top);
  }

  private List<Point> points() {
    return groups.stream().flatMap(group -> group.points().stream()).toList();
  }

  private String description(Sheet sheet) {
    return new Words(sheet, plane.y())
        .description(
            caption + ". " + plane.y().label(),
            points().stream().map(p -> new Words.Named(p.fullLabel(), p.y())).toList());
  }

  private FigureData data(Sheet sheet) {
    var formats = sheet.formats();
    var headers =
        List.of(
            formats.text("plot.group"),
            formats.text("plot.task"),
            plane.x().label(),
            plane.y().label());
    var rows = new ArrayList<List<String>>();
    for (var group : groups)
      for (var point : group.points())
        rows.add(
            List.of(
                group.name(),
                point.fullLabel(),
                formats.number(point.x(), plane.x().decimals()),
                formats.number(point.y(), plane.y().decimals())));
    return new FigureData(headers, 2, rows);
  }
}
