package org.rolewright.psychometrics.weighting;

import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.rating.Combination;
import org.rolewright.psychometrics.rating.NotPerformed;
import org.rolewright.psychometrics.rating.TaskRatings;

/**
 * What weights are computed from: ratings, outline and the two rules. Change a rule by {@code
 * with}.
 *
 * @param ratings respondents × tasks
 * @param outline domains and kept tasks, of the same number of tasks
 * @param combination how importance and frequency become one rating
 * @param domainRule how ratings become weights
 */
public record WeightStudy(
    TaskRatings ratings, Outline outline, Combination combination, DomainRule domainRule) {

  /** Refuses an outline of another length and respondent shares of a rule that has none. */
  public WeightStudy {
    Arguments.sameLength(ratings.tasks(), outline.tasks(), "ratings and outline");
    Arguments.require(
        domainRule != DomainRule.RESPONDENT_SHARES || combination.isAverage(),
        "respondent shares need a rule that averages products",
        combination.code());
  }

  /** Mean of products with "not performed" as 0, and the sum of tasks. */
  public static WeightStudy withDefaults(TaskRatings ratings, Outline outline) {
    return new WeightStudy(
        ratings,
        outline,
        Combination.meanOfProducts(NotPerformed.AS_ZERO),
        DomainRule.SUM_OF_TASKS);
  }

  /** The same study with another combination. */
  public WeightStudy with(Combination other) {
    return new WeightStudy(ratings, outline, other, domainRule);
  }

  /** The same study with another domain rule. */
  public WeightStudy with(DomainRule other) {
    return new WeightStudy(ratings, outline, combination, other);
  }

  /** The same study with other tasks kept. */
  public WeightStudy with(Outline other) {
    return new WeightStudy(ratings, other, combination, domainRule);
  }
}
