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

  /**
   * Sum over a row, {@code NaN} with a gap; four sums at a time, as additions wait for each other.
   */
  private static double sumOfDeviations(double[] row, double pivot) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < row.length; i += 4) {
      a += row[i] - pivot;
      b += row[i + 1] - pivot;
      c += row[i + 2] - pivot;
      d += row[i + 3] - pivot;
    }
    for (; i < row.length; i++) {
      a += row[i] - pivot;
    }
    return a + b + c + d;
  }

  /** Adds to the column sums; gives the row's sum of squares. */
  private static double addFullRow(double[] row, double pivot, double[] columnSum) {
    for (int i = 0; i < columnSum.length; i++) {
      columnSum[i] += row[i] - pivot;
    }
    double a = 0;
    double b = 0;
    int i = 0;
    for (; i + 1 < row.length; i += 2) {
      double first = row[i] - pivot;
      double second = row[i + 1] - pivot;
      a += first * first;
      b += second * second;
    }
    double last = i < row.length ? row[i] - pivot : 0;
    return a + b + last * last;
  }

  /** Adds row and column figures; gives the row's sum of squares. Gaps add 0, without a branch. */
  private static double addRowWithGaps(
      double[] row,
      int r,
      double pivot,
      int[] rowCount,
      double[] rowSum,
      int[] columnCount,
      double[] columnSum) {
    double squares = 0;
    double sum = 0;
    int count = 0;
    for (int c = 0; c < row.length; c++) {
      double value = row[c];
      int observed = value == value ? 1 : 0;
      double deviation = value == value ? value - pivot : 0;
      count += observed;
      sum += deviation;
      columnCount[c] += observed;
      columnSum[c] += deviation;
      squares += deviation * deviation;
    }
    rowCount[r] = count;
    rowSum[r] = sum;
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
