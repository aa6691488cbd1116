package org.rolewright.platform.plots;

import java.util.List;
import java.util.Map;

/** One picture in the making: text, lines and legends in the house style. */
final class Canvas {
  static final String LINE = "#a3241d";
  static final double LINE_HEIGHT = 14;

  private static final String FACE = "Noto Sans, Liberation Sans, Arial, Helvetica, sans-serif";
  private static final int NOTE_LINES = 40;
  private static final double LEGEND_MARK = 18;
  private static final double LEGEND_GAP = 16;

  private final Svg svg = new Svg();
  private final Sheet sheet;

  Canvas(Sheet sheet) {
    this.sheet = sheet;
  }

  /** An entry of the legend: its words and how its mark is drawn around a point. */
  record Entry(String text, LegendMark mark) {}

  interface LegendMark {
    void draw(Canvas canvas, double x, double y);
  }

  Svg svg() {
    return svg;
  }

  void label(String text, double x, double y, String anchor) {
    text(text, x, y, anchor, TextWidth.LABEL);
  }

  void bold(String text, double x, double y) {
    svg.text(
        "text",
        text,
        "x",
        x,
        "y",
        y,
        "font-size",
        TextWidth.LABEL,
        "font-weight",
        "bold",
        "fill",
        "currentColor");
  }

  /** Small and a little lighter: ticks and notes. */
  void soft(String text, double x, double y, String anchor) {
    svg.open("g", "class", "plot-soft", "color", "#4a5759");
    text(text, x, y, anchor, TextWidth.SMALL);
    svg.close();
  }

  void line(double x1, double y1, double x2, double y2) {
    svg.leaf(
        "line",
        "x1",
        x1,
        "y1",
        y1,
        "x2",
        x2,
        "y2",
        y2,
        "stroke",
        "currentColor",
        "stroke-width",
        1.0);
  }

  /** Opens a group of grid lines. */
  void openGrid() {
    svg.open("g", "class", "plot-grid", "color", "#dcd9cf");
  }

  void openLook(Look look) {
    svg.open("g", "class", look.cssClass(), "color", look.colour());
  }

  /** Opens a group that is one named mark. */
  void openMark(Look look, String name) {
    svg.open("g", "class", "plot-mark " + look.cssClass(), "color", look.colour()).title(name);
  }

  void close() {
    svg.close();
  }

  void threshold(double x1, double y1, double x2, double y2, String name) {
    svg.open("g", "class", "plot-line", "color", LINE).title(name);
    svg.leaf(
        "line",
        "x1",
        x1,
        "y1",
        y1,
        "x2",
        x2,
        "y2",
        y2,
        "stroke",
        "currentColor",
        "stroke-width",
        1.2,
        "stroke-dasharray",
        "5 3");
    svg.close();
  }

  /** A measure along a horizontal scale: its interval, its shape, an arrow where it lies beyond. */
  void measure(Look look, Scale scale, Measure measure, double y) {
    if (measure.hasInterval()) interval(look, scale, measure, y);
    if (!measure.defined()) return;
    if (scale.covers(measure.value())) look.draw(svg, scale.at(measure.value()), y, 4);
    else arrow(scale.at(measure.value()), y, measure.value() > scale.axis().high() ? 1 : -1);
  }

  void interval(Look look, Scale scale, Measure measure, double y) {
    double low = scale.at(measure.low());
    double high = scale.at(measure.high());
    svg.leaf(
        "line",
        "x1",
        low,
        "y1",
        y,
        "x2",
        high,
        "y2",
        y,
        "stroke",
        "currentColor",
        "stroke-width",
        1.5,
        "stroke-dasharray",
        look.dash());
    if (scale.covers(measure.low())) cap(low, y);
    if (scale.covers(measure.high())) cap(high, y);
  }

  private void cap(double x, double y) {
    svg.leaf(
        "line",
        "x1",
        x,
        "y1",
        y - 3,
        "x2",
        x,
        "y2",
        y + 3,
        "stroke",
        "currentColor",
        "stroke-width",
        1.5);
  }

  private void arrow(double x, double y, int direction) {
    var points =
        "%s,%s %s,%s %s,%s"
            .formatted(
                Svg.coordinate(x - direction * 7), Svg.coordinate(y - 5),
                Svg.coordinate(x), Svg.coordinate(y),
                Svg.coordinate(x - direction * 7), Svg.coordinate(y + 5));
    svg.leaf(
        "polyline",
        "points",
        points,
        "fill",
        "none",
        "stroke",
        "currentColor",
        "stroke-width",
        2.0);
  }

  /** Entries side by side, on as many lines as they need; the height they took. */
  double legend(List<Entry> entries, double top) {
    double x = 0;
    double y = top + 10;
    for (var entry : entries) {
      var text = TextWidth.fitted(entry.text(), TextWidth.LABEL, sheet.width() - LEGEND_MARK - 8);
      double width = LEGEND_MARK + 6 + TextWidth.of(text, TextWidth.LABEL);
      if (x > 0 && x + width > sheet.width()) {
        x = 0;
        y += LINE_HEIGHT + 4;
      }
      entry.mark().draw(this, x + LEGEND_MARK / 2, y);
      label(text, x + LEGEND_MARK + 6, y + 4, "start");
      x += width + LEGEND_GAP;
    }
    return entries.isEmpty() ? 0 : y + 12 - top;
  }

  static Entry shape(Look look, String text) {
    return new Entry(text, (canvas, x, y) -> canvas.lookOnly(look, x, y));
  }

  static Entry dashed(String text) {
    return new Entry(text, (canvas, x, y) -> canvas.threshold(x - 9, y, x + 9, y, text));
  }

  private void lookOnly(Look look, double x, double y) {
    openLook(look);
    look.draw(svg, x, y, 4);
    close();
  }

  /** A sentence in soft small type over the whole width; the height it took. */
  double note(String key, Map<String, ?> values, double top) {
    double y = top;
    var text = sheet.formats().text(key, values);
    for (var line : TextWidth.wrapped(text, TextWidth.SMALL, sheet.width() - 4, NOTE_LINES))
      soft(line, 2, y += LINE_HEIGHT, "start");
    return y - top;
  }

  private void text(String text, double x, double y, String anchor, double size) {
    svg.text(
        "text",
        text,
        "x",
        x,
        "y",
        y,
        "font-size",
        size,
        "text-anchor",
        anchor,
        "fill",
        "currentColor");
  }

  /** The finished picture: what was drawn, on its ground, with its title and description. */
  Figure.Picture picture(String id, String title, String description, double height) {
    int rounded = (int) Math.ceil(height);
    var root = new Svg();
    root.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "plot",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc",
        "viewBox",
        "0 0 " + sheet.width() + " " + rounded,
        "width",
        sheet.width(),
        "height",
        rounded,
        "font-family",
        FACE,
        "color",
        "#182223");
    root.text("title", title, "id", id + "-title").text("desc", description, "id", id + "-desc");
    root.leaf(
        "rect",
        "class",
        "plot-ground",
        "color",
        "#ffffff",
        "width",
        sheet.width(),
        "height",
        rounded,
        "fill",
        "currentColor");
    return new Figure.Picture(root.around(svg), sheet.width(), rounded);
  }
}
