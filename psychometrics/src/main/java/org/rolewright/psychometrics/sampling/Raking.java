package org.rolewright.psychometrics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Weights of respondents so that their weighted shares on several characteristics equal known
 * shares of the population (raking, iterative proportional fitting).
 *
 * <p>From weights of 1, each pass multiplies the weights of every category by target share ÷
 * present share, one characteristic after the other, until no share moves by more than 10⁻¹².
 * Weights have mean 1. With one characteristic this is post-stratification.
 *
 * <p>Special cases: a population category without a respondent cannot be matched: its share is
 * spread over the others in proportion, with {@link Warning.Kind#SPARSE} and the category named;
 * shares that do not settle within the limit of passes give {@link Warning.Kind#NOT_CONVERGED},
 * never an exception.
 *
 * <p>Source: Deming, W. E. &amp; Stephan, F. F. (1940), Annals of Mathematical Statistics 11,
 * 427–444. Checked by the margins themselves, which are exact at convergence, and against the
 * closed form for one characteristic.
 */
public final class Raking {
  private static final double SETTLED = 1e-12;
  private static final int PASSES = 1000;

  private Raking() {}

  /**
   * One known characteristic.
   *
   * @param name for warnings, such as {@code "region"}
   * @param category category of each respondent, 0-based
   * @param targetShares share of the population in each category; normalised to sum to 1
   */
  public record Margin(String name, int[] category, double[] targetShares) {

    /** Refuses a negative share, shares that sum to 0 and categories without a share. */
    public Margin {
      category = category.clone();
      targetShares = targetShares.clone();
      double sum = Arrays.stream(targetShares).sum();
      Arguments.require(sum > 0 && Double.isFinite(sum), name + ": shares must be positive", sum);
      for (int c : category) {
        Arguments.require(c >= 0 && c < targetShares.length, name + ": unknown category", c);
        Arguments.require(targetShares[c] > 0, name + ": respondents in a category of share 0", c);
      }
      for (double share : targetShares) {
        Arguments.require(share >= 0, name + ": shares must not be negative", share);
      }
    }
  }

  /**
   * The weights.
   *
   * @param weights one per respondent, mean 1
   * @param loss design effect of the weights and the effective number of answers
   * @param smallest smallest weight
   * @param largest largest weight
   * @param passes passes made over all characteristics
   * @param converged whether the shares settled
   * @param largestGap largest difference left between a weighted share and its target
   * @param warnings empty categories, no convergence
   */
  public record Result(
      double[] weights,
      DesignEffect loss,
      double smallest,
      double largest,
      int passes,
      boolean converged,
      double largestGap,
      List<Warning> warnings) {}

  /**
   * Rakes over all margins.
   *
   * @param margins at least one; all over the same respondents
   * @throws IllegalArgumentException for no margins, no respondents or margins of unequal length
   */
  public static Result of(List<Margin> margins) {
    Arguments.require(!margins.isEmpty(), "at least one margin is needed", margins.size());
    int n = margins.getFirst().category().length;
    Arguments.require(n > 0, "respondents are needed", n);
    margins.forEach(m -> Arguments.sameLength(n, m.category().length, "margins"));
    var warnings = new ArrayList<Warning>();
    var targets = margins.stream().map(m -> reachable(m, warnings)).toList();
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    int passes = 0;
    double moved = Double.POSITIVE_INFINITY;
    while (moved > SETTLED && passes < PASSES) {
      moved = pass(margins, targets, weights);
      passes++;
    }
    if (moved > SETTLED) {
      warnings.add(Warning.of(Warning.Kind.NOT_CONVERGED));
    }
    return result(weights, passes, moved, warnings);
  }

  private static Result result(double[] w, int passes, double gap, List<Warning> warnings) {
    return new Result(
        w,
        DesignEffect.of(w),
        Arrays.stream(w).min().orElseThrow(),
        Arrays.stream(w).max().orElseThrow(),
        passes,
        gap <= SETTLED,
        gap,
        List.copyOf(warnings));
  }

  /** Target shares among the categories that have respondents, summing to 1. */
  private static double[] reachable(Margin margin, List<Warning> warnings) {
    boolean[] present = new boolean[margin.targetShares().length];
    for (int c : margin.category()) {
      present[c] = true;
    }
    double[] shares = margin.targetShares().clone();
    for (int c = 0; c < shares.length; c++) {
      if (!present[c] && shares[c] > 0) {
        shares[c] = 0;
        warnings.add(Warning.of(Warning.Kind.SPARSE, margin.name() + " category " + (c + 1)));
      }
    }
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(s -> s / sum).toArray();
  }

  /** One pass over all margins; returns the largest gap between share and target that it met. */
  private static double pass(List<Margin> margins, List<double[]> targets, double[] weights) {
    double gap = 0;
    for (int m = 0; m < margins.size(); m++) {
      int[] category = margins.get(m).category();
      double[] target = targets.get(m);
      double[] factor = new double[target.length];
      for (int i = 0; i < weights.length; i++) {
        factor[category[i]] += weights[i] / weights.length;
      }
      for (int c = 0; c < target.length; c++) {
        gap = Math.max(gap, Math.abs(factor[c] - target[c]));
        factor[c] = factor[c] > 0 ? target[c] / factor[c] : 1;
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= factor[category[i]];
      }
    }
    return gap;
  }
}
