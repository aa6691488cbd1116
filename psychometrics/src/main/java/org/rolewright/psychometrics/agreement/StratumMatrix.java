package org.rolewright.psychometrics.agreement;

/**
 * A symmetric matrix over conditions that knows only their strata: {@code block[g][h]} between any
 * condition of g and any of h, and {@code own[h]} more on the diagonal of h. Products and traces
 * cost H³ however many conditions there are.
 *
 * @param sizes conditions per stratum
 */
record StratumMatrix(int[] sizes, double[][] block, double[] own) {

  /** {@code everywhere} in all cells, {@code inStratum} more within strata, {@code own} on top. */
  static StratumMatrix of(int[] sizes, double everywhere, double inStratum, double own) {
    int h = sizes.length;
    var block = new double[h][h];
    var diagonal = new double[h];
    for (int g = 0; g < h; g++) {
      java.util.Arrays.fill(block[g], everywhere);
      block[g][g] += inStratum;
      diagonal[g] = own;
    }
    return new StratumMatrix(sizes, block, diagonal);
  }

  /** Projects on the stratum means. */
  static StratumMatrix means(int[] sizes) {
    var matrix = of(sizes, 0, 0, 0);
    for (int h = 0; h < sizes.length; h++) {
      matrix.block[h][h] = 1.0 / sizes[h];
    }
    return matrix;
  }

  StratumMatrix times(StratumMatrix other) {
    int h = sizes.length;
    var product = of(sizes, 0, 0, 0);
    for (int a = 0; a < h; a++) {
      product.own[a] = own[a] * other.own[a];
      for (int b = 0; b < h; b++) {
        double sum = own[a] * other.block[a][b] + block[a][b] * other.own[b];
        for (int c = 0; c < h; c++) {
          sum += block[a][c] * sizes[c] * other.block[c][b];
        }
        product.block[a][b] = sum;
      }
    }
    return product;
  }

  double trace() {
    double trace = 0;
    for (int h = 0; h < sizes.length; h++) {
      trace += sizes[h] * (block[h][h] + own[h]);
    }
    return trace;
  }
}
