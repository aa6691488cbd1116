package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;

/**
 * Yes/no Angoff: would a borderline candidate answer this item rightly?
 *
 * <p>A rater's own cut is the number of yes answers; the panel's is the sum of the items'
 * proportions of yes. All figures of {@link ModifiedAngoff}, to which the answers are handed on.
 * Where the true probabilities of many items lie on one side of one half, the yes/no cut is more
 * extreme than that of judged probabilities.
 *
 * <p>Input: {@code answers[rater][item]} 1 = yes, 0 = no, {@code NaN} = no answer.
 *
 * <p>Source: Impara &amp; Plake (1997), Journal of Educational Measurement 34, 353–366. Checked
 * through {@link ModifiedAngoff}.
 */
public final class YesNoAngoff {
  private YesNoAngoff() {}

  /**
   * Estimates the cut with the default rules.
   *
   * @throws IllegalArgumentException if an answer is neither 0, 1 nor {@code NaN}
   */
  public static ModifiedAngoff.Result of(double[][] answers) {
    for (double[] rater : answers) {
      for (double answer : rater) {
        require(
            answer == 0 || answer == 1 || Double.isNaN(answer), "answer must be 0 or 1", answer);
      }
    }
    return ModifiedAngoff.of(answers);
  }
}
