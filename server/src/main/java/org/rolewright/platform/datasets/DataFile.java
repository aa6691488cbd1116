package org.rolewright.platform.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table to be taken out: one row a case.
 *
 * @param name of the file, without its ending
 */
public record DataFile(String name, List<Column> columns, List<List<String>> rows) {
  private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?(E-?\\d+)?");

  public DataFile {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (var row : rows)
      if (row.size() != columns.size())
        throw new IllegalArgumentException(name + ": a row of " + row.size() + " cells");
  }

  public String fileName() {
    return name + ".csv";
  }

  /** Comma-separated values in UTF-8, the names of the columns first. */
  public byte[] csv() {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns.stream().map(column -> safe(column.name())).toList());
      for (var row : rows) printer.printRecord(row.stream().map(DataFile::safe).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** On one line, and nothing that a spreadsheet would compute. */
  static String safe(String cell) {
    var line = cell.replaceAll("\\R", " ");
    boolean computed = !line.isEmpty() && "=+-@\t".indexOf(line.charAt(0)) >= 0;
    return computed && !NUMBER.matcher(line).matches() ? "'" + line : line;
  }
}
