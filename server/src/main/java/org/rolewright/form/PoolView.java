package org.rolewright.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemSet;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.PoolItem;
import org.rolewright.library.StimulusId;
import org.rolewright.platform.text.Language;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * An item that a form may take, without content and key.
 *
 * @param enemies items that it may not stand with
 * @param friends items that it only stands with
 * @param forms codes of the forms that have it, retired ones apart
 */
public record PoolView(
    ItemVersionId version,
    ItemId item,
    String code,
    DomainId domain,
    TaskId task,
    Level level,
    ItemType type,
    ItemState state,
    Set<Language> languages,
    Optional<StimulusId> stimulus,
    int words,
    double seconds,
    int candidates,
    OptionalDouble p,
    OptionalDouble rpb,
    long exposure,
    Optional<LocalDate> lastSeen,
    List<String> rests,
    List<ItemId> enemies,
    List<ItemId> friends,
    List<String> forms) {

  static List<PoolView> of(
      List<PoolItem> pool, List<ItemSet> sets, Map<ItemId, List<String>> forms) {
    return pool.stream().map(item -> of(item, sets, forms)).toList();
  }

  private static PoolView of(PoolItem item, List<ItemSet> sets, Map<ItemId, List<String>> forms) {
    var figures = item.evidence();
    return new PoolView(
        item.version(),
        item.item(),
        item.code(),
        item.domain(),
        item.task(),
        item.level(),
        item.type(),
        item.state(),
        item.languages(),
        item.stimulus(),
        item.words(),
        item.secondsEstimate(),
        figures.map(PoolItem.Figures::candidates).orElse(0),
        figures.map(one -> OptionalDouble.of(one.p())).orElse(OptionalDouble.empty()),
        figures.map(PoolItem.Figures::rpb).orElse(OptionalDouble.empty()),
        item.exposure(),
        item.lastSeen(),
        item.rests(),
        others(item, sets, ItemSet.Kind.ENEMY),
        others(item, sets, ItemSet.Kind.FRIEND),
        forms.getOrDefault(item.item(), List.of()));
  }

  private static List<ItemId> others(PoolItem item, List<ItemSet> sets, ItemSet.Kind kind) {
    return sets.stream()
        .filter(set -> set.kind() == kind && set.items().contains(item.item()))
        .flatMap(set -> set.items().stream())
        .filter(other -> !other.equals(item.item()))
        .distinct()
        .toList();
  }
}
