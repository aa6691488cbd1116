package org.rolewright.psychometrics.classical;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Score to be expected of a form at each ability, from classical figures of its items.
 *
 * <p>Formula: with ability θ ~ N(0, 1), z = Φ⁻¹(p) and the biserial correlation r of the item with
 * ability, P(θ) = Φ((z + rθ) / √(1 − r²)); the curve is ΣP(θ). The biserial comes from the
 * point-biserial by r = r_pb √(p(1 − p)) / φ(z). Over all abilities the mean of P is p.
 *
 * <p>Inputs: {@code p[item]} mean share of the points, above 0 and below 1; {@code
 * pointBiserial[item]}, −1 to 1; {@code abilities} in standard deviations of the group that gave
 * the figures.
 *
 * <p>Special cases: p of 0 or 1 is taken as the nearest value inside by {@code 1e-6}; a biserial
 * outside ±0.95, which sampling error or a skewed group can give, is taken as ±0.95. The item–rest
 * correlation stands for that with ability, so the curve is a little too flat. Missing values are
 * not allowed.
 *
 * <p>Source: Lord, F. M. &amp; Novick, M. R. (1968), Statistical Theories of Mental Test Scores,
 * 15.5 and 16.10. Checked against tables of the normal distribution and by integration.
 */
public final class ExpectedScoreCurve {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double EDGE = 1e-6;
  private static final double STEEPEST = 0.95;

  private ExpectedScoreCurve() {}

  /**
   * The expected score at each ability.
   *
   * @throws IllegalArgumentException when figures are missing, outside their range, or of another
   *     number
   */
  public static double[] of(double[] p, double[] pointBiserial, double[] abilities) {
    if (p.length != pointBiserial.length)
      throw new IllegalArgumentException(p.length + " p and " + pointBiserial.length + " r");
    var curve = new double[abilities.length];
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) throw new IllegalArgumentException("p: " + p[i]);
      if (!(Math.abs(pointBiserial[i]) <= 1))
        throw new IllegalArgumentException("point-biserial: " + pointBiserial[i]);
      add(curve, Math.clamp(p[i], EDGE, 1 - EDGE), pointBiserial[i], abilities);
    }
    return curve;
  }

  private static void add(double[] curve, double p, double pointBiserial, double[] abilities) {
    double z = NORMAL.inverseCumulativeProbability(p);
    double biserial = pointBiserial * Math.sqrt(p * (1 - p)) / NORMAL.density(z);
    double r = Math.clamp(biserial, -STEEPEST, STEEPEST);
    double rest = Math.sqrt(1 - r * r);
    for (int a = 0; a < curve.length; a++)
      curve[a] += NORMAL.cumulativeProbability((z + r * abilities[a]) / rest);
  }
}
