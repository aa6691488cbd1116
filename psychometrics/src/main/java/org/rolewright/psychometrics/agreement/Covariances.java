package org.rolewright.psychometrics.agreement;

/** Covariance matrices of the columns of a table, divisor n − 1, in one pass over centred rows. */
final class Covariances {

  private Covariances() {}

  /** Of rows without an empty cell; all {@code NaN} for fewer than two rows. */
  static double[][] ofComplete(double[][] rows) {
    int k = rows[0].length;
    double[] means = columnMeans(rows);
    var products = new double[k][k];
    var centred = new double[k];
    for (double[] row : rows) {
      for (int i = 0; i < k; i++) {
        centred[i] = row[i] - means[i];
      }
      addProducts(products, centred);
    }
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        products[i][j] = divide(products[i][j], rows.length - 1);
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  /**
   * Each covariance from the rows in which both columns are observed, about the means of these
   * rows.
   *
   * <p>Sums over the rows where both are observed are had as the sum over all rows less the sum
   * over rows where one is empty, which is quick when few are.
   */
  static Pairwise pairwise(double[][] rows) {
    int k = rows[0].length;
    double[] means = columnMeans(rows);
    var products = new double[k][k];
    var sumWhereOtherEmpty = new double[k][k]; // [j][i]: sum of column i over rows where j is empty
    var bothEmpty = new double[k][k];
    var sums = new double[k];
    var centred = new double[k];
    var empty = new double[k];
    for (double[] row : rows) {
      for (int i = 0; i < k; i++) {
        empty[i] = Double.isNaN(row[i]) ? 1 : 0;
        centred[i] = empty[i] == 1 ? 0 : row[i] - means[i];
        sums[i] += centred[i];
      }
      addProducts(products, centred);
      for (int j = 0; j < k; j++) {
        if (empty[j] == 1) {
          add(sumWhereOtherEmpty[j], centred);
          add(bothEmpty[j], empty);
        }
      }
    }
    int smallest = Integer.MAX_VALUE;
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        double n = rows.length - bothEmpty[i][i] - bothEmpty[j][j] + bothEmpty[i][j];
        double sumI = sums[i] - sumWhereOtherEmpty[j][i];
        double sumJ = sums[j] - sumWhereOtherEmpty[i][j];
        products[i][j] = divide(products[i][j] - sumI * sumJ / Math.max(n, 1), n - 1);
        products[j][i] = products[i][j];
        smallest = Math.min(smallest, (int) n);
      }
    }
    return new Pairwise(products, smallest);
  }

  /**
   * A pairwise covariance matrix, which need not be positive definite.
   *
   * @param matrix {@code NaN} where fewer than two rows have both
   * @param smallestCount number of rows of the pair that has fewest
   */
  record Pairwise(double[][] matrix, int smallestCount) {}

  /** Correlations of a covariance matrix; {@code NaN} with a constant column. */
  static double[][] correlations(double[][] covariances) {
    int k = covariances.length;
    var correlations = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        correlations[i][j] =
            i == j && covariances[i][i] > 0
                ? 1
                : covariances[i][j] / Math.sqrt(covariances[i][i] * covariances[j][j]);
      }
    }
    return correlations;
  }

  private static double divide(double sum, double divisor) {
    return divisor >= 1 ? sum / divisor : Double.NaN;
  }

  private static void addProducts(double[][] products, double[] centred) {
    for (int i = 0; i < centred.length; i++) {
      double factor = centred[i];
      if (factor != 0) {
        double[] target = products[i];
        for (int j = i; j < centred.length; j++) {
          target[j] += factor * centred[j];
        }
      }
    }
  }

  private static void add(double[] target, double[] values) {
    for (int i = 0; i < target.length; i++) {
      target[i] += values[i];
    }
  }

  /** Means about the first value seen, so that a constant column centres to exactly 0. */
  private static double[] columnMeans(double[][] rows) {
    int k = rows[0].length;
    var means = new double[k];
    for (int c = 0; c < k; c++) {
      double pivot = Double.NaN;
      double sum = 0;
      int n = 0;
      for (double[] row : rows) {
        if (!Double.isNaN(row[c])) {
          pivot = n == 0 ? row[c] : pivot;
          sum += row[c] - pivot;
          n++;
        }
      }
      means[c] = n == 0 ? 0 : pivot + sum / n;
    }
    return means;
  }
}
