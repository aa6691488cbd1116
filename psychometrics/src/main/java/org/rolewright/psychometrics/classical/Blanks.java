package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.rectangular;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;

/**
 * Counts of omitted and not reached answers, and the item difficulty under each {@link BlankRule}.
 *
 * <p>A blank is <em>not reached</em> when the person answered nothing after it, else
 * <em>omitted</em>. Difficulty is the mean score of the item over the answers that the rule keeps.
 *
 * <p>Input: {@code scores[person][item]} in the order of presentation, {@code NaN} = blank. An item
 * that nobody keeps under a rule has an empty difficulty and the warning {@code NO_DATA}.
 *
 * <p>Source: Lord (1980), Applications of Item Response Theory, chapter 15; the convention of the
 * National Assessment of Educational Progress. Checked against the definition evaluated in R 4.2.2.
 *
 * @param items one record an item, in order
 * @param persons number of persons
 * @param warnings items without a difficulty under some rule
 */
public record Blanks(List<Item> items, int persons, List<Warning> warnings) {

  /**
   * Blanks of one item.
   *
   * @param omitted number of blanks with a later answer
   * @param notReached number of blanks without a later answer
   * @param blanksWrong difficulty when every blank is wrong
   * @param blanksLeftOut difficulty over given answers only
   * @param notReachedLeftOut difficulty when omissions are wrong and not reached is left out
   */
  public record Item(
      int omitted,
      int notReached,
      OptionalDouble blanksWrong,
      OptionalDouble blanksLeftOut,
      OptionalDouble notReachedLeftOut) {}

  /** Copies the lists. */
  public Blanks {
    items = List.copyOf(items);
    warnings = List.copyOf(warnings);
  }

  /**
   * Counts blanks.
   *
   * @param scores {@code scores[person][item]}, {@code NaN} = blank
   * @throws IllegalArgumentException if rows differ in length or a score is infinite
   */
  public static Blanks of(double[][] scores) {
    int count = rectangular(scores, "scores");
    double[][] wrong = BlankRule.WRONG.apply(scores);
    double[][] reached = BlankRule.NOT_REACHED_LEFT_OUT.apply(scores);
    var items = new ArrayList<Item>();
    var warnings = new ArrayList<Warning>();
    for (int i = 0; i < count; i++) {
      Item item = item(scores, wrong, reached, i);
      items.add(item);
      if (item.blanksLeftOut().isEmpty()) {
        warnings.add(Warning.of(Warning.Kind.NO_DATA, "item " + (i + 1)));
      }
    }
    return new Blanks(items, scores.length, warnings);
  }

  private static Item item(double[][] scores, double[][] wrong, double[][] reached, int i) {
    int omitted = 0;
    int notReached = 0;
    for (int p = 0; p < scores.length; p++) {
      if (Double.isNaN(reached[p][i])) {
        notReached++;
      } else if (Double.isNaN(scores[p][i])) {
        omitted++;
      }
    }
    return new Item(omitted, notReached, mean(wrong, i), mean(scores, i), mean(reached, i));
  }

  private static OptionalDouble mean(double[][] scores, int item) {
    double sum = 0;
    int n = 0;
    for (double[] person : scores) {
      if (!Double.isNaN(person[item])) {
        sum += person[item];
        n++;
      }
    }
    return Optionals.ratio(sum, n);
  }
}
