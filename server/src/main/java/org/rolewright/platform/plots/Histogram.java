package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many values fall into each range, with lines such as a cut score. */
public record Histogram(
    String caption, Axis axis, String countLabel, List<Bin> bins, List<Threshold> thresholds)
    implements Plot {

  public Histogram {
    bins = List.copyOf(bins);
    thresholds = List.copyOf(thresholds);
  }

  /** A range: from {@code low} to below {@code high}. */
  public record Bin(double low, double high, long count) {
    public Bin {
      if (!(low < high)) throw new IllegalArgumentException("no range " + low + " to " + high);
    }
  }

  @Override
  public Figure draw(Sheet sheet) {
    var description = description(sheet);
    var canvas = new Canvas(sheet);
    double top = canvas.legend(legend(sheet), 0);
    var frame = Frame.of(sheet, axis, countAxis(), new Frame.Extent(top, sheet.width() * 0.4));
    frame.draw(canvas);
    for (var bin : bins) draw(canvas, frame, bin, range(bin, sheet));
    frame.drawThresholds(canvas, List.of(), thresholds);
    var picture = canvas.picture(sheet.id(), caption, description, frame.end());
    return new Figure(sheet.id(), caption, description, List.of(picture), data(sheet));
  }

  private Axis countAxis() {
    long most = bins.stream().mapToLong(Bin::count).max().orElse(0);
    return new Axis(countLabel, 0, Math.max(most, 1) * 1.05, 0);
  }

  private List<Canvas.Entry> legend(Sheet sheet) {
    return thresholds.stream().map(t -> Canvas.dashed(Frame.named(sheet, t, axis))).toList();
  }

  private static void draw(Canvas canvas, Frame frame, Bin bin, String range) {
    double left = frame.x().at(bin.low());
    double right = frame.x().at(bin.high());
    double top = frame.y().at(bin.count());
    canvas.openMark(Look.CIRCLE, range + ": " + bin.count());
    canvas
        .svg()
        .leaf(
            "rect",
            "x",
            left,
            "y",
            top,
            "width",
            right - left,
            "height",
            frame.bottom() - top,
            "fill",
            "currentColor",
            "fill-opacity",
            "0.35",
            "stroke",
            "currentColor");
    canvas.close();
  }

  private String range(Bin bin, Sheet sheet) {
    return sheet.formats().interval(bin.low(), bin.high(), axis.decimals());
  }

  private long total() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  private String description(Sheet sheet) {
    var formats = sheet.formats();
    var fullest = bins.stream().max(Comparator.comparingLong(Bin::count));
    var words =
        Map.of(
            "count", formats.number(total()),
            "bins", formats.number(bins.size()),
            "fullest",
                fullest.map(bin -> range(bin, sheet)).orElse(formats.text("plot.not-available")));
    return caption + ". " + formats.text("plot.describe-bins", words);
  }

  private FigureData data(Sheet sheet) {
    var formats = sheet.formats();
    var headers =
        List.of(formats.text("plot.range"), formats.text("plot.count"), formats.text("plot.share"));
    var rows = new ArrayList<List<String>>();
    for (var bin : bins)
      rows.add(
          List.of(
              range(bin, sheet),
              formats.number(bin.count()),
              formats.percent((double) bin.count() / total(), 1)));
    return new FigureData(headers, 1, rows);
  }
}
