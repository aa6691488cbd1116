package org.rolewright.psychometrics.classical;

/** What a blank answer counts as in the statistics of its item; in a total it earns nothing. */
public enum BlankRule {
  /** Every blank is a wrong answer. */
  WRONG,
  /** Every blank is left out of the item's statistics. */
  LEFT_OUT,
  /**
   * A blank with a later answer by the same person is an omission and wrong; a blank with none
   * after it was not reached and is left out.
   */
  NOT_REACHED_LEFT_OUT;

  /** The scores with this rule applied: what still is {@code NaN} is left out. */
  double[][] apply(double[][] scores) {
    double[][] applied = new double[scores.length][];
    for (int p = 0; p < scores.length; p++) {
      applied[p] = apply(scores[p]);
    }
    return applied;
  }

  private double[] apply(double[] answers) {
    double[] applied = answers.clone();
    int reached = this == WRONG ? answers.length : reached(answers);
    for (int i = 0; i < answers.length; i++) {
      if (Double.isNaN(answers[i]) && this != LEFT_OUT && i < reached) {
        applied[i] = 0;
      }
    }
    return applied;
  }

  /** Number of items up to and with the last one answered. */
  static int reached(double[] answers) {
    int last = answers.length;
    while (last > 0 && Double.isNaN(answers[last - 1])) {
      last--;
    }
    return last;
  }
}
