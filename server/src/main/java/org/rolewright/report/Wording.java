package org.rolewright.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.rolewright.analysis.Findings;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;

/** The report's words and numbers in one language. */
record Wording(Formats formats) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * @param gaps name and value in turn
   */
  String text(String key, Object... gaps) {
    var values = new HashMap<String, Object>();
    for (int i = 0; i < gaps.length; i += 2) values.put((String) gaps[i], gaps[i + 1]);
    return formats.text("report." + key, values);
  }

  /** The word for a constant: {@code PRODUCT_OF_MEANS} of {@code rule}. */
  String word(String family, Enum<?> constant) {
    return text(family + "." + constant.name().toLowerCase(Locale.ROOT));
  }

  Block say(String key, Object... gaps) {
    return Block.paragraph(text(key, gaps));
  }

  String count(long number) {
    return formats.number(number);
  }

  String number(OptionalDouble value) {
    return formats.number(value.orElse(Double.NaN), 2);
  }

  String percent(OptionalDouble share) {
    return formats.percent(share.orElse(Double.NaN), 1);
  }

  String interval(Optional<Interval> limits) {
    return formats.interval(
        limits.map(Interval::lower).orElse(Double.NaN),
        limits.map(Interval::upper).orElse(Double.NaN),
        2);
  }

  /** Limits of a share, in percent without the sign. */
  String percentInterval(Optional<Interval> limits) {
    return formats.interval(
        100 * limits.map(Interval::lower).orElse(Double.NaN),
        100 * limits.map(Interval::upper).orElse(Double.NaN),
        1);
  }

  String points(OptionalDouble share) {
    return formats.number(100 * share.orElse(Double.NaN), 2);
  }

  String date(Instant instant) {
    return formats.date(instant);
  }

  /** To the minute, for what must be proved. */
  String moment(Instant instant) {
    return MINUTE.format(instant);
  }

  List<Block.Column> columns(String first, String... numbers) {
    var columns = new ArrayList<Block.Column>();
    columns.add(Block.Column.text(text(first)));
    for (var key : numbers) columns.add(Block.Column.number(text(key)));
    return columns;
  }

  List<Block.Column> words(String... keys) {
    return java.util.Arrays.stream(keys).map(key -> Block.Column.text(text(key))).toList();
  }

  Fact fact(String key, String value) {
    return new Fact(text(key), value);
  }

  /** What was written, else that nothing was. */
  String written(String text) {
    return text.isBlank() ? text("notWritten") : text;
  }

  static String titled(Findings.Domain domain) {
    return domain.code() + " " + domain.title();
  }

  static String titled(Findings.Task task) {
    return task.code() + " " + task.text();
  }

  /** One row a task, headed by their domains. */
  List<Block.Row> byDomain(Findings findings, Cells cells) {
    var rows = new ArrayList<Block.Row>();
    for (var domain : findings.domains()) {
      var inside = new ArrayList<Block.Row>();
      for (var task : findings.tasks())
        if (task.domain().equals(domain.domain()))
          cells.of(task).ifPresent(row -> inside.add(new Block.Row(Block.RowKind.PLAIN, row)));
      if (inside.isEmpty()) continue;
      rows.add(Block.Row.group(titled(domain)));
      rows.addAll(inside);
    }
    return rows;
  }

  /** The cells of a task's row; empty where it has none. */
  interface Cells {
    Optional<List<String>> of(Findings.Task task);
  }

  /** n, mean, SD, SE and interval. */
  List<String> described(Findings.Scale scale) {
    Estimate mean = scale.mean();
    return List.of(
        count(mean.used()),
        number(mean.value()),
        number(scale.sd()),
        number(mean.standardError()),
        interval(mean.interval()),
        formats.number(scale.median().orElse(Double.NaN), 1),
        modes(scale));
  }

  /** Every code of the greatest frequency. */
  private String modes(Findings.Scale scale) {
    return scale
        .modes()
        .filter(codes -> !codes.isEmpty())
        .map(codes -> codes.stream().map(String::valueOf).collect(Collectors.joining("; ")))
        .orElse("–");
  }
}
