package org.rolewright.platform.plots;

/**
 * The range that is drawn, and what it measures. Values outside it are drawn as arrows at its end.
 *
 * @param decimals of the values printed beside the marks
 */
public record Axis(String label, double low, double high, int decimals) {
  public Axis {
    if (!(low < high)) throw new IllegalArgumentException("no axis from " + low + " to " + high);
  }
}
