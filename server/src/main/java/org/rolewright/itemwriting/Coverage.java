package org.rolewright.itemwriting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * How well the bank fills a blueprint.
 *
 * @param forms how many forms without a common item it should fill
 * @param levels live items by cognitive level
 */
public record Coverage(
    BlueprintId blueprint, int version, int forms, List<Cell> cells, Map<Level, Integer> levels) {

  /**
   * A cell. An item counts once, at the farthest of its versions.
   *
   * @param needed items of one form times the number of forms
   * @param live items that a form may take
   * @param assigned items asked for and not yet begun
   * @param gap items that nobody has begun or was asked for
   */
  public record Cell(
      DomainId domain,
      TaskId task,
      String code,
      String text,
      int needed,
      int live,
      int inReview,
      int draft,
      int assigned,
      int gap) {}

  static Coverage of(
      BlueprintCells blueprint, int forms, List<ItemVersion> versions, List<Assignment> asked) {
    var newest = newest(versions);
    var cells =
        blueprint.domains().stream()
            .flatMap(domain ->
                domain.tasks().stream()
                    .map(task -> cell(domain, task, forms, versions, newest, asked)))
            .toList();
    var levels = new EnumMap<Level, Integer>(Level.class);
    for (var level : Level.values()) levels.put(level, 0);
    versions.stream()
        .filter(version -> ItemState.USABLE.contains(version.state()))
        .filter(version -> blueprint.domainOf(version.task()).isPresent())
        .collect(Collectors.toMap(ItemVersion::item, ItemVersion::level, (first, _) -> first))
        .values()
        .forEach(level -> levels.merge(level, 1, Integer::sum));
    return new Coverage(blueprint.blueprint(), blueprint.version(), forms, cells, levels);
  }

  /** The newest version of each item; they come newest first. */
  static List<ItemVersion> newest(List<ItemVersion> versions) {
    return List.copyOf(
        versions.stream()
            .collect(
                Collectors.toMap(
                    ItemVersion::item,
                    one -> one,
                    (first, second) -> first.number() >= second.number() ? first : second,
                    java.util.LinkedHashMap::new))
            .values());
  }

  private static Cell cell(
      BlueprintCells.Domain domain,
      BlueprintCells.Cell task,
      int forms,
      List<ItemVersion> versions,
      List<ItemVersion> newest,
      List<Assignment> asked) {
    var here = versions.stream().filter(version -> version.task().equals(task.id())).toList();
    var live = items(here, ItemState.USABLE, Set.of());
    var inReview = items(here, ItemState.IN_REVIEW, live);
    var begun = items(here, Set.of(ItemState.DRAFT), union(live, inReview));
    int assigned =
        asked.stream()
            .filter(one -> one.task().equals(task.id()))
            .mapToInt(one -> one.outstanding(newest))
            .sum();
    int needed = task.items() * forms;
    int there = live.size() + inReview.size() + begun.size() + assigned;
    return new Cell(
        domain.id(),
        task.id(),
        task.code(),
        task.text(),
        needed,
        live.size(),
        inReview.size(),
        begun.size(),
        assigned,
        Math.max(0, needed - there));
  }

  private static Set<ItemId> items(
      List<ItemVersion> versions, Set<ItemState> states, Set<ItemId> but) {
    return versions.stream()
        .filter(version -> states.contains(version.state()) && !but.contains(version.item()))
        .map(ItemVersion::item)
        .collect(Collectors.toSet());
  }

  private static Set<ItemId> union(Set<ItemId> one, Set<ItemId> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }
}
