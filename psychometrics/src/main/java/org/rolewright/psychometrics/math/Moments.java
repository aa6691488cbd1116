package org.rolewright.psychometrics.math;

/**
 * Mean, variance, covariance and correlation of complete data in two passes.
 *
 * <p>Values must hold no {@code NaN}. What is undefined (mean of nothing, variance of one value,
 * correlation with a constant) is {@code NaN}.
 */
public final class Moments {
  private Moments() {}

  /** Arithmetic mean; {@code NaN} for no values. */
  public static double mean(double... x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }

  /** Sum of squared deviations from the mean. */
  public static double sumOfSquares(double... x) {
    double mean = mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Variance with divisor n − 1; {@code NaN} for fewer than two values. */
  public static double variance(double... x) {
    return x.length < 2 ? Double.NaN : sumOfSquares(x) / (x.length - 1);
  }

  /** Variance with divisor n (of a whole population); {@code NaN} for no values. */
  public static double populationVariance(double... x) {
    return sumOfSquares(x) / x.length;
  }

  /** Standard deviation with divisor n − 1; {@code NaN} for fewer than two values. */
  public static double sd(double... x) {
    return Math.sqrt(variance(x));
  }

  /** Covariance with divisor n − 1; {@code NaN} for fewer than two pairs. */
  public static double covariance(double[] x, double[] y) {
    return x.length < 2 ? Double.NaN : sumOfProducts(x, y) / (x.length - 1);
  }

  /** Pearson correlation; {@code NaN} when either is constant or there are fewer than two pairs. */
  public static double correlation(double[] x, double[] y) {
    double scale = Math.sqrt(sumOfSquares(x)) * Math.sqrt(sumOfSquares(y));
    return x.length < 2 || isConstant(x) || isConstant(y)
        ? Double.NaN
        : sumOfProducts(x, y) / scale;
  }

  /** Whether all values are equal (exactly); true for none. */
  public static boolean isConstant(double... x) {
    for (double value : x) {
      if (value != x[0]) {
        return false;
      }
    }
    return true;
  }

  private static double sumOfProducts(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
