package org.rolewright.workshop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.platform.csv.CsvLine;

/**
 * Which column holds what: our own layout (header in English or Spanish), or the Task Statements
 * file of O*NET, whose tasks all go into one domain.
 */
record ImportLayout(int domain, int task, int id, int ksaType, int ksa, boolean onet) {
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "domain", Set.of("domain", "dominio"),
          "task", Set.of("task", "task statement", "tarea"),
          "id", Set.of("task id", "id", "id de tarea", "id de la tarea"),
          "ksaType", Set.of("ksa type", "tipo de ksa", "tipo ksa", "tipo"),
          "ksa", Set.of("ksa text", "ksa", "texto de ksa", "texto ksa", "texto"));
  private static final int MOST_LINES = 5_000;

  /** Reads a file into lines; tasks of O*NET get the domain given. */
  static List<ImportLine> lines(byte[] bytes, String domainOfOnet) {
    var file = CsvFile.read(bytes, MOST_LINES);
    var layout = of(file.header());
    return file.lines().stream().map(line -> layout.line(line, domainOfOnet)).toList();
  }

  private static ImportLayout of(List<String> header) {
    var names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    var onet = names.contains("task id") && names.contains("task type");
    var layout =
        new ImportLayout(
            column(names, "domain"),
            column(names, "task"),
            column(names, "id"),
            column(names, "ksaType"),
            column(names, "ksa"),
            onet);
    var unknown =
        names.stream().filter(name -> NAMES.values().stream().noneMatch(all -> all.contains(name)));
    if (layout.task < 0 || !onet && (layout.domain < 0 || unknown.findAny().isPresent()))
      throw new Refusal.BrokenRule(
          "csvColumns", Map.of("columns", "domain, task, task id, ksa type, ksa text"));
    return layout;
  }

  private static int column(List<String> names, String what) {
    for (int at = 0; at < names.size(); at++)
      if (NAMES.get(what).contains(names.get(at))) return at;
    return -1;
  }

  private ImportLine line(CsvLine line, String domainOfOnet) {
    var source = cell(line, id);
    return new ImportLine(
        line.number(),
        onet ? domainOfOnet : cell(line, domain),
        cell(line, task),
        onet && !source.isEmpty() ? "O*NET " + source : source,
        cell(line, ksaType),
        cell(line, ksa),
        line.fault());
  }

  private static String cell(CsvLine line, int column) {
    return column < 0 ? "" : line.cell(column).replaceAll("\\s+", " ");
  }
}
