package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Livingston's K²: reliability of scores as deviations from a cut instead of from the mean.
 *
 * <p>(r s² + (X̄ − c)²) / (s² + (X̄ − c)²). Equals r when the cut is the mean, and grows with the
 * distance between them: a high value may only say that the cut is far away.
 *
 * <p>Empty with {@code NO_VARIANCE} when the variance is 0 and the mean is the cut.
 *
 * <p>Source: Livingston (1972), Journal of Educational Measurement 9, 13–26. Checked against the
 * formula evaluated in R 4.2.2.
 */
public final class LivingstonK2 {
  private LivingstonK2() {}

  /**
   * From moments.
   *
   * @param reliability r, at most 1
   * @param mean X̄
   * @param variance s², not negative
   * @param cut c, on the scale of the mean
   */
  public static Estimate of(double reliability, double mean, double variance, double cut) {
    require(reliability <= 1, "reliability must be at most 1", reliability);
    require(variance >= 0 && Double.isFinite(variance), "variance must not be negative", variance);
    require(Double.isFinite(mean - cut), "mean and cut must be finite", mean - cut);
    double distance = (mean - cut) * (mean - cut);
    OptionalDouble k2 = Optionals.ratio(reliability * variance + distance, variance + distance);
    return k2.isEmpty()
        ? Estimate.undefined(0, 0, Warning.of(Kind.NO_VARIANCE))
        : new Estimate(k2, 0, 0, OptionalDouble.empty(), Optional.empty(), List.of());
  }
}
