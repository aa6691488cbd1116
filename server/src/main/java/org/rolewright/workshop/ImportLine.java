package org.rolewright.workshop;

import java.util.List;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * A line of a file in the words of the workshop; empty strings where a cell is empty.
 *
 * @param source where the task was taken from: its id in the file
 */
record ImportLine(
    int number,
    String domain,
    String task,
    String source,
    String ksaType,
    String ksa,
    Optional<Refusal.Fault> fault) {

  List<String> cells() {
    return List.of(domain, task, source, ksaType, ksa);
  }
}
