package org.rolewright.psychometrics.weighting;

import java.util.Arrays;
import org.rolewright.psychometrics.Arguments;

/**
 * Weights of tasks and domains from one combined rating per task, without uncertainty.
 *
 * <p>By {@link DomainRule}: the sum or the mean of a domain's kept tasks over all domains; a task
 * gets its share of its domain. A kept task without a rating ({@code NaN}) gets weight 0 and does
 * not count in its domain's mean. (Respondent shares are made before: their ratings are summed.)
 *
 * <p>Special cases: a rating below 0, or all 0, leaves every weight {@code NaN}.
 *
 * <p>Source: Raymond, M. R. &amp; Neustel, S. (2006), Handbook of Test Development, chapter 9.
 * Checked against R 4.2.2 through {@link BlueprintWeights}.
 *
 * @param tasks one per task in order, 0 when not kept; sums to 1
 * @param domains one per domain in order; sums to 1
 */
public record PointWeights(double[] tasks, double[] domains) {

  /**
   * The weights.
   *
   * @param combined one combined rating per task in order, in any unit, {@code NaN} = none
   * @param outline domains and kept tasks, of the same length
   * @param rule how task ratings become domain weights
   * @throws IllegalArgumentException for arrays of different length
   */
  public static PointWeights of(double[] combined, Outline outline, DomainRule rule) {
    Arguments.sameLength(combined.length, outline.tasks(), "ratings and tasks");
    double[] tasks = new double[combined.length];
    double[] sum = new double[outline.domains()];
    double[] size = new double[sum.length];
    for (int t = 0; t < tasks.length; t++) {
      if (outline.kept()[t]) {
        if (combined[t] < 0) {
          return undefined(tasks.length, sum.length);
        }
        sum[outline.domain()[t]] += combined[t] > 0 ? combined[t] : 0;
        size[outline.domain()[t]] += Double.isNaN(combined[t]) ? 0 : 1;
      }
    }
    double[] domains = normalised(sum, size, rule);
    for (int t = 0; t < tasks.length; t++) {
      int d = outline.domain()[t];
      boolean counts = outline.kept()[t] && combined[t] > 0;
      tasks[t] = counts ? domains[d] * combined[t] / sum[d] : 0;
    }
    return domains.length > 0 && Double.isNaN(domains[0])
        ? undefined(tasks.length, sum.length)
        : new PointWeights(tasks, domains);
  }

  private static double[] normalised(double[] sum, double[] size, DomainRule rule) {
    double[] ratings = new double[sum.length];
    for (int d = 0; d < sum.length; d++) {
      boolean mean = rule == DomainRule.MEAN_OF_TASKS && size[d] > 0;
      ratings[d] = mean ? sum[d] / size[d] : sum[d];
    }
    double all = Arrays.stream(ratings).sum();
    return Arrays.stream(ratings).map(r -> r / all).toArray();
  }

  private static PointWeights undefined(int tasks, int domains) {
    double[] none = new double[tasks];
    double[] nowhere = new double[domains];
    Arrays.fill(none, Double.NaN);
    Arrays.fill(nowhere, Double.NaN);
    return new PointWeights(none, nowhere);
  }
}
