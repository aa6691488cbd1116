package org.rolewright.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.marking.Result;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.scoring.RunView;
import org.rolewright.scoring.ScoreLine;

/** Scores of a run: one row a sitting, points of each domain last. */
record ScoreTable(RunView run, List<ScoreLine> scores) {

  DataFile file() {
    var columns =
        new ArrayList<>(
            List.of(
                Column.text("sitting", "the sitting"),
                Column.text("sat_on", "day of the exam"),
                Column.number("raw", "points"),
                Column.number("maximum", "points that can be reached"),
                Column.number("scaled", "scaled score"),
                Column.text("passed", "whether the cut was reached")));
    for (var domain : run.domains())
      columns.add(Column.number("domain_" + domain.code(), "points in: " + domain.title()));
    columns.add(Column.text("hash", "SHA-256 of the score"));
    return new DataFile(
        "scores-run-" + run.run().number(), columns, scores.stream().map(this::row).toList());
  }

  private List<String> row(ScoreLine score) {
    var result = score.result();
    var row = new ArrayList<String>();
    row.add(score.sittingId().toString());
    row.add(score.satOn().toString());
    row.add(plain(result.raw()));
    row.add(plain(result.maximum()));
    row.add(result.scaled().map(String::valueOf).orElse(""));
    row.add(result.passed().map(String::valueOf).orElse(""));
    for (var domain : run.domains())
      row.add(points(result, domain).map(ScoreTable::plain).orElse(""));
    row.add(score.hash());
    return row;
  }

  private static String plain(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }

  private static Optional<BigDecimal> points(Result result, RunView.DomainName domain) {
    return result.domains().stream()
        .filter(one -> one.domain().equals(domain.domain().value()))
        .findFirst()
        .map(Result.DomainPoints::raw);
  }
}
