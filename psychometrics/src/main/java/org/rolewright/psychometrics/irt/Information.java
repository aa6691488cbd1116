package org.rolewright.psychometrics.irt;

import java.util.List;

/**
 * How the information of an item, and from it the standard error of θ, is computed.
 *
 * <p>Source: Lord (1980), Applications of Item Response Theory, eq. 5-9. {@link #AS_CACIRT} is
 * checked against {@code cacIRT} 1.4 (R 4.2.2); {@link #FISHER} against the slope of the response
 * function.
 */
public enum Information {
  /** Fisher information a²D² (Q/P) ((P − c)/(1 − c))² = P′²/(PQ). */
  FISHER {
    @Override
    double scale(double guessing) {
      return (1 - guessing) * (1 - guessing);
    }
  },
  /**
   * As the R package cacIRT 1.4 computes it, with 1 − c² where (1 − c)² belongs. The information
   * comes out too small for items with guessing. Only to compare with figures from that package.
   */
  AS_CACIRT {
    @Override
    double scale(double guessing) {
      return 1 - guessing * guessing;
    }
  };

  abstract double scale(double guessing);

  /** Information of one item at θ. */
  public double of(LogisticItem item, double theta) {
    double p = item.probability(theta);
    double slope = item.discrimination() * item.scaling() * (p - item.guessing());
    return p == 0 ? 0 : slope * slope * (1 - p) / p / scale(item.guessing());
  }

  /** Standard error of the proficiency estimate at θ: 1/√ΣI(θ); infinite without information. */
  public double standardError(List<LogisticItem> items, double theta) {
    return 1 / Math.sqrt(items.stream().mapToDouble(i -> of(i, theta)).sum());
  }
}
