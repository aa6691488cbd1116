package org.rolewright.psychometrics.classical;

/**
 * Tanh-sinh quadrature on a part of [0, 1] for integrands that may be infinite at 0 or 1, such as a
 * beta density. Commons Math has no rule for such ends.
 *
 * <p>Source: Takahasi &amp; Mori (1974), Publications of RIMS 9, 721–741.
 */
final class TanhSinh {
  private static final double STEP = 1.0 / 64;
  private static final double REACH = 6;

  private TanhSinh() {}

  /** Several integrands at once at x; {@code complement} is 1 − x without cancellation. */
  @FunctionalInterface
  interface Integrand {
    double[] at(double x, double complement);
  }

  static double[] integrate(double from, double to, int count, Integrand integrand) {
    double[] sums = new double[count];
    double length = to - from;
    for (double t = -REACH; length > 0 && t <= REACH; t += STEP) {
      double s = Math.PI * Math.sinh(t);
      double left = 1 / (1 + Math.exp(-s));
      double right = 1 / (1 + Math.exp(s));
      double weight = STEP * length * Math.PI * Math.cosh(t) * left * right;
      double x = from + length * left;
      double complement = 1 - to + length * right;
      if (weight > 0 && x > 0 && complement > 0) {
        add(sums, weight, integrand.at(x, complement));
      }
    }
    return sums;
  }

  private static void add(double[] sums, double weight, double[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }
}
