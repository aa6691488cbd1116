package org.rolewright.psychometrics.weighting;

/**
 * How combined ratings c of tasks become weights. All sum to 1; tasks always sum to their domain.
 */
public enum DomainRule {
  /** w_t = c_t / Σc, W_d = Σw_t. A domain gains weight by listing more tasks. */
  SUM_OF_TASKS,
  /**
   * W_d = mean of c in the domain / sum of these means; w_t = W_d · c_t / Σ of the domain. The
   * number of tasks listed does not matter.
   */
  MEAN_OF_TASKS,
  /**
   * Each respondent's ratings are first divided by their sum (a blank adds nothing), then averaged:
   * each respondent has an equal voice, however generous. Only for rules that average one product
   * per respondent.
   */
  RESPONDENT_SHARES
}
