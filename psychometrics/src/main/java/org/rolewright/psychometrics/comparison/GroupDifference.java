package org.rolewright.psychometrics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;

/**
 * Difference of two groups' means, in points of the scale and in standard deviations.
 *
 * <p>d = (M₁ − M₂)/s_p, s_p² = (SS₁ + SS₂)/ν, ν = n₁ + n₂ − 2; g = J·d with J = Γ(ν/2) / (√(ν/2)
 * Γ((ν − 1)/2)), approximately 1 − 3/(4ν − 1); SE(d)² = (n₁ + n₂)/(n₁n₂) + d²/(2(n₁ + n₂)), SE(g) =
 * J·SE(d), interval g ± z·SE(g). Glass's Δ divides by the second group's SD. Pooled t with ν,
 * Welch's t with Satterthwaite's degrees of freedom; the interval of the difference is Welch's.
 *
 * <p>Missing: {@code NaN} is left out and counted. Special cases: a group below two ratings has no
 * test; no variance within groups leaves standardised figures and tests undefined.
 *
 * <p>Source: Cohen, J. (1988), Statistical Power Analysis; Hedges, L. V. (1981), Journal of
 * Educational Statistics 6, 107–128; Welch, B. L. (1947), Biometrika 34, 28. Checked against R
 * 4.2.2 and psych 2.2.9 (whose d divides by N: {@code cohenDOnN}).
 *
 * @param n1 ratings of the first group
 * @param n2 ratings of the second group
 * @param dropped ratings not given
 * @param difference M₁ − M₂
 * @param interval of the difference, Welch
 * @param pooledSd s_p
 * @param cohenD d
 * @param cohenDOnN d·√(N/(N − 2)), as psych prints it
 * @param hedgesG g, exact J
 * @param hedgesGApproximate g by the approximate J
 * @param hedgesGError standard error of g
 * @param hedgesGInterval of g
 * @param glassDelta Δ by the second group's SD
 * @param pooled t test with pooled variance
 * @param welch t test without equal variances
 * @param warnings why something is not available
 */
public record GroupDifference(
    int n1,
    int n2,
    int dropped,
    OptionalDouble difference,
    Optional<Interval> interval,
    OptionalDouble pooledSd,
    OptionalDouble cohenD,
    OptionalDouble cohenDOnN,
    OptionalDouble hedgesG,
    OptionalDouble hedgesGApproximate,
    OptionalDouble hedgesGError,
    Optional<Interval> hedgesGInterval,
    OptionalDouble glassDelta,
    TTest pooled,
    TTest welch,
    List<Warning> warnings) {

  /** A t value, its degrees of freedom and two-sided p; all empty when undefined. */
  public record TTest(OptionalDouble t, OptionalDouble degreesOfFreedom, OptionalDouble p) {

    private static TTest of(double t, double df) {
      return Double.isFinite(t) && Double.isFinite(df) && df > 0
          ? new TTest(
              OptionalDouble.of(t),
              OptionalDouble.of(df),
              OptionalDouble.of(Distributions.tTwoSidedP(t, df)))
          : new TTest(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
  }

  /** Compares with 95 % intervals. */
  public static GroupDifference of(double[] first, double[] second) {
    return of(first, second, 0.95);
  }

  /**
   * Compares.
   *
   * @param first ratings of one group in points of the scale, {@code NaN} = not answered
   * @param second ratings of the other
   * @param confidence inside (0, 1)
   */
  public static GroupDifference of(double[] first, double[] second, double confidence) {
    Arguments.confidence(confidence);
    double[] x = Matrices.answered(Arguments.noInfinite(first, "first group"));
    double[] y = Matrices.answered(Arguments.noInfinite(second, "second group"));
    double n = x.length + y.length;
    double nu = n - 2;
    double difference = Moments.mean(x) - Moments.mean(y);
    double sp = spread(x, y, nu);
    double perGroup = 1.0 / x.length + 1.0 / y.length;
    double vx = x.length < 2 ? Double.NaN : Moments.variance(x) / x.length;
    double vy = y.length < 2 ? Double.NaN : Moments.variance(y) / y.length;
    double dfWelch = (vx + vy) * (vx + vy) / (vx * vx / (x.length - 1) + vy * vy / (y.length - 1));
    double d = difference / sp;
    double j = nu > 1 ? correction(nu) : Double.NaN;
    double se = j * Math.sqrt(perGroup + d * d / (2 * n));
    return new GroupDifference(
        x.length,
        y.length,
        first.length + second.length - x.length - y.length,
        Optionals.finite(difference),
        interval(difference, Math.sqrt(vx + vy), dfWelch, confidence),
        sp > 0 ? OptionalDouble.of(sp) : zeroOrEmpty(x, y, nu),
        Optionals.finite(d),
        Optionals.finite(d * Math.sqrt(n / nu)),
        Optionals.finite(j * d),
        Optionals.finite((1 - 3 / (4 * nu - 1)) * d),
        Optionals.finite(se),
        Double.isFinite(se)
            ? Optional.of(
                Interval.around(j * d, Distributions.normalTwoSided(confidence) * se, confidence))
            : Optional.empty(),
        Moments.isConstant(y)
            ? OptionalDouble.empty()
            : Optionals.finite(difference / Moments.sd(y)),
        TTest.of(d / Math.sqrt(perGroup), nu),
        TTest.of(difference / Math.sqrt(vx + vy), dfWelch),
        warnings(x, y));
  }

  /** s_p; {@code NaN} when there is no variance within groups or too few ratings. */
  private static double spread(double[] x, double[] y, double nu) {
    boolean flat = Moments.isConstant(x) && Moments.isConstant(y);
    return x.length == 0 || y.length == 0 || nu <= 0 || flat
        ? Double.NaN
        : Math.sqrt((Moments.sumOfSquares(x) + Moments.sumOfSquares(y)) / nu);
  }

  private static OptionalDouble zeroOrEmpty(double[] x, double[] y, double nu) {
    return x.length > 0 && y.length > 0 && nu > 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  /** J, by logarithms of the gamma function. */
  private static double correction(double nu) {
    return Math.exp(Gamma.logGamma(nu / 2) - Gamma.logGamma((nu - 1) / 2)) / Math.sqrt(nu / 2);
  }

  private static Optional<Interval> interval(
      double difference, double se, double df, double confidence) {
    if (se == 0) {
      return Optional.of(new Interval(difference, difference, confidence));
    }
    return Double.isFinite(df) && df > 0
        ? Optional.of(
            Interval.around(difference, Distributions.tTwoSided(confidence, df) * se, confidence))
        : Optional.empty();
  }

  private static List<Warning> warnings(double[] x, double[] y) {
    var warnings = new ArrayList<Warning>();
    if (x.length == 0 || y.length == 0) {
      warnings.add(Warning.of(Warning.Kind.NO_DATA));
    } else if (x.length < 2 || y.length < 2) {
      warnings.add(Warning.of(Warning.Kind.TOO_FEW_OBSERVATIONS));
    }
    if (x.length > 0 && y.length > 0 && Moments.isConstant(x) && Moments.isConstant(y)) {
      warnings.add(Warning.of(Warning.Kind.NO_VARIANCE));
    }
    return List.copyOf(warnings);
  }
}
