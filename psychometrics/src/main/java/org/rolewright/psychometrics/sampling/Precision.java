package org.rolewright.psychometrics.sampling;

import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.math.Distributions;

/**
 * How close an estimate shall come to the population value.
 *
 * @param margin half-width of the interval, in the unit of the estimate (0.05 = five points of a
 *     proportion), above 0
 * @param confidence coverage of the interval, inside (0, 1)
 */
public record Precision(double margin, double confidence) {

  /** Refuses a margin that is not positive and a confidence outside (0, 1). */
  public Precision {
    Arguments.positive(margin, "margin");
    Arguments.confidence(confidence);
  }

  /** The exact normal quantile, 1.959964 (not 1.96) for 95 %. */
  double z() {
    return Distributions.normalTwoSided(confidence);
  }
}
