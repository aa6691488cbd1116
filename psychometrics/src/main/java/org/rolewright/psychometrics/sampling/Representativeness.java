package org.rolewright.psychometrics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Whether those who answered are spread over categories as the population is.
 *
 * <p>χ² = Σ(O − E)²/E with E = n · population share, categories − 1 degrees of freedom; Cohen's w =
 * √(χ²/n) says how large the difference is whatever n; standardised residuals (O − E)/√(E(1 −
 * share)) say where it is.
 *
 * <p>Special cases: an expected count below 5 gives {@link Warning.Kind#SPARSE} with the category;
 * one category or nobody leaves the test undefined; a category of share 0 in which someone answered
 * is refused.
 *
 * <p>Source: Pearson (1900); Cohen, J. (1988), Statistical Power Analysis, chapter 7. Checked
 * against R 4.2.2 {@code chisq.test(c(30, 50, 20), p = c(.25, .5, .25))}: χ² 2, p .3678794.
 *
 * @param chiSquare the statistic
 * @param degreesOfFreedom categories with a positive share, minus 1
 * @param p upper tail probability
 * @param effectW Cohen's w; .1 small, .3 medium, .5 large
 * @param observed answers in each category
 * @param expected answers expected in each category
 * @param residuals standardised residuals; empty for a category that is certain or impossible
 * @param used answers in all
 * @param warnings sparse categories, or why nothing is available
 */
public record Representativeness(
    OptionalDouble chiSquare,
    int degreesOfFreedom,
    OptionalDouble p,
    OptionalDouble effectW,
    int[] observed,
    double[] expected,
    List<OptionalDouble> residuals,
    int used,
    List<Warning> warnings) {

  private static final double RULE_OF_THUMB = 5;

  /**
   * Compares counts with population shares.
   *
   * @param observed answers in each category
   * @param populationShares share of the population in each category, any unit; normalised
   * @throws IllegalArgumentException for unequal lengths, negative values or an answer where the
   *     population has none
   */
  public static Representativeness of(int[] observed, double[] populationShares) {
    Arguments.sameLength(observed.length, populationShares.length, "counts and shares");
    double sum = Arrays.stream(populationShares).sum();
    Arguments.require(sum > 0 && Double.isFinite(sum), "shares must be positive", sum);
    int n = Arrays.stream(observed).sum();
    double[] expected = new double[observed.length];
    double[] residual = new double[observed.length];
    double chiSquare = 0;
    int df = -1;
    for (int c = 0; c < observed.length; c++) {
      double share = populationShares[c] / sum;
      Arguments.notNegative(observed[c], "count");
      Arguments.require(share >= 0, "shares must not be negative", share);
      Arguments.require(share > 0 || observed[c] == 0, "answers in a category of share 0", c + 1);
      expected[c] = n * share;
      double gap = observed[c] - expected[c];
      residual[c] = gap / Math.sqrt(expected[c] * (1 - share));
      chiSquare += expected[c] > 0 ? gap * gap / expected[c] : 0;
      df += share > 0 ? 1 : 0;
    }
    boolean defined = n > 0 && df > 0;
    return new Representativeness(
        defined ? OptionalDouble.of(chiSquare) : OptionalDouble.empty(),
        df,
        defined
            ? OptionalDouble.of(Distributions.chiSquareUpper(chiSquare, df))
            : OptionalDouble.empty(),
        defined ? OptionalDouble.of(Math.sqrt(chiSquare / n)) : OptionalDouble.empty(),
        observed.clone(),
        expected,
        Optionals.finite(residual),
        n,
        warnings(expected, n, df));
  }

  private static List<Warning> warnings(double[] expected, int n, int df) {
    if (n == 0) {
      return List.of(Warning.of(Warning.Kind.NO_DATA));
    }
    var warnings = new ArrayList<Warning>();
    if (df == 0) {
      warnings.add(Warning.of(Warning.Kind.ONE_CATEGORY));
    }
    for (int c = 0; c < expected.length; c++) {
      if (expected[c] > 0 && expected[c] < RULE_OF_THUMB) {
        warnings.add(Warning.of(Warning.Kind.SPARSE, "category " + (c + 1)));
      }
    }
    return List.copyOf(warnings);
  }
}
