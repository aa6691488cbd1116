package org.rolewright.psychometrics.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;

/**
 * How closely the answers received pin down a proportion or a mean of the population.
 *
 * <p>Proportion: e = z √(p(1 − p)/n · (N − n)/(N − 1)). Mean: SE = s/√n · √(1 − n/N) with s on n −
 * 1, half-width by z and by t(n − 1); the interval uses t. (The factor √((N − n)/(N − 1)) belongs
 * to the variance on N and would be wrong here.)
 *
 * <p>Special cases: a census (n = N) has margin 0; more answers than people are refused. A margin
 * says nothing about bias from those who did not answer.
 *
 * <p>Source: Cochran (1977), Sampling Techniques, equations 2.20 and 4.2. Checked against R 4.2.2
 * and survey 4.1.1.
 */
public final class MarginOfError {
  private MarginOfError() {}

  /**
   * Margin of error of a proportion.
   *
   * @param proportion known or feared proportion, in [0, 1]
   * @param answered number of answers n, at least 1
   * @param population number of people N, at least n; empty = without limit
   * @param confidence inside (0, 1)
   * @return half-width in points of the proportion
   * @throws IllegalArgumentException for n &lt; 1, n &gt; N or values outside their range
   */
  public static double ofProportion(
      double proportion, int answered, OptionalInt population, double confidence) {
    Arguments.proportion(proportion, "proportion");
    Arguments.confidence(confidence);
    Arguments.require(answered >= 1, "at least one answer is needed", answered);
    atMostPopulation(answered, population);
    if (population.equals(OptionalInt.of(answered))) {
      return 0;
    }
    double z = Distributions.normalTwoSided(confidence);
    double correction =
        population.isEmpty()
            ? 1
            : (population.getAsInt() - answered) / (population.getAsInt() - 1.0);
    return z * Math.sqrt(proportion * (1 - proportion) / answered * correction);
  }

  /**
   * A mean with its margins.
   *
   * @param used answers n
   * @param dropped blanks left out
   * @param mean mean of the answers; empty when there is none
   * @param sd standard deviation (n − 1); empty below two answers
   * @param standardErrorUncorrected s/√n
   * @param standardError s/√n · √(1 − n/N)
   * @param marginByNormal z · standard error
   * @param marginByT t(n − 1) · standard error
   * @param interval mean ± {@code marginByT}
   * @param warnings why something is not available
   */
  public record MeanResult(
      int used,
      int dropped,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble standardErrorUncorrected,
      OptionalDouble standardError,
      OptionalDouble marginByNormal,
      OptionalDouble marginByT,
      Optional<Interval> interval,
      List<Warning> warnings) {}

  /**
   * Standard error, margin and interval of a mean.
   *
   * @param ratings in points of the scale, {@code NaN} = not answered (left out)
   * @param population number of people N, at least the number of answers; empty = without limit
   * @param confidence inside (0, 1)
   * @throws IllegalArgumentException for more answers than people or a confidence outside (0, 1)
   */
  public static MeanResult ofMean(double[] ratings, OptionalInt population, double confidence) {
    Arguments.confidence(confidence);
    double[] x = Matrices.answered(Arguments.noInfinite(ratings, "ratings"));
    int n = x.length;
    atMostPopulation(n, population);
    double mean = Moments.mean(x);
    double sd = Moments.sd(x);
    double plain = sd / Math.sqrt(n);
    double asked = population.isEmpty() ? 0 : n / (double) population.getAsInt();
    double se = plain * Math.sqrt(1 - asked);
    double byT = n < 2 ? Double.NaN : se * Distributions.tTwoSided(confidence, n - 1);
    return new MeanResult(
        n,
        ratings.length - n,
        Optionals.finite(mean),
        Optionals.finite(sd),
        Optionals.finite(plain),
        Optionals.finite(se),
        Optionals.finite(se * Distributions.normalTwoSided(confidence)),
        Optionals.finite(byT),
        n < 2 ? Optional.empty() : Optional.of(Interval.around(mean, byT, confidence)),
        warnings(x, ratings.length - n));
  }

  private static List<Warning> warnings(double[] x, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (x.length < 2) {
      warnings.add(
          Warning.of(x.length == 0 ? Warning.Kind.NO_DATA : Warning.Kind.TOO_FEW_OBSERVATIONS));
    } else if (Moments.isConstant(x)) {
      warnings.add(Warning.of(Warning.Kind.NO_VARIANCE));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Warning.Kind.DROPPED_MISSING));
    }
    return List.copyOf(warnings);
  }

  private static void atMostPopulation(int answered, OptionalInt population) {
    Arguments.require(
        population.isEmpty() || population.getAsInt() >= Math.max(1, answered),
        "more answers than people",
        answered + " of " + population);
  }
}
