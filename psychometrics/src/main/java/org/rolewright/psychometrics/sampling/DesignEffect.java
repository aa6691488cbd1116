package org.rolewright.psychometrics.sampling;

import org.rolewright.psychometrics.Arguments;

/**
 * How much precision unequal weights cost.
 *
 * <p>deff = n Σw² / (Σw)² = 1 + the squared coefficient of variation of the weights; effective n =
 * n / deff. Equal weights give 1.
 *
 * <p>Source: Kish, L. (1965), Survey Sampling, section 11.7. Checked by hand (weights 1, 1, 2 give
 * 3 · 6 / 16 = 1.125).
 *
 * @param designEffect at least 1
 * @param effectiveN answers of equal weight that would be as precise
 */
public record DesignEffect(double designEffect, double effectiveN) {

  /**
   * Of given weights.
   *
   * @param weights one per respondent, at least 0, not all 0, in any unit
   * @throws IllegalArgumentException for no weights, a negative or infinite weight, or all 0
   */
  public static DesignEffect of(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double w : weights) {
      Arguments.require(w >= 0 && Double.isFinite(w), "weights must be at least 0", w);
      sum += w;
      squares += w * w;
    }
    Arguments.require(sum > 0, "weights must not all be 0", sum);
    return new DesignEffect(weights.length * squares / (sum * sum), sum * sum / squares);
  }
}
