package org.rolewright.platform.plots;

import java.util.stream.DoubleStream;

/** Maps values to pixels along one direction, with ticks at round numbers. */
record Scale(Axis axis, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** The pixel; values beyond the axis give its end. */
  double at(double value) {
    double held = Math.clamp(value, axis.low(), axis.high());
    return start + (held - axis.low()) / (axis.high() - axis.low()) * (end - start);
  }

  boolean covers(double value) {
    return value >= axis.low() && value <= axis.high();
  }

  /** Round values inside the axis, at least so many pixels apart. */
  double[] ticks(double apart) {
    double step = step(apart);
    long first = (long) Math.ceil(axis.low() / step - 1e-9);
    long last = (long) Math.floor(axis.high() / step + 1e-9);
    return DoubleStream.iterate(first, k -> k <= last, k -> k + 1).map(k -> k * step).toArray();
  }

  /** Decimals that tick labels need. */
  int tickDecimals(double apart) {
    double step = step(apart);
    int decimals = 0;
    while (decimals < 6 && Math.abs(step - Math.rint(step)) > 1e-9) {
      step *= 10;
      decimals++;
    }
    return decimals;
  }

  private double step(double apart) {
    double least = (axis.high() - axis.low()) * apart / Math.abs(end - start);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) if (step * power >= least * (1 - 1e-9)) return step * power;
    return 10 * power;
  }
}
