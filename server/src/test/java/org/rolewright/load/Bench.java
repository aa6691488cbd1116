package org.rolewright.load;

import java.util.Arrays;

/** Behind {@code ./run bench}: names a bench, whose last line is JSON. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    var name = arguments.length == 0 ? "" : arguments[0];
    var options =
        new Options(
            Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
    switch (name) {
      case "saves" -> new SavesBench(options).run();
      case "exam-day" -> new ExamDayBench(options).run();
      case "page" -> new PageBench(options).run();
      default -> {
        System.err.println("./run bench saves, ./run bench exam-day, ./run bench page");
        System.exit(2);
      }
    }
    System.exit(0);
  }
}
