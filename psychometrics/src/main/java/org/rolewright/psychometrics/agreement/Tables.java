package org.rolewright.psychometrics.agreement;

import java.util.Arrays;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning.Kind;

/** What the methods of this package ask of a table before they compute. */
final class Tables {

  private Tables() {}

  /** Number of columns of a rectangular table with at least one cell and no infinite value. */
  static int columns(double[][] table, String name) {
    int columns = Arguments.rectangular(table, name);
    Arguments.require(columns > 0, name + " must have columns", columns);
    return columns;
  }

  /** The rows with at least one observed cell. */
  static double[][] answeredRows(double[][] table) {
    return Arrays.stream(table).filter(Tables::isAnswered).toArray(double[][]::new);
  }

  private static boolean isAnswered(double[] row) {
    for (double value : row) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  /** Why nothing can be said of so few persons. */
  static Kind tooFewPersons(int persons) {
    return switch (persons) {
      case 0 -> Kind.NO_DATA;
      case 1 -> Kind.ONE_PERSON;
      default -> Kind.TOO_FEW_OBSERVATIONS;
    };
  }
}
