package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;

/**
 * Guttman's six lower bounds to the reliability of a total over k items.
 *
 * <p>With C the matrix of covariances (or correlations), V the sum of all its elements and Q the
 * sum of its squared off-diagonal elements:
 *
 * <pre>λ1 = 1 − Σcᵢᵢ / V
 * λ2 = λ1 + √(Q k/(k − 1)) / V
 * λ3 = k/(k − 1) λ1                        (alpha)
 * λ4 = max over splits in halves 2(1 − (V_A + V_B) / V)
 * λ5 = λ1 + 2 √(maxᵢ Σ_{j≠i} c²ᵢⱼ) / V
 * λ6 = 1 − Σ e²ᵢ / V                       e²ᵢ = 1 / (C⁻¹)ᵢᵢ, the error of predicting i by the rest
 * </pre>
 *
 * Halves of λ4 have equal size (one differs by 1 for odd k). All splits are tried up to {@value
 * #EXHAUSTIVE_ITEMS} items; above that, items are exchanged between halves from several regular
 * starts until none gains, and {@link Kind#FALLBACK} says that λ4 may fall short of the maximum.
 *
 * <p><b>Input.</b> {@code responses[person][item]}, any numeric scale, {@code NaN} = not answered.
 * <b>Missing.</b> Persons with an answer on every item. <b>Special cases.</b> Undefined for one
 * item, one person or no variance of the total; λ6 also when C is singular, as with a constant
 * item. Correlations are undefined with a constant item.
 *
 * <p>Source: Guttman, L. (1945), Psychometrika 10, 255–282. Checked against R psych 2.2.9 {@code
 * guttman}, which takes correlations, and base R for covariances.
 */
public final class GuttmanLambdas {

  static final int EXHAUSTIVE_ITEMS = 18;

  private GuttmanLambdas() {}

  /**
   * The six bounds.
   *
   * @param lambda1 λ1
   * @param lambda2 λ2
   * @param lambda3 λ3, alpha
   * @param lambda4 λ4, of the best halves
   * @param lambda5 λ5
   * @param lambda6 λ6, by multiple correlation
   * @param items k
   * @param used persons used
   * @param dropped persons left out for a missing answer
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble lambda1,
      OptionalDouble lambda2,
      OptionalDouble lambda3,
      OptionalDouble lambda4,
      OptionalDouble lambda5,
      OptionalDouble lambda6,
      int items,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the warnings. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The bounds of the total of the items as scored.
   *
   * @param responses {@code responses[person][item]}, {@code NaN} = not answered
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result ofCovariances(double[][] responses) {
    return of(responses, false);
  }

  /**
   * The bounds of the total of standardised items.
   *
   * @param responses {@code responses[person][item]}, {@code NaN} = not answered
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public static Result ofCorrelations(double[][] responses) {
    return of(responses, true);
  }

  private static Result of(double[][] responses, boolean standardised) {
    int k = Tables.columns(responses, "responses");
    double[][] rows = Matrices.completeRows(responses);
    var warnings = new ArrayList<Warning>();
    int dropped = responses.length - rows.length;
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (rows.length < 2 || k < 2) {
      warnings.add(Warning.of(k < 2 ? Kind.ONE_ITEM : Tables.tooFewPersons(rows.length)));
      return undefined(k, rows.length, dropped, warnings);
    }
    double[][] c = Covariances.ofComplete(rows);
    double[][] matrix = standardised ? Covariances.correlations(c) : c;
    double total = sum(matrix);
    if (!(total > 1e-13 * trace(matrix))) {
      warnings.add(Warning.of(Kind.NO_VARIANCE));
      return undefined(k, rows.length, dropped, warnings);
    }
    return bounds(matrix, total, rows.length, dropped, warnings);
  }

  private static Result undefined(int k, int used, int dropped, List<Warning> warnings) {
    var none = OptionalDouble.empty();
    return new Result(none, none, none, none, none, none, k, used, dropped, warnings);
  }

  private static Result bounds(
      double[][] c, double total, int used, int dropped, List<Warning> warnings) {
    int k = c.length;
    double all = 0;
    double largest = 0;
    for (int i = 0; i < k; i++) {
      double column = squaresWithoutDiagonal(c[i], i);
      all += column;
      largest = Math.max(largest, column);
    }
    double lambda1 = 1 - trace(c) / total;
    OptionalDouble lambda6 = lambda6(c, total);
    if (lambda6.isEmpty()) {
      warnings.add(Warning.of(Kind.SINGULAR, "lambda 6"));
    }
    if (k > EXHAUSTIVE_ITEMS) {
      warnings.add(Warning.of(Kind.FALLBACK, "lambda 4"));
    }
    return new Result(
        Optionals.finite(lambda1),
        Optionals.finite(lambda1 + Math.sqrt(all * k / (k - 1.0)) / total),
        Optionals.finite(lambda1 * k / (k - 1.0)),
        Optionals.finite(4 * BestHalves.covariance(c, EXHAUSTIVE_ITEMS) / total),
        Optionals.finite(lambda1 + 2 * Math.sqrt(largest) / total),
        lambda6,
        k,
        used,
        dropped,
        warnings);
  }

  private static OptionalDouble lambda6(double[][] c, double total) {
    try {
      var inverse =
          new CholeskyDecomposition(new Array2DRowRealMatrix(c, false), 1e-9, 1e-10 * trace(c))
              .getSolver()
              .getInverse();
      double errors = 0;
      for (int i = 0; i < c.length; i++) {
        errors += 1 / inverse.getEntry(i, i);
      }
      return Optionals.finite(1 - errors / total);
    } catch (NonPositiveDefiniteMatrixException e) {
      return OptionalDouble.empty();
    }
  }

  private static double sum(double[][] c) {
    double sum = 0;
    for (double[] row : c) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }

  private static double trace(double[][] c) {
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += c[i][i];
    }
    return sum;
  }

  private static double squaresWithoutDiagonal(double[] row, int i) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += j == i ? 0 : row[j] * row[j];
    }
    return sum;
  }
}
