package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.require;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;

/**
 * Borderline regression: the score predicted for a borderline global rating.
 *
 * <p>Least squares of scores on global ratings of all candidates; cut b₀ + b₁g at the borderline
 * rating g; standard error σ̂ √(1/n + (g − ḡ)²/Σ(g_i − ḡ)²), σ̂² with n − 2; 95 % t interval.
 *
 * <p>Candidates without score or rating ({@code NaN}) are left out ({@code DROPPED_MISSING}).
 * Without variance in the ratings there is no line ({@code NO_VARIANCE}); two candidates leave no
 * error ({@code TOO_FEW_OBSERVATIONS}); a slope that is not above 0 is {@code REVERSED}; a
 * borderline rating outside those given is {@code OUT_OF_BOUNDS}.
 *
 * <p>Source: Kramer et al. (2003), Medical Education 37, 132–139. Checked against R 4.2.2 {@code
 * lm} and {@code predict}.
 *
 * @param cut predicted score at the borderline rating
 * @param standardError of the cut
 * @param interval 95 % interval of the cut
 * @param intercept b₀
 * @param slope b₁
 * @param squaredCorrelation r²; empty for constant scores
 * @param residualSd σ̂
 * @param used candidates used
 * @param dropped candidates left out
 * @param warnings what a reader must know
 */
public record BorderlineRegression(
    OptionalDouble cut,
    OptionalDouble standardError,
    Optional<Interval> interval,
    OptionalDouble intercept,
    OptionalDouble slope,
    OptionalDouble squaredCorrelation,
    OptionalDouble residualSd,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the warnings. */
  public BorderlineRegression {
    warnings = List.copyOf(warnings);
  }

  /**
   * Estimates the cut.
   *
   * @param scores of all candidates
   * @param ratings global rating of each candidate, on one numeric scale
   * @param borderline the rating that means borderline
   */
  public static BorderlineRegression of(double[] scores, double[] ratings, double borderline) {
    sameLength(scores.length, ratings.length, "scores and ratings");
    require(Double.isFinite(borderline), "borderline rating", borderline);
    int[] both =
        IntStream.range(0, scores.length)
            .filter(i -> !Double.isNaN(scores[i]) && !Double.isNaN(ratings[i]))
            .toArray();
    double[] y = Arrays.stream(both).mapToDouble(i -> scores[i]).toArray();
    double[] g = Arrays.stream(both).mapToDouble(i -> ratings[i]).toArray();
    return new Line(y, g, borderline).result(scores.length - both.length);
  }

  private record Line(double[] y, double[] g, double at) {

    BorderlineRegression result(int dropped) {
      int n = y.length;
      boolean level = Moments.isConstant(g);
      double squares = Moments.sumOfSquares(g);
      double slope = level ? Double.NaN : Moments.covariance(g, y) * (n - 1) / squares;
      double intercept = Moments.mean(y) - slope * Moments.mean(g);
      double sd = n < 3 ? Double.NaN : Math.sqrt(residual(intercept, slope) / (n - 2));
      double distance = at - Moments.mean(g);
      double error = sd * Math.sqrt(1.0 / n + distance * distance / squares);
      double cut = intercept + slope * at;
      double r = Moments.correlation(g, y);
      return new BorderlineRegression(
          Optionals.finite(cut),
          Optionals.finite(error),
          Double.isFinite(error)
              ? Optional.of(
                  Interval.around(cut, Distributions.tTwoSided(0.95, n - 2) * error, 0.95))
              : Optional.empty(),
          Optionals.finite(intercept),
          Optionals.finite(slope),
          Optionals.finite(r * r),
          Optionals.finite(sd),
          n,
          dropped,
          warnings(dropped, level, slope));
    }

    private double residual(double intercept, double slope) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double e = y[i] - intercept - slope * g[i];
        sum += e * e;
      }
      return sum;
    }

    private List<Warning> warnings(int dropped, boolean level, double slope) {
      var warnings = new ArrayList<Warning>();
      if (dropped > 0) {
        warnings.add(Warning.of(Kind.DROPPED_MISSING));
      }
      if (y.length < 3) {
        warnings.add(Warning.of(y.length == 0 ? Kind.NO_DATA : Kind.TOO_FEW_OBSERVATIONS));
      }
      if (level && y.length > 0) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "ratings"));
      } else if (slope <= 0) {
        warnings.add(Warning.of(Kind.REVERSED));
      }
      if (y.length > 0 && (at < min() || at > max())) {
        warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "borderline rating"));
      }
      if (!level && Moments.isConstant(y)) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "scores"));
      }
      return warnings;
    }

    private double min() {
      return Arrays.stream(g).min().orElseThrow();
    }

    private double max() {
      return Arrays.stream(g).max().orElseThrow();
    }
  }
}
