package org.rolewright.platform.csv;

import java.util.List;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * A line of a file.
 *
 * @param number line of the file where it begins; the header is line 1
 * @param cells without surrounding white space
 * @param fault why it cannot be used, as a catalogue key under {@code fault.}
 */
public record CsvLine(int number, List<String> cells, Optional<Refusal.Fault> fault) {
  public CsvLine {
    cells = List.copyOf(cells);
  }

  public boolean usable() {
    return fault.isEmpty();
  }

  /** A cell; empty where the line is too short. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
