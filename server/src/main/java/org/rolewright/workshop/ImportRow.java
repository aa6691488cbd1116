package org.rolewright.workshop;

import java.util.List;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * What an import does with one line.
 *
 * @param line of the file
 * @param cells domain, task, source, KSA type, KSA text
 * @param before the same cells as they stand now; only for a changed line
 * @param fault why the line is refused
 */
public record ImportRow(
    int line,
    Change change,
    List<String> cells,
    Optional<List<String>> before,
    Optional<Refusal.Fault> fault) {
  /** What happens. */
  public enum Change {
    NEW,
    CHANGED,
    SAME,
    ERROR
  }

  static ImportRow refused(int line, List<String> cells, Refusal.Fault fault) {
    return new ImportRow(line, Change.ERROR, cells, Optional.empty(), Optional.of(fault));
  }
}
