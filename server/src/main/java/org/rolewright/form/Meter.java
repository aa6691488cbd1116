package org.rolewright.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * How a form stands against its blueprint, and what else can be said of it.
 *
 * @param wanted scored items that it is to have
 * @param meetsBlueprint whether each domain has just the scored items it should
 * @param keys how often each place of the options holds the key, over scored single choices
 * @param seconds that its items are estimated to take together
 * @param problems what must be mended before it can be published, and what should be looked at
 */
public record Meter(
    int wanted,
    int scored,
    int pilot,
    boolean meetsBlueprint,
    List<Domain> domains,
    List<LevelCount> levels,
    List<TypeCount> types,
    List<KeyCount> keys,
    Difficulty difficulty,
    double seconds,
    int secondsAllowed,
    int words,
    List<Problem> problems) {

  /** A domain. */
  public record Domain(
      DomainId domain,
      String code,
      String title,
      int wanted,
      int scored,
      int pilot,
      List<Task> tasks) {}

  /**
   * A task.
   *
   * @param available usable items of the bank that are not on the form
   */
  public record Task(
      TaskId task, String code, String text, int wanted, int scored, int pilot, int available) {}

  /** A cognitive level. */
  public record LevelCount(Level level, int scored, int pilot) {}

  /** A type of items. */
  public record TypeCount(ItemType type, int scored, int pilot) {}

  /** A place among the options, from 0. */
  public record KeyCount(int position, int count) {}

  /**
   * What earlier administrations say, over scored items.
   *
   * @param known how many have been given before
   * @param mean of the proportions correct
   * @param deviation standard deviation of the proportions
   * @param discrimination mean item–rest correlation
   * @param expected score of the whole form where every item is known
   */
  public record Difficulty(
      int known,
      OptionalDouble mean,
      OptionalDouble deviation,
      OptionalDouble discrimination,
      OptionalDouble expected) {}

  /**
   * Something to mend or to look at.
   *
   * @param blocking whether it keeps the form from being published
   * @param subjects codes of the items, domains or tasks that it is about
   */
  public record Problem(Kind kind, boolean blocking, List<String> subjects) {}

  /** What can be wrong. */
  public enum Kind {
    /** Nothing to score. */
    NO_ITEMS,
    /** A section without items. */
    EMPTY_SECTION,
    /** Retired, or no longer for this blueprint. */
    NOT_USABLE,
    /** Items that may not stand on one form. */
    ENEMIES,
    /** Items that may only stand together. */
    FRIENDS,
    /** Not written in a language of the form. */
    LANGUAGE,
    /** Sections have more time than the exam. */
    SECTION_TIMES,
    /** Two agreements, or an agreement after the first question. */
    PART_ORDER,
    /** Domains off the blueprint; allowed for a written reason. */
    DOMAINS,
    /** Tasks off the blueprint. */
    TASKS,
    /** A newer version is usable. */
    NEWER,
    /** The bank says that it should rest. */
    RESTS,
    /** Scored without ever having been given. */
    UNTRIED,
    /** The items are estimated to take longer than there is time. */
    TIME,
    /** One place of the options holds the key too often. */
    KEYS;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether nothing keeps it from being published. */
  public boolean publishable() {
    return problems.stream().noneMatch(Problem::blocking);
  }
}
