package org.rolewright.psychometrics.classical;

import static org.rolewright.psychometrics.Arguments.rectangular;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.agreement.CoefficientAlpha;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;

/**
 * Classical item analysis: difficulty and discrimination of every item, reliability of the test.
 *
 * <p>Formulas, with X the total, s² variances with divisor n − 1 and k items: point-biserial
 * r(item, X); corrected r(item, X − item); biserial (M₁ − M₀)/σ_X · pq/φ(Φ⁻¹(p)) with σ_X of
 * divisor n; alpha k/(k − 1) · (1 − Σs²_i/s²_X), which is KR-20 for 0/1 items; KR-21 k/(k − 1) · (1
 * − X̄(k − X̄)/(kσ²_X)); SEM s_X √(1 − alpha); upper–lower difference D of the groups of the given
 * share (27 % unless told otherwise), everyone tied at a group's boundary score included.
 *
 * <p>Input: {@code scores[person][item]}, usually 0/1, {@code NaN} = blank. A blank earns nothing
 * in the total; in the statistics of its item it counts as the {@link BlankRule} says ({@code
 * WRONG} unless told otherwise), and so do the variances in alpha, where a blank is 0.
 *
 * <p>Special cases: a constant item has no discrimination (empty, {@code NO_VARIANCE}) and stays in
 * k; without variance of the total nothing but difficulty is defined; one item has no alpha ({@code
 * ONE_ITEM}); when everyone is at the boundary score of both groups D is empty ({@code TIE});
 * partial credit has no biserial ({@code NOT_ATTAINABLE}) and no KR-21. Negative alpha is reported
 * as it is.
 *
 * <p>Sources: Lord &amp; Novick (1968), Statistical Theories of Mental Test Scores, chapter 15;
 * Kuder &amp; Richardson (1937), Psychometrika 2, 151–160; Henrysson (1963), Psychometrika 28,
 * 211–218; Kelley (1939), Journal of Educational Psychology 30, 17–24. Checked against R 4.2.2 with
 * {@code psych} 2.2.9 on the LSAT sections of Bock &amp; Lieberman (1970).
 */
public final class ItemAnalysis {
  private final BlankRule blanks;
  private final double groupShare;

  private ItemAnalysis(BlankRule blanks, double groupShare) {
    this.blanks = blanks;
    this.groupShare = groupShare;
  }

  /**
   * What the test did.
   *
   * @param persons number of persons
   * @param items statistics of the items, in order
   * @param totals total score of each person
   * @param mean mean total
   * @param sd standard deviation of the totals, divisor n − 1
   * @param alpha coefficient alpha; KR-20 when all scores are 0/1
   * @param kr21 KR-21, from mean and variance of the totals only; 0/1 items only
   * @param sem standard error of measurement by alpha
   * @param groupSizeRequested persons asked for in the upper and in the lower group
   * @param lowerGroup persons in the lower group, ties included
   * @param upperGroup persons in the upper group, ties included
   * @param warnings what a reader must know, items by their 1-based number
   */
  public record Result(
      int persons,
      List<ItemStatistics> items,
      List<Double> totals,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble alpha,
      OptionalDouble kr21,
      OptionalDouble sem,
      int groupSizeRequested,
      int lowerGroup,
      int upperGroup,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      items = List.copyOf(items);
      totals = List.copyOf(totals);
      warnings = List.copyOf(warnings);
    }
  }

  /** Blanks are wrong, groups of 27 %. */
  public static ItemAnalysis withDefaults() {
    return new ItemAnalysis(BlankRule.WRONG, 0.27);
  }

  /** What a blank counts as. */
  public ItemAnalysis with(BlankRule rule) {
    return new ItemAnalysis(rule, groupShare);
  }

  /**
   * Size of the upper and the lower group.
   *
   * @param share of the persons, above 0 and at most 0.5
   */
  public ItemAnalysis withGroupShare(double share) {
    require(share > 0 && share <= 0.5, "group share must lie in (0, 0.5]", share);
    return new ItemAnalysis(blanks, share);
  }

  /** {@link #estimate} with the defaults. */
  public static Result of(double[][] scores) {
    return withDefaults().estimate(scores);
  }

  /**
   * Analyses the items.
   *
   * @param scores {@code scores[person][item]}, {@code NaN} = blank
   * @throws IllegalArgumentException if there is no person, rows differ in length or a score is
   *     infinite
   */
  public Result estimate(double[][] scores) {
    int k = rectangular(scores, "scores");
    require(k > 0, "scores must have items", k);
    return new Run(scores, k).result();
  }

  /** One analysis: the totals once, then item by item. */
  private final class Run {
    final double[][] kept;
    final double[][] earned;
    final double[] totals;
    final int k;
    final boolean dichotomous;
    final CoefficientAlpha.Result alpha;
    final ExtremeGroups groups;
    final List<Warning> warnings = new ArrayList<>();

    Run(double[][] scores, int k) {
      this.k = k;
      kept = blanks.apply(scores);
      earned = BlankRule.WRONG.apply(scores);
      totals = Totals.of(earned);
      dichotomous = Totals.dichotomous(earned);
      alpha = CoefficientAlpha.of(earned);
      groups = ExtremeGroups.of(totals, groupShare);
    }

    Result result() {
      warnAboutTheTest();
      var items = new ArrayList<ItemStatistics>();
      for (int i = 0; i < k; i++) {
        items.add(item(i));
      }
      if (alpha.alpha().orElse(0) < 0) {
        warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "alpha"));
      }
      return new Result(
          totals.length,
          items,
          Totals.list(totals),
          Optionals.finite(Moments.mean(totals)),
          Optionals.finite(Moments.sd(totals)),
          alpha.alpha(),
          dichotomous ? KuderRichardson21.of(totals, k).value() : OptionalDouble.empty(),
          alpha.standardError(),
          groups.requested(),
          groups.lowerSize(),
          groups.upperSize(),
          warnings);
    }

    private void warnAboutTheTest() {
      if (totals.length < 2) {
        warnings.add(Warning.of(Kind.ONE_PERSON));
      } else if (Moments.isConstant(totals)) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "total"));
      }
      if (k == 1) {
        warnings.add(Warning.of(Kind.ONE_ITEM));
      }
      if (groups.overlap()) {
        warnings.add(Warning.of(Kind.TIE, "upper and lower group"));
      }
      if (!dichotomous) {
        warnings.add(Warning.of(Kind.NOT_ATTAINABLE, "biserial and KR-21 of partial credit"));
      }
    }

    private ItemStatistics item(int i) {
      double[] keptColumn = Matrices.column(kept, i);
      double[] item = Matrices.answered(keptColumn);
      double[] total = Totals.where(totals, keptColumn);
      double[] rest = minus(total, item);
      double pointBiserial = Moments.correlation(item, total);
      double variance = Moments.variance(item);
      warnAbout(i, item, total, rest);
      return new ItemStatistics(
          item.length,
          totals.length - item.length,
          Optionals.finite(Moments.mean(item)),
          Optionals.finite(variance),
          Optionals.finite(pointBiserial),
          Optionals.finite(Moments.correlation(item, rest)),
          biserial(item, total),
          biserial(item, rest),
          alpha.perItem().get(i).alphaIfDeleted(),
          Optionals.finite(pointBiserial * Math.sqrt(variance)),
          groups.difference(keptColumn));
    }

    private void warnAbout(int i, double[] item, double[] total, double[] rest) {
      String name = "item " + (i + 1);
      if (item.length < totals.length) {
        warnings.add(Warning.of(item.length == 0 ? Kind.NO_DATA : Kind.DROPPED_MISSING, name));
      }
      if (item.length > 0 && Moments.isConstant(item)) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, name));
      } else if (item.length > 0 && (Moments.isConstant(rest) || Moments.isConstant(total))) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, name + " rest score"));
      }
    }

    private OptionalDouble biserial(double[] item, double[] score) {
      return dichotomous && !Moments.isConstant(item) && !Moments.isConstant(score)
          ? Optionals.finite(ItemAnalysis.biserial(item, score))
          : OptionalDouble.empty();
    }
  }

  private static double biserial(double[] item, double[] score) {
    double p = Moments.mean(item);
    double right = 0;
    double wrong = 0;
    for (int i = 0; i < item.length; i++) {
      right += item[i] * score[i];
      wrong += (1 - item[i]) * score[i];
    }
    double difference = right / (p * item.length) - wrong / ((1 - p) * item.length);
    double ordinate = Distributions.normalDensity(Distributions.normalQuantile(p));
    double sd = Math.sqrt(Moments.populationVariance(score));
    return difference / sd * p * (1 - p) / ordinate;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
