package org.rolewright.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.rolewright.survey.ClosedSurvey.Question;
import org.rolewright.workshop.TaskList;

/** Synthetic answers as a file that a survey takes in: those who count, and a few who do not. */
final class AnswerFile {
  private static final int PEOPLE = 2000;
  private static final long SEED = 21_1094;
  private static final List<String> MISSED =
      List.of(
          "Help clients use patient portals and telehealth visits.",
          "Support clients after a stay in hospital or jail.",
          "Collect feedback from clients about our own services.");

  private final TaskList list;
  private final List<Question> questions;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final StringBuilder text = new StringBuilder();

  private AnswerFile(TaskList list, List<Question> questions) {
    this.list = list;
    this.questions = questions;
  }

  static String of(TaskList list, List<Question> questions, List<OnetTask> tasks) {
    var file = new AnswerFile(list, questions);
    file.write(tasks);
    return file.text.toString();
  }

  /** The tasks come in the order of the list. */
  private void write(List<OnetTask> tasks) {
    var codes = list.tasks().map(TaskList.TaskStatement::code).toList();
    head(codes);
    var domains =
        IntStream.range(0, list.domains().size())
            .flatMap(d -> list.domains().get(d).tasks().stream().mapToInt(_ -> d))
            .toArray();
    var drawn = SyntheticRespondents.draw(tasks, domains, PEOPLE, SEED);
    for (int p = 0; p < PEOPLE; p++)
      line("synthetic-" + (p + 1), drawn.importance()[p], drawn.frequency()[p]);
    for (int p = 0; p < 7; p++) line("unfinished-" + (p + 1), few(codes.size()), new int[0]);
    for (int p = 0; p < 5; p++) {
      var threes = IntStream.generate(() -> 3).limit(codes.size()).toArray();
      line("straight-" + (p + 1), threes, threes);
    }
  }

  private static int[] few(int tasks) {
    return IntStream.range(0, tasks).map(t -> t < 5 ? 4 : 0).toArray();
  }

  private void head(List<String> codes) {
    var head = new StringJoiner(",", "", "\r\n").add("respondent");
    questions.forEach(question -> head.add(question.code()));
    codes.forEach(code -> head.add(code + ".importance").add(code + ".frequency"));
    head.add("coverage").add(list.domains().getFirst().code() + ".missed");
    text.append(head);
  }

  /**
   * One person.
   *
   * @param frequency empty for somebody who rated no frequency: blanks, not "does not do it"
   */
  private void line(String name, int[] importance, int[] frequency) {
    var line = new StringJoiner(",", "", "\r\n").add(name);
    for (var question : questions) line.add(choice(question));
    for (int t = 0; t < importance.length; t++) {
      line.add(importance[t] == 0 ? "" : "" + importance[t]);
      if (frequency.length == 0) line.add("");
      else line.add(frequency[t] == 0 ? "NP" : "" + frequency[t]);
    }
    line.add("" + (70 + random.nextInt(7) * 5));
    line.add(random.nextInt(150) == 0 ? MISSED.get(random.nextInt(MISSED.size())) : "");
    text.append(line);
  }

  /** The middle choices are likelier; one in fifty does not say. */
  private String choice(Question question) {
    if (random.nextInt(50) == 0) return "";
    int n = question.choices().size();
    var likely = new ArrayList<String>();
    for (int c = 0; c < n; c++)
      for (int times = 0; times <= Math.min(c, n - 1 - c) * 2; times++)
        likely.add(question.choices().get(c).code());
    return likely.get(random.nextInt(likely.size()));
  }
}
