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

  /** Scaled score = intercept + slope × raw, before rounding. */
  public record Line(BigDecimal slope, BigDecimal intercept) {}

  /**
   * The line through (cut, passing) and (most, maximum); with every point needed, from (0,
   * minimum).
   */
  public Line line(Cut cut) {
    var every = cut.raw().compareTo(cut.most()) >= 0;
    var rise = BigDecimal.valueOf(every ? passing - minimum : maximum - passing);
    var run = every ? cut.raw() : cut.most().subtract(cut.raw());
    var slope = rise.divide(run, 10, RoundingMode.HALF_UP);
    return new Line(slope, BigDecimal.valueOf(passing).subtract(slope.multiply(cut.raw())));
  }

  /** Whole points, half up; below the cut never the passing score. */
  public int scaled(BigDecimal raw, Cut cut) {
    var line = line(cut);
    var exact = line.intercept().add(line.slope().multiply(raw));
    var rounded = exact.setScale(0, RoundingMode.HALF_UP).intValueExact();
    var highest = cut.passedBy(raw) ? maximum : passing - 1;
    return Math.clamp(rounded, minimum, highest);
  }
}
