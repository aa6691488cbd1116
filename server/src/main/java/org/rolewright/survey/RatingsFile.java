package org.rolewright.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Refusal.Fault;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.platform.csv.CsvLine;
import org.rolewright.study.RatingScale.Kind;
import org.rolewright.survey.ClosedSurvey.Choice;
import org.rolewright.survey.ClosedSurvey.Question;

/**
 * Ratings collected elsewhere, one respondent a line. Columns in any order: {@code respondent};
 * {@code <task code>.importance} and {@code <task code>.frequency} for every task; where wanted the
 * code of a background question, {@code coverage} in percent, {@code <domain code>.missed}. A blank
 * cell is not answered; {@code NP} (not performed) as a frequency is "I do not do this".
 *
 * @param lines in the order of the file
 */
record RatingsFile(List<Line> lines) {
  /** Most respondents in one file. */
  static final int MOST_LINES = 20_000;

  /** The mark of a task that is not done. */
  static final String NOT_PERFORMED = "NP";

  private static final int LONGEST_TEXT = 1000;

  /** A respondent, or why the line cannot be used. */
  record Line(int number, String respondent, Answers answers, Optional<Fault> fault) {}

  /** Reads one kind of cell into the answers. */
  private interface Column {
    Answers read(Answers answers, String cell);
  }

  /** A cell that does not fit. */
  private static final class Unfit extends RuntimeException {
    private final transient Fault fault;

    Unfit(String key, Map<String, Object> values) {
      super(key, null, false, false);
      fault = new Fault("", key, values);
    }
  }

  /**
   * @throws Refusal.BrokenRule when the file as a whole does not fit the survey
   */
  static RatingsFile read(Questionnaire asked, byte[] bytes) {
    var file = CsvFile.read(bytes, MOST_LINES);
    var columns = columns(asked);
    for (var name : file.header())
      if (!columns.containsKey(name))
        throw new Refusal.BrokenRule("importColumnUnknown", Map.of("column", name));
    for (var name : needed(asked))
      if (!file.header().contains(name))
        throw new Refusal.BrokenRule("importColumnMissing", Map.of("column", name));
    return new RatingsFile(new Reader(file.header(), columns).lines(file.lines()));
  }

  boolean faultless() {
    return lines.stream().allMatch(line -> line.fault().isEmpty());
  }

  /** The header of a file that fits, background questions included. */
  static String header(Questionnaire asked) {
    var names = new ArrayList<>(List.of("respondent"));
    asked.contents().questions().forEach(question -> names.add(question.code()));
    names.addAll(needed(asked).subList(1, needed(asked).size()));
    names.add("coverage");
    asked.domains().forEach(domain -> names.add(domain.code() + ".missed"));
    return String.join(",", names) + "\r\n";
  }

  private static List<String> needed(Questionnaire asked) {
    var names = new ArrayList<>(List.of("respondent"));
    for (var task : asked.tasks()) {
      names.add(task.code() + ".importance");
      names.add(task.code() + ".frequency");
    }
    return names;
  }

  private static Map<String, Column> columns(Questionnaire asked) {
    var columns = new HashMap<String, Column>();
    columns.put("respondent", (answers, _) -> answers);
    columns.put("coverage", RatingsFile::coverage);
    for (var question : asked.contents().questions())
      columns.put(question.code(), choice(question));
    asked
        .tasksByCode()
        .forEach((code, task) -> {
          var importance = code + ".importance";
          var frequency = code + ".frequency";
          columns.put(importance, importance(importance, task, asked.top(Kind.IMPORTANCE)));
          columns.put(frequency, frequency(frequency, task, asked.top(Kind.FREQUENCY)));
        });
    asked
        .domainsByCode()
        .forEach((code, domain) -> columns.put(code + ".missed", missed(code, domain)));
    return columns;
  }

  private static Column choice(Question question) {
    var choices = question.choices().stream().map(Choice::code).toList();
    return (answers, cell) -> {
      if (!choices.contains(cell))
        throw new Unfit(
            "importNotAChoice",
            Map.of("column", question.code(), "cell", cell, "choices", String.join(", ", choices)));
      return answers.withChoice(question.code(), Optional.of(cell));
    };
  }

  private static Column importance(String column, UUID task, int top) {
    return (answers, cell) -> {
      var code =
          onScale(cell, top)
              .orElseThrow(() ->
                  new Unfit(
                      "importImportance", Map.of("column", column, "cell", cell, "top", top)));
      var before = rating(answers, task);
      return answers.withRating(
          task, new Rating(before.performed(), Optional.of(code), before.frequency()));
    };
  }

  private static Column frequency(String column, UUID task, int top) {
    return (answers, cell) -> {
      var code = onScale(cell, top);
      if (code.isEmpty() && !cell.equals(NOT_PERFORMED))
        throw new Unfit("importFrequency", Map.of("column", column, "cell", cell, "top", top));
      var importance = rating(answers, task).importance();
      return answers.withRating(task, new Rating(Optional.of(code.isPresent()), importance, code));
    };
  }

  private static Rating rating(Answers answers, UUID task) {
    return answers
        .ratings()
        .getOrDefault(task, new Rating(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Column missed(String code, UUID domain) {
    return (answers, cell) -> {
      if (cell.length() > LONGEST_TEXT)
        throw new Unfit("importTooLong", Map.of("column", code, "limit", LONGEST_TEXT));
      return answers.withWriteIn(domain, cell);
    };
  }

  private static Answers coverage(Answers answers, String cell) {
    if (!cell.matches("100|\\d{1,2}")) throw new Unfit("importCoverage", Map.of("cell", cell));
    return answers.withCoverage(Optional.of(Integer.parseInt(cell)));
  }

  private static Optional<Integer> onScale(String cell, int top) {
    if (!cell.matches("\\d{1,3}")) return Optional.empty();
    return Optional.of(Integer.parseInt(cell)).filter(code -> code >= 1 && code <= top);
  }

  /** Goes through the lines, and remembers who was there already. */
  private record Reader(
      List<String> header, Map<String, Column> columns, Map<String, Integer> seen) {
    Reader(List<String> header, Map<String, Column> columns) {
      this(header, columns, new HashMap<>());
    }

    List<Line> lines(List<CsvLine> lines) {
      return lines.stream().map(this::line).toList();
    }

    private Line line(CsvLine line) {
      var respondent = line.cell(header.indexOf("respondent"));
      try {
        line.fault()
            .ifPresent(fault -> {
              throw new Unfit(fault.key(), fault.values());
            });
        checkRespondent(respondent, line.number());
        return new Line(line.number(), respondent, answers(line), Optional.empty());
      } catch (Unfit unfit) {
        var place = new Fault("line " + line.number(), unfit.fault.key(), unfit.fault.values());
        return new Line(line.number(), respondent, Answers.NONE, Optional.of(place));
      }
    }

    private void checkRespondent(String respondent, int number) {
      if (respondent.isEmpty()) throw new Unfit("importRespondentMissing", Map.of());
      var earlier = seen.putIfAbsent(respondent, number);
      if (earlier != null)
        throw new Unfit("importRespondentTwice", Map.of("respondent", respondent, "line", earlier));
    }

    private Answers answers(CsvLine line) {
      var answers = Answers.NONE;
      for (var at = 0; at < header.size(); at++)
        if (!line.cell(at).isEmpty())
          answers = columns.get(header.get(at)).read(answers, line.cell(at));
      return answers;
    }
  }
}
