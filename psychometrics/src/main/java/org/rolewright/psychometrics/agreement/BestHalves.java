package org.rolewright.psychometrics.agreement;

import java.util.Arrays;

/** The split of items in halves of equal size whose totals covary most. */
final class BestHalves {

  private static final int STARTS = 8;

  private final double[][] c;
  private final boolean[] first;

  private BestHalves(double[][] covariances, boolean[] first) {
    this.c = covariances;
    this.first = first;
  }

  /**
   * The largest covariance between two halves, by trial of all splits up to {@code exhaustiveItems}
   * items, else by exchange from several starts.
   */
  static double covariance(double[][] covariances, int exhaustiveItems) {
    return covariances.length <= exhaustiveItems
        ? bestOfAll(covariances)
        : bestOfExchanges(covariances);
  }

  private static double bestOfAll(double[][] c) {
    int k = c.length;
    double best = Double.NEGATIVE_INFINITY;
    for (int set = 0; set < 1 << k; set++) {
      if (Integer.bitCount(set) == k / 2) {
        best = Math.max(best, between(c, set));
      }
    }
    return best;
  }

  private static double between(double[][] c, int set) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      if ((set >> i & 1) == 1) {
        for (int j = 0; j < c.length; j++) {
          sum += (set >> j & 1) == 0 ? c[i][j] : 0;
        }
      }
    }
    return sum;
  }

  private static double bestOfExchanges(double[][] c) {
    double best = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      var halves = new BestHalves(c, start(c.length, start));
      while (halves.exchange()) {
        // each exchange raises the covariance, so this ends
      }
      best = Math.max(best, halves.between());
    }
    return best;
  }

  /** Runs of 1, 2, 4 … items in turn, then cut to k/2 in the first half. */
  private static boolean[] start(int k, int start) {
    var first = new boolean[k];
    int chosen = 0;
    for (int i = 0; i < k && chosen < k / 2; i++) {
      first[i] = (i >> start & 1) == 0;
      chosen += first[i] ? 1 : 0;
    }
    for (int i = 0; i < k && chosen < k / 2; i++) {
      chosen += first[i] ? 0 : 1;
      first[i] = true;
    }
    return first;
  }

  /** Makes the exchange of two items that gains most; false when none gains. */
  private boolean exchange() {
    double[] pull = pulls();
    double best = 1e-12 * Math.abs(between()) + 1e-300;
    int out = -1;
    int in = -1;
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; first[i] && j < c.length; j++) {
        double gain = first[j] ? 0 : pull[i] + pull[j] + 2 * c[i][j];
        if (gain > best) {
          best = gain;
          out = i;
          in = j;
        }
      }
    }
    if (out >= 0) {
      first[out] = false;
      first[in] = true;
    }
    return out >= 0;
  }

  /** What the covariance between halves would gain by moving each item across alone. */
  private double[] pulls() {
    var pull = new double[c.length];
    Arrays.setAll(pull, this::pull);
    return pull;
  }

  private double pull(int i) {
    double own = 0;
    double other = 0;
    for (int j = 0; j < c.length; j++) {
      if (j != i && first[j] == first[i]) {
        own += c[i][j];
      } else if (j != i) {
        other += c[i][j];
      }
    }
    return own - other;
  }

  private double between() {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; first[i] && j < c.length; j++) {
        sum += first[j] ? 0 : c[i][j];
      }
    }
    return sum;
  }
}
