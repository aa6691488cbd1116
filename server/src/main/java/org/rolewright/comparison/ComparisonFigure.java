package org.rolewright.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rolewright.itembank.PoolItem.Figures;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.LineChart;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.classical.ExpectedScoreCurve;

/** How alike forms are, drawn. */
record ComparisonFigure(List<Curve> curves, Formats formats) {
  private static final int POINTS = 21;
  private static final double REACH = 2.5;

  /** What is drawn. */
  enum Name {
    /** Items of each form from hard to easy. */
    DIFFICULTY,
    /** Score to be expected at each ability. */
    EXPECTED
  }

  /**
   * A form's scored items.
   *
   * @param figures of those that have been given before
   */
  public record Curve(String code, int scored, List<Figures> figures) {}

  Figure draw(Name name, int width) {
    var plot =
        switch (name) {
          case DIFFICULTY -> difficulty();
          case EXPECTED -> expected();
        };
    return plot.draw(
        Sheet.screen("comparison-" + name.name().toLowerCase(Locale.ROOT), width, formats));
  }

  /** At each share of the known items, from the hardest on, how easy the item there is. */
  private LineChart difficulty() {
    var at = IntStream.range(0, POINTS).mapToObj(i -> 100.0 * i / (POINTS - 1)).toList();
    var lines =
        curves.stream()
            .map(curve -> {
              var p = curve.figures().stream().mapToDouble(Figures::p).sorted().toArray();
              return new LineChart.Line(
                  curve.code(), at.stream().map(share -> quantile(p, share / 100)).toList());
            })
            .toList();
    return new LineChart(
        text("difficulty.caption"),
        new Axis(text("difficulty.x"), 0, 100, 0),
        new Axis(text("difficulty.y"), 0, 1, 2),
        at,
        lines,
        List.of());
  }

  /** Between the ordered values, on a straight line; the definition numbered 7 in R. */
  static double quantile(double[] ordered, double share) {
    if (ordered.length == 0) return Double.NaN;
    double place = share * (ordered.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, ordered.length - 1);
    return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
  }

  /** Only of forms whose every scored item has both figures. */
  private LineChart expected() {
    var abilities =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> -REACH + 2 * REACH * i / (POINTS - 1))
            .toArray();
    var at = DoubleStream.of(abilities).boxed().toList();
    var lines =
        curves.stream()
            .map(curve -> new LineChart.Line(curve.code(), expected(curve, abilities)))
            .toList();
    int most = curves.stream().mapToInt(Curve::scored).max().orElse(1);
    return new LineChart(
        text("expected.caption"),
        new Axis(text("expected.x"), -REACH, REACH, 2),
        new Axis(text("expected.y"), 0, Math.max(1, most), 1),
        at,
        lines,
        List.of());
  }

  private static List<Double> expected(Curve curve, double[] abilities) {
    var known = curve.figures().stream().filter(one -> one.rpb().isPresent()).toList();
    if (known.isEmpty() || known.size() < curve.scored())
      return DoubleStream.of(abilities).map(_ -> Double.NaN).boxed().toList();
    var p = known.stream().mapToDouble(Figures::p).toArray();
    var rpb = known.stream().mapToDouble(one -> one.rpb().getAsDouble()).toArray();
    return DoubleStream.of(ExpectedScoreCurve.of(p, rpb, abilities)).boxed().toList();
  }

  private String text(String key) {
    return formats.text("comparison." + key);
  }
}
