package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Agreement of pass/fail decisions from mean, variance and number of items alone.
 *
 * <p>{@link #exact}: the scores of two parallel tests follow Huynh's bivariate beta-binomial with α
 * = (1/r₂₁ − 1) X̄ and β = k/r₂₁ − k − α, r₂₁ = KR-21 (divisor n). {@link #normal}: Peng and
 * Subkoviak's approximation by a bivariate normal with correlation r₂₁ and the cut lowered by ½.
 *
 * <p>Empty with {@code OUT_OF_BOUNDS} when KR-21 is not above 0 (no beta exists), with {@code
 * ONE_ITEM} or {@code NO_VARIANCE} when KR-21 is undefined. KR-21 = 1 needs scores at 0 and k only:
 * both tests then agree for certain.
 *
 * <p>Sources: Huynh (1976), Journal of Educational Measurement 13, 253–264; Peng &amp; Subkoviak
 * (1980), Journal of Educational Measurement 17, 359–368. Checked against the bivariate density and
 * normal integral summed in R 4.2.2.
 */
public final class Huynh {
  private Huynh() {}

  /**
   * What both methods start from.
   *
   * @param mean mean number right, in [0, items]
   * @param populationVariance variance with divisor n
   * @param items number of items k
   */
  public record Moments(double mean, double populationVariance, int items) {

    /** Takes the moments of number-right scores; {@code NaN} scores are left out. */
    public static Moments of(double[] scores, int items) {
      var m = ScoreMoments.of(scores);
      require(m.scores().length > 0, "scores must hold a score", 0);
      double variance = org.rolewright.psychometrics.math.Moments.populationVariance(m.scores());
      return new Moments(m.mean(), m.vary() ? variance : 0, items);
    }
  }

  /** Huynh's exact agreement; {@code cut} is the lowest passing score. */
  public static Consistency exact(Moments moments, int cut) {
    var warnings = new ArrayList<Warning>();
    double r = kr21(moments, warnings);
    double[] rates = warnings.isEmpty() ? betaBinomial(moments, r, cut) : undefined();
    return Consistency.of(rates[0], rates[1], r, 0, 0, warnings);
  }

  /** Peng and Subkoviak's normal approximation; {@code cut} is the lowest passing score. */
  public static Consistency normal(Moments moments, int cut) {
    var warnings = new ArrayList<Warning>();
    double r = kr21(moments, warnings);
    double[] rates = warnings.isEmpty() ? bivariateNormal(moments, r, cut) : undefined();
    return Consistency.of(rates[0], rates[1], r, 0, 0, warnings);
  }

  private static double kr21(Moments m, List<Warning> warnings) {
    var kr21 = KuderRichardson21.ofMoments(m.mean(), m.populationVariance(), m.items());
    double r = kr21.value().orElse(Double.NaN);
    if (kr21.value().isEmpty()) {
      warnings.addAll(kr21.warnings());
    } else if (r <= 0 || r > 1 + 1e-12) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "KR-21"));
    }
    return r;
  }

  private static double[] undefined() {
    return new double[] {Double.NaN, Double.NaN};
  }

  /** {agreement, pass rate}. */
  private static double[] betaBinomial(Moments m, double r, int cut) {
    double alpha = (1 / r - 1) * m.mean();
    double beta = m.items() / r - m.items() - alpha;
    if (!(alpha > 0 && beta > 0)) {
      double pass = cut <= 0 ? 1 : cut > m.items() ? 0 : m.mean() / m.items();
      return new double[] {1, pass};
    }
    double alike = 0;
    double passRate = 0;
    for (int x = 0; x <= m.items(); x++) {
      for (int y = 0; y <= m.items(); y++) {
        double p = joint(x, y, m.items(), alpha, beta);
        alike += (x >= cut) == (y >= cut) ? p : 0;
        passRate += x >= cut ? p : 0;
      }
    }
    return new double[] {alike, passRate};
  }

  private static double joint(int x, int y, int k, double alpha, double beta) {
    return Math.exp(
        CombinatoricsUtils.binomialCoefficientLog(k, x)
            + CombinatoricsUtils.binomialCoefficientLog(k, y)
            + Beta.logBeta(alpha + x + y, beta + 2.0 * k - x - y)
            - Beta.logBeta(alpha, beta));
  }

  /** {agreement, pass rate} with fail-on-both = Φ₂(z, z; r). */
  private static double[] bivariateNormal(Moments m, double r, int cut) {
    double z = (cut - 0.5 - m.mean()) / Math.sqrt(m.populationVariance());
    double fail = Distributions.normalCdf(z);
    double bothFail = fail * fail + jointExcess(z, Math.min(r, 1));
    return new double[] {1 - 2 * (fail - bothFail), 1 - fail};
  }

  /** Φ₂(z, z; r) − Φ(z)² = 1/(2π) ∫ exp(−z²/(1 + sin t)) dt from 0 to arcsin r. */
  private static double jointExcess(double z, double r) {
    double to = Math.asin(r);
    double[] integral =
        TanhSinh.integrate(
            0, 1, 1, (x, _) -> new double[] {Math.exp(-z * z / (1 + Math.sin(x * to)))});
    return integral[0] * to / (2 * Math.PI);
  }
}
