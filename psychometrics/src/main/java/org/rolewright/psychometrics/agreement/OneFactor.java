package org.rolewright.psychometrics.agreement;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A one-factor model fitted to a covariance or correlation matrix: cᵢⱼ = λᵢλⱼ, cᵢᵢ = λ²ᵢ + ψᵢ.
 *
 * <p>Residual variances are kept at or above {@value #LEAST_UNIQUE} of the item's variance.
 *
 * @param loadings λ, signed so that their sum is not negative
 * @param residuals ψ
 * @param discrepancy the function minimised, at its minimum
 * @param atBound items whose residual variance stopped at the bound
 */
record OneFactor(
    double[] loadings,
    double[] residuals,
    double discrepancy,
    boolean[] atBound,
    int iterations,
    boolean converged) {

  static final double LEAST_UNIQUE = 0.005;
  private static final int MOST_ITERATIONS = 2000;
  private static final double TOLERANCE = 1e-10;

  /**
   * Maximum likelihood (Jöreskog 1967, Psychometrika 32, 443–482): Newton steps on log ψ with the
   * expected second derivatives, λ being known given ψ. The matrix must be positive definite.
   */
  static OneFactor byMaximumLikelihood(double[][] covariances) {
    int k = covariances.length;
    double[] least = diagonal(covariances, Math.log(LEAST_UNIQUE));
    double[] now = diagonal(covariances, Math.log(0.5));
    var fit = Fit.at(covariances, now);
    int iteration = 0;
    while (fit.slope(now, least) > TOLERANCE && iteration < MOST_ITERATIONS) {
      iteration++;
      double[] step = fit.step(now, least);
      double length = 1;
      double[] next = moved(now, step, length, least);
      Fit better = Fit.at(covariances, next);
      while (better.value > fit.value + 1e-14 && length > 1e-6) {
        length /= 2;
        next = moved(now, step, length, least);
        better = Fit.at(covariances, next);
      }
      now = next;
      fit = better;
    }
    var atBound = new boolean[k];
    for (int i = 0; i < k; i++) {
      atBound[i] = now[i] <= least[i];
    }
    return new OneFactor(
        signed(fit.loadings()),
        Arrays.stream(now).map(Math::exp).toArray(),
        Math.max(0, fit.value),
        atBound,
        iteration,
        fit.slope(now, least) <= 1e-6);
  }

  private static double[] diagonal(double[][] c, double logFactor) {
    var values = new double[c.length];
    Arrays.setAll(values, i -> Math.log(c[i][i]) + logFactor);
    return values;
  }

  private static double[] moved(double[] from, double[] step, double length, double[] least) {
    var to = new double[from.length];
    Arrays.setAll(to, i -> Math.max(least[i], from[i] - length * step[i]));
    return to;
  }

  /** The likelihood's state at residual variances exp(logPsi). */
  private record Fit(double[] psi, double[] roots, double[][] vectors, int first, double value) {

    static Fit at(double[][] c, double[] logPsi) {
      int k = c.length;
      var psi = Arrays.stream(logPsi).map(Math::exp).toArray();
      var scaled = new double[k][k];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          scaled[i][j] = c[i][j] / Math.sqrt(psi[i] * psi[j]);
        }
      }
      var eigen = new EigenDecomposition(new Array2DRowRealMatrix(scaled, false));
      double[] roots = eigen.getRealEigenvalues();
      int first = largest(roots);
      double value = 0;
      for (int m = 0; m < k; m++) {
        value += m == first ? 0 : roots[m] - Math.log(roots[m]) - 1;
      }
      return new Fit(psi, roots, eigen.getV().getData(), first, value);
    }

    private static int largest(double[] roots) {
      int largest = 0;
      for (int m = 1; m < roots.length; m++) {
        largest = roots[m] > roots[largest] ? m : largest;
      }
      return largest;
    }

    double[] loadings() {
      double size = Math.sqrt(Math.max(0, roots[first] - 1));
      var loadings = new double[psi.length];
      Arrays.setAll(loadings, i -> Math.sqrt(psi[i]) * vectors[i][first] * size);
      return loadings;
    }

    private double gradient(int i) {
      double gradient = 0;
      for (int m = 0; m < roots.length; m++) {
        gradient += m == first ? 0 : (1 - roots[m]) * vectors[i][m] * vectors[i][m];
      }
      return gradient;
    }

    private boolean isFixed(int i, double[] now, double[] least) {
      return now[i] <= least[i] && gradient(i) > 0;
    }

    /** Largest derivative that is not held by a bound. */
    double slope(double[] now, double[] least) {
      double slope = 0;
      for (int i = 0; i < now.length; i++) {
        slope = isFixed(i, now, least) ? slope : Math.max(slope, Math.abs(gradient(i)));
      }
      return slope;
    }

    double[] step(double[] now, double[] least) {
      int k = now.length;
      var curvature = new double[k][k];
      var gradient = new double[k];
      for (int i = 0; i < k; i++) {
        boolean fixed = isFixed(i, now, least);
        gradient[i] = fixed ? 0 : gradient(i);
        for (int j = 0; j < k; j++) {
          double residual = (i == j ? 1 : 0) - vectors[i][first] * vectors[j][first];
          boolean apart = fixed || isFixed(j, now, least);
          curvature[i][j] = apart ? (i == j ? 1 : 0) : residual * residual;
        }
      }
      return new SingularValueDecomposition(new Array2DRowRealMatrix(curvature, false))
          .getSolver()
          .solve(new ArrayRealVector(gradient, false))
          .toArray();
    }
  }

  /**
   * Minimum residuals (Harman &amp; Jones 1966, Psychometrika 31, 351–368): least squares of the
   * correlations off the diagonal, one loading after another until none moves.
   */
  static OneFactor byMinimumResiduals(double[][] correlations) {
    int k = correlations.length;
    double most = Math.sqrt(1 - LEAST_UNIQUE);
    double[] loadings = firstComponent(correlations);
    int iteration = 0;
    double moved = 1;
    while (moved > 1e-13 && iteration < 50 * MOST_ITERATIONS) {
      iteration++;
      moved = 0;
      for (int i = 0; i < k; i++) {
        double next = Math.clamp(leastSquares(correlations[i], loadings, i), -most, most);
        moved = Math.max(moved, Math.abs(next - loadings[i]));
        loadings[i] = next;
      }
    }
    var residuals = new double[k];
    var atBound = new boolean[k];
    double discrepancy = 0;
    for (int i = 0; i < k; i++) {
      residuals[i] = 1 - loadings[i] * loadings[i];
      atBound[i] = Math.abs(loadings[i]) >= most;
      for (int j = 0; j < i; j++) {
        double off = correlations[i][j] - loadings[i] * loadings[j];
        discrepancy += off * off;
      }
    }
    return new OneFactor(
        signed(loadings), residuals, discrepancy, atBound, iteration, moved <= 1e-9);
  }

  private static double[] firstComponent(double[][] correlations) {
    var eigen = new EigenDecomposition(new Array2DRowRealMatrix(correlations, true));
    double size = Math.sqrt(eigen.getRealEigenvalue(0) / 2);
    return eigen.getEigenvector(0).mapMultiply(size).toArray();
  }

  private static double leastSquares(double[] row, double[] loadings, int i) {
    double products = 0;
    double squares = 0;
    for (int j = 0; j < loadings.length; j++) {
      if (j != i) {
        products += row[j] * loadings[j];
        squares += loadings[j] * loadings[j];
      }
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static double[] signed(double[] loadings) {
    double sign = Arrays.stream(loadings).sum() < 0 ? -1 : 1;
    return Arrays.stream(loadings).map(l -> sign * l).toArray();
  }

  double loadingSum() {
    return Arrays.stream(loadings).sum();
  }

  double residualSum() {
    return Arrays.stream(residuals).sum();
  }
}
