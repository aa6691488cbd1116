package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows under one horizontal axis: a label at the left (above the row on a telephone), marks in the
 * middle, the value as a number at the right. Goes on in a further picture where the sheet ends.
 */
final class RowChart {
  private static final double BAND_HEIGHT = 24;
  private static final double TICKS_APART = 44;
  private static final int MOST_LINES = 2;

  private final Sheet sheet;
  private final Axis axis;
  private final List<Band> bands;
  private final List<Canvas.Entry> legend;
  private final List<Threshold> thresholds;

  RowChart(Sheet sheet, Axis axis, List<Band> bands) {
    this(sheet, axis, bands, List.of(), List.of());
  }

  private RowChart(
      Sheet sheet,
      Axis axis,
      List<Band> bands,
      List<Canvas.Entry> legend,
      List<Threshold> thresholds) {
    this.sheet = sheet;
    this.axis = axis;
    this.bands = bands;
    this.legend = legend;
    this.thresholds = thresholds;
  }

  RowChart withLegend(List<Canvas.Entry> entries) {
    return new RowChart(sheet, axis, bands, entries, thresholds);
  }

  RowChart withThresholds(List<Threshold> lines) {
    return new RowChart(sheet, axis, bands, legend, lines);
  }

  /** Rows that belong together; an empty title draws no heading. */
  record Band(String title, Look look, List<Row> rows) {}

  /** One row: its label, its mark's name, the number at its right, and how its marks are drawn. */
  record Row(String label, String name, String value, Marks marks) {}

  interface Marks {
    void draw(Canvas canvas, Scale scale, double y);
  }

  /** A heading or a row, with the height it takes. */
  private sealed interface Line {
    double height();
  }

  private record Heading(String title, Look look) implements Line {
    @Override
    public double height() {
      return BAND_HEIGHT;
    }
  }

  private record Track(double top, double bottom) {}

  private record Placed(Row row, Look look, List<String> label, double height) implements Line {}

  List<Figure.Picture> pictures(String title, String description) {
    var pages = pages();
    var pictures = new ArrayList<Figure.Picture>();
    for (int k = 0; k < pages.size(); k++) {
      var id = k == 0 ? sheet.id() : sheet.id() + "-" + (k + 1);
      pictures.add(picture(pages.get(k), id, partTitle(title, k + 1, pages.size()), description));
    }
    return pictures;
  }

  private String partTitle(String title, int part, int parts) {
    if (parts == 1) return title;
    return title
        + " ("
        + sheet.formats().text("plot.part", Map.of("part", part, "parts", parts))
        + ")";
  }

  /** Lines filled into pictures; a band that would be cut goes to the next one if it fits there. */
  private List<List<Line>> pages() {
    double room = sheet.height() - legendHeight() - axisHeight();
    var pages = new ArrayList<List<Line>>();
    pages.add(new ArrayList<>());
    for (var band : bands) {
      var rows = band.rows().stream().map(row -> placed(band, row)).toList();
      double whole = heading(band).height() + height(rows);
      if (height(pages.getLast()) > room / 2 && height(pages.getLast()) + whole > room)
        pages.add(new ArrayList<>());
      if (!band.title().isEmpty()) pages.getLast().add(heading(band));
      for (var row : rows) {
        if (height(pages.getLast()) + row.height() > room) pages.add(startedWith(band));
        pages.getLast().add(row);
      }
    }
    return pages;
  }

  private static double height(List<? extends Line> lines) {
    return lines.stream().mapToDouble(Line::height).sum();
  }

  private static Heading heading(Band band) {
    return new Heading(band.title(), band.look());
  }

  private List<Line> startedWith(Band band) {
    var page = new ArrayList<Line>();
    if (!band.title().isEmpty()) page.add(continued(band));
    return page;
  }

  private Heading continued(Band band) {
    double room = headingRoom() - TextWidth.of(continuedTitle(""), TextWidth.LABEL);
    var title = TextWidth.fitted(band.title(), TextWidth.LABEL, room);
    return new Heading(continuedTitle(title), band.look());
  }

  private String continuedTitle(String title) {
    return sheet.formats().text("plot.continued", Map.of("group", title));
  }

  /** Bold type runs wider than it is measured. */
  private double headingRoom() {
    return (sheet.width() - 30) / TextWidth.BOLD;
  }

  private Placed placed(Band band, Row row) {
    var label = TextWidth.wrapped(row.label(), TextWidth.LABEL, labelRoom(), MOST_LINES);
    double text = label.size() * Canvas.LINE_HEIGHT;
    return new Placed(row, band.look(), label, sheet.narrow() ? text + 22 : Math.max(20, text + 7));
  }

  private Figure.Picture picture(List<Line> lines, String id, String title, String description) {
    var canvas = new Canvas(sheet);
    double top = canvas.legend(legend(), 0);
    double bottom = top + height(lines);
    var scale = scale();
    for (var track : tracks(lines, top)) {
      drawGrid(canvas, scale, track);
      drawThresholds(canvas, scale, track);
    }
    double y = top;
    for (var line : lines) {
      draw(canvas, scale, line, y);
      y += line.height();
    }
    drawAxis(canvas, scale, bottom);
    return canvas.picture(id, title, description, bottom + axisHeight());
  }

  private void draw(Canvas canvas, Scale scale, Line line, double top) {
    switch (line) {
      case Heading heading -> drawHeading(canvas, heading, top);
      case Placed placed -> drawRow(canvas, scale, placed, top);
    }
  }

  private void drawHeading(Canvas canvas, Heading heading, double top) {
    canvas.svg().open("g", "class", "plot-band", "color", "#e9efed");
    canvas
        .svg()
        .leaf(
            "rect",
            "x",
            0.0,
            "y",
            top + 2,
            "width",
            sheet.width(),
            "height",
            BAND_HEIGHT - 4,
            "fill",
            "currentColor");
    canvas.close();
    canvas.openLook(heading.look());
    heading.look().draw(canvas.svg(), 11, top + BAND_HEIGHT / 2, 4);
    canvas.close();
    var title = TextWidth.fitted(heading.title(), TextWidth.LABEL, headingRoom());
    canvas.bold(title, 22, top + BAND_HEIGHT / 2 + 4);
  }

  private void drawRow(Canvas canvas, Scale scale, Placed placed, double top) {
    double text = placed.label().size() * Canvas.LINE_HEIGHT;
    double y = sheet.narrow() ? top + text + 11 : top + placed.height() / 2;
    double labelTop = sheet.narrow() ? top + 3 : y - text / 2;
    for (int i = 0; i < placed.label().size(); i++)
      canvas.label(placed.label().get(i), 4, labelTop + i * Canvas.LINE_HEIGHT + 11, "start");
    canvas.openMark(placed.look(), placed.row().name());
    placed.row().marks().draw(canvas, scale, y);
    canvas.close();
    canvas.label(placed.row().value(), sheet.width() - 4, y + 4, "end");
  }

  /** Where grid and thresholds are drawn: all the height, or on a telephone only below labels. */
  private List<Track> tracks(List<Line> lines, double top) {
    if (!sheet.narrow()) return List.of(new Track(top + 3, top + height(lines)));
    var tracks = new ArrayList<Track>();
    double bottom = top;
    for (var line : lines) {
      bottom += line.height();
      if (line instanceof Placed) tracks.add(new Track(bottom - 19, bottom - 3));
    }
    return tracks;
  }

  private void drawGrid(Canvas canvas, Scale scale, Track track) {
    canvas.openGrid();
    for (double tick : scale.ticks(TICKS_APART))
      canvas.line(scale.at(tick), track.top(), scale.at(tick), track.bottom());
    canvas.close();
  }

  private void drawThresholds(Canvas canvas, Scale scale, Track track) {
    for (var threshold : thresholds)
      if (scale.covers(threshold.value())) {
        double x = scale.at(threshold.value());
        canvas.threshold(x, track.top(), x, track.bottom(), named(threshold));
      }
  }

  private void drawAxis(Canvas canvas, Scale scale, double top) {
    canvas.line(scale.start(), top, scale.end(), top);
    int decimals = scale.tickDecimals(TICKS_APART);
    for (double tick : scale.ticks(TICKS_APART)) {
      canvas.line(scale.at(tick), top, scale.at(tick), top + 4);
      canvas.soft(sheet.formats().number(tick, decimals), scale.at(tick), top + 16, "middle");
    }
    double y = top + 32;
    for (var line : axisLabel()) {
      double half = TextWidth.of(line, TextWidth.LABEL) / 2;
      double middle = (scale.start() + scale.end()) / 2;
      canvas.label(line, Math.clamp(middle, half, sheet.width() - half), y, "middle");
      y += Canvas.LINE_HEIGHT;
    }
  }

  private List<String> axisLabel() {
    return TextWidth.wrapped(axis.label(), TextWidth.LABEL, sheet.width() - 8, MOST_LINES);
  }

  private double axisHeight() {
    return 26 + axisLabel().size() * Canvas.LINE_HEIGHT;
  }

  private double legendHeight() {
    return new Canvas(sheet).legend(legend(), 0);
  }

  private List<Canvas.Entry> legend() {
    var entries = new ArrayList<>(legend);
    for (var threshold : thresholds) entries.add(Canvas.dashed(named(threshold)));
    return entries;
  }

  private String named(Threshold threshold) {
    return threshold.label() + " " + sheet.formats().number(threshold.value(), axis.decimals());
  }

  private Scale scale() {
    double left = sheet.narrow() ? 14 : Math.max(labelWidth() + 18, 14);
    return new Scale(axis, left, sheet.width() - Math.max(valueWidth() + 16, 16));
  }

  private double labelRoom() {
    return sheet.narrow() ? sheet.width() - 8 : sheet.width() * 0.46 - 8;
  }

  private double labelWidth() {
    return bands.stream()
        .flatMap(band -> band.rows().stream())
        .flatMap(row ->
            TextWidth.wrapped(row.label(), TextWidth.LABEL, labelRoom(), MOST_LINES).stream())
        .mapToDouble(line -> TextWidth.of(line, TextWidth.LABEL))
        .max()
        .orElse(0);
  }

  private double valueWidth() {
    return bands.stream()
        .flatMap(band -> band.rows().stream())
        .mapToDouble(row -> TextWidth.of(row.value(), TextWidth.LABEL))
        .max()
        .orElse(0);
  }
}
