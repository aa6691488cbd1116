package org.rolewright.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.csv.CsvFile;

/** The files that the demonstration is made of. */
final class Resource {
  private static final int MOST_LINES = 1000;

  private Resource() {}

  /** The lines of a file, each by column. */
  static List<Map<String, String>> csv(String name) {
    var file = CsvFile.read(bytes(name), MOST_LINES);
    return file.lines().stream().map(line -> byColumn(file.header(), line.cells())).toList();
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (var in = Resource.class.getResourceAsStream("/demonstration/" + name)) {
      if (in == null) throw new IllegalStateException("the program lacks demonstration/" + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> byColumn(List<String> header, List<String> cells) {
    var row = new LinkedHashMap<String, String>();
    for (int c = 0; c < header.size(); c++) row.put(header.get(c), cells.get(c));
    return row;
  }
}
