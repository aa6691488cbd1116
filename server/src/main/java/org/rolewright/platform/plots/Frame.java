package org.rolewright.platform.plots;

import java.util.List;

/** A rectangle with two axes, their grid, ticks and labels. */
record Frame(Sheet sheet, Scale x, Scale y) {
  private static final double X_APART = 48;
  private static final double Y_APART = 32;
  private static final double AXIS_HEIGHT = 40;

  /** Where the frame begins, and how high it is. */
  record Extent(double top, double height) {}

  /** As wide as the sheet, so high, its left edge wide enough for the ticks. */
  static Frame of(Sheet sheet, Axis x, Axis y, Extent extent) {
    double top = extent.top();
    double height = extent.height();
    var vertical = new Scale(y, top + 20 + height, top + 20);
    double ticks = 0;
    int decimals = vertical.tickDecimals(Y_APART);
    for (double tick : vertical.ticks(Y_APART))
      ticks =
          Math.max(ticks, TextWidth.of(sheet.formats().number(tick, decimals), TextWidth.SMALL));
    return new Frame(sheet, new Scale(x, ticks + 14, sheet.width() - 16), vertical);
  }

  double left() {
    return x.start();
  }

  double right() {
    return x.end();
  }

  double top() {
    return y.end();
  }

  double bottom() {
    return y.start();
  }

  /** Below the horizontal axis and its label. */
  double end() {
    return bottom() + AXIS_HEIGHT;
  }

  void draw(Canvas canvas) {
    canvas.openGrid();
    for (double tick : x.ticks(X_APART)) canvas.line(x.at(tick), top(), x.at(tick), bottom());
    for (double tick : y.ticks(Y_APART)) canvas.line(left(), y.at(tick), right(), y.at(tick));
    canvas.close();
    canvas.line(left(), bottom(), right(), bottom());
    canvas.line(left(), top(), left(), bottom());
    drawTicks(canvas);
    drawLabels(canvas);
  }

  private void drawTicks(Canvas canvas) {
    var formats = sheet.formats();
    for (double tick : x.ticks(X_APART))
      canvas.soft(
          formats.number(tick, x.tickDecimals(X_APART)), x.at(tick), bottom() + 15, "middle");
    for (double tick : y.ticks(Y_APART))
      canvas.soft(formats.number(tick, y.tickDecimals(Y_APART)), left() - 6, y.at(tick) + 4, "end");
  }

  private void drawLabels(Canvas canvas) {
    double room = sheet.width() - 8;
    canvas.label(TextWidth.fitted(y.axis().label(), TextWidth.LABEL, room), 4, top() - 9, "start");
    canvas.label(
        TextWidth.fitted(x.axis().label(), TextWidth.LABEL, room), right(), bottom() + 32, "end");
  }

  void drawThresholds(Canvas canvas, List<Threshold> across, List<Threshold> up) {
    for (var line : up)
      if (x.covers(line.value()))
        canvas.threshold(x.at(line.value()), top(), x.at(line.value()), bottom(), named(line, x));
    for (var line : across)
      if (y.covers(line.value()))
        canvas.threshold(left(), y.at(line.value()), right(), y.at(line.value()), named(line, y));
  }

  private String named(Threshold line, Scale scale) {
    return named(sheet, line, scale.axis());
  }

  static String named(Sheet sheet, Threshold line, Axis axis) {
    return line.label() + " " + sheet.formats().number(line.value(), axis.decimals());
  }
}
