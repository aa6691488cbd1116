package org.rolewright.platform.plots;

/** Data that can be drawn. */
public sealed interface Plot
    permits DotPlot, ScatterMap, WeightBars, BarChart, Histogram, LineChart {

  /** What the figure shows, in one line. */
  String caption();

  Figure draw(Sheet sheet);
}
