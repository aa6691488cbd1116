package org.rolewright.psychometrics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;
import org.rolewright.psychometrics.math.Ranks;

/**
 * Whether two or more groups differ, with the size of the effect.
 *
 * <p>F = MS_b/MS_w; η² = SS_b/SS_t; ω² = (SS_b − (a − 1)MS_w)/(SS_t + MS_w); ε² = (SS_b − (a −
 * 1)MS_w)/SS_t. Besides: Welch's F (unequal variances), Kruskal–Wallis H corrected for ties, and
 * Brown–Forsythe (analysis of variance of absolute deviations from group medians).
 *
 * <p>Missing: {@code NaN} is left out; a group without ratings is left out with {@link
 * Warning.Kind#NO_DATA}. Special cases: fewer than two groups, or no more ratings than groups,
 * leave all tests undefined; no variance within groups leaves F undefined; ω² and ε² may be
 * negative and are reported so.
 *
 * <p>Source: Hays, W. L. (1963), Statistics; Welch, B. L. (1951), Biometrika 38, 330; Kruskal &amp;
 * Wallis (1952), JASA 47, 583; Brown &amp; Forsythe (1974), JASA 69, 364. Checked against R 4.2.2.
 *
 * @param groups groups with ratings
 * @param used ratings used
 * @param dropped ratings not given
 * @param sumOfSquaresBetween SS_b
 * @param sumOfSquaresWithin SS_w
 * @param classical F with a − 1 and n − a degrees of freedom
 * @param etaSquared η²
 * @param omegaSquared ω²
 * @param epsilonSquared ε²
 * @param welch Welch's F
 * @param kruskalWallis H with a − 1 degrees of freedom (the second is 0)
 * @param brownForsythe test of equal spread
 * @param warnings what a reader must know
 */
public record OneWay(
    int groups,
    int used,
    int dropped,
    double sumOfSquaresBetween,
    double sumOfSquaresWithin,
    Test classical,
    OptionalDouble etaSquared,
    OptionalDouble omegaSquared,
    OptionalDouble epsilonSquared,
    Test welch,
    Test kruskalWallis,
    Test brownForsythe,
    List<Warning> warnings) {

  /**
   * A test statistic.
   *
   * @param statistic F or H; empty when undefined
   * @param df1 numerator degrees of freedom
   * @param df2 denominator degrees of freedom, 0 for a chi-square test
   * @param p upper tail probability; empty when undefined
   */
  public record Test(OptionalDouble statistic, double df1, double df2, OptionalDouble p) {

    private static Test f(double f, double df1, double df2) {
      return Double.isFinite(f) && df1 > 0 && df2 > 0 && Double.isFinite(df2)
          ? new Test(
              OptionalDouble.of(f), df1, df2, OptionalDouble.of(Distributions.fUpper(f, df1, df2)))
          : undefined(df1, df2);
    }

    private static Test undefined(double df1, double df2) {
      double known = Double.isFinite(df2) ? df2 : 0;
      return new Test(OptionalDouble.empty(), df1, known, OptionalDouble.empty());
    }
  }

  /**
   * Compares groups.
   *
   * @param ratings {@code ratings[group][…]} in points of the scale, {@code NaN} = not answered
   */
  public static OneWay of(double[][] ratings) {
    double[][] groups =
        Arrays.stream(ratings)
            .map(g -> Matrices.answered(Arguments.noInfinite(g, "ratings")))
            .filter(g -> g.length > 0)
            .toArray(double[][]::new);
    double[] all = all(groups);
    double within = Arrays.stream(groups).mapToDouble(Moments::sumOfSquares).sum();
    double total = all.length == 0 ? 0 : Moments.sumOfSquares(all);
    double between = total - within;
    double df1 = groups.length - 1.0;
    double df2 = all.length - (double) groups.length;
    double msWithin = within / df2;
    boolean flat = Arrays.stream(groups).allMatch(Moments::isConstant);
    boolean defined = df1 > 0 && df2 > 0;
    double excess = between - df1 * msWithin;
    int given = Arrays.stream(ratings).mapToInt(g -> g.length).sum();
    return new OneWay(
        groups.length,
        all.length,
        given - all.length,
        between,
        within,
        flat ? Test.undefined(df1, df2) : Test.f(between / df1 / msWithin, df1, df2),
        defined ? Optionals.ratio(between, total) : OptionalDouble.empty(),
        defined ? Optionals.ratio(excess, total + msWithin) : OptionalDouble.empty(),
        defined ? Optionals.ratio(excess, total) : OptionalDouble.empty(),
        welch(groups),
        kruskalWallis(groups, all),
        brownForsythe(groups),
        warnings(ratings.length - groups.length, groups, defined, excess));
  }

  private static double[] all(double[][] groups) {
    return Arrays.stream(groups).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static Test welch(double[][] groups) {
    double a = groups.length;
    double[] w = Arrays.stream(groups).mapToDouble(g -> g.length / Moments.variance(g)).toArray();
    double sum = Arrays.stream(w).sum();
    double centre = 0;
    for (int i = 0; i < w.length; i++) {
      centre += w[i] * Moments.mean(groups[i]) / sum;
    }
    double between = 0;
    double lambda = 0;
    for (int i = 0; i < w.length; i++) {
      between += w[i] * Math.pow(Moments.mean(groups[i]) - centre, 2) / (a - 1);
      lambda += Math.pow(1 - w[i] / sum, 2) / (groups[i].length - 1);
    }
    double f = between / (1 + 2 * (a - 2) / (a * a - 1) * lambda);
    return Test.f(f, a - 1, (a * a - 1) / (3 * lambda));
  }

  private static Test kruskalWallis(double[][] groups, double[] all) {
    double n = all.length;
    double df = groups.length - 1.0;
    if (df < 1 || Moments.isConstant(all)) {
      return Test.undefined(df, 0);
    }
    double[] ranks = Ranks.midRanks(all);
    double sum = 0;
    int from = 0;
    for (double[] group : groups) {
      double ofGroup = Arrays.stream(ranks, from, from + group.length).sum();
      sum += ofGroup * ofGroup / group.length;
      from += group.length;
    }
    double h = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
    double corrected = h / (1 - Ranks.tieCorrection(all) / (n * n * n - n));
    return new Test(
        OptionalDouble.of(corrected),
        df,
        0,
        OptionalDouble.of(Distributions.chiSquareUpper(corrected, df)));
  }

  private static Test brownForsythe(double[][] groups) {
    double[][] deviations = new double[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      double median = Quantile.TYPE_7.of(groups[i], 0.5);
      deviations[i] = Arrays.stream(groups[i]).map(x -> Math.abs(x - median)).toArray();
    }
    double[] all = all(deviations);
    double within = Arrays.stream(deviations).mapToDouble(Moments::sumOfSquares).sum();
    double between = all.length == 0 ? 0 : Moments.sumOfSquares(all) - within;
    double df1 = groups.length - 1.0;
    double df2 = all.length - (double) groups.length;
    return Arrays.stream(deviations).allMatch(Moments::isConstant)
        ? Test.undefined(df1, df2)
        : Test.f(between / df1 / (within / df2), df1, df2);
  }

  private static List<Warning> warnings(
      int empty, double[][] groups, boolean defined, double excess) {
    var warnings = new ArrayList<Warning>();
    if (empty > 0) {
      warnings.add(Warning.of(Warning.Kind.NO_DATA, empty + " groups"));
    }
    if (!defined) {
      warnings.add(Warning.of(Warning.Kind.TOO_FEW_OBSERVATIONS));
    } else if (Arrays.stream(groups).allMatch(Moments::isConstant)) {
      warnings.add(Warning.of(Warning.Kind.NO_VARIANCE));
    } else {
      if (Arrays.stream(groups).anyMatch(Moments::isConstant)) {
        warnings.add(Warning.of(Warning.Kind.NO_VARIANCE, "Welch: a group without variance"));
      }
      if (excess < 0) {
        warnings.add(Warning.of(Warning.Kind.NEGATIVE_ESTIMATE, "omega squared"));
      }
    }
    return List.copyOf(warnings);
  }
}
