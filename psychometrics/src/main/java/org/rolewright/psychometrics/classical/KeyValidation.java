package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.proportion;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Flags items whose key deserves a look by people before scores are released. A flag is a question,
 * never a verdict: nothing is rescored by it.
 *
 * <p>The rules read a {@link DistractorAnalysis}. Limits are conventional and can be changed: p
 * below .20 or above .95, corrected discrimination below .10, a distractor chosen by fewer than 2
 * %, more than 5 % omissions, fewer than 30 persons.
 *
 * <p>Source: Haladyna &amp; Rodriguez (2013), Developing and Validating Test Items, chapters 17–18;
 * Livingston (2006) in Handbook of Test Development, 421–441.
 */
public final class KeyValidation {

  /** Why an item deserves a look. */
  public enum Flag {
    /** Those with higher totals choose the key less often. */
    KEY_DISCRIMINATES_NEGATIVELY,
    /** The key separates high from low totals less than the limit. */
    KEY_DISCRIMINATES_WEAKLY,
    /** A distractor goes with higher totals: perhaps a second right answer. */
    DISTRACTOR_DISCRIMINATES_POSITIVELY,
    /** In the group with the highest totals another option is chosen more often than the key. */
    TOP_GROUP_PREFERS_A_DISTRACTOR,
    /** Fewer right answers than the limit. */
    TOO_HARD,
    /** More right answers than the limit. */
    TOO_EASY,
    /** A distractor draws fewer persons than the limit. */
    DISTRACTOR_UNUSED,
    /** More omissions than the limit. */
    MANY_OMISSIONS,
    /** Everyone scored alike, so that discrimination is undefined. */
    NO_DISCRIMINATION,
    /** Fewer persons than figures of this kind need. */
    TOO_FEW_PERSONS
  }

  /**
   * Limits of the rules.
   *
   * @param lowestP p below it is too hard
   * @param highestP p above it is too easy
   * @param lowestDiscrimination corrected point-biserial below it is weak
   * @param leastUse proportion of persons a working distractor draws
   * @param mostOmissions proportion of persons who may omit
   * @param leastPersons persons needed
   */
  public record Limits(
      double lowestP,
      double highestP,
      double lowestDiscrimination,
      double leastUse,
      double mostOmissions,
      int leastPersons) {

    /** Refuses proportions outside [0, 1] and limits out of order. */
    public Limits {
      require(lowestP <= highestP, "lowestP must not pass highestP", lowestP + " and " + highestP);
      proportion(lowestP, "lowestP");
      proportion(highestP, "highestP");
      proportion(leastUse, "leastUse");
      proportion(mostOmissions, "mostOmissions");
    }

    /** .20, .95, .10, .02, .05 and 30. */
    public static Limits conventional() {
      return new Limits(0.20, 0.95, 0.10, 0.02, 0.05, 30);
    }
  }

  /**
   * One flag.
   *
   * @param item 1-based number of the item
   * @param flag why it deserves a look
   * @param option code of the option concerned; the key where the flag is about the item
   * @param value the figure that met the rule; empty where it is undefined
   */
  public record Finding(int item, Flag flag, int option, OptionalDouble value) {}

  private final Limits limits;

  private KeyValidation(Limits limits) {
    this.limits = limits;
  }

  /** Conventional limits. */
  public static KeyValidation withDefaults() {
    return new KeyValidation(Limits.conventional());
  }

  /** Other limits. */
  public KeyValidation with(Limits other) {
    return new KeyValidation(other);
  }

  /** The findings, item by item; empty when no rule was met. */
  public List<Finding> review(DistractorAnalysis.Result analysis) {
    var findings = new ArrayList<Finding>();
    for (var item : analysis.items()) {
      reviewKey(item, findings);
      item.options().forEach(option -> reviewOption(item, option, findings));
    }
    return List.copyOf(findings);
  }

  private void reviewKey(DistractorAnalysis.Item item, List<Finding> findings) {
    var right = item.right();
    double p = right.proportion().orElse(Double.NaN);
    double r = right.restCorrelation().orElse(Double.NaN);
    if (item.presented() < limits.leastPersons()) {
      add(findings, item, Flag.TOO_FEW_PERSONS, item.key(), OptionalDouble.of(item.presented()));
    }
    if (right.restCorrelation().isEmpty()) {
      add(findings, item, Flag.NO_DISCRIMINATION, item.key(), OptionalDouble.empty());
    } else if (r < 0) {
      add(findings, item, Flag.KEY_DISCRIMINATES_NEGATIVELY, item.key(), right.restCorrelation());
    } else if (r < limits.lowestDiscrimination()) {
      add(findings, item, Flag.KEY_DISCRIMINATES_WEAKLY, item.key(), right.restCorrelation());
    }
    if (p < limits.lowestP()) {
      add(findings, item, Flag.TOO_HARD, item.key(), right.proportion());
    } else if (p > limits.highestP()) {
      add(findings, item, Flag.TOO_EASY, item.key(), right.proportion());
    }
  }

  private void reviewOption(
      DistractorAnalysis.Item item, DistractorAnalysis.Option option, List<Finding> findings) {
    double share = option.proportion().orElse(Double.NaN);
    if (option.omission()) {
      if (share > limits.mostOmissions()) {
        add(findings, item, Flag.MANY_OMISSIONS, option.code(), option.proportion());
      }
    } else if (!option.key()) {
      if (option.restCorrelation().orElse(0) > 0) {
        var flag = Flag.DISTRACTOR_DISCRIMINATES_POSITIVELY;
        add(findings, item, flag, option.code(), option.restCorrelation());
      }
      if (top(option) > top(item.right())) {
        var value = option.trace().getLast();
        add(findings, item, Flag.TOP_GROUP_PREFERS_A_DISTRACTOR, option.code(), value);
      }
      if (share < limits.leastUse()) {
        add(findings, item, Flag.DISTRACTOR_UNUSED, option.code(), option.proportion());
      }
    }
  }

  private static double top(DistractorAnalysis.Option option) {
    return option.trace().getLast().orElse(Double.NaN);
  }

  private static void add(
      List<Finding> findings,
      DistractorAnalysis.Item item,
      Flag flag,
      int option,
      OptionalDouble value) {
    findings.add(new Finding(item.number(), flag, option, value));
  }
}
