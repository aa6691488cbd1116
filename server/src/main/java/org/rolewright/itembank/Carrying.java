package org.rolewright.itembank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.workshop.KsaId;

/**
 * Which items can be brought to the blueprint in force, and which need a person.
 *
 * @param blueprint the one in force
 * @param version its number
 */
public record Carrying(BlueprintId blueprint, int version, List<Ready> ready, List<Left> left) {

  /** An item that can be carried: a draft is rewritten, a usable version gets a next one. */
  public record Ready(
      ItemId item, String code, ItemVersionId version, int number, ItemState state) {}

  /** An item that stays where it is. */
  public record Left(
      ItemId item, String code, ItemVersionId version, int number, ItemState state, Why why) {}

  /** Why an item cannot be carried without a judgement. */
  public enum Why {
    /** Its task is not in the blueprint. */
    TASK_GONE,
    /** Its task counts for another domain now. */
    DOMAIN_MOVED,
    /** Its task no longer needs a KSA that it measures. */
    KSA_GONE,
    /** It is under review, and what is reviewed does not change. */
    IN_REVIEW;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Looks at the newest version of each item.
   *
   * @param versions of a study, none of them retired, the newest of an item first
   */
  static Carrying of(BlueprintCells cells, List<ItemVersion> versions) {
    var ready = new ArrayList<Ready>();
    var left = new ArrayList<Left>();
    var seen = new HashSet<ItemId>();
    for (var one : versions) {
      if (!seen.add(one.item()) || one.blueprint().equals(cells.blueprint())) continue;
      obstacle(cells, one)
          .ifPresentOrElse(
              why ->
                  left.add(
                      new Left(one.item(), one.code(), one.id(), one.number(), one.state(), why)),
              () ->
                  ready.add(
                      new Ready(one.item(), one.code(), one.id(), one.number(), one.state())));
    }
    return new Carrying(cells.blueprint(), cells.version(), ready, left);
  }

  private static Optional<Why> obstacle(BlueprintCells cells, ItemVersion version) {
    var domain = cells.domainOf(version.task());
    if (domain.isEmpty()) return Optional.of(Why.TASK_GONE);
    if (!domain.get().equals(version.domain())) return Optional.of(Why.DOMAIN_MOVED);
    if (!ksas(cells, version).containsAll(version.ksas())) return Optional.of(Why.KSA_GONE);
    return ItemState.IN_REVIEW.contains(version.state())
        ? Optional.of(Why.IN_REVIEW)
        : Optional.empty();
  }

  private static Set<KsaId> ksas(BlueprintCells cells, ItemVersion version) {
    return cells.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(task -> task.id().equals(version.task()))
        .flatMap(task -> task.ksas().stream())
        .map(BlueprintCells.Ksa::id)
        .collect(Collectors.toSet());
  }
}
