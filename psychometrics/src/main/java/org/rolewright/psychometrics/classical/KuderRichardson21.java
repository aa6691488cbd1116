package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;

/**
 * KR-21: reliability of 0/1 items taken to be equally difficult, from mean and variance alone.
 *
 * <p>k/(k − 1) · (1 − X̄(k − X̄)/(kσ²)) with σ² of divisor n. At most KR-20.
 *
 * <p>Undefined (empty) for one item ({@code ONE_ITEM}) and without variance ({@code NO_VARIANCE});
 * a negative value is reported with {@code NEGATIVE_ESTIMATE}.
 *
 * <p>Source: Kuder &amp; Richardson (1937), Psychometrika 2, 151–160, formula 21. Checked against R
 * 4.2.2.
 */
public final class KuderRichardson21 {
  private KuderRichardson21() {}

  /**
   * From the totals.
   *
   * @param totals number of right answers of each person, {@code NaN} = no score, left out
   * @param items number of items k, at least 1
   */
  public static Estimate of(double[] totals, int items) {
    double[] known = java.util.Arrays.stream(totals).filter(x -> !Double.isNaN(x)).toArray();
    if (known.length == 0) {
      return Estimate.undefined(0, totals.length, Warning.of(Kind.NO_DATA));
    }
    double variance = Moments.isConstant(known) ? 0 : Moments.populationVariance(known);
    var estimate = ofMoments(Moments.mean(known), variance, items);
    return new Estimate(
        estimate.value(),
        known.length,
        totals.length - known.length,
        OptionalDouble.empty(),
        Optional.empty(),
        estimate.warnings());
  }

  /**
   * From published moments.
   *
   * @param mean mean number right, in [0, k]
   * @param populationVariance variance with divisor n, not negative
   * @param items number of items k, at least 1
   */
  public static Estimate ofMoments(double mean, double populationVariance, int items) {
    require(items >= 1, "items must be at least 1", items);
    require(mean >= 0 && mean <= items, "mean must lie in [0, items]", mean);
    require(populationVariance >= 0, "variance must not be negative", populationVariance);
    if (items == 1 || populationVariance == 0) {
      return Estimate.undefined(
          0, 0, Warning.of(items == 1 ? Kind.ONE_ITEM : Kind.NO_VARIANCE, "KR-21"));
    }
    double k = items;
    double value = k / (k - 1) * (1 - mean * (k - mean) / (k * populationVariance));
    var warnings =
        value < 0 ? List.of(Warning.of(Kind.NEGATIVE_ESTIMATE, "KR-21")) : List.<Warning>of();
    return new Estimate(
        Optionals.finite(value), 0, 0, OptionalDouble.empty(), Optional.empty(), warnings);
  }
}
