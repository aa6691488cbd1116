package org.rolewright.psychometrics.sampling;

import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.comparison.TaskDifferences;
import org.rolewright.psychometrics.math.Ranks;

/**
 * Whether those who answered late rate otherwise than those who answered early: late respondents
 * stand in for those who never answered.
 *
 * <p>Respondents are put in order of the time of their answer; the first and the last share of them
 * are compared task by task (early − late). A wave may be given instead of a time: equal values
 * keep the order in which they are given.
 *
 * <p>Source: Armstrong, J. S. &amp; Overton, T. S. (1977), Journal of Marketing Research 14,
 * 396–402. The comparison: {@link TaskDifferences}.
 *
 * @param early respondents in the early group
 * @param late respondents in the late group
 * @param comparison early − late over all tasks
 */
public record EarlyLate(int early, int late, TaskDifferences comparison) {

  /**
   * Compares the first and the last share.
   *
   * @param ratings {@code ratings[respondent][task]} in points of the scale, {@code NaN} = not
   *     answered
   * @param answeredAt time or wave of each respondent's answer, in any unit that grows
   * @param share of respondents in each group, in (0, 0.5]
   * @param confidence of the intervals, inside (0, 1)
   * @throws IllegalArgumentException for fewer than two respondents or values out of range
   */
  public static EarlyLate of(
      double[][] ratings, double[] answeredAt, double share, double confidence) {
    Arguments.rectangular(ratings, "ratings");
    Arguments.sameLength(ratings.length, answeredAt.length, "respondents and times");
    Arguments.require(share > 0 && share <= 0.5, "share must lie in (0, 0.5]", share);
    int n = ratings.length;
    Arguments.require(n >= 2, "at least two respondents are needed", n);
    int size = Math.max(1, (int) Math.floor(n * share + 1e-9));
    int[] order = Ranks.ascending(answeredAt);
    double[][] early =
        IntStream.range(0, size).mapToObj(i -> ratings[order[i]]).toArray(double[][]::new);
    double[][] late =
        IntStream.range(n - size, n).mapToObj(i -> ratings[order[i]]).toArray(double[][]::new);
    return new EarlyLate(size, size, TaskDifferences.of(early, late, confidence));
  }
}
