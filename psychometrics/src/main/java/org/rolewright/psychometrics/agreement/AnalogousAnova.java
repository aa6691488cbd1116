package org.rolewright.psychometrics.agreement;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Variance components from uncorrected sums of squares ("T-terms") set equal to their expectations:
 * Henderson's Method 1, Brennan's analogous ANOVA.
 *
 * <p>The coefficient of effect e in E(T_f) is Σ over cells of f, Σ over levels of e, of n²_fe /
 * n_f.
 *
 * <p>Source: Brennan, R. L. (2001), Generalizability Theory, sec. 7.1; Searle, Casella &amp;
 * McCulloch (1992), Variance Components, ch. 5.
 *
 * @param terms T, one per effect, the mean first
 * @param coefficients of (μ², effects …) in each term
 */
record AnalogousAnova(double[] terms, double[][] coefficients) {

  /** μ² and the components; all {@code NaN} where the design cannot tell them apart. */
  double[] solve() {
    RealMatrix inverse = inverse();
    var solved = new double[terms.length];
    if (inverse == null) {
      Arrays.fill(solved, Double.NaN);
      return solved;
    }
    return inverse.operate(new ArrayRealVector(terms, false)).toArray();
  }

  List<Double> termList() {
    return Arrays.stream(terms).boxed().toList();
  }

  List<List<Double>> coefficientLists() {
    return Arrays.stream(coefficients).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  /** Maps terms to components; null when singular. */
  RealMatrix inverse() {
    double scale = coefficients[0][0];
    if (!(scale > 0)) {
      return null;
    }
    var lu =
        new LUDecomposition(
            new Array2DRowRealMatrix(coefficients).scalarMultiply(1 / scale), 1e-12);
    return lu.getSolver().isNonSingular()
        ? lu.getSolver().getInverse().scalarMultiply(1 / scale)
        : null;
  }
}
