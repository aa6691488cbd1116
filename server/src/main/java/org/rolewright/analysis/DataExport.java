package org.rolewright.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.Column.Kind;
import org.rolewright.platform.datasets.Column.Meaning;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.datasets.RScript;
import org.rolewright.platform.datasets.SpssSyntax;
import org.rolewright.study.RatingScale;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.Rating;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;

/**
 * The answers behind a run as files: all as they came in, those that count, what the columns mean,
 * the scripts that read them into R and SPSS, and the figures of each task.
 */
public record DataExport(AnalysisInputs inputs, Findings findings) {
  private static final String NOT_PERFORMED = "NP";
  private static final Meaning NOT_ANSWERED = new Meaning("", "not answered");
  private static final Meaning DOES_NOT = new Meaning(NOT_PERFORMED, "does not do this");
  private static final Column CHANNEL =
      new Column(
          "channel",
          "how it came in",
          Kind.CHOICE,
          List.of(
              new Meaning(Channel.PERSONAL.name(), "personal link"),
              new Meaning(Channel.OPEN.name(), "link for everybody"),
              new Meaning(Channel.IMPORTED.name(), "imported file")),
          List.of());
  private static final Column LEFT_OUT =
      new Column(
          "left_out",
          "why it does not count",
          Kind.CHOICE,
          List.of(
              new Meaning("", "counts"),
              new Meaning(Respondents.Reason.TOO_FEW_ANSWERS.name(), "too few tasks answered"),
              new Meaning(Respondents.Reason.STRAIGHT_LINE.name(), "one importance for all tasks")),
          List.of());

  /** The files on offer. */
  public enum File {
    RAW("raw.csv"),
    CLEANED("cleaned.csv"),
    CODEBOOK("codebook.csv"),
    TASKS("tasks.csv"),
    R("read-data.R"),
    SPSS("read-data.sps");

    private final String fileName;

    File(String fileName) {
      this.fileName = fileName;
    }

    public String fileName() {
      return fileName;
    }
  }

  /** One of the files, UTF-8. */
  public byte[] content(File file) {
    return switch (file) {
      case RAW -> raw().csv();
      case CLEANED -> cleaned().csv();
      case CODEBOOK -> codebook().csv();
      case TASKS -> figures().csv();
      case R -> RScript.reading(List.of(raw(), cleaned())).getBytes(StandardCharsets.UTF_8);
      case SPSS -> SpssSyntax.reading(List.of(raw(), cleaned())).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** Every response with every answer, and why it was left out. */
  private DataFile raw() {
    var columns = start(LEFT_OUT);
    columns.addAll(ratings());
    inputs.tasks().domains().forEach(domain -> columns.add(missed(domain)));
    var rows = new ArrayList<List<String>>();
    for (var response : inputs.survey().responses()) {
      var row = start(response, exclusions().reason(response).map(Enum::name).orElse(""));
      tasks().forEach(task -> row.addAll(cells(response, task.id())));
      for (var domain : inputs.tasks().domains())
        row.add(response.writeIns().getOrDefault(domain.code(), ""));
      rows.add(row);
    }
    return new DataFile("raw", columns, rows);
  }

  /** The responses that count; ratings of those who do the task. */
  private DataFile cleaned() {
    var columns = start();
    columns.addAll(ratings());
    var kept = exclusions().kept(inputs.survey().responses());
    var ratings = SurveyRatings.of(kept, inputs.tasks());
    var importance = ratings.importance();
    var frequency = ratings.frequency();
    var rows = new ArrayList<List<String>>();
    for (int r = 0; r < kept.size(); r++) {
      var row = start(kept.get(r));
      for (int t = 0; t < importance[r].length; t++) {
        var otherwise = ratings.ratings().notPerformed(r, t) ? NOT_PERFORMED : "";
        row.add(number(importance[r][t], otherwise));
        row.add(number(frequency[r][t], otherwise));
      }
      rows.add(row);
    }
    return new DataFile("cleaned", columns, rows);
  }

  /** What every column of every table means. */
  private DataFile codebook() {
    var rows =
        Stream.of(raw(), cleaned(), figures())
            .flatMap(file -> file.columns().stream().map(column -> explained(file, column)))
            .toList();
    var columns =
        Stream.of("column", "meaning", "values", "file")
            .map(name -> Column.text(name, ""))
            .toList();
    return new DataFile("codebook", columns, rows);
  }

  private static List<String> explained(DataFile file, Column column) {
    var values =
        Stream.concat(column.values().stream(), column.missing().stream())
            .map(value -> (value.cell().isEmpty() ? "blank" : value.cell()) + " = " + value.words())
            .collect(Collectors.joining("; "));
    return List.of(column.name(), column.label(), values, file.fileName());
  }

  private DataFile figures() {
    return new TaskFigures(inputs.tasks(), findings).file();
  }

  private ExclusionRules exclusions() {
    return new ExclusionRules(inputs.options().exclusion(), inputs.tasks());
  }

  private List<TaskList.TaskStatement> tasks() {
    return inputs.tasks().tasks().toList();
  }

  /** The columns that raw and cleaned data begin with. */
  private List<Column> start(Column... more) {
    var columns = new ArrayList<Column>();
    columns.add(Column.text("respondent", "random identity of a response"));
    columns.add(CHANNEL);
    columns.addAll(List.of(more));
    inputs.survey().questions().forEach(question -> columns.add(column(question)));
    columns.add(
        new Column(
            "coverage",
            "how well the list covers the work, in percent",
            Kind.NUMBER,
            List.of(),
            List.of(NOT_ANSWERED)));
    return columns;
  }

  private static Column column(ClosedSurvey.Question question) {
    return new Column(
        question.code(),
        question.text(),
        Kind.CHOICE,
        question.choices().stream()
            .map(choice -> new Meaning(choice.code(), choice.text()))
            .toList(),
        List.of(NOT_ANSWERED));
  }

  private List<String> start(Response response, String... more) {
    var row = new ArrayList<>(List.of(response.id().toString(), response.channel().name()));
    row.addAll(List.of(more));
    for (var question : inputs.survey().questions())
      row.add(response.background().getOrDefault(question.code(), ""));
    row.add(response.coverage().map(String::valueOf).orElse(""));
    return row;
  }

  private List<Column> ratings() {
    var columns = new ArrayList<Column>();
    for (var task : tasks())
      for (var scale : inputs.plan().protocol().scales()) columns.add(rating(task, scale));
    return columns;
  }

  private static Column rating(TaskList.TaskStatement task, RatingScale scale) {
    var kind = scale.kind().name().toLowerCase(Locale.ROOT);
    return new Column(
        task.code() + "." + kind,
        task.code() + " " + kind + ": " + task.text(),
        Kind.NUMBER,
        scale.anchors().stream()
            .map(anchor -> new Meaning(String.valueOf(anchor.code()), anchor.label()))
            .toList(),
        List.of(NOT_ANSWERED, DOES_NOT));
  }

  private static List<String> cells(Response response, TaskId task) {
    var rating = Optional.ofNullable(response.ratings().get(task));
    var otherwise = rating.flatMap(Rating::performed).orElse(true) ? "" : NOT_PERFORMED;
    return List.of(
        rating.flatMap(Rating::importance).map(String::valueOf).orElse(otherwise),
        rating.flatMap(Rating::frequency).map(String::valueOf).orElse(otherwise));
  }

  private static Column missed(TaskList.Domain domain) {
    return Column.text(
        domain.code() + ".missed", "tasks missing in " + domain.title() + ", as written");
  }

  private static String number(double rating, String otherwise) {
    return Double.isNaN(rating) ? otherwise : String.valueOf((int) rating);
  }
}
