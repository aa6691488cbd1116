package org.rolewright.psychometrics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Ranks;

/**
 * How far two groups' profiles of task means agree, in order, in shape and in level.
 *
 * <p>Pearson r; Spearman (Pearson of mid-ranks, right with ties); Kendall τ-b = (C − D) / √((P −
 * T_x)(P − T_y)); double-entry ICC (Pearson of the pairs entered both ways); Lin's concordance
 * 2s_xy/(s_x² + s_y² + (x̄ − ȳ)²), on n − 1 and on n; ICC(C,1) and ICC(A,1) of tasks × two groups.
 * D² = Σ(x − y)² = level n(x̄ − ȳ)² + scatter (S_x − S_y)² + shape 2S_xS_y(1 − r), S = √SS. A
 * correlation of .95 says nothing about level.
 *
 * <p>Missing: pairs with a {@code NaN} are left out and counted. Special cases: a constant profile
 * has no correlation and no shape to agree in (its share counts as 0), concordance 0 against one
 * that varies; fewer than two pairs leave all but D² undefined.
 *
 * <p>Source: Cronbach, L. J. &amp; Gleser, G. C. (1953), Psychological Bulletin 50, 456–473; Lin,
 * L. I. (1989), Biometrics 45, 255–268; McGraw &amp; Wong (1996), Psychological Methods 1, 30–46.
 * Checked against R 4.2.2 and psych 2.2.9.
 *
 * @param pairs tasks used
 * @param dropped tasks left out
 * @param pearson r
 * @param spearman ρ
 * @param kendallTauB τ-b
 * @param doubleEntry double-entry ICC
 * @param concordance Lin's coefficient on n − 1
 * @param concordanceOnN Lin's coefficient on n
 * @param agreement ICC(A,1)
 * @param consistency ICC(C,1)
 * @param distance the D² and its parts
 * @param meanAbsoluteDifference mean |x − y|
 * @param rootMeanSquare √(D²/n)
 * @param warnings what a reader must know
 */
public record ProfileAgreement(
    int pairs,
    int dropped,
    OptionalDouble pearson,
    OptionalDouble spearman,
    OptionalDouble kendallTauB,
    OptionalDouble doubleEntry,
    OptionalDouble concordance,
    OptionalDouble concordanceOnN,
    OptionalDouble agreement,
    OptionalDouble consistency,
    Distance distance,
    OptionalDouble meanAbsoluteDifference,
    OptionalDouble rootMeanSquare,
    List<Warning> warnings) {

  /**
   * The squared distance of two profiles and its parts.
   *
   * @param squared D² = level + scatter + shape
   * @param level from different means
   * @param scatter from different spread
   * @param shape from different order and proportions
   */
  public record Distance(double squared, double level, double scatter, double shape) {}

  /**
   * Compares profiles.
   *
   * @param first one figure per task, {@code NaN} = not available
   * @param second the other group's, in the same order
   * @throws IllegalArgumentException for different lengths
   */
  public static ProfileAgreement of(double[] first, double[] second) {
    Arguments.sameLength(first.length, second.length, "profiles");
    int[] known =
        IntStream.range(0, first.length)
            .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
            .toArray();
    double[] x = IntStream.of(known).mapToDouble(i -> first[i]).toArray();
    double[] y = IntStream.of(known).mapToDouble(i -> second[i]).toArray();
    int n = known.length;
    double gap = Moments.mean(x) - Moments.mean(y);
    double cov = Moments.covariance(x, y);
    double variances = Moments.variance(x) + Moments.variance(y);
    double onN = (n - 1.0) / n;
    double r = Moments.correlation(x, y);
    double absolute = IntStream.range(0, n).mapToDouble(i -> Math.abs(x[i] - y[i])).sum();
    var distance = distance(x, y, gap);
    double residual = (variances - 2 * cov) / 2;
    double tasks = (variances + 2 * cov) / 2;
    double groups = n * gap * gap / 2;
    return new ProfileAgreement(
        n,
        first.length - n,
        Optionals.finite(r),
        Optionals.finite(Moments.correlation(Ranks.midRanks(x), Ranks.midRanks(y))),
        Optionals.finite(tauB(x, y)),
        Optionals.finite(Moments.correlation(joined(x, y), joined(y, x))),
        Optionals.ratio(2 * cov, variances + gap * gap),
        Optionals.ratio(2 * cov * onN, variances * onN + gap * gap),
        Optionals.ratio(tasks - residual, tasks + residual + 2.0 / n * (groups - residual)),
        Optionals.ratio(tasks - residual, tasks + residual),
        distance,
        Optionals.ratio(absolute, n),
        Optionals.finite(Math.sqrt(distance.squared() / n)),
        warnings(x, y));
  }

  private static Distance distance(double[] x, double[] y, double gap) {
    if (x.length == 0) {
      return new Distance(0, 0, 0, 0);
    }
    double squared =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - y[i]) * (x[i] - y[i])).sum();
    double level = x.length * gap * gap;
    double spread = Math.sqrt(Moments.sumOfSquares(x)) - Math.sqrt(Moments.sumOfSquares(y));
    double scatter = spread * spread;
    boolean shapeless = Moments.isConstant(x) || Moments.isConstant(y);
    return new Distance(
        squared, level, scatter, shapeless ? 0 : Math.max(0, squared - level - scatter));
  }

  /** Pairs of tasks in the same order minus pairs in opposite order, corrected for ties. */
  private static double tauB(double[] x, double[] y) {
    long concordance = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double sx = Math.signum(x[i] - x[j]);
        double sy = Math.signum(y[i] - y[j]);
        concordance += (long) (sx * sy);
        untiedX += (long) (sx * sx);
        untiedY += (long) (sy * sy);
      }
    }
    return concordance / Math.sqrt((double) untiedX * untiedY);
  }

  private static double[] joined(double[] x, double[] y) {
    double[] both = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, both, x.length, y.length);
    return both;
  }

  private static List<Warning> warnings(double[] x, double[] y) {
    var warnings = new ArrayList<Warning>();
    if (x.length < 2) {
      warnings.add(
          Warning.of(x.length == 0 ? Warning.Kind.NO_DATA : Warning.Kind.TOO_FEW_OBSERVATIONS));
    } else {
      if (Moments.isConstant(x)) {
        warnings.add(Warning.of(Warning.Kind.NO_VARIANCE, "first profile"));
      }
      if (Moments.isConstant(y)) {
        warnings.add(Warning.of(Warning.Kind.NO_VARIANCE, "second profile"));
      }
    }
    return List.copyOf(warnings);
  }
}
