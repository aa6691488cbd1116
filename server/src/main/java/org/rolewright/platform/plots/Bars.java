package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars from the axis's low end, with an interval and a marker of a second series. */
final class Bars {
  private static final Look BAR = Look.CIRCLE;
  private static final Look MARKER = Look.DIAMOND;
  private static final double HALF = 5.5;

  private final Axis axis;
  private final Series series;
  private final Words words;

  Bars(Axis axis, Series series, Words words) {
    this.axis = axis;
    this.series = series;
    this.words = words;
  }

  /** One bar; {@code marker} is {@code NaN} where the second series has no value. */
  record Bar(String label, Measure measure, double marker) {}

  List<Figure.Picture> pictures(Sheet sheet, String caption, String description, List<Bar> bars) {
    var rows = bars.stream().map(this::row).toList();
    return new RowChart(sheet, axis, List.of(new RowChart.Band("", BAR, rows)))
        .withLegend(legend())
        .pictures(caption, description);
  }

  private RowChart.Row row(Bar bar) {
    var name = bar.label() + ": " + series.bars() + " " + words.measure(bar.measure(), axis);
    if (series.hasMarkers()) name += ", " + series.markers() + " " + words.value(bar.marker());
    return new RowChart.Row(
        bar.label(), name, value(bar), (canvas, scale, y) -> draw(canvas, scale, bar, y));
  }

  private String value(Bar bar) {
    var value = words.value(bar.measure().value());
    return series.hasMarkers() ? value + " | " + words.value(bar.marker()) : value;
  }

  private void draw(Canvas canvas, Scale scale, Bar bar, double y) {
    drawBar(canvas, scale, bar.measure(), y);
    if (Double.isNaN(bar.marker())) return;
    canvas.openLook(MARKER);
    canvas.measure(MARKER, scale, Measure.of(bar.marker()), y);
    canvas.close();
  }

  private static void drawBar(Canvas canvas, Scale scale, Measure measure, double y) {
    if (!measure.defined()) return;
    double end = scale.at(measure.value());
    bar(canvas, scale.start(), end, y);
    canvas.line(end, y - HALF, end, y + HALF);
    if (measure.hasInterval()) canvas.interval(BAR, scale, measure, y);
    if (!scale.covers(measure.value())) canvas.measure(BAR, scale, measure, y);
  }

  private static void bar(Canvas canvas, double from, double to, double y) {
    canvas
        .svg()
        .leaf(
            "rect",
            "x",
            from,
            "y",
            y - HALF,
            "width",
            to - from,
            "height",
            2 * HALF,
            "fill",
            "currentColor",
            "fill-opacity",
            "0.35");
  }

  private List<Canvas.Entry> legend() {
    if (!series.hasMarkers()) return List.of();
    var entries = new ArrayList<Canvas.Entry>();
    entries.add(new Canvas.Entry(series.bars(), Bars::drawKey));
    entries.add(Canvas.shape(MARKER, series.markers()));
    return entries;
  }

  private static void drawKey(Canvas canvas, double x, double y) {
    canvas.openLook(BAR);
    bar(canvas, x - 9, x + 9, y);
    canvas.line(x + 9, y - HALF, x + 9, y + HALF);
    canvas.close();
  }
}
