package org.rolewright.blueprint;

import java.util.OptionalDouble;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.Measure;
import org.rolewright.platform.plots.Series;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.plots.WeightBars;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Interval;

/** Weights from the survey with their intervals, beside those of the blueprint. */
public record BlueprintFigure(Outline outline, Formats formats) {

  /** Draws it on so many pixels. */
  public Figure draw(int width) {
    return plot().draw(Sheet.screen("blueprint-weights", width, formats));
  }

  /** Its data, for a sheet of another kind. */
  public WeightBars plot() {
    var weights = outline.domains().stream().map(BlueprintFigure::weight).toList();
    double greatest = 0;
    for (var domain : outline.domains())
      greatest =
          Math.max(
              greatest,
              Math.max(domain.weight(), domain.interval().map(Interval::upper).orElse(0.0)));
    var axis = new Axis(text("weight"), 0, Math.max(5, Math.ceil(20 * greatest) * 5), 1);
    var series = new Series(text("derived"), text("inBlueprint"));
    return new WeightBars(text("caption"), axis, series, weights);
  }

  private String text(String key) {
    return formats.text("blueprint.figure." + key);
  }

  private static WeightBars.Weight weight(Outline.Domain domain) {
    return new WeightBars.Weight(
        domain.code(),
        domain.title(),
        new Measure(
            percent(domain.derived()),
            domain.interval().map(limits -> 100 * limits.lower()).orElse(Double.NaN),
            domain.interval().map(limits -> 100 * limits.upper()).orElse(Double.NaN)),
        100 * domain.weight());
  }

  private static double percent(OptionalDouble share) {
    return share.isPresent() ? 100 * share.getAsDouble() : Double.NaN;
  }
}
