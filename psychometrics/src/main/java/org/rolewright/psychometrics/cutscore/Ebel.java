package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.notNegative;
import static org.rolewright.psychometrics.Arguments.require;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Moments;

/**
 * Ebel: items sorted into a grid of relevance × difficulty, and per cell the percent a borderline
 * candidate should answer rightly.
 *
 * <p>A rater's cut is Σ items in cell × percent/100; the panel's is the mean over raters, its
 * standard error s/√J.
 *
 * <p>Input: {@code items[relevance][difficulty]} counts and {@code percents[rater][relevance]
 * [difficulty]} 0–100. An empty cell needs no percent and contributes 0. A rater without a percent
 * ({@code NaN}) for a cell that has items has no cut and is left out ({@code DROPPED_MISSING}).
 *
 * <p>Source: Ebel (1972), Essentials of Educational Measurement, 492–496; Cizek &amp; Bunch (2007),
 * Standard Setting, chapter 5. Checked against the formula evaluated in R 4.2.2.
 *
 * @param cut mean raw cut
 * @param percent the cut as percent of the items
 * @param raterCuts each rater's cut; empty for an incomplete rater
 * @param sd standard deviation of the raters' cuts
 * @param standardError s/√J
 * @param items number of items in the grid
 * @param used raters used
 * @param dropped raters left out
 * @param warnings what a reader must know
 */
public record Ebel(
    OptionalDouble cut,
    OptionalDouble percent,
    List<OptionalDouble> raterCuts,
    OptionalDouble sd,
    OptionalDouble standardError,
    int items,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the lists. */
  public Ebel {
    raterCuts = List.copyOf(raterCuts);
    warnings = List.copyOf(warnings);
  }

  /**
   * Estimates the cut.
   *
   * @throws IllegalArgumentException if grids differ in shape, a count is negative or a percent
   *     lies outside 0–100
   */
  public static Ebel of(int[][] items, double[][][] percents) {
    int total =
        Arrays.stream(items).flatMapToInt(Arrays::stream).map(n -> notNegative(n, "items")).sum();
    require(total > 0, "the grid must hold items", total);
    double[] own = Arrays.stream(percents).mapToDouble(grid -> cut(items, grid)).toArray();
    double[] cuts = Arrays.stream(own).filter(c -> !Double.isNaN(c)).toArray();
    double mean = Moments.mean(cuts);
    var warnings = new ArrayList<Warning>();
    if (cuts.length < own.length) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (cuts.length < 2) {
      warnings.add(Warning.of(cuts.length == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
    }
    return new Ebel(
        Optionals.finite(mean),
        Optionals.finite(100 * mean / total),
        Optionals.finite(own),
        Optionals.finite(Moments.sd(cuts)),
        Panel.standardError(cuts),
        total,
        cuts.length,
        own.length - cuts.length,
        warnings);
  }

  private static double cut(int[][] items, double[][] percents) {
    sameLength(items.length, percents.length, "rows of items and percents");
    double cut = 0;
    for (int r = 0; r < items.length; r++) {
      sameLength(items[r].length, percents[r].length, "columns of items and percents");
      for (int c = 0; c < items[r].length; c++) {
        double percent = percents[r][c];
        require(!(percent < 0 || percent > 100), "percent must lie in [0, 100]", percent);
        cut += items[r][c] == 0 ? 0 : items[r][c] * percent / 100;
      }
    }
    return cut;
  }
}
