package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;

/**
 * McDonald's omega total of one factor: the share of the variance of a total that a common factor
 * of the items explains.
 *
 * <pre>ω = (Σλᵢ)² / ((Σλᵢ)² + Σψᵢ)</pre>
 *
 * with loadings λ and residual variances ψ of a one-factor model, fitted to covariances (divisor n)
 * by maximum likelihood or to correlations by minimum residuals. This is not the omega of a
 * Schmid–Leiman solution that R's {@code psych::omega} prints.
 *
 * <p><b>Input.</b> {@code responses[person][item]}, any numeric scale, {@code NaN} = not answered.
 * <b>Missing.</b> Persons with an answer on every item.
 *
 * <p><b>Special cases.</b> Undefined for fewer than three items (the model is not identified),
 * fewer than two persons, a constant item, or, by maximum likelihood, a singular covariance matrix
 * (as with fewer persons than items). A residual variance is kept at or above 0.5 % of its item's
 * variance; where it stops there, {@link Kind#CLAMPED} names the item.
 *
 * <p>Source: McDonald, R. P. (1999), Test Theory, ch. 6; Revelle &amp; Zinbarg (2009),
 * Psychometrika 74, 145–154. Checked against R lavaan 0.6.14 (maximum likelihood) and psych 2.2.9
 * {@code fa} with one factor (minimum residuals).
 */
public final class McDonaldOmega {

  /** How the factor is fitted. */
  public enum Estimator {
    /** Maximum likelihood on the covariance matrix. */
    MAXIMUM_LIKELIHOOD,
    /** Unweighted least squares off the diagonal of the correlation matrix. */
    MINIMUM_RESIDUALS
  }

  private final Estimator estimator;

  private McDonaldOmega(Estimator estimator) {
    this.estimator = estimator;
  }

  /** By maximum likelihood on covariances. */
  public static McDonaldOmega withDefaults() {
    return new McDonaldOmega(Estimator.MAXIMUM_LIKELIHOOD);
  }

  /** The same by another estimator. */
  public McDonaldOmega with(Estimator other) {
    return new McDonaldOmega(other);
  }

  /**
   * Omega and the model it rests on.
   *
   * @param omega ω with the model's total variance below the line
   * @param omegaObserved (Σλᵢ)² over the observed variance of the total
   * @param loadings λ, one per item; in item points, or of standardised items by minimum residuals
   * @param residualVariances ψ, one per item
   * @param chiSquare n times the likelihood discrepancy; empty by minimum residuals
   * @param degreesOfFreedom k(k − 3)/2
   * @param chiSquareP upper tail probability
   * @param iterations taken
   * @param converged whether the iteration came to rest
   * @param used persons used
   * @param dropped persons left out for a missing answer
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble omega,
      OptionalDouble omegaObserved,
      List<Double> loadings,
      List<Double> residualVariances,
      OptionalDouble chiSquare,
      int degreesOfFreedom,
      OptionalDouble chiSquareP,
      int iterations,
      boolean converged,
      int used,
      int dropped,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      loadings = List.copyOf(loadings);
      residualVariances = List.copyOf(residualVariances);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Fits the model and gives omega.
   *
   * @param responses {@code responses[person][item]}, {@code NaN} = not answered
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result estimate(double[][] responses) {
    int k = Tables.columns(responses, "responses");
    double[][] rows = Matrices.completeRows(responses);
    int dropped = responses.length - rows.length;
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    double[][] covariances = rows.length < 2 ? new double[k][k] : Covariances.ofComplete(rows);
    var obstacle = obstacle(covariances, rows.length);
    if (obstacle != null) {
      warnings.add(obstacle);
      return undefined(k, rows.length, dropped, warnings);
    }
    return estimator == Estimator.MAXIMUM_LIKELIHOOD
        ? likelihood(covariances, rows.length, dropped, warnings)
        : residuals(covariances, rows.length, dropped, warnings);
  }

  /** Why there is no omega, or null. */
  private Warning obstacle(double[][] covariances, int persons) {
    int k = covariances.length;
    if (k < 3) {
      return Warning.of(k == 1 ? Kind.ONE_ITEM : Kind.NOT_ATTAINABLE, "omega");
    }
    if (persons < 2) {
      return Warning.of(Tables.tooFewPersons(persons));
    }
    for (int i = 0; i < k; i++) {
      if (covariances[i][i] == 0) {
        return Warning.of(Kind.NO_VARIANCE, "item " + (i + 1));
      }
    }
    return estimator == Estimator.MAXIMUM_LIKELIHOOD && isSingular(covariances)
        ? Warning.of(Kind.SINGULAR, "covariances")
        : null;
  }

  private static boolean isSingular(double[][] covariances) {
    var correlations = new Array2DRowRealMatrix(Covariances.correlations(covariances), false);
    double[] roots = new EigenDecomposition(correlations).getRealEigenvalues();
    return Arrays.stream(roots).min().orElse(0) < 1e-10;
  }

  private static Result undefined(int k, int used, int dropped, List<Warning> warnings) {
    var none = OptionalDouble.empty();
    return new Result(
        none,
        none,
        List.of(),
        List.of(),
        none,
        degrees(k),
        none,
        0,
        false,
        used,
        dropped,
        warnings);
  }

  private static Result likelihood(
      double[][] covariances, int n, int dropped, List<Warning> warnings) {
    double divisor = n / (n - 1.0);
    var population = new double[covariances.length][];
    Arrays.setAll(population, i -> Arrays.stream(covariances[i]).map(c -> c / divisor).toArray());
    var model = OneFactor.byMaximumLikelihood(population);
    double chiSquare = n * model.discrepancy();
    return result(model, population, OptionalDouble.of(chiSquare), n, dropped, warnings);
  }

  private static Result residuals(
      double[][] covariances, int n, int dropped, List<Warning> warnings) {
    double[][] correlations = Covariances.correlations(covariances);
    var model = OneFactor.byMinimumResiduals(correlations);
    return result(model, correlations, OptionalDouble.empty(), n, dropped, warnings);
  }

  private static Result result(
      OneFactor model,
      double[][] matrix,
      OptionalDouble chiSquare,
      int n,
      int dropped,
      List<Warning> warnings) {
    int df = degrees(matrix.length);
    double common = model.loadingSum() * model.loadingSum();
    double observed = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    if (!model.converged()) {
      warnings.add(Warning.of(Kind.NOT_CONVERGED));
    }
    for (int i = 0; i < matrix.length; i++) {
      if (model.atBound()[i]) {
        warnings.add(Warning.of(Kind.CLAMPED, "item " + (i + 1)));
      }
    }
    return new Result(
        Optionals.ratio(common, common + model.residualSum()),
        Optionals.ratio(common, observed),
        Arrays.stream(model.loadings()).boxed().toList(),
        Arrays.stream(model.residuals()).boxed().toList(),
        chiSquare,
        df,
        chiSquare.isPresent() && df > 0
            ? OptionalDouble.of(Distributions.chiSquareUpper(chiSquare.getAsDouble(), df))
            : OptionalDouble.empty(),
        model.iterations(),
        model.converged(),
        n,
        dropped,
        warnings);
  }

  private static int degrees(int k) {
    return Math.max(0, k * (k - 3) / 2);
  }
}
