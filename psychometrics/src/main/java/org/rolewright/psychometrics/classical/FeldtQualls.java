package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.rectangular;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * Conditional standard error of measurement from essentially tau-equivalent test parts.
 *
 * <p>Error variance of person p: K/(K − 1) · Σ_k [(T_pk − T̄_k) − (X_p − X̄)/K]², T_pk the score on
 * part k of K, X_p the total; averaged over persons of equal total, and smoothed by a cubic in the
 * total fitted to the persons. The mean over persons times n/(n − 1) is the error variance of alpha
 * over parts.
 *
 * <p>Input: {@code parts[person][part]} part scores; persons with a blank ({@code NaN}) are left
 * out ({@code DROPPED_MISSING}).
 *
 * <p>Special cases: fewer than four different totals allow no cubic (empty, {@code
 * TOO_FEW_OBSERVATIONS}); one person has no part-alpha error ({@code ONE_PERSON}).
 *
 * <p>Sources: Feldt, Steffen &amp; Gupta (1985), Applied Psychological Measurement 9, 351–361;
 * Feldt &amp; Qualls (1996), Journal of Educational Measurement 33, 141–156. Checked against the
 * formula evaluated in R 4.2.2.
 *
 * @param varianceByTotal mean error variance of the persons at each total that occurs
 * @param averageVariance mean error variance over persons
 * @param partAlphaVariance error variance s²(1 − alpha over parts)
 * @param cubic coefficients of 1, X, X², X³ of the smoothed error variance; empty list if none
 * @param used persons used
 * @param dropped persons left out
 * @param warnings what a reader must know
 */
public record FeldtQualls(
    SortedMap<Double, Double> varianceByTotal,
    OptionalDouble averageVariance,
    OptionalDouble partAlphaVariance,
    List<Double> cubic,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the collections. */
  public FeldtQualls {
    varianceByTotal = Collections.unmodifiableSortedMap(new TreeMap<>(varianceByTotal));
    cubic = List.copyOf(cubic);
    warnings = List.copyOf(warnings);
  }

  /** Smoothed standard error at a total; empty without a cubic or where it falls below 0. */
  public OptionalDouble smoothed(double total) {
    if (cubic.isEmpty()) {
      return OptionalDouble.empty();
    }
    double variance = 0;
    for (int power = 3; power >= 0; power--) {
      variance = variance * total + cubic.get(power);
    }
    return Optionals.finite(Math.sqrt(variance));
  }

  /**
   * Estimates the errors.
   *
   * @param parts {@code parts[person][part]}, at least two parts
   * @throws IllegalArgumentException if there are fewer than two parts or rows differ in length
   */
  public static FeldtQualls of(double[][] parts) {
    int k = rectangular(parts, "parts");
    require(k >= 2, "at least two parts are needed", k);
    double[][] complete = Matrices.completeRows(parts);
    double[] totals = Totals.of(complete);
    double[] errors = errorVariances(complete, totals, k);
    double[] cubic = cubic(totals, errors);
    double average = Moments.mean(errors);
    int n = complete.length;
    return new FeldtQualls(
        byTotal(totals, errors),
        Optionals.finite(average),
        Optionals.finite(n < 2 ? Double.NaN : average * n / (n - 1)),
        Totals.list(cubic),
        n,
        parts.length - n,
        warnings(n, parts.length - n, cubic));
  }

  /**
   * Sums the item scores of each part.
   *
   * @param scores {@code scores[person][item]}
   * @param partOfItem 0-based part of each item
   */
  public static FeldtQualls of(double[][] scores, int[] partOfItem) {
    int parts = Arrays.stream(partOfItem).max().orElse(-1) + 1;
    double[][] sums = new double[scores.length][parts];
    for (int p = 0; p < scores.length; p++) {
      for (int i = 0; i < partOfItem.length; i++) {
        sums[p][partOfItem[i]] += scores[p][i];
      }
    }
    return of(sums);
  }

  private static List<Warning> warnings(int used, int dropped, double[] cubic) {
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (used < 2) {
      warnings.add(Warning.of(used == 0 ? Kind.NO_DATA : Kind.ONE_PERSON));
    }
    if (cubic.length == 0) {
      warnings.add(Warning.of(Kind.TOO_FEW_OBSERVATIONS, "cubic"));
    }
    return warnings;
  }

  private static double[] errorVariances(double[][] parts, double[] totals, int k) {
    double[] partMeans = new double[k];
    for (int j = 0; j < k; j++) {
      partMeans[j] = Moments.mean(Matrices.column(parts, j));
    }
    double mean = Moments.mean(totals);
    double[] errors = new double[totals.length];
    for (int p = 0; p < totals.length; p++) {
      for (int j = 0; j < k; j++) {
        double deviation = parts[p][j] - partMeans[j] - (totals[p] - mean) / k;
        errors[p] += deviation * deviation * k / (k - 1);
      }
    }
    return errors;
  }

  private static SortedMap<Double, Double> byTotal(double[] totals, double[] errors) {
    var groups = new TreeMap<Double, List<Double>>();
    for (int p = 0; p < totals.length; p++) {
      groups.computeIfAbsent(totals[p], _ -> new ArrayList<>()).add(errors[p]);
    }
    var means = new TreeMap<Double, Double>();
    groups.forEach((total, own) ->
        means.put(total, own.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }

  /** Least squares on powers of the standardised total, turned back to powers of the total. */
  private static double[] cubic(double[] totals, double[] errors) {
    if (Arrays.stream(totals).distinct().count() < 4) {
      return new double[0];
    }
    double centre = Moments.mean(totals);
    double scale = Moments.sd(totals);
    double[][] design = new double[totals.length][4];
    for (int p = 0; p < totals.length; p++) {
      double z = (totals[p] - centre) / scale;
      design[p] = new double[] {1, z, z * z, z * z * z};
    }
    try {
      var solver = new QRDecomposition(new Array2DRowRealMatrix(design, false)).getSolver();
      double[] c =
          solver.solve(new org.apache.commons.math3.linear.ArrayRealVector(errors)).toArray();
      return powersOfTotal(c, centre, scale);
    } catch (SingularMatrixException e) {
      return new double[0];
    }
  }

  private static double[] powersOfTotal(double[] c, double m, double s) {
    double b1 = c[1] / s;
    double b2 = c[2] / (s * s);
    double b3 = c[3] / (s * s * s);
    return new double[] {
      c[0] - b1 * m + b2 * m * m - b3 * m * m * m,
      b1 - 2 * b2 * m + 3 * b3 * m * m,
      b2 - 3 * b3 * m,
      b3
    };
  }
}
