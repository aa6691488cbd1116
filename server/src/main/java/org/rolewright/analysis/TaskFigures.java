package org.rolewright.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;
import org.rolewright.workshop.TaskList;

/** What an analysis found about each task, as a table: one row a task. */
record TaskFigures(TaskList list, Findings findings) {
  private static final List<String> OF_A_MEAN =
      List.of("n", "mean", "sd", "se", "lower", "upper", "median", "mode", "modes");

  DataFile file() {
    return new DataFile("tasks", columns(), findings.tasks().stream().map(this::row).toList());
  }

  private List<Column> columns() {
    var columns = new ArrayList<Column>();
    columns.add(Column.text("domain", "code of the domain"));
    columns.add(Column.text("task", "code of the task"));
    columns.add(Column.text("text", "task statement"));
    columns.add(Column.text("performing_n", "respondents who said whether they do the task"));
    columns.add(Column.text("performing", "share of them who do it, 0 to 1"));
    columns.add(Column.text("performing_lower", "lower limit of its 95 % interval"));
    columns.add(Column.text("performing_upper", "upper limit of its 95 % interval"));
    columns.add(Column.text("blank", "respondents who said nothing about it"));
    columns.addAll(scale("importance", findings.overall().importance()));
    columns.addAll(scale("frequency", findings.overall().frequency()));
    columns.add(Column.text("combined", "importance and frequency as one, by the protocol's rule"));
    columns.add(Column.text("kept", "whether the inclusion rule keeps it"));
    columns.add(
        Column.text("borderline", "whether other respondents might have decided otherwise"));
    columns.add(Column.text("weight", "share of the blueprint, 0 to 1"));
    columns.add(Column.text("weight_se", "bootstrap standard error of the weight"));
    return columns;
  }

  private static List<Column> scale(String name, Findings.Scale scale) {
    var columns = new ArrayList<Column>();
    for (var figure : OF_A_MEAN)
      columns.add(Column.text(name + "_" + figure, name + " by those who do it: " + words(figure)));
    for (var category : scale.categories())
      columns.add(
          Column.text(
              name + "_share_" + category.code(),
              "share of ratings with code " + category.code() + ", 0 to 1"));
    return columns;
  }

  private static String words(String figure) {
    return switch (figure) {
      case "n" -> "ratings";
      case "sd" -> "standard deviation (n - 1)";
      case "se" -> "standard error of the mean";
      case "lower" -> "lower limit of the 95 % interval of the mean";
      case "upper" -> "upper limit of the 95 % interval of the mean";
      case "mode" -> "code chosen most often; of several the smallest";
      case "modes" -> "every code chosen most often";
      default -> figure;
    };
  }

  private List<String> row(Findings.Task task) {
    var row = new ArrayList<String>();
    row.add(
        list.domains().stream()
            .filter(domain -> domain.id().equals(task.domain()))
            .map(TaskList.Domain::code)
            .findFirst()
            .orElseThrow());
    row.add(task.code());
    row.add(task.text());
    row.add(String.valueOf(task.performing().used()));
    row.add(number(task.performing().value()));
    row.addAll(limits(task.performing()));
    row.add(String.valueOf(task.blank()));
    row.addAll(cells(task.importance()));
    row.addAll(cells(task.frequency()));
    row.add(number(task.chosen()));
    row.add(String.valueOf(task.inclusion().kept()));
    row.add(String.valueOf(task.inclusion().borderline()));
    row.add(task.weight().map(Estimate::value).map(TaskFigures::number).orElse(""));
    row.add(task.weight().map(Estimate::standardError).map(TaskFigures::number).orElse(""));
    return row;
  }

  private static List<String> cells(Findings.Scale scale) {
    var cells = new ArrayList<String>();
    cells.add(String.valueOf(scale.mean().used()));
    cells.add(number(scale.mean().value()));
    cells.add(number(scale.sd()));
    cells.add(number(scale.mean().standardError()));
    cells.addAll(limits(scale.mean()));
    cells.add(number(scale.median()));
    var modes = scale.modes().orElse(List.of()).stream().map(String::valueOf).toList();
    cells.add(modes.stream().findFirst().orElse(""));
    cells.add(modes.stream().collect(Collectors.joining(" ")));
    for (var category : scale.categories()) cells.add(String.valueOf(category.share()));
    return cells;
  }

  private static List<String> limits(Estimate estimate) {
    return List.of(
        estimate.interval().map(Interval::lower).map(String::valueOf).orElse(""),
        estimate.interval().map(Interval::upper).map(String::valueOf).orElse(""));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }
}
