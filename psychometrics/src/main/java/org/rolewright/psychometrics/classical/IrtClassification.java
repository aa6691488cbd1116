package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.require;
import static org.rolewright.psychometrics.Arguments.sameLength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.irt.Information;
import org.rolewright.psychometrics.irt.LogisticItem;
import org.rolewright.psychometrics.irt.SummedScores;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Accuracy and consistency of pass/fail decisions under an item response model.
 *
 * <p>At one proficiency θ with chance P(θ) to pass: accuracy is P or 1 − P, whichever goes with the
 * true standing; consistency is P² + (1 − P)². Both are averaged over θ.
 *
 * <ul>
 *   <li>{@link #lee}: decisions by the raw score; P(θ) from the Lord–Wingersky distribution; truly
 *       passing when the expected raw score ΣP_i(θ) is at or above the cut.
 *   <li>{@link #rudner}: decisions by the estimated θ, normal around θ with standard error 1/√ΣI;
 *       truly passing when θ is at or above the cut.
 * </ul>
 *
 * <p>Averaging over persons' θ with equal weights is the P method, over quadrature points with
 * their weights the D method. Weights need not sum to 1. {@code NaN} proficiencies are left out
 * ({@code DROPPED_MISSING}); no proficiency gives empty means ({@code NO_DATA}).
 *
 * <p>Sources: Lee (2010), Journal of Educational Measurement 47, 1–17; Rudner (2001, 2005),
 * Practical Assessment, Research &amp; Evaluation 7(14) and 10(13). Checked against {@code cacIRT}
 * 1.4 (R 4.2.2) with D = 1.7.
 *
 * @param accuracy mean conditional accuracy
 * @param consistency mean conditional consistency
 * @param conditionalAccuracy at each θ used, in order
 * @param conditionalConsistency at each θ used, in order
 * @param used proficiencies used
 * @param dropped proficiencies left out
 * @param warnings what a reader must know
 */
public record IrtClassification(
    OptionalDouble accuracy,
    OptionalDouble consistency,
    List<Double> conditionalAccuracy,
    List<Double> conditionalConsistency,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the lists. */
  public IrtClassification {
    conditionalAccuracy = List.copyOf(conditionalAccuracy);
    conditionalConsistency = List.copyOf(conditionalConsistency);
    warnings = List.copyOf(warnings);
  }

  /**
   * Lee's method over persons, equally weighted.
   *
   * @param items the items of the test
   * @param cut lowest passing raw score
   * @param thetas persons' proficiencies
   */
  public static IrtClassification lee(List<LogisticItem> items, int cut, double[] thetas) {
    return lee(items, cut, thetas, equal(thetas));
  }

  /**
   * Lee's method over weighted points.
   *
   * @param items the items of the test
   * @param cut lowest passing raw score
   * @param thetas points
   * @param weights weight of each point, not negative
   */
  public static IrtClassification lee(
      List<LogisticItem> items, int cut, double[] thetas, double[] weights) {
    return over(
        thetas,
        weights,
        theta -> {
          double[] f = SummedScores.distribution(items, theta);
          double pass = Arrays.stream(f, Math.clamp(cut, 0, f.length), f.length).sum();
          return new Point(pass, SummedScores.expected(items, theta) >= cut);
        });
  }

  /**
   * Rudner's method over persons, equally weighted, with Fisher information.
   *
   * @param items the items of the test
   * @param cut lowest passing proficiency
   * @param thetas persons' proficiencies
   */
  public static IrtClassification rudner(List<LogisticItem> items, double cut, double[] thetas) {
    return rudner(items, cut, thetas, equal(thetas));
  }

  /**
   * Rudner's method over weighted points, with Fisher information.
   *
   * @param items the items of the test
   * @param cut lowest passing proficiency
   * @param thetas points
   * @param weights weight of each point, not negative
   */
  public static IrtClassification rudner(
      List<LogisticItem> items, double cut, double[] thetas, double[] weights) {
    return rudner(t -> Information.FISHER.standardError(items, t), cut, thetas, weights);
  }

  /**
   * Rudner's method over weighted points, with standard errors from elsewhere.
   *
   * @param standardError of the estimate at a proficiency, positive
   * @param cut lowest passing proficiency
   * @param thetas points
   * @param weights weight of each point, not negative
   */
  public static IrtClassification rudner(
      DoubleUnaryOperator standardError, double cut, double[] thetas, double[] weights) {
    return over(
        thetas,
        weights,
        theta -> {
          double z = (theta - cut) / standardError.applyAsDouble(theta);
          return new Point(Distributions.normalCdf(z), theta >= cut);
        });
  }

  /** What is known at one proficiency. */
  private record Point(double pass, boolean trulyPasses) {
    double accuracy() {
      return trulyPasses ? pass : 1 - pass;
    }

    double consistency() {
      return pass * pass + (1 - pass) * (1 - pass);
    }
  }

  private static double[] equal(double[] thetas) {
    double[] weights = new double[thetas.length];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static IrtClassification over(
      double[] thetas, double[] weights, DoubleFunction<Point> at) {
    sameLength(thetas.length, weights.length, "proficiencies and weights");
    var accuracy = new ArrayList<Double>();
    var consistency = new ArrayList<Double>();
    double sum = 0;
    double accurate = 0;
    double consistent = 0;
    for (int i = 0; i < thetas.length; i++) {
      require(weights[i] >= 0, "weight must not be negative", weights[i]);
      if (!Double.isNaN(thetas[i])) {
        Point point = at.apply(thetas[i]);
        accuracy.add(point.accuracy());
        consistency.add(point.consistency());
        sum += weights[i];
        accurate += weights[i] * point.accuracy();
        consistent += weights[i] * point.consistency();
      }
    }
    int dropped = thetas.length - accuracy.size();
    return new IrtClassification(
        Optionals.ratio(accurate, sum),
        Optionals.ratio(consistent, sum),
        accuracy,
        consistency,
        accuracy.size(),
        dropped,
        warnings(sum, dropped));
  }

  private static List<Warning> warnings(double sum, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    if (sum == 0) {
      warnings.add(Warning.of(Kind.NO_DATA));
    }
    return warnings;
  }
}
