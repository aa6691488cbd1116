/**
 * Small, plain SVG plots for reports: tasks with intervals, importance by frequency, weights,
 * profiles and distributions.
 *
 * <p>A {@link org.rolewright.platform.plots.Plot} is data; drawn on a {@link
 * org.rolewright.platform.plots.Sheet} (a width, a language, an id) it becomes a {@link
 * org.rolewright.platform.plots.Figure}: pictures, a description in words and the same numbers as a
 * table.
 *
 * <p>Invariants: presentation attributes only, no style, no script, so that the strictest content
 * policy lets it through; every mark has a name; groups differ by shape and dash as well as colour;
 * no two labels overlap; a value that is undefined or lies beyond the axis is shown as such, never
 * dropped. A style sheet may restyle by class ({@code plot-c0} … {@code plot-c7}, {@code
 * plot-ground}, {@code plot-grid}, {@code plot-band}, {@code plot-soft}): each sets {@code color}
 * and all that is drawn uses {@code currentColor}.
 *
 * <p>Reads nothing but {@code platform.text}.
 */
@NullMarked
package org.rolewright.platform.plots;

import org.jspecify.annotations.NullMarked;
