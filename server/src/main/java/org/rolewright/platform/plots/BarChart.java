package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;

/** How a group divides into categories, in percent, and beside it how another group does. */
public record BarChart(String caption, Axis axis, Series series, List<Bar> bars) implements Plot {

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * A category.
   *
   * @param percent of all, {@code NaN} where it may not be shown or is undefined
   * @param compared percent in the other group, {@code NaN} where there is none
   */
  public record Bar(String label, long count, double percent, double compared) {}

  @Override
  public Figure draw(Sheet sheet) {
    var words = new Words(sheet, axis);
    var marks = bars.stream().map(b -> new Words.Named(b.label(), b.percent())).toList();
    var description = words.description(caption, marks);
    var drawn =
        bars.stream()
            .map(b -> new Bars.Bar(b.label(), Measure.of(b.percent()), b.compared()))
            .toList();
    var pictures = new Bars(axis, series, words).pictures(sheet, caption, description, drawn);
    return new Figure(sheet.id(), caption, description, pictures, data(sheet, words));
  }

  private FigureData data(Sheet sheet, Words words) {
    var formats = sheet.formats();
    var headers =
        new ArrayList<>(
            List.of(formats.text("plot.category"), formats.text("plot.count"), series.bars()));
    if (series.hasMarkers()) headers.add(series.markers());
    return new FigureData(headers, 1, bars.stream().map(bar -> cells(bar, sheet, words)).toList());
  }

  private List<String> cells(Bar bar, Sheet sheet, Words words) {
    var count =
        Double.isNaN(bar.percent()) ? words.value(Double.NaN) : sheet.formats().number(bar.count());
    var cells = new ArrayList<>(List.of(bar.label(), count, words.value(bar.percent())));
    if (series.hasMarkers()) cells.add(words.value(bar.compared()));
    return cells;
  }
}
