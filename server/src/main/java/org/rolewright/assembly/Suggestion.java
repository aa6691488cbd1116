package org.rolewright.assembly;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.assembly.Wishes.Difficulty;
import org.rolewright.assembly.Wishes.TaskRule;
import org.rolewright.blueprint.Outline;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.PoolItem;
import org.rolewright.platform.text.Language;

/**
 * Wishes to begin with: the blueprint's length, the languages that the bank has, its own middle.
 */
final class Suggestion {
  private static final int FORMS = 2;
  private static final double SECONDS_AN_ITEM = 72;
  private static final int SEARCH_SECONDS = 25;

  private Suggestion() {}

  /**
   * @param taken codes of the forms that there are
   */
  static Wishes of(Outline outline, List<PoolItem> pool, Collection<String> taken) {
    int length = outline.testLength();
    boolean operational =
        pool.stream().filter(item -> item.state() == ItemState.OPERATIONAL).count()
            >= (long) FORMS * length;
    return new Wishes(
        FORMS,
        code(taken),
        length,
        0,
        (int) Math.ceil(length * SECONDS_AN_ITEM / 300) * 300,
        languages(pool),
        0,
        TaskRule.NEAR,
        List.of(),
        List.of(),
        difficulty(pool),
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        !operational,
        false,
        true,
        List.of(),
        List.of(),
        1,
        SEARCH_SECONDS);
  }

  private static String code(Collection<String> taken) {
    int number = 1;
    while (taken.contains("F" + number + "-A")) number++;
    return "F" + number;
  }

  /** Every language that all items have; English where they have none in common. */
  private static EnumSet<Language> languages(List<PoolItem> pool) {
    var common = EnumSet.allOf(Language.class);
    for (var item : pool) common.retainAll(item.languages());
    return common.isEmpty() ? EnumSet.of(Language.ENGLISH) : common;
  }

  private static Difficulty difficulty(List<PoolItem> pool) {
    var known =
        pool.stream()
            .flatMap(item -> item.evidence().stream())
            .mapToDouble(PoolItem.Figures::p)
            .average();
    return new Difficulty(rounded(known), Optional.empty());
  }

  private static Optional<Double> rounded(OptionalDouble value) {
    return value.isPresent()
        ? Optional.of(Math.round(100 * value.getAsDouble()) / 100.0)
        : Optional.empty();
  }
}
