package org.rolewright.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.rolewright.study.RatingScale;
import org.rolewright.survey.ClosedSurvey;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.Rating;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;

/**
 * The answers behind a run as comma-separated files: all as they came in, those that count, and the
 * codebook. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
public record DataExport(AnalysisInputs inputs) {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String NOT_PERFORMED = "NP";

  /** The files on offer. */
  public enum File {
    RAW,
    CLEANED,
    CODEBOOK
  }

  /** One of the files, UTF-8. */
  public byte[] content(File file) {
    var rows =
        switch (file) {
          case RAW -> raw();
          case CLEANED -> cleaned();
          case CODEBOOK -> codebook();
        };
    return csv(rows).getBytes(StandardCharsets.UTF_8);
  }

  private ExclusionRules exclusions() {
    return new ExclusionRules(inputs.options().exclusion(), inputs.tasks());
  }

  /** Every response with every answer, named as an import has them, and why it was left out. */
  private List<List<String>> raw() {
    var head = start("left_out");
    tasks().forEach(task -> head.addAll(columns(task)));
    inputs.tasks().domains().forEach(domain -> head.add(domain.code() + ".missed"));
    var rows = new ArrayList<List<String>>();
    rows.add(head);
    for (var response : inputs.survey().responses()) {
      var row = start(response, exclusions().reason(response).map(Enum::name).orElse(""));
      tasks().forEach(task -> row.addAll(cells(response, task.id())));
      for (var domain : inputs.tasks().domains())
        row.add(response.writeIns().getOrDefault(domain.code(), ""));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> columns(TaskList.TaskStatement task) {
    return List.of(task.code() + ".importance", task.code() + ".frequency");
  }

  private static List<String> cells(Response response, TaskId task) {
    var rating = Optional.ofNullable(response.ratings().get(task));
    var frequency =
        rating.flatMap(Rating::performed).orElse(true)
            ? code(rating.flatMap(Rating::frequency))
            : NOT_PERFORMED;
    return List.of(code(rating.flatMap(Rating::importance)), frequency);
  }

  private static String code(Optional<Integer> code) {
    return code.map(String::valueOf).orElse("");
  }

  /** The responses that count; ratings of those who do the task. */
  private List<List<String>> cleaned() {
    var head = start();
    tasks().forEach(task -> head.addAll(columns(task)));
    var kept = exclusions().kept(inputs.survey().responses());
    var ratings = SurveyRatings.of(kept, inputs.tasks());
    var importance = ratings.importance();
    var frequency = ratings.frequency();
    var rows = new ArrayList<List<String>>();
    rows.add(head);
    for (int r = 0; r < kept.size(); r++) {
      var row = start(kept.get(r));
      for (int t = 0; t < importance[r].length; t++) {
        row.add(number(importance[r][t]));
        row.add(number(frequency[r][t]));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> codebook() {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("column", "meaning", "values"));
    rows.add(List.of("respondent", "random identity of a response", ""));
    rows.add(List.of("channel", "how it came in", "PERSONAL; OPEN; IMPORTED"));
    rows.add(
        List.of(
            "left_out",
            "why it does not count (raw data)",
            "TOO_FEW_ANSWERS; STRAIGHT_LINE; blank = counts"));
    for (var question : inputs.survey().questions())
      rows.add(List.of(question.code(), question.text(), choices(question)));
    rows.add(List.of("coverage", "how well the list covers the work", "percent"));
    for (var task : tasks())
      for (var scale : inputs.plan().protocol().scales())
        rows.add(List.of(column(task, scale), task.text(), anchors(scale)));
    for (var domain : inputs.tasks().domains())
      rows.add(
          List.of(
              domain.code() + ".missed",
              "tasks missing in " + domain.title() + " (raw data)",
              "words"));
    return rows;
  }

  private static String column(TaskList.TaskStatement task, RatingScale scale) {
    return columns(task).get(scale.kind() == RatingScale.Kind.IMPORTANCE ? 0 : 1);
  }

  private static String choices(ClosedSurvey.Question question) {
    return String.join(
        "; ",
        question.choices().stream().map(choice -> choice.code() + " = " + choice.text()).toList());
  }

  private static String anchors(RatingScale scale) {
    var words =
        String.join(
            "; ",
            scale.anchors().stream()
                .map(anchor -> anchor.code() + " = " + anchor.label())
                .toList());
    return scale.kind() == RatingScale.Kind.FREQUENCY
        ? words + "; " + NOT_PERFORMED + " = does not do this; blank = not said"
        : words + "; blank = not said";
  }

  private List<TaskList.TaskStatement> tasks() {
    return inputs.tasks().tasks().toList();
  }

  private List<String> start(String... more) {
    var head = new ArrayList<>(List.of("respondent", "channel"));
    head.addAll(List.of(more));
    inputs.survey().questions().forEach(question -> head.add(question.code()));
    head.add("coverage");
    return head;
  }

  private List<String> start(Response response, String... more) {
    var row = new ArrayList<>(List.of(response.id().toString(), response.channel().name()));
    row.addAll(List.of(more));
    for (var question : inputs.survey().questions())
      row.add(response.background().getOrDefault(question.code(), ""));
    row.add(response.coverage().map(String::valueOf).orElse(""));
    return row;
  }

  private static String number(double rating) {
    return Double.isNaN(rating) ? "" : String.valueOf((int) rating);
  }

  private static String csv(List<List<String>> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      for (var row : rows) printer.printRecord(row.stream().map(DataExport::safe).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Nothing that a spreadsheet would compute. */
  static String safe(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
