package org.rolewright.psychometrics.agreement;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;

/**
 * What a measurement with a stated number of conditions (items, tasks, raters, respondents) would
 * be worth.
 *
 * <pre>
 * Eρ² = σ²(object) / (σ²(object) + σ²(δ))       relative decisions: who or what stands above whom
 * Φ   = σ²(object) / (σ²(object) + σ²(Δ))       absolute decisions: where it stands on the scale
 * </pre>
 *
 * Negative components enter as 0, so that a negative σ²(object) gives coefficients of 0. A
 * coefficient is empty when its variances are all 0 or undefined.
 *
 * <p>Source: Brennan, R. L. (2001), Generalizability Theory, ch. 2 and 4. Checked against R gtheory
 * 0.1.2 and base R.
 *
 * @param conditions number of conditions an object's score is the mean of
 * @param objectVariance σ²(object), the universe-score variance
 * @param relativeError σ²(δ)
 * @param absoluteError σ²(Δ)
 * @param generalizability Eρ²
 * @param dependability Φ
 * @param relativeStandardError σ(δ), in points of the scale
 * @param absoluteStandardError σ(Δ), in points of the scale
 */
public record DecisionStudy(
    int conditions,
    OptionalDouble objectVariance,
    OptionalDouble relativeError,
    OptionalDouble absoluteError,
    OptionalDouble generalizability,
    OptionalDouble dependability,
    OptionalDouble relativeStandardError,
    OptionalDouble absoluteStandardError) {

  static DecisionStudy of(int conditions, double object, double relative, double absolute) {
    return new DecisionStudy(
        conditions,
        Optionals.finite(object),
        Optionals.finite(relative),
        Optionals.finite(absolute),
        Optionals.ratio(object, object + relative),
        Optionals.ratio(object, object + absolute),
        Optionals.finite(Math.sqrt(relative)),
        Optionals.finite(Math.sqrt(absolute)));
  }

  /**
   * How many conditions (respondents, say) bring a coefficient up to a target:
   *
   * <pre>n = ⌈ρ / (1 − ρ) · σ²(error, 1) / σ²(object)⌉</pre>
   *
   * @param objectVariance σ²(object)
   * @param singleErrorVariance error variance with one condition: σ²(δ) for Eρ², σ²(Δ) for Φ
   * @param target wanted coefficient, inside (0, 1)
   * @return the smallest number, at least 1; empty where no number reaches it, that is for an
   *     object variance of 0 or below
   * @throws IllegalArgumentException for a target outside (0, 1) or a negative error variance
   */
  public static OptionalInt conditionsNeeded(
      double objectVariance, double singleErrorVariance, double target) {
    Arguments.require(target > 0 && target < 1, "target must lie inside (0, 1)", target);
    Arguments.require(
        !(singleErrorVariance < 0), "error variance must not be negative", singleErrorVariance);
    double needed = target / (1 - target) * singleErrorVariance / objectVariance;
    return objectVariance > 0 && needed < Integer.MAX_VALUE
        ? OptionalInt.of(Math.max(1, (int) Math.ceil(needed - 1e-9)))
        : OptionalInt.empty();
  }
}
