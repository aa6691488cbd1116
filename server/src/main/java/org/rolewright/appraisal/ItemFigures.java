package org.rolewright.appraisal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.item.ItemType;
import org.rolewright.marking.KeyRule;
import org.rolewright.psychometrics.Interval;

/**
 * What an item did, by its key with further right answers.
 *
 * @param code of the item in the bank
 * @param counts whether it adds to the raw score; a pilot item and a dropped one do not
 * @param omitted left blank though something after it was answered
 * @param notReached left blank with nothing answered after it
 * @param p mean points; of items that earn 0 or 1 the share who were right
 * @param interval of p, 95 %, where the item earns 0 or 1
 * @param discrimination correlation with the rest of the score
 * @param seconds median time on the screen, of those who saw it
 * @param comments that candidates wrote about it during the exam
 */
public record ItemFigures(
    UUID version,
    String code,
    int position,
    UUID domain,
    ItemType type,
    boolean scored,
    boolean counts,
    KeyRule rule,
    int answered,
    int omitted,
    int notReached,
    OptionalDouble p,
    Optional<Interval> interval,
    OptionalDouble discrimination,
    OptionalDouble biserial,
    OptionalDouble upperLower,
    OptionalDouble alphaIfDeleted,
    OptionalDouble seconds,
    List<Choice> choices,
    List<Flag> flags,
    List<String> comments) {

  /** Why people look at an item. */
  public enum Flag {
    /** Fewer right answers than the limit. */
    TOO_HARD(true),
    /** The better candidates are right less often. */
    NEGATIVE_DISCRIMINATION(true),
    /** The best fifth prefers an option that is not the key. */
    DISTRACTOR_ABOVE_KEY(true),
    /** Candidates wrote about it. */
    COMMENTS(true),
    TOO_EASY(false),
    WEAK_DISCRIMINATION(false),
    DISTRACTOR_UNUSED(false),
    MANY_OMISSIONS(false);

    private final boolean holds;

    Flag(boolean holds) {
      this.holds = holds;
    }

    /** Whether scores wait until somebody has decided. */
    public boolean holds() {
      return holds;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an option drew.
   *
   * @param id of the option; {@code right} and {@code wrong} where there are none, {@code omitted}
   * @param share of the candidates
   * @param meanTotal mean raw score of those who chose it
   * @param rest correlation of choosing it with the rest of the score
   * @param trace share choosing it in each fifth, from the lowest scores to the highest
   */
  public record Choice(
      String id,
      boolean key,
      int count,
      OptionalDouble share,
      OptionalDouble meanTotal,
      OptionalDouble rest,
      List<OptionalDouble> trace) {}

  /** Those of its flags that hold the scores. */
  public List<Flag> holdingFlags() {
    return flags.stream().filter(Flag::holds).toList();
  }
}
