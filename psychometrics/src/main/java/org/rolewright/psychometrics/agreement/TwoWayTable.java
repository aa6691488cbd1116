package org.rolewright.psychometrics.agreement;

/**
 * Counts, sums and the sum of squares of a table with possibly empty cells, taken in one pass (and
 * a second over the empty cells, if there are any).
 *
 * <p>Sums are of deviations from {@code pivot}, the first observed value, so that large values with
 * small differences lose no digits. The arrays are shared between a table and its transpose and are
 * never written after construction.
 *
 * @param rowCount observed cells per row
 * @param rowSum sum of deviations per row
 * @param columnCount observed cells per column
 * @param columnSum sum of deviations per column
 * @param cells observed cells in all
 * @param sum sum of all deviations
 * @param sumOfSquares sum of all squared deviations
 * @param countProducts sum over observed cells of (row count)(column count)
 */
record TwoWayTable(
    double pivot,
    int[] rowCount,
    double[] rowSum,
    int[] columnCount,
    double[] columnSum,
    long cells,
    double sum,
    double sumOfSquares,
    double countProducts) {

  /** Reads {@code values[row][column]}, {@code NaN} = empty cell. */
  static TwoWayTable of(double[][] values) {
    int columns = Tables.columns(values, "values");
    double pivot = firstObserved(values);
    var rowCount = new int[values.length];
    var rowSum = new double[values.length];
    var columnCount = new int[columns];
    var columnSum = new double[columns];
    int fullRows = 0;
    double squares = 0;
    for (int r = 0; r < values.length; r++) {
      double[] row = values[r];
      double full = sumOfDeviations(row, pivot);
      if (Double.isFinite(full)) {
        fullRows++;
        rowCount[r] = columns;
        rowSum[r] = full;
        squares += addFullRow(row, pivot, columnSum);
      } else {
        squares += addRowWithGaps(row, r, pivot, rowCount, rowSum, columnCount, columnSum);
      }
    }
    long cells = 0;
    double sum = 0;
    for (int r = 0; r < values.length; r++) {
      cells += rowCount[r];
      sum += rowSum[r];
    }
    for (int c = 0; c < columns; c++) {
      columnCount[c] += fullRows;
    }
    return new TwoWayTable(
        pivot,
        rowCount,
        rowSum,
        columnCount,
        columnSum,
        cells,
        sum,
        squares,
        fullRows == values.length
            ? (double) cells * cells
            : countProducts(values, rowCount, columnCount));
  }

  private static double countProducts(double[][] values, int[] rowCount, int[] columnCount) {
    double sum = 0;
    for (int r = 0; r < values.length; r++) {
      long columns = 0;
      for (int c = 0; c < columnCount.length; c++) {
        columns += Double.isNaN(values[r][c]) ? 0 : columnCount[c];
      }
      sum += (double) rowCount[r] * columns;
    }
    return sum;
  }

  private static double firstObserved(double[][] values) {
    for (double[] row : values) {
      for (double value : row) {
        if (value == value) {
          return value;
        }
      }
    }
    return 0;
  }

  private static double sumOfDeviations(double[] row, double pivot) {
    double a = 0;
    double b = 0;
    int c = 0;
    for (; c + 1 < row.length; c += 2) {
      a += row[c] - pivot;
      b += row[c + 1] - pivot;
    }
    return c < row.length ? a + b + (row[c] - pivot) : a + b;
  }

  private static double addFullRow(double[] row, double pivot, double[] columnSum) {
    double a = 0;
    double b = 0;
    for (int c = 0; c < row.length; c++) {
      double deviation = row[c] - pivot;
      columnSum[c] += deviation;
      if ((c & 1) == 0) {
        a += deviation * deviation;
      } else {
        b += deviation * deviation;
      }
    }
    return a + b;
  }

  private static double addRowWithGaps(
      double[] row,
      int r,
      double pivot,
      int[] rowCount,
      double[] rowSum,
      int[] columnCount,
      double[] columnSum) {
    double squares = 0;
    for (int c = 0; c < row.length; c++) {
      double deviation = row[c] - pivot;
      if (Double.isNaN(deviation)) {
        continue;
      }
      rowCount[r]++;
      rowSum[r] += deviation;
      columnCount[c]++;
      columnSum[c] += deviation;
      squares += deviation * deviation;
    }
    return squares;
  }

  int rows() {
    return rowCount.length;
  }

  int columns() {
    return columnCount.length;
  }

  /** The same table with rows and columns exchanged; nothing is copied. */
  TwoWayTable transposed() {
    return new TwoWayTable(
        pivot, columnCount, columnSum, rowCount, rowSum, cells, sum, sumOfSquares, countProducts);
  }

  boolean isComplete() {
    return cells == (long) rows() * columns();
  }

  int observedRows() {
    return observed(rowCount);
  }

  int observedColumns() {
    return observed(columnCount);
  }

  private static int observed(int[] counts) {
    int observed = 0;
    for (int count : counts) {
      if (count > 0) {
        observed++;
      }
    }
    return observed;
  }

  /** Mean of all observed cells. */
  double mean() {
    return pivot + sum / cells;
  }

  /** Sum over rows of (row sum)² / (row count): the T-term of the row effect, about the pivot. */
  double rowTerm() {
    return term(rowCount, rowSum);
  }

  /** Sum over columns of (column sum)² / (column count), about the pivot. */
  double columnTerm() {
    return term(columnCount, columnSum);
  }

  /** (Sum of all)² / (number of cells), about the pivot. */
  double meanTerm() {
    return sum * sum / cells;
  }

  private static double term(int[] counts, double[] sums) {
    double term = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        term += sums[i] * sums[i] / counts[i];
      }
    }
    return term;
  }

  /** Harmonic mean of the number of observed cells of the rows that have any. */
  double harmonicRowCount() {
    double reciprocals = 0;
    for (int count : rowCount) {
      if (count > 0) {
        reciprocals += 1.0 / count;
      }
    }
    return observedRows() / reciprocals;
  }
}
