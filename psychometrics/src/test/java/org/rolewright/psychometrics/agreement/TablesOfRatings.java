package org.rolewright.psychometrics.agreement;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Tables of ratings from 1 to 5 for property tests. */
final class TablesOfRatings extends DomainContextBase {

  /**
   * A rectangular table.
   *
   * @param cells {@code [row][column]}, {@code NaN} = empty
   */
  record Table(double[][] cells) {

    Table map(java.util.function.DoubleUnaryOperator change) {
      return new Table(
          Arrays.stream(cells)
              .map(row -> Arrays.stream(row).map(change).toArray())
              .toArray(double[][]::new));
    }

    Table columnsReversed() {
      return new Table(
          Arrays.stream(cells)
              .map(row -> {
                var turned = new double[row.length];
                Arrays.setAll(turned, i -> row[row.length - 1 - i]);
                return turned;
              })
              .toArray(double[][]::new));
    }

    Table rowsTwice() {
      var twice = Arrays.copyOf(cells, 2 * cells.length);
      System.arraycopy(cells, 0, twice, cells.length, cells.length);
      return new Table(twice);
    }

    Table withColumnOf(double value) {
      return new Table(
          Arrays.stream(cells)
              .map(row -> {
                var longer = Arrays.copyOf(row, row.length + 1);
                longer[row.length] = value;
                return longer;
              })
              .toArray(double[][]::new));
    }

    @Override
    public String toString() {
      return Arrays.deepToString(cells);
    }
  }

  /** Full tables of 3–9 rows and 2–6 columns. */
  @Provide
  Arbitrary<Table> full() {
    var rows = Arbitraries.integers().between(3, 9);
    var columns = Arbitraries.integers().between(2, 6);
    var cell = Arbitraries.integers().between(1, 5).map(Integer::doubleValue);
    return rows.flatMap(r ->
        columns.flatMap(c ->
            cell.array(Double[].class)
                .ofSize(c)
                .array(Double[][].class)
                .ofSize(r)
                .map(TablesOfRatings::table)));
  }

  static Table table(Double[][] boxed) {
    return new Table(
        Arrays.stream(boxed)
            .map(row -> Arrays.stream(row).mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }
}
