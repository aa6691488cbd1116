package org.rolewright.judging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.psychometrics.cutscore.OutlyingRaters;

/**
 * What a round came to; kept as the panel was shown it.
 *
 * @param cut sum of the items' mean ratings, in raw points
 * @param standardError over panelists; of a later round it is not that of independent judges
 * @param low lower end of the 95 % interval
 * @param trimmed cut without the lowest and the highest panelist
 * @param deviation standard deviation of the panelists' own cuts
 * @param agreement intraclass correlation of the items' mean ratings, absolute agreement
 * @param change against the round before
 */
public record RoundResult(
    double cut,
    OptionalDouble standardError,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble median,
    OptionalDouble trimmed,
    OptionalDouble deviation,
    OptionalDouble agreement,
    List<Rater> raters,
    List<Item> items,
    java.util.Optional<Change> change) {

  public RoundResult {
    raters = List.copyOf(raters);
    items = List.copyOf(items);
  }

  /**
   * A panelist.
   *
   * @param cut the panelist's own
   * @param distance of it from the panel's median, as a modified z
   * @param withPanel mean correlation with the other panelists
   * @param withDifficulty correlation with how candidates did, where that may be used
   */
  public record Rater(
      PersonId person,
      double cut,
      OptionalDouble distance,
      OptionalDouble withPanel,
      OptionalDouble withDifficulty,
      List<Flag> flags) {
    public Rater {
      flags = List.copyOf(flags);
    }
  }

  /** Why to talk with a panelist. */
  public enum Flag {
    CUT_FAR_ABOVE,
    CUT_FAR_BELOW,
    AGAINST_DIFFICULTY,
    AGAINST_PANEL;

    static Flag of(OutlyingRaters.Reason reason) {
      return valueOf(reason.name());
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Flag of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * An item.
   *
   * @param mean of the ratings, as a proportion
   * @param p share of candidates who answered rightly, where panelists may see it
   */
  public record Item(
      ItemVersionId version,
      double mean,
      OptionalDouble deviation,
      double lowest,
      double highest,
      OptionalDouble p) {}

  /**
   * What a round changed, over the panelists of both.
   *
   * @param cut in raw points
   * @param judgements how many ratings differ from those before
   * @param meanAbsolute mean size of a change, as a proportion
   * @param deviationRatio spread of the panelists' cuts after, by that before
   */
  public record Change(
      OptionalDouble cut,
      int judgements,
      OptionalDouble meanAbsolute,
      OptionalDouble deviationRatio) {}
}
