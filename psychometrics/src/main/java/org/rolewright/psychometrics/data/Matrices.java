package org.rolewright.psychometrics.data;

import java.util.Arrays;

/** Helpers on {@code double[rows][columns]} where {@code NaN} means "not answered". */
public final class Matrices {
  private Matrices() {}

  /** A copy of one column. */
  public static double[] column(double[][] matrix, int column) {
    double[] values = new double[matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      values[r] = matrix[r][column];
    }
    return values;
  }

  /** Rows become columns. */
  public static double[][] transpose(double[][] matrix) {
    double[][] turned = new double[matrix.length == 0 ? 0 : matrix[0].length][];
    for (int c = 0; c < turned.length; c++) {
      turned[c] = column(matrix, c);
    }
    return turned;
  }

  /** The values that were answered, in order. */
  public static double[] answered(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  /** The rows in which everything was answered (listwise deletion). */
  public static double[][] completeRows(double[][] matrix) {
    return Arrays.stream(matrix).filter(Matrices::complete).toArray(double[][]::new);
  }

  /** Whether every value was answered. */
  public static boolean complete(double[] row) {
    for (double value : row) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }
}
