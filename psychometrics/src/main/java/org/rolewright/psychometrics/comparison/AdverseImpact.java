package org.rolewright.psychometrics.comparison;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.rating.ProportionInterval;

/**
 * Whether groups are selected at unlike rates: each group beside the one with the highest rate.
 *
 * <p>Rate x/n with the interval of {@link ProportionInterval}. Impact ratio (x/n) / (x₀/n₀), the
 * group with subscript 0 having the highest rate; its interval is exp(ln ratio ± z √((1 − p)/x + (1
 * − p₀)/x₀)). Below four fifths when x/n &lt; 0.8 · x₀/n₀, decided in whole numbers. p is that of
 * Fisher's exact test, two-sided (all tables at most as likely), and Holm's adjustment of it over
 * the groups compared.
 *
 * <p>Input: selected and all of each group, whole numbers. Special cases: of groups with the same
 * highest rate the larger is the reference, of equally large ones the first; where nobody was
 * selected at all, ratios and p are empty; a group without a selected person has a ratio of 0 and
 * no interval of it.
 *
 * <p>Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D) (1978); Katz,
 * Baptista, Azen &amp; Pike (1978), Biometrics 34, 469–474; Fisher (1935), The Design of
 * Experiments, section 11. Checked against the worked example of the Guidelines' questions and
 * answers (12 of 40 beside 48 of 80: 50 %) and R 4.2.2 {@code fisher.test}.
 *
 * @param groups in the order given
 * @param reference index of the group with the highest rate; empty where nobody was selected
 */
public record AdverseImpact(List<Group> groups, Optional<Integer> reference) {

  /**
   * A group beside the reference.
   *
   * @param rate share selected
   * @param ratio impact ratio; empty for the reference
   * @param belowFourFifths whether the ratio is below 0.8
   * @param p of Fisher's exact test; empty for the reference
   * @param adjustedP after Holm
   */
  public record Group(
      Estimate rate,
      OptionalDouble ratio,
      Optional<Interval> ratioInterval,
      boolean belowFourFifths,
      OptionalDouble p,
      OptionalDouble adjustedP) {}

  /** Copies the list. */
  public AdverseImpact {
    groups = List.copyOf(groups);
  }

  /**
   * The comparison.
   *
   * @param selected of each group, 0 … {@code all}
   * @param all size of each group, at least 1
   * @param confidence of the intervals, inside (0, 1)
   * @throws IllegalArgumentException for other values
   */
  public static AdverseImpact of(int[] selected, int[] all, double confidence) {
    Arguments.sameLength(selected.length, all.length, "selected and all");
    Arguments.confidence(confidence);
    for (int i = 0; i < all.length; i++) {
      require(all[i] >= 1, "a group has at least one member", all[i]);
      require(
          selected[i] >= 0 && selected[i] <= all[i], "selected must lie in 0 … all", selected[i]);
    }
    int best = highest(selected, all);
    boolean known = best >= 0 && selected[best] > 0;
    var p = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      p[i] =
          known && i != best ? fisher(selected[i], all[i], selected[best], all[best]) : Double.NaN;
    }
    var adjusted = AdjustedP.of(p).holm();
    var groups =
        IntStream.range(0, all.length)
            .mapToObj(i -> {
              var rate = ProportionInterval.of(selected[i], all[i], confidence);
              if (!known || i == best) {
                return new Group(
                    rate,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    false,
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
              }
              return new Group(
                  rate,
                  OptionalDouble.of(
                      (double) selected[i] / all[i] / ((double) selected[best] / all[best])),
                  interval(selected[i], all[i], selected[best], all[best], confidence),
                  5L * selected[i] * all[best] < 4L * selected[best] * all[i],
                  Optionals.finite(p[i]),
                  adjusted.get(i));
            })
            .toList();
    return new AdverseImpact(groups, known ? Optional.of(best) : Optional.empty());
  }

  /** Rates are compared as fractions, so that equal ones are equal. */
  private static int highest(int[] selected, int[] all) {
    int best = -1;
    for (int i = 0; i < all.length; i++) {
      if (best < 0) {
        best = i;
        continue;
      }
      long here = (long) selected[i] * all[best];
      long there = (long) selected[best] * all[i];
      if (here > there || here == there && all[i] > all[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double fisher(int x, int n, int x0, int n0) {
    return FisherExactTest.withDefaults().test(new int[][] {{x, n - x}, {x0, n0 - x0}}).getPValue();
  }

  private static Optional<Interval> interval(int x, int n, int x0, int n0, double confidence) {
    if (x == 0) {
      return Optional.empty();
    }
    double p = (double) x / n;
    double p0 = (double) x0 / n0;
    double half = Distributions.normalTwoSided(confidence) * Math.sqrt((1 - p) / x + (1 - p0) / x0);
    double centre = Math.log(p / p0);
    return Optional.of(new Interval(Math.exp(centre - half), Math.exp(centre + half), confidence));
  }
}
