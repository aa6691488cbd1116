package org.rolewright.lineage;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;

/**
 * The adopted blueprint with the items that stand behind it, and what has lost its way.
 *
 * @param blueprint the newest adopted; empty before the first
 * @param cells in its order
 */
public record StudyLineage(
    Optional<Origin.Blueprint> blueprint, List<Cell> cells, Orphans orphans) {

  /**
   * A task with its stock.
   *
   * @param inWork items in draft or review
   * @param ready items that a form may take
   */
  public record Cell(Origin.Domain domain, Origin.Task task, int inWork, int ready) {}

  /**
   * What is connected to nothing.
   *
   * @param tasks of the blueprint, without any item
   * @param ksas of the blueprint that no item measures
   * @param items on an older blueprint only
   */
  public record Orphans(List<Origin.Task> tasks, List<MeasuredKsa> ksas, List<Stray> items) {}

  /** An item whose blueprint is no longer the newest. */
  public record Stray(ItemLine item, Origin.Blueprint blueprint, Origin.Task task) {}

  /** From all rows of a study. */
  static StudyLineage of(List<LineageRow> rows) {
    var current = rows.stream().filter(LineageRow::isOfCurrentBlueprint).toList();
    var byCell =
        current.stream()
            .collect(
                Collectors.groupingBy(LineageRow::origin, LinkedHashMap::new, Collectors.toList()));
    var cells = byCell.entrySet().stream().map(one -> cell(one.getKey(), one.getValue())).toList();
    return new StudyLineage(
        current.stream().findFirst().map(row -> row.origin().blueprint()),
        cells,
        new Orphans(
            cells.stream()
                .filter(cell -> cell.inWork() + cell.ready() == 0)
                .map(Cell::task)
                .toList(),
            unmeasured(current),
            strays(rows, current)));
  }

  private static Cell cell(Origin origin, List<LineageRow> rows) {
    var living =
        rows.stream()
            .flatMap(row -> row.item().stream())
            .filter(ItemLine::living)
            .collect(
                Collectors.toMap(
                    ItemLine::item,
                    Function.identity(),
                    (one, other) -> one.state().compareTo(other.state()) > 0 ? one : other));
    int ready =
        (int)
            living.values().stream()
                .filter(line -> ItemState.USABLE.contains(line.state()))
                .count();
    return new Cell(origin.domain(), origin.task(), living.size() - ready, ready);
  }

  private static List<MeasuredKsa> unmeasured(List<LineageRow> current) {
    var measured =
        current.stream()
            .filter(LineageRow::measured)
            .flatMap(row -> row.ksa().stream())
            .map(MeasuredKsa::id)
            .collect(Collectors.toSet());
    return current.stream()
        .flatMap(row -> row.ksa().stream())
        .distinct()
        .filter(ksa -> !measured.contains(ksa.id()))
        .toList();
  }

  private static List<Stray> strays(List<LineageRow> rows, List<LineageRow> current) {
    Set<ItemId> kept =
        current.stream()
            .filter(LineageRow::measured)
            .flatMap(row -> row.item().stream())
            .map(ItemLine::item)
            .collect(Collectors.toSet());
    var strays = new LinkedHashSet<Stray>();
    for (var row : rows)
      if (row.hasItem(item -> item.living() && !kept.contains(item.item())))
        strays.add(
            new Stray(row.item().orElseThrow(), row.origin().blueprint(), row.origin().task()));
    return List.copyOf(strays);
  }
}
