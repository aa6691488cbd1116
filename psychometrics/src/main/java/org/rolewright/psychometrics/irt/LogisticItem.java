package org.rolewright.psychometrics.irt;

import static org.rolewright.psychometrics.Arguments.require;

/**
 * A dichotomous item under the three-parameter logistic model.
 *
 * <p>P(θ) = c + (1 − c) / (1 + exp(−D a (θ − b))).
 *
 * <p>Source: Birnbaum, in Lord &amp; Novick (1968), Statistical Theories of Mental Test Scores,
 * chapters 17–20. Checked against {@code cacIRT} 1.4 (R 4.2.2) through the methods that use it.
 *
 * @param discrimination a, per unit of θ; not 0
 * @param difficulty b, on the θ scale
 * @param guessing c, the lower asymptote, in [0, 1)
 * @param scaling D: 1 for logits, 1.7 or 1.702 for the normal metric
 */
public record LogisticItem(
    double discrimination, double difficulty, double guessing, double scaling) {

  /** Refuses parameters outside their range. */
  public LogisticItem {
    require(
        Double.isFinite(discrimination) && discrimination != 0, "discrimination", discrimination);
    require(Double.isFinite(difficulty), "difficulty", difficulty);
    require(guessing >= 0 && guessing < 1, "guessing must lie in [0, 1)", guessing);
    require(scaling > 0 && Double.isFinite(scaling), "scaling must be positive", scaling);
  }

  /** P(θ), the probability of a right answer. */
  public double probability(double theta) {
    return guessing + (1 - guessing) * logistic(theta);
  }

  /**
   * The proficiency at which the item is answered rightly with a given probability.
   *
   * @param p probability, above {@code guessing} and below 1
   * @throws IllegalArgumentException where no proficiency gives that probability
   */
  public double location(double p) {
    require(p > guessing && p < 1, "probability must lie between guessing and 1", p);
    double odds = (p - guessing) / (1 - p);
    return difficulty + Math.log(odds) / (scaling * discrimination);
  }

  private double logistic(double theta) {
    return 1 / (1 + Math.exp(-scaling * discrimination * (theta - difficulty)));
  }
}
