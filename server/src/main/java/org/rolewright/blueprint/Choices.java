package org.rolewright.blueprint;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.rolewright.blueprint.Outline.Bounds;

/**
 * What people decided about a blueprint; all else follows from the analysis.
 *
 * @param included by task, where it differs from the inclusion rule
 * @param weights in percent by domain, where people set one
 * @param bounds by domain or task
 */
record Choices(
    int testLength,
    Map<UUID, Boolean> included,
    Map<UUID, Double> weights,
    Map<UUID, Bounds> bounds) {

  static Choices of(int testLength) {
    return new Choices(testLength, Map.of(), Map.of(), Map.of());
  }

  Choices with(Change change) {
    return switch (change.kind()) {
      case TEST_LENGTH -> new Choices(change.min().orElseThrow(), included, weights, bounds);
      case INCLUDE_TASK -> withIncluded(change.subject().orElseThrow(), true);
      case EXCLUDE_TASK -> withIncluded(change.subject().orElseThrow(), false);
      case DOMAIN_WEIGHT -> withWeight(change);
      case DOMAIN_ITEMS, TASK_ITEMS -> withBounds(change);
    };
  }

  private Choices withIncluded(UUID task, boolean in) {
    var changed = new TreeMap<>(included);
    changed.put(task, in);
    return new Choices(testLength, changed, weights, bounds);
  }

  private Choices withWeight(Change change) {
    var changed = new TreeMap<>(weights);
    if (change.percent().isPresent())
      changed.put(change.subject().orElseThrow(), change.percent().getAsDouble());
    else changed.remove(change.subject().orElseThrow());
    return new Choices(testLength, included, changed, bounds);
  }

  private Choices withBounds(Change change) {
    var changed = new TreeMap<>(bounds);
    changed.put(change.subject().orElseThrow(), new Bounds(change.min(), change.max()));
    return new Choices(testLength, included, weights, changed);
  }

  Bounds boundsOf(UUID cell) {
    return bounds.getOrDefault(cell, new Bounds(OptionalInt.empty(), OptionalInt.empty()));
  }
}
