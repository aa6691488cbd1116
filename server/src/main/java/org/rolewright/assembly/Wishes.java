package org.rolewright.assembly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rolewright.form.FormId;
import org.rolewright.form.NewForm;
import org.rolewright.item.Level;
import org.rolewright.itembank.ItemId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;
import org.rolewright.workshop.TaskId;

/**
 * What a certification expert asks of new forms. Items per domain come from the blueprint and are
 * always held.
 *
 * @param forms how many, as alike as can be
 * @param code the forms are named by it with a letter each
 * @param length scored items of each form
 * @param pilot unscored items of each form, besides
 * @param common scored items that all these forms share, spread over the domains as the form is
 * @param tasks how strictly items per task are held
 * @param levels how many scored items of a cognitive level
 * @param cells more bounds for one task, at one level or at all
 * @param difficulty what the scored items should be like
 * @param mostOfACase how many items of one stimulus a form takes; empty takes cases whole
 * @param scoreUntried whether approved items may be scored before they were piloted
 * @param takeResting whether items may be taken that the bank says should rest
 * @param overlaps how many scored items are taken from earlier forms, at least and at most
 * @param without items that are not to be taken
 * @param seed another one gives other forms of the same quality
 * @param seconds how long the search may go on
 */
public record Wishes(
    int forms,
    String code,
    int length,
    int pilot,
    int secondsAllowed,
    Set<Language> languages,
    int common,
    TaskRule tasks,
    List<LevelWish> levels,
    List<CellWish> cells,
    Difficulty difficulty,
    boolean evenKeys,
    boolean withinTime,
    Optional<Integer> mostWords,
    Optional<Integer> mostOfACase,
    boolean scoreUntried,
    boolean takeResting,
    boolean preferUnseen,
    List<Overlap> overlaps,
    List<ItemId> without,
    int seed,
    int seconds) {

  public Wishes {
    levels = List.copyOf(levels);
    cells = List.copyOf(cells);
    overlaps = List.copyOf(overlaps);
    without = List.copyOf(without);
  }

  /** A form of these wishes before it has its items. */
  NewForm form(String code) {
    return new NewForm(
        code,
        Optional.of(length),
        Optional.of(secondsAllowed),
        languages,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Wishes that no bank could meet.
   *
   * @throws Refusal.BrokenRule naming the first
   */
  void check() {
    boolean upsideDown =
        levels.stream().anyMatch(one -> one.min() > one.max())
            || cells.stream().anyMatch(one -> one.min() > one.max())
            || overlaps.stream().anyMatch(one -> one.min() > one.max());
    if (upsideDown) throw new Refusal.BrokenRule("aMinimumIsBelowItsMaximum");
    if (common > length) throw new Refusal.BrokenRule("anchorsArePartOfTheForm");
    int least = levels.stream().mapToInt(LevelWish::min).sum();
    int most = levels.stream().mapToInt(LevelWish::max).sum();
    boolean all = levels.stream().map(LevelWish::level).distinct().count() == Level.values().length;
    if (least > length || all && most < length)
      throw new Refusal.BrokenRule(
          "levelsMakeTheLength", Map.of("least", least, "most", most, "length", length));
  }

  /** How strictly items per task are held. */
  public enum TaskRule {
    /** Just as many as the blueprint says. */
    EXACT,
    /** One more or fewer. */
    NEAR,
    /** Whatever the domain allows. */
    FREE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Bounds of a cognitive level. */
  public record LevelWish(Level level, int min, int max) {}

  /** Bounds of a task, at one level where one is said. */
  public record CellWish(TaskId task, Optional<Level> level, int min, int max) {}

  /**
   * What is striven for, by what earlier administrations say.
   *
   * @param mean of the proportions correct
   * @param deviation standard deviation of the proportions
   */
  public record Difficulty(Optional<Double> mean, Optional<Double> deviation) {}

  /** Bounds of what is shared with an earlier form. */
  public record Overlap(FormId form, int min, int max) {}
}
