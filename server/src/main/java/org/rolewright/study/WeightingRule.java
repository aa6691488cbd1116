package org.rolewright.study;

/**
 * How ratings become weights, fixed before the first answer is seen.
 *
 * @param combination how the two ratings of a task become one
 * @param importanceShare share of importance in {@link Combination#IMPORTANCE_WEIGHTED}, 0 to 1
 * @param domain how task values become the weight of a domain
 */
public record WeightingRule(Combination combination, double importanceShare, DomainRule domain) {
  /** Ways to combine importance and frequency. */
  public enum Combination {
    /** Mean importance × mean frequency. */
    PRODUCT_OF_MEANS,
    /** Mean of importance × frequency over those who do the task. */
    MEAN_OF_PRODUCTS,
    /** Mean importance + mean frequency, each as a share of its scale. */
    ADDITIVE,
    /** As additive, with importance counting for {@code importanceShare}. */
    IMPORTANCE_WEIGHTED
  }

  /** Ways from tasks to domains. */
  public enum DomainRule {
    /** The sum over a domain's tasks: long lists weigh more. */
    SUM,
    /** The mean over a domain's tasks: splitting a task changes nothing. */
    MEAN
  }
}
