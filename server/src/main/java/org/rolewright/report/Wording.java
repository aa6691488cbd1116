package org.rolewright.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.rolewright.analysis.Findings;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Phrases;
import org.rolewright.platform.text.Formats;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;

/** The report's words and numbers in one language. */
final class Wording extends Phrases {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  Wording(Formats formats) {
    super(formats, "report");
  }

  String interval(Optional<Interval> limits) {
    return formats()
        .interval(
            limits.map(Interval::lower).orElse(Double.NaN),
            limits.map(Interval::upper).orElse(Double.NaN),
            2);
  }

  /** Limits of a share, in percent without the sign. */
  String percentInterval(Optional<Interval> limits) {
    return formats()
        .interval(
            100 * limits.map(Interval::lower).orElse(Double.NaN),
            100 * limits.map(Interval::upper).orElse(Double.NaN),
            1);
  }

  String points(OptionalDouble share) {
    return formats().number(100 * share.orElse(Double.NaN), 2);
  }

  String date(Instant instant) {
    return formats().date(instant);
  }

  /** To the minute, for what must be proved. */
  String moment(Instant instant) {
    return MINUTE.format(instant);
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
        formats().number(scale.median().orElse(Double.NaN), 1),
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
