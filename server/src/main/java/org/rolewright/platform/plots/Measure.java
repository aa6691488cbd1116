package org.rolewright.platform.plots;

/** A value with its interval; {@code NaN} stands for what could not be computed. */
public record Measure(double value, double low, double high) {

  public static Measure of(double value) {
    return new Measure(value, Double.NaN, Double.NaN);
  }

  public static Measure undefined() {
    return of(Double.NaN);
  }

  boolean defined() {
    return !Double.isNaN(value);
  }

  boolean hasInterval() {
    return defined() && !Double.isNaN(low) && !Double.isNaN(high);
  }
}
