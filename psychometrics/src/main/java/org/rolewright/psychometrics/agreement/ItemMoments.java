package org.rolewright.psychometrics.agreement;

/**
 * What alpha and the item statistics need of a set of items: variances, covariances with the total,
 * and the sum of all correlations. Had in two passes over the responses, without their covariance
 * matrix.
 *
 * @param persons rows they rest on
 * @param variance per item, divisor n − 1
 * @param totalCovariance covariance of each item with the total of all items
 * @param correlationSum sum of r over all ordered pairs of items that vary, each with itself too
 */
record ItemMoments(
    int persons, double[] variance, double[] totalCovariance, double correlationSum) {

  /** Of rows without an empty cell, at least two. */
  static ItemMoments ofComplete(double[][] rows) {
    int n = rows.length;
    int k = rows[0].length;
    double[] pivot = rows[0];
    var sum = new double[k];
    var squares = new double[k];
    var products = new double[k];
    double totalSum = 0;
    for (double[] row : rows) {
      double total = 0;
      for (int i = 0; i < k; i++) {
        total += row[i] - pivot[i];
      }
      totalSum += total;
      for (int i = 0; i < k; i++) {
        double deviation = row[i] - pivot[i];
        sum[i] += deviation;
        squares[i] += deviation * deviation;
        products[i] += deviation * total;
      }
    }
    var variance = new double[k];
    var covariance = new double[k];
    for (int i = 0; i < k; i++) {
      variance[i] = Math.max(0, squares[i] - sum[i] * sum[i] / n) / (n - 1);
      covariance[i] = (products[i] - sum[i] * totalSum / n) / (n - 1);
    }
    return new ItemMoments(n, variance, covariance, standardisedTotalVariance(rows, variance));
  }

  /** Variance of the sum of standardised items, which is the sum of their correlations. */
  private static double standardisedTotalVariance(double[][] rows, double[] variance) {
    int k = variance.length;
    double[] pivot = rows[0];
    var scale = new double[k];
    for (int i = 0; i < k; i++) {
      scale[i] = variance[i] > 0 ? 1 / Math.sqrt(variance[i]) : 0;
    }
    double sum = 0;
    double squares = 0;
    for (double[] row : rows) {
      double total = 0;
      for (int i = 0; i < k; i++) {
        total += (row[i] - pivot[i]) * scale[i];
      }
      sum += total;
      squares += total * total;
    }
    return (squares - sum * sum / rows.length) / (rows.length - 1);
  }

  /** Of a covariance matrix that rests on {@code persons} rows. */
  static ItemMoments ofCovariances(double[][] covariances, int persons) {
    int k = covariances.length;
    var variance = new double[k];
    var covariance = new double[k];
    double correlations = 0;
    for (int i = 0; i < k; i++) {
      variance[i] = covariances[i][i];
      for (int j = 0; j < k; j++) {
        covariance[i] += covariances[i][j];
        if (covariances[i][i] > 0 && covariances[j][j] > 0) {
          correlations += covariances[i][j] / Math.sqrt(covariances[i][i] * covariances[j][j]);
        }
      }
    }
    return new ItemMoments(persons, variance, covariance, correlations);
  }

  double varianceSum() {
    double sum = 0;
    for (double v : variance) {
      sum += v;
    }
    return sum;
  }

  /** Variance of the total; exactly 0 when only rounding is left of it. */
  double totalVariance() {
    double sum = 0;
    for (double c : totalCovariance) {
      sum += c;
    }
    return Math.abs(sum) <= 1e-13 * varianceSum() ? 0 : sum;
  }

  /** Variance of the total without one item. */
  double restVariance(int item) {
    double rest = totalVariance() + variance[item] - 2 * totalCovariance[item];
    return Math.abs(rest) <= 1e-13 * varianceSum() ? 0 : rest;
  }

  int varyingItems() {
    int varying = 0;
    for (double v : variance) {
      varying += v > 0 ? 1 : 0;
    }
    return varying;
  }
}
