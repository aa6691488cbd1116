package org.rolewright.psychometrics.comparison;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;

/**
 * Several groups of respondents over all tasks: analysis of variance of every task, p adjusted over
 * the tasks, and the agreement of every pair of profiles.
 *
 * <p>Missing: {@code NaN} is left out task by task. Source: {@link OneWay}, {@link AdjustedP},
 * {@link ProfileAgreement}.
 *
 * @param tasks one per task in order
 * @param profiles one per pair of groups
 * @param groupSizes respondents of each group
 */
public record SubgroupComparison(List<Task> tasks, List<Pair> profiles, List<Integer> groupSizes) {

  /**
   * One task.
   *
   * @param test analysis of variance over the groups
   * @param means mean of each group
   * @param holm p of Welch's F adjusted by Holm
   * @param benjaminiHochberg p of Welch's F adjusted by Benjamini and Hochberg
   */
  public record Task(
      OneWay test,
      List<OptionalDouble> means,
      OptionalDouble holm,
      OptionalDouble benjaminiHochberg) {}

  /** Agreement of the task means of two groups, 0-based. */
  public record Pair(int first, int second, ProfileAgreement agreement) {}

  /**
   * Compares.
   *
   * @param ratings {@code ratings[respondent][task]} in points of the scale, {@code NaN} = not
   *     answered
   * @param group group of each respondent, 0-based
   * @throws IllegalArgumentException for another number of groups than respondents, or below 0
   */
  public static SubgroupComparison of(double[][] ratings, int[] group) {
    int tasks = Arguments.rectangular(ratings, "ratings");
    Arguments.sameLength(ratings.length, group.length, "respondents and groups");
    int groups = 0;
    for (int g : group) {
      groups = Math.max(groups, Arguments.notNegative(g, "group") + 1);
    }
    int[][] members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      int own = g;
      members[g] = IntStream.range(0, group.length).filter(r -> group[r] == own).toArray();
    }
    double[][][] byTask = new double[tasks][][];
    double[][] means = new double[groups][tasks];
    for (int t = 0; t < tasks; t++) {
      byTask[t] = ofTask(ratings, members, t);
      for (int g = 0; g < groups; g++) {
        means[g][t] = mean(byTask[t][g]);
      }
    }
    var tests = IntStream.range(0, tasks).mapToObj(t -> OneWay.of(byTask[t])).toList();
    var adjusted = AdjustedP.of(tests.stream().map(test -> test.welch().p()).toList());
    return new SubgroupComparison(
        IntStream.range(0, tasks).mapToObj(t -> task(tests.get(t), means, t, adjusted)).toList(),
        pairs(means),
        IntStream.range(0, groups).mapToObj(g -> members[g].length).toList());
  }

  private static Task task(OneWay test, double[][] means, int t, AdjustedP adjusted) {
    return new Task(
        test,
        IntStream.range(0, means.length)
            .mapToObj(g -> org.rolewright.psychometrics.Optionals.finite(means[g][t]))
            .toList(),
        adjusted.holm().get(t),
        adjusted.benjaminiHochberg().get(t));
  }

  private static double[][] ofTask(double[][] ratings, int[][] members, int task) {
    double[][] groups = new double[members.length][];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = IntStream.of(members[g]).mapToDouble(r -> ratings[r][task]).toArray();
    }
    return groups;
  }

  private static double mean(double[] ratings) {
    return org.rolewright.psychometrics.math.Moments.mean(
        org.rolewright.psychometrics.data.Matrices.answered(ratings));
  }

  private static List<Pair> pairs(double[][] means) {
    return IntStream.range(0, means.length)
        .boxed()
        .flatMap(i ->
            IntStream.range(i + 1, means.length)
                .mapToObj(j -> new Pair(i, j, ProfileAgreement.of(means[i], means[j]))))
        .toList();
  }
}
