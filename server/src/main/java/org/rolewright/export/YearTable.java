package org.rolewright.export;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.scoring.AnnualRow;

/** Statistics of each form by calendar year; what few sittings cannot carry is left empty. */
record YearTable(List<AnnualRow> years) {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("year", "calendar year of the exams"),
          Column.text("form", "code of the form"),
          Column.number("run", "scoring run"),
          Column.number("candidates", "sittings scored"),
          Column.number("passed", "how many reached the cut"),
          Column.number("pass_rate", "share who reached it"),
          Column.number("cut", "points needed"),
          Column.number("maximum", "points that can be reached"),
          Column.number("mean", "mean raw score"),
          Column.number("sd", "standard deviation, divisor n - 1"),
          Column.number("alpha", "coefficient alpha"),
          Column.number("sem", "standard error of measurement"),
          Column.number("sem_at_cut", "conditional standard error at the cut"),
          Column.number("consistency", "decision consistency, Livingston and Lewis"),
          Column.number("accuracy", "decision accuracy, Livingston and Lewis"));

  DataFile file() {
    return new DataFile("annual-statistics", COLUMNS, years.stream().map(YearTable::row).toList());
  }

  private static List<String> row(AnnualRow year) {
    var figures = year.figures();
    var decisions = figures.decisions().orElseThrow();
    return Stream.of(
            String.valueOf(year.year()),
            year.form(),
            String.valueOf(year.run()),
            String.valueOf(figures.sittings()),
            String.valueOf(decisions.passed()),
            cell(decisions.passRate()),
            year.cut().raw().stripTrailingZeros().toPlainString(),
            year.cut().most().stripTrailingZeros().toPlainString(),
            cell(figures.distribution().mean()),
            cell(figures.distribution().sd()),
            guarded(figures, figures.errors().alpha()),
            guarded(figures, figures.errors().sem()),
            guarded(figures, figures.errors().atCut()),
            guarded(figures, decisions.consistency()),
            guarded(figures, decisions.accuracy()))
        .toList();
  }

  private static String guarded(RunFigures figures, OptionalDouble value) {
    return figures.enough() ? cell(value) : "";
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }
}
