package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Rounds of one panel's Angoff judgements, and what each round changed.
 *
 * <p>From the second round on the raters have heard one another, so the standard error of a round
 * no longer describes independent raters: its result carries {@code NOT_INDEPENDENT}.
 *
 * <p>Source: Cizek &amp; Bunch (2007), Standard Setting, chapter 6. Checked against R 4.2.2.
 *
 * @param rounds the estimate of each round, in order
 * @param changes from each round to the next
 */
public record AngoffRounds(List<ModifiedAngoff.Result> rounds, List<Change> changes) {

  /**
   * What one round changed.
   *
   * @param raterCutChange change of each rater's own cut, in raw score points
   * @param meanAbsoluteChange mean size of the change of a judgement, as a proportion
   * @param cutChange change of the panel's cut
   * @param sdRatio standard deviation of the raters' cuts after, by that before
   * @param judgementsChanged judgements that differ from those of the round before
   * @param used judgements given in both rounds
   */
  public record Change(
      List<OptionalDouble> raterCutChange,
      OptionalDouble meanAbsoluteChange,
      OptionalDouble cutChange,
      OptionalDouble sdRatio,
      int judgementsChanged,
      int used) {

    /** Copies the list. */
    public Change {
      raterCutChange = List.copyOf(raterCutChange);
    }
  }

  /** Copies the lists. */
  public AngoffRounds {
    rounds = List.copyOf(rounds);
    changes = List.copyOf(changes);
  }

  /**
   * Estimates every round and the changes.
   *
   * @param method the rules for every round
   * @param ratings {@code ratings[rater][item]} of each round, in proportions, same raters and
   *     items
   * @throws IllegalArgumentException without a round or if the rounds differ in raters or items
   */
  public static AngoffRounds of(ModifiedAngoff method, List<double[][]> ratings) {
    require(!ratings.isEmpty(), "there must be a round", 0);
    var results = new ArrayList<ModifiedAngoff.Result>();
    var changes = new ArrayList<Change>();
    for (int r = 0; r < ratings.size(); r++) {
      var result = method.estimate(ratings.get(r));
      results.add(r == 0 ? result : result.and(Warning.of(Kind.NOT_INDEPENDENT)));
      if (r > 0) {
        changes.add(change(ratings.get(r - 1), ratings.get(r), results.get(r - 1), result));
      }
    }
    return new AngoffRounds(results, changes);
  }

  private static Change change(
      double[][] before, double[][] after, ModifiedAngoff.Result was, ModifiedAngoff.Result is) {
    sameLength(before.length, after.length, "raters of two rounds");
    sameLength(before[0].length, after[0].length, "items of two rounds");
    double[] differences =
        IntStream.range(0, before.length)
            .mapToObj(r -> differences(before[r], after[r]))
            .flatMapToDouble(Arrays::stream)
            .filter(d -> !Double.isNaN(d))
            .toArray();
    return new Change(
        IntStream.range(0, before.length)
            .mapToObj(r -> minus(is.raterCuts().get(r), was.raterCuts().get(r)))
            .toList(),
        Optionals.ratio(Arrays.stream(differences).sum(), differences.length),
        minus(is.cut(), was.cut()),
        Optionals.ratio(is.sd().orElse(Double.NaN), was.sd().orElse(Double.NaN)),
        (int) Arrays.stream(differences).filter(d -> d > 0).count(),
        differences.length);
  }

  private static double[] differences(double[] before, double[] after) {
    double[] d = new double[before.length];
    Arrays.setAll(d, i -> Math.abs(after[i] - before[i]));
    return d;
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return Optionals.finite(a.orElse(Double.NaN) - b.orElse(Double.NaN));
  }
}
