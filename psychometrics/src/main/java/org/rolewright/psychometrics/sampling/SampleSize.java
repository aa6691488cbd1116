package org.rolewright.psychometrics.sampling;

import java.util.List;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Number of answers needed so that a proportion or a mean is estimated with a wanted margin of
 * error, with the finite population correction.
 *
 * <p>Proportion: n₀ = z²p(1 − p)/e², n = n₀ / (1 + (n₀ − 1)/N). Mean: n₀ = (z s/e)², n = n₀ / (1 +
 * n₀/N). Required is min(N, ⌈n⌉), where a value within 10⁻⁹ above an integer counts as that
 * integer. z is the exact normal quantile.
 *
 * <p>Special cases: an empty population means "without limit" (n = n₀); N = 1 and N = 2 give N; no
 * variance (p of 0 or 1, s = 0) gives 0 with {@link Warning.Kind#NO_VARIANCE}.
 *
 * <p>Source: Cochran, W. G. (1977), Sampling Techniques, 3rd ed., equations 4.1–4.2 and 4.8–4.9.
 * Checked against R 4.2.2 (base).
 */
public final class SampleSize {
  private static final double NEARLY_AN_INTEGER = 1e-9;

  private SampleSize() {}

  /**
   * A sample size and what it was computed from.
   *
   * @param unlimited n₀, for a population without limit
   * @param exact n, corrected for the population and not rounded
   * @param required whole answers needed, never more than the population
   * @param z normal quantile used
   * @param warnings {@link Warning.Kind#NO_VARIANCE} when there is nothing to estimate
   */
  public record Result(
      double unlimited, double exact, int required, double z, List<Warning> warnings) {}

  /**
   * For a proportion.
   *
   * @param population number of people N, at least 1; empty = without limit
   * @param proportion expected proportion in [0, 1]; 0.5 is the most demanding
   * @param wanted margin in points of the proportion, and confidence
   * @throws IllegalArgumentException for a population below 1 or a proportion outside [0, 1]
   */
  public static Result ofProportion(OptionalInt population, double proportion, Precision wanted) {
    Arguments.proportion(proportion, "proportion");
    double z = wanted.z();
    double n0 = z * z * proportion * (1 - proportion) / (wanted.margin() * wanted.margin());
    double n = n0 == 0 ? 0 : n0 / (1 + (n0 - 1) * inverse(population));
    return result(n0, n, z, population);
  }

  /**
   * For the mean of a rating scale.
   *
   * @param population number of people N, at least 1; empty = without limit
   * @param sd expected standard deviation in points of the scale, at least 0
   * @param wanted margin in points of the scale, and confidence
   * @throws IllegalArgumentException for a population below 1 or a negative standard deviation
   */
  public static Result ofMean(OptionalInt population, double sd, Precision wanted) {
    Arguments.require(sd >= 0 && Double.isFinite(sd), "sd must not be negative", sd);
    double z = wanted.z();
    double root = z * sd / wanted.margin();
    double n0 = root * root;
    return result(n0, n0 / (1 + n0 * inverse(population)), z, population);
  }

  private static double inverse(OptionalInt population) {
    if (population.isEmpty()) {
      return 0;
    }
    Arguments.require(
        population.getAsInt() >= 1, "population must be at least 1", population.getAsInt());
    return 1.0 / population.getAsInt();
  }

  private static Result result(double n0, double n, double z, OptionalInt population) {
    double whole = Math.max(0, Math.ceil(n - NEARLY_AN_INTEGER));
    int required = (int) Math.min(whole, population.orElse(Integer.MAX_VALUE));
    var warnings = n0 == 0 ? List.of(Warning.of(Warning.Kind.NO_VARIANCE)) : List.<Warning>of();
    return new Result(n0, n, required, z, warnings);
  }
}
