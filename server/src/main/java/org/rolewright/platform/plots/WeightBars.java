package org.rolewright.platform.plots;

import java.util.ArrayList;
import java.util.List;

/** Weights with their intervals, and beside them a second series: what was adopted. */
public record WeightBars(String caption, Axis axis, Series series, List<Weight> weights)
    implements Plot {

  public WeightBars {
    weights = List.copyOf(weights);
  }

  /** A content area; {@code adopted} is {@code NaN} where there is none. */
  public record Weight(String code, String label, Measure derived, double adopted) {
    String fullLabel() {
      return (code + " " + label).strip();
    }
  }

  @Override
  public Figure draw(Sheet sheet) {
    var words = new Words(sheet, axis);
    var description = words.description(caption, marks());
    var bars =
        weights.stream().map(w -> new Bars.Bar(w.fullLabel(), w.derived(), w.adopted())).toList();
    var pictures = new Bars(axis, series, words).pictures(sheet, caption, description, bars);
    return new Figure(sheet.id(), caption, description, pictures, data(sheet, words));
  }

  private List<Words.Named> marks() {
    return weights.stream().map(w -> new Words.Named(w.fullLabel(), w.derived().value())).toList();
  }

  private FigureData data(Sheet sheet, Words words) {
    var formats = sheet.formats();
    var headers =
        new ArrayList<>(
            List.of(
                formats.text("plot.group"),
                series.bars(),
                formats.text("plot.low"),
                formats.text("plot.high")));
    if (series.hasMarkers()) headers.add(series.markers());
    return new FigureData(headers, 1, weights.stream().map(w -> cells(w, words)).toList());
  }

  private List<String> cells(Weight weight, Words words) {
    var derived = weight.derived();
    var cells =
        new ArrayList<>(
            List.of(
                weight.fullLabel(),
                words.value(derived.value()),
                words.value(derived.low()),
                words.value(derived.high())));
    if (series.hasMarkers()) cells.add(words.value(weight.adopted()));
    return cells;
  }
}
