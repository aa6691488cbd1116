package org.rolewright.platform.plots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rolewright.platform.text.Formats;

/** The sentences and cells that several plots share. */
final class Words {
  /** A mark's name and value, for the description. */
  record Named(String name, double value) {}

  private final Formats formats;
  private final int decimals;

  Words(Sheet sheet, Axis axis) {
    this.formats = sheet.formats();
    this.decimals = axis.decimals();
  }

  String value(double value) {
    return formats.number(value, decimals);
  }

  /** {@code 3.11 (3.02 to 3.20)}, with a word where the value lies beyond the axis. */
  String measure(Measure measure, Axis axis) {
    var text = value(measure.value());
    if (measure.hasInterval())
      text += " (" + formats.interval(measure.low(), measure.high(), decimals) + ")";
    boolean beyond = measure.value() < axis.low() || measure.value() > axis.high();
    return beyond ? text + ", " + formats.text("plot.beyond") : text;
  }

  /** How many values, the highest and the lowest. */
  String description(String caption, List<Named> marks) {
    var defined = marks.stream().filter(mark -> !Double.isNaN(mark.value())).toList();
    if (defined.isEmpty()) return caption + ". " + formats.text("plot.not-available") + ".";
    var order = Comparator.comparingDouble(Named::value);
    var words =
        Map.of(
            "count", formats.number(marks.size()),
            "highest", named(defined.stream().max(order).orElseThrow()),
            "lowest", named(defined.stream().min(order).orElseThrow()));
    return caption + ". " + formats.text("plot.describe", words) + missing(marks);
  }

  private String missing(List<Named> marks) {
    var missing =
        marks.stream()
            .filter(mark -> Double.isNaN(mark.value()))
            .map(Named::name)
            .collect(Collectors.joining("; "));
    return missing.isEmpty()
        ? ""
        : " " + formats.text("plot.without-value", Map.of("codes", missing)) + ".";
  }

  private String named(Named mark) {
    return mark.name() + ", " + value(mark.value());
  }
}
