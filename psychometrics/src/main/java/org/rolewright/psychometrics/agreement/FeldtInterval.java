package org.rolewright.psychometrics.agreement;

import java.util.Optional;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Confidence interval of coefficient alpha (and of KR-20) by Feldt.
 *
 * <p>(1 − α) / (1 − α̂) is distributed as F with (n − 1)(k − 1) and n − 1 degrees of freedom when
 * items and persons are random samples and scores are normal, so the limits are
 *
 * <pre>lower = 1 − (1 − α̂) F(1 − γ/2; n − 1, (n − 1)(k − 1))
 * upper = 1 − (1 − α̂) F(γ/2;     n − 1, (n − 1)(k − 1))</pre>
 *
 * with γ = 1 − confidence. The upper limit is never above 1; α̂ = 1 gives [1, 1].
 *
 * <p>Source: Feldt, L. S. (1965), Psychometrika 30, 357–370; Feldt, Woodruff &amp; Salih (1987),
 * Applied Psychological Measurement 11, 93–103. Checked against R psych 2.2.9 {@code alpha.ci}.
 */
public final class FeldtInterval {

  private FeldtInterval() {}

  /**
   * The interval.
   *
   * @param alpha the estimate, at most 1
   * @param persons n, number of persons it rests on
   * @param items k, number of items
   * @param confidence coverage, such as 0.95
   * @return empty with fewer than two persons or two items
   * @throws IllegalArgumentException for alpha above 1 or a confidence outside (0, 1)
   */
  public static Optional<Interval> of(double alpha, int persons, int items, double confidence) {
    Arguments.require(alpha <= 1, "alpha must not be above 1", alpha);
    Arguments.confidence(confidence);
    if (persons < 2 || items < 2) {
      return Optional.empty();
    }
    double df1 = persons - 1;
    double df2 = df1 * (items - 1);
    double tail = (1 - confidence) / 2;
    return Optional.of(
        new Interval(
            1 - (1 - alpha) * Distributions.fQuantile(1 - tail, df1, df2),
            1 - (1 - alpha) * Distributions.fQuantile(tail, df1, df2),
            confidence));
  }
}
