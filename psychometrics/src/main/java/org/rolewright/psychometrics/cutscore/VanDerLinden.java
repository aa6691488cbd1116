package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.proportion;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.irt.LogisticItem;
import org.rolewright.psychometrics.irt.SummedScores;

/**
 * A rater's consistency with an item response model: C = (M − E)/M.
 *
 * <p>The rater's own cut Σ judgements is carried to the proficiency θ_c whose expected raw score it
 * is. E is the mean distance between judgements and P_i(θ_c); M is the mean of the largest distance
 * possible, max(P_i, 1 − P_i). C is 1 for a rater who judges as the model does and 0 for the worst
 * possible one.
 *
 * <p>Empty with {@code NOT_ATTAINABLE} when no proficiency has the rater's cut as expected score
 * (at or below the guessing level, or all ones). Items without a judgement ({@code NaN}) are left
 * out ({@code DROPPED_MISSING}).
 *
 * <p>Source: van der Linden (1982), Journal of Educational Measurement 19, 295–308. Checked against
 * the formula evaluated in R 4.2.2.
 *
 * @param value C
 * @param proficiency θ_c; empty when the probabilities were given
 * @param meanError E
 * @param meanLargestError M
 * @param used items used
 * @param dropped items left out
 * @param warnings what a reader must know
 */
public record VanDerLinden(
    OptionalDouble value,
    OptionalDouble proficiency,
    OptionalDouble meanError,
    OptionalDouble meanLargestError,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the warnings. */
  public VanDerLinden {
    warnings = List.copyOf(warnings);
  }

  /**
   * With the proficiency at the rater's own cut.
   *
   * @param judgements of one rater per item, proportions, {@code NaN} = none
   * @param items the items, in the same order
   */
  public static VanDerLinden of(double[] judgements, List<LogisticItem> items) {
    sameLength(judgements.length, items.size(), "judgements and items");
    int[] given = given(judgements);
    var judged = Arrays.stream(given).mapToObj(items::get).toList();
    double own = Arrays.stream(given).mapToDouble(i -> judgements[i]).sum();
    OptionalDouble theta = SummedScores.proficiency(judged, own);
    if (theta.isEmpty()) {
      return undefined(given.length, judgements.length - given.length);
    }
    double at = theta.getAsDouble();
    double[] expected = items.stream().mapToDouble(i -> i.probability(at)).toArray();
    VanDerLinden result = of(judgements, expected);
    return new VanDerLinden(
        result.value,
        theta,
        result.meanError,
        result.meanLargestError,
        result.used,
        result.dropped,
        result.warnings);
  }

  /**
   * With probabilities of a borderline candidate from elsewhere.
   *
   * @param judgements of one rater per item, proportions, {@code NaN} = none
   * @param expected probability of a right answer at the cut, per item
   */
  public static VanDerLinden of(double[] judgements, double[] expected) {
    sameLength(judgements.length, expected.length, "judgements and probabilities");
    int[] given = given(judgements);
    double error = 0;
    double largest = 0;
    for (int i : given) {
      double p = proportion(expected[i], "probability");
      error += Math.abs(proportion(judgements[i], "judgement") - p);
      largest += Math.max(p, 1 - p);
    }
    int dropped = judgements.length - given.length;
    return new VanDerLinden(
        Optionals.ratio(largest - error, largest),
        OptionalDouble.empty(),
        Optionals.ratio(error, given.length),
        Optionals.ratio(largest, given.length),
        given.length,
        dropped,
        given.length == 0
            ? List.of(Warning.of(Kind.NO_DATA))
            : dropped > 0 ? List.of(Warning.of(Kind.DROPPED_MISSING)) : List.of());
  }

  private static VanDerLinden undefined(int used, int dropped) {
    var none = OptionalDouble.empty();
    var why = Warning.of(used == 0 ? Kind.NO_DATA : Kind.NOT_ATTAINABLE);
    return new VanDerLinden(none, none, none, none, used, dropped, List.of(why));
  }

  private static int[] given(double[] judgements) {
    return java.util.stream.IntStream.range(0, judgements.length)
        .filter(i -> !Double.isNaN(judgements[i]))
        .toArray();
  }
}
