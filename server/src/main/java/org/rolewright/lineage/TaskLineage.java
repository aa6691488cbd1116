package org.rolewright.lineage;

import java.util.List;

/** A task, all that led to it, and the items that measure it, by KSA. */
public record TaskLineage(Origin origin, List<Measured> ksas) {

  /**
   * A KSA that the task needs.
   *
   * @param items the versions that measure it on this task
   */
  public record Measured(MeasuredKsa ksa, List<ItemLine> items) {}

  /** From the rows of one cell. */
  static TaskLineage of(List<LineageRow> rows) {
    var ksas =
        rows.stream()
            .flatMap(row -> row.ksa().stream())
            .distinct()
            .map(ksa -> new Measured(ksa, itemsOn(rows, ksa)))
            .toList();
    return new TaskLineage(rows.getFirst().origin(), ksas);
  }

  private static List<ItemLine> itemsOn(List<LineageRow> rows, MeasuredKsa ksa) {
    return rows.stream()
        .filter(row -> row.ksa().filter(ksa::equals).isPresent())
        .flatMap(row -> row.item().stream())
        .toList();
  }
}
