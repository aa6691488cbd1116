package org.rolewright.platform.plots;

/** A line across the plot: a retention limit, a cut score. */
public record Threshold(String label, double value) {}
