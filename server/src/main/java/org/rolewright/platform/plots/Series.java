package org.rolewright.platform.plots;

/** What the bars show, and what the markers beside them show. */
public record Series(String bars, String markers) {

  /** Bars alone. */
  public static Series of(String bars) {
    return new Series(bars, "");
  }

  boolean hasMarkers() {
    return !markers.isEmpty();
  }
}
