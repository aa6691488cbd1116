package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.List;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Mean squares of an objects × conditions table without replication.
 *
 * <p>A full table has them exactly. With empty cells the components come from {@link
 * AnalogousAnova} and the mean squares are those a full table with the same components and the
 * harmonic mean numbers of cells would be expected to have, so that formulas written in mean
 * squares go on to work.
 *
 * @param object MS of objects
 * @param condition MS of conditions
 * @param interaction MS of what is left; {@code NaN} when not identified
 * @param objectCells cells behind an object's mean (harmonic mean)
 * @param conditionCells cells behind a condition's mean (harmonic mean)
 * @param objectDf degrees of freedom of objects
 * @param conditionDf degrees of freedom of conditions
 * @param interactionDf degrees of freedom of what is left
 * @param isExact whether the table is full
 */
record TwoWayMeanSquares(
    double object,
    double condition,
    double interaction,
    double objectCells,
    double conditionCells,
    double objectDf,
    double conditionDf,
    double interactionDf,
    boolean isExact,
    TwoWayTable table) {

  private static final double ROUNDING = 1e-13;

  static TwoWayMeanSquares of(TwoWayTable table) {
    double objectDf = table.observedRows() - 1.0;
    double conditionDf = table.observedColumns() - 1.0;
    double interactionDf = table.cells() - 1.0 - objectDf - conditionDf;
    return table.isComplete()
        ? full(table, objectDf, conditionDf, interactionDf)
        : rebuilt(table, objectDf, conditionDf, interactionDf);
  }

  private static TwoWayMeanSquares full(
      TwoWayTable t, double objectDf, double conditionDf, double interactionDf) {
    double total = t.sumOfSquares() - t.meanTerm();
    double objects = clean(t.rowTerm() - t.meanTerm(), total);
    double conditions = clean(t.columnTerm() - t.meanTerm(), total);
    return new TwoWayMeanSquares(
        objects / objectDf,
        conditions / conditionDf,
        clean(total - objects - conditions, total) / interactionDf,
        t.columns(),
        t.rows(),
        objectDf,
        conditionDf,
        interactionDf,
        true,
        t);
  }

  /** A sum of squares is never negative; what rounding leaves of 0 is 0. */
  private static double clean(double sumOfSquares, double total) {
    return sumOfSquares <= ROUNDING * total ? 0 : sumOfSquares;
  }

  private static TwoWayMeanSquares rebuilt(
      TwoWayTable t, double objectDf, double conditionDf, double interactionDf) {
    boolean identified = objectDf > 0 && conditionDf > 0 && interactionDf > 0;
    double[] v =
        identified
            ? anova(t, 0).solve()
            : new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    double objectCells = t.harmonicRowCount();
    double conditionCells = t.transposed().harmonicRowCount();
    return new TwoWayMeanSquares(
        v[3] + objectCells * v[1],
        v[3] + conditionCells * v[2],
        v[3],
        objectCells,
        conditionCells,
        objectDf,
        conditionDf,
        identified ? effectiveDf(t, v, interactionDf) : interactionDf,
        false,
        t);
  }

  /**
   * 2σ⁴ over the variance of the mean square of what is left. Its sum of squares R = T_oc − T_o −
   * T_c + T holds besides the cells' own variance the products of object and condition effects, −2
   * Σ oᵢ cⱼ (mᵢⱼ − nᵢnⱼ/N) with m = 1 in observed cells, and those of either with the cells.
   */
  private static double effectiveDf(TwoWayTable t, double[] v, double df) {
    double n = t.cells();
    double rows = squares(t.rowCount());
    double columns = squares(t.columnCount());
    double object = Math.max(0, v[1]);
    double condition = Math.max(0, v[2]);
    double uncrossed = n - 2 * t.countProducts() / n + rows * columns / (n * n);
    double variance =
        2 * square(v[3]) * df
            + 4 * object * condition * uncrossed
            + 4 * object * v[3] * (t.observedColumns() - rows / n)
            + 4 * condition * v[3] * (t.observedRows() - columns / n);
    return v[3] > 0 ? 2 * square(v[3] * df) / variance : df;
  }

  /** T-terms about 0 with the coefficients of their expectations. */
  AnalogousAnova anova() {
    double shift = table.pivot() * (2 * table.sum() + table.cells() * table.pivot());
    return anova(table, table.cells() == 0 ? 0 : shift);
  }

  private static AnalogousAnova anova(TwoWayTable t, double shift) {
    double n = t.cells();
    double objects = t.observedRows();
    double conditions = t.observedColumns();
    return new AnalogousAnova(
        new double[] {
          t.meanTerm() + shift,
          t.rowTerm() + shift,
          t.columnTerm() + shift,
          t.sumOfSquares() + shift
        },
        new double[][] {
          {n, squares(t.rowCount()) / n, squares(t.columnCount()) / n, 1},
          {n, n, objects, objects},
          {n, conditions, n, conditions},
          {n, n, n, n}
        });
  }

  private static double squares(int[] counts) {
    double sum = 0;
    for (int count : counts) {
      sum += (double) count * count;
    }
    return sum;
  }

  double objectVariance() {
    return (object - interaction) / objectCells;
  }

  double conditionVariance() {
    return (condition - interaction) / conditionCells;
  }

  /** Of the components object, condition, interaction: √(Σ 2 (f MS)² / (df + 2)). */
  double[] standardErrors() {
    double o = square(object) / (objectDf + 2);
    double c = square(condition) / (conditionDf + 2);
    double oc = square(interaction) / (interactionDf + 2);
    return new double[] {
      Math.sqrt(2 * (o + oc)) / objectCells,
      Math.sqrt(2 * (c + oc)) / conditionCells,
      Math.sqrt(2 * oc)
    };
  }

  /** Variance of the mean of all cells over random objects and conditions. */
  double meanVariance() {
    double n = table.cells();
    return objectVariance() * squares(table.rowCount()) / (n * n)
        + conditionVariance() * squares(table.columnCount()) / (n * n)
        + interaction / n;
  }

  private static double square(double x) {
    return x * x;
  }

  /** What the table itself gives reason to say. */
  static List<Warning> warnings(TwoWayTable table) {
    var warnings = new ArrayList<Warning>();
    if (table.cells() == 0) {
      warnings.add(Warning.of(Kind.NO_DATA));
    } else if (table.observedRows() == 1) {
      warnings.add(Warning.of(Kind.ONE_PERSON));
    } else if (table.observedColumns() == 1) {
      warnings.add(Warning.of(Kind.ONE_RATER));
    } else if (table.sumOfSquares() - table.meanTerm() <= 0) {
      warnings.add(Warning.of(Kind.NO_VARIANCE));
    } else if (table.observedRows() == 2 || table.observedColumns() == 2) {
      warnings.add(Warning.of(Kind.SPARSE));
    }
    if (!table.isComplete()) {
      warnings.add(Warning.of(Kind.UNBALANCED));
    }
    if (table.observedRows() < table.rows()) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    return warnings;
  }
}
