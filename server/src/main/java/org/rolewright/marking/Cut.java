package org.rolewright.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * A cut score as a run applies it.
 *
 * @param id of the adopted cut
 * @param adopted points needed of all scored items of the form
 * @param of points that can be reached on the form
 * @param raw points needed of the items that count
 * @param most points that can be reached with the items that count
 */
public record Cut(UUID id, BigDecimal adopted, BigDecimal of, BigDecimal raw, BigDecimal most) {
  /** The same share of fewer points, rounded up to a whole point. */
  public static Cut applied(UUID id, BigDecimal adopted, BigDecimal of, BigDecimal most) {
    return new Cut(id, adopted, of, needed(adopted, of, most), most);
  }

  /** Points needed of {@code most}, where so many of {@code of} are needed. */
  public static BigDecimal needed(BigDecimal points, BigDecimal of, BigDecimal most) {
    var share = points.multiply(most).divide(of, 8, RoundingMode.HALF_UP);
    return share.setScale(0, RoundingMode.CEILING);
  }

  public boolean passedBy(BigDecimal points) {
    return points.compareTo(raw) >= 0;
  }

  /** The cut as a share of the points. */
  public double share() {
    return raw.doubleValue() / most.doubleValue();
  }
}
