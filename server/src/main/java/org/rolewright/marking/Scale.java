package org.rolewright.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.rolewright.platform.Refusal;

/**
 * The scale that scores are told on.
 *
 * @param minimum lowest score told
 * @param passing score of somebody who just passes
 * @param maximum score of somebody who has every point
 */
public record Scale(int minimum, int passing, int maximum) {
  public Scale {
    if (minimum >= passing || passing >= maximum) throw new Refusal.BrokenRule("aScaleRises");
  }

  /** Scaled score = intercept + slope × raw, before rounding; to be shown, not computed with. */
  public record Line(BigDecimal slope, BigDecimal intercept) {}

  /**
   * The line through (cut, passing) and (most, maximum); with every point needed, from (0,
   * minimum).
   */
  public Line line(Cut cut) {
    var slope = rise(cut).divide(run(cut), 10, RoundingMode.HALF_UP);
    return new Line(slope, BigDecimal.valueOf(passing).subtract(slope.multiply(cut.raw())));
  }

  /** Whole points, half up; below the cut never the passing score. */
  public int scaled(BigDecimal raw, Cut cut) {
    var run = run(cut);
    var above = rise(cut).multiply(raw.subtract(cut.raw()));
    var rounded =
        BigDecimal.valueOf(passing).multiply(run).add(above).divide(run, 0, RoundingMode.HALF_UP);
    var highest = cut.passedBy(raw) ? maximum : passing - 1;
    return Math.clamp(rounded.intValueExact(), minimum, highest);
  }

  private BigDecimal rise(Cut cut) {
    return BigDecimal.valueOf(needsEvery(cut) ? passing - minimum : maximum - passing);
  }

  private static BigDecimal run(Cut cut) {
    return needsEvery(cut) ? cut.raw() : cut.most().subtract(cut.raw());
  }

  private static boolean needsEvery(Cut cut) {
    return cut.raw().compareTo(cut.most()) >= 0;
  }
}
