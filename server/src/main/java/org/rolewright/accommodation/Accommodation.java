package org.rolewright.accommodation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is granted to a candidate; never why.
 *
 * @param timeFactor time of each part is multiplied by it, 1 to 4
 * @param extraMinutes added to the whole exam
 * @param extraBreakSeconds lengths of extra breaks, during which the clock stands
 */
public record Accommodation(
    BigDecimal timeFactor, int extraMinutes, List<Integer> extraBreakSeconds, Display display) {
  /** Nothing is granted. */
  public static final Accommodation NONE =
      new Accommodation(BigDecimal.ONE, 0, List.of(), Display.ASIS);

  /**
   * How the exam looks when it begins.
   *
   * @param textScale 1 to 4
   */
  public record Display(Optional<BigDecimal> textScale, Optional<Theme> theme) {
    static final Display ASIS = new Display(Optional.empty(), Optional.empty());
  }

  boolean givesNothing() {
    return timeFactor.compareTo(BigDecimal.ONE) == 0
        && extraMinutes == 0
        && extraBreakSeconds.isEmpty()
        && display.equals(Display.ASIS);
  }
}
