package org.rolewright.psychometrics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Ranks;

/**
 * Two groups over all tasks: the panel against the field, or early against late respondents.
 *
 * <p>For each task the {@link GroupDifference} (first − second) with its interval, Welch's p
 * adjusted over all tasks, and the ranks of the task in each group (1 = highest mean, mid-ranks for
 * ties); rank shift = rank in the second − rank in the first, so that a positive shift means that
 * the first group puts the task higher. Besides, the {@link ProfileAgreement} of the two profiles
 * of means.
 *
 * <p>Missing: {@code NaN} is left out task by task. A task that one group did not rate has no
 * difference and no rank, and does not take part in the ranking.
 *
 * <p>Source: {@link GroupDifference}, {@link AdjustedP}, {@link ProfileAgreement}.
 *
 * @param tasks one per task in order
 * @param profiles agreement of the profiles of means
 * @param tests number of tasks that could be tested
 */
public record TaskDifferences(List<Task> tasks, ProfileAgreement profiles, int tests) {

  /**
   * One task.
   *
   * @param difference first group − second group
   * @param firstMean mean of the first group
   * @param secondMean mean of the second group
   * @param firstRank rank in the first group, 1 = highest
   * @param secondRank rank in the second group
   * @param rankShift second rank − first rank
   * @param holm Welch's p adjusted by Holm
   * @param benjaminiHochberg Welch's p adjusted by Benjamini and Hochberg
   */
  public record Task(
      GroupDifference difference,
      OptionalDouble firstMean,
      OptionalDouble secondMean,
      OptionalDouble firstRank,
      OptionalDouble secondRank,
      OptionalDouble rankShift,
      OptionalDouble holm,
      OptionalDouble benjaminiHochberg) {}

  /**
   * Compares.
   *
   * @param first {@code first[respondent][task]} in points of the scale, {@code NaN} = not answered
   * @param second the other group, same tasks
   * @param confidence of the intervals, inside (0, 1)
   * @throws IllegalArgumentException for different numbers of tasks
   */
  public static TaskDifferences of(double[][] first, double[][] second, double confidence) {
    int tasks = Arguments.rectangular(first, "first group");
    Arguments.sameLength(tasks, Arguments.rectangular(second, "second group"), "tasks");
    var differences =
        IntStream.range(0, tasks)
            .mapToObj(t ->
                GroupDifference.of(
                    Matrices.column(first, t), Matrices.column(second, t), confidence))
            .toList();
    double[] firstMeans = means(first, tasks);
    double[] secondMeans = means(second, tasks);
    var adjusted = AdjustedP.of(differences.stream().map(d -> d.welch().p()).toList());
    return new TaskDifferences(
        tasks(differences, firstMeans, secondMeans, adjusted),
        ProfileAgreement.of(firstMeans, secondMeans),
        adjusted.tests());
  }

  private static double[] means(double[][] ratings, int tasks) {
    return IntStream.range(0, tasks)
        .mapToDouble(t -> Moments.mean(Matrices.answered(Matrices.column(ratings, t))))
        .toArray();
  }

  private static List<Task> tasks(
      List<GroupDifference> differences, double[] first, double[] second, AdjustedP adjusted) {
    int[] known =
        IntStream.range(0, first.length)
            .filter(t -> !Double.isNaN(first[t]) && !Double.isNaN(second[t]))
            .toArray();
    double[] firstRanks = ranks(first, known);
    double[] secondRanks = ranks(second, known);
    var tasks = new ArrayList<Task>();
    for (int t = 0; t < first.length; t++) {
      tasks.add(
          new Task(
              differences.get(t),
              optional(first[t]),
              optional(second[t]),
              optional(firstRanks[t]),
              optional(secondRanks[t]),
              optional(secondRanks[t] - firstRanks[t]),
              adjusted.holm().get(t),
              adjusted.benjaminiHochberg().get(t)));
    }
    return List.copyOf(tasks);
  }

  private static OptionalDouble optional(double value) {
    return org.rolewright.psychometrics.Optionals.finite(value);
  }

  /** Ranks among the known tasks, {@code NaN} for the others. */
  private static double[] ranks(double[] means, int[] known) {
    double[] ranks = new double[means.length];
    java.util.Arrays.fill(ranks, Double.NaN);
    double[] ofKnown =
        Ranks.descendingMidRanks(IntStream.of(known).mapToDouble(t -> means[t]).toArray());
    for (int i = 0; i < known.length; i++) {
      ranks[known[i]] = ofKnown[i];
    }
    return ranks;
  }
}
