package org.rolewright.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rolewright.impact.Impact.Family;
import org.rolewright.impact.Impact.Outcome;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.LineChart;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.plots.Threshold;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Interval;

/** The share who pass at every cut, with the options marked. */
record ImpactFigure(PassRates rates, Formats formats) {

  Figure draw(Family family, int width) {
    var cuts = IntStream.rangeClosed(0, rates.maximum()).boxed().toList();
    var chart =
        new LineChart(
            text("caption." + family.error().code()),
            new Axis(text("needed"), 0, rates.maximum(), 0),
            new Axis(text("share"), 0, 1, 2),
            cuts.stream().map(Integer::doubleValue).toList(),
            List.of(
                line("passing", cuts, cut -> rates.rate(cut).value().orElseThrow()),
                line("lower", cuts, cut -> interval(cut).lower()),
                line("upper", cuts, cut -> interval(cut).upper())),
            marks(family.outcomes()));
    return chart.draw(Sheet.screen("impact-" + family.error().code(), width, formats));
  }

  private Interval interval(int cut) {
    return rates.rate(cut).interval().orElseThrow();
  }

  private LineChart.Line line(String name, List<Integer> cuts, Function<Integer, Double> value) {
    return new LineChart.Line(text(name), cuts.stream().map(value).toList());
  }

  /** One line a cut: options that ask for the same points share it. */
  private List<Threshold> marks(List<Outcome> outcomes) {
    Map<Integer, String> names = new LinkedHashMap<>();
    for (var one : outcomes) names.merge(one.needed(), name(one), (a, b) -> a + ", " + b);
    return names.entrySet().stream()
        .map(mark -> new Threshold(mark.getValue() + ":", mark.getKey()))
        .toList();
  }

  private String name(Outcome one) {
    if (one.multiple() == 0) return text("notMoved");
    return (one.multiple() > 0 ? "+" : "−") + Math.abs(one.multiple()) + " × " + text("error");
  }

  private String text(String key) {
    return formats.text("impact." + key);
  }
}
