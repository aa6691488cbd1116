package org.rolewright.psychometrics.cutscore;

import static org.rolewright.psychometrics.Arguments.rectangular;
import static org.rolewright.psychometrics.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Distributions;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.math.Quantile;

/**
 * Modified Angoff: the expected raw score of a borderline candidate, judged item by item.
 *
 * <p>Each rater gives, per item, the probability that a borderline candidate answers rightly; the
 * cut is the sum of the items' mean judgements. Standard error with the items fixed: s_J/√J over
 * the raters' own cuts, which equals I√(σ²_j/J + σ²_ji/(JI)); with the items taken as a sample:
 * I√(σ²_j/J + σ²_i/I + σ²_ji/(JI)), negative components as 0 there.
 *
 * <p>Input: {@code ratings[rater][item]} as proportions 0–1 or percents 0–100 (see {@link Unit};
 * never both), {@code NaN} = no judgement. A rater's own cut is the mean of the judgements given
 * times the number of items. Missing judgements: see {@link Missing}; mean squares and components
 * always rest on the raters without a gap.
 *
 * <p>Special cases: one rater has a cut but no standard deviation, error or component ({@code
 * ONE_RATER}); one item has no residual ({@code ONE_ITEM}); an item nobody judged leaves the
 * item-mean cut empty ({@code NO_DATA}); fewer than three raters have no trimmed cut; rules other
 * than the mean lack some standard errors ({@code NOT_ATTAINABLE}); percents with values between 0
 * and 1 among them get {@code MIXED_SCALE}; negative components are reported as they are ({@code
 * NEGATIVE_ESTIMATE}).
 *
 * <p>Sources: Angoff (1971) in Educational Measurement, 2nd ed., 508–600; Brennan &amp; Lockwood
 * (1980), Applied Psychological Measurement 4, 219–240; Cizek &amp; Bunch (2007), Standard Setting,
 * chapter 6. Checked against R 4.2.2 ({@code lme4} 1.1.31 for the components).
 */
public final class ModifiedAngoff {

  /** What the judgements are. */
  public enum Unit {
    /** Probabilities 0–1. */
    PROPORTION(1),
    /** Percents 0–100. */
    PERCENT(100);

    private final double maximum;

    Unit(double maximum) {
      this.maximum = maximum;
    }
  }

  /** How the cut is had when judgements are missing; without gaps all three agree. */
  public enum Missing {
    /** Sum over items of the mean of the judgements given. */
    ITEM_MEAN,
    /** Mean over raters of their own cuts. */
    RATER_MEAN,
    /** Only raters who judged every item. */
    LISTWISE
  }

  /** How the raters become one cut. */
  public enum Trim {
    /** The mean of all raters. */
    NONE,
    /** The mean of the raters' own cuts without the lowest and the highest; no standard error. */
    TWO_EXTREMES,
    /** The median of the raters' own cuts; standard error 1.2533 s_J/√J. */
    MEDIAN
  }

  /**
   * Mean squares and variance components of raters × items, on the proportion scale.
   *
   * @param raterMeanSquare raters
   * @param itemMeanSquare items
   * @param residualMeanSquare raters × items, the residual
   * @param rater σ²_j
   * @param item σ²_i
   * @param residual σ²_ji
   */
  public record Components(
      OptionalDouble raterMeanSquare,
      OptionalDouble itemMeanSquare,
      OptionalDouble residualMeanSquare,
      OptionalDouble rater,
      OptionalDouble item,
      OptionalDouble residual) {}

  /**
   * The cut and what it rests on; scores are raw scores, number right.
   *
   * @param cut by the rules chosen
   * @param percent the cut as percent of the items
   * @param raterCuts each rater's own cut; empty for a rater without judgements
   * @param median of the raters' own cuts
   * @param trimmed mean of the raters' own cuts without lowest and highest
   * @param sd standard deviation s_J of the raters' own cuts
   * @param standardError of the cut, items fixed
   * @param standardErrorItemsRandom of the cut for a new sample of items
   * @param itemMeans mean judgement of each item, as a proportion
   * @param itemSds standard deviation of the judgements of each item
   * @param components mean squares and variance components
   * @param absoluteAgreement of the panel's item means, raters random
   * @param consistency of the panel's item means, raters fixed
   * @param used raters used for the cut
   * @param dropped raters left out
   * @param missingJudgements cells without a judgement
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble cut,
      OptionalDouble percent,
      List<OptionalDouble> raterCuts,
      OptionalDouble median,
      OptionalDouble trimmed,
      OptionalDouble sd,
      OptionalDouble standardError,
      OptionalDouble standardErrorItemsRandom,
      List<OptionalDouble> itemMeans,
      List<OptionalDouble> itemSds,
      Components components,
      OptionalDouble absoluteAgreement,
      OptionalDouble consistency,
      int used,
      int dropped,
      int missingJudgements,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      raterCuts = List.copyOf(raterCuts);
      itemMeans = List.copyOf(itemMeans);
      itemSds = List.copyOf(itemSds);
      warnings = List.copyOf(warnings);
    }

    /**
     * Half the width of the two-sided interval around the cut, by Student's t over the raters used;
     * empty where there is no standard error.
     *
     * @param confidence for example 0.95
     */
    public OptionalDouble margin(double confidence) {
      return standardError.isPresent()
          ? OptionalDouble.of(
              Distributions.tTwoSided(confidence, used - 1.0) * standardError.getAsDouble())
          : OptionalDouble.empty();
    }

    Result and(Warning warning) {
      var more = new ArrayList<>(warnings);
      more.add(warning);
      return new Result(
          cut,
          percent,
          raterCuts,
          median,
          trimmed,
          sd,
          standardError,
          standardErrorItemsRandom,
          itemMeans,
          itemSds,
          components,
          absoluteAgreement,
          consistency,
          used,
          dropped,
          missingJudgements,
          more);
    }
  }

  private final Unit unit;
  private final Missing missing;
  private final Trim trim;

  private ModifiedAngoff(Unit unit, Missing missing, Trim trim) {
    this.unit = unit;
    this.missing = missing;
    this.trim = trim;
  }

  /** Proportions, item means, mean of all raters. */
  public static ModifiedAngoff withDefaults() {
    return new ModifiedAngoff(Unit.PROPORTION, Missing.ITEM_MEAN, Trim.NONE);
  }

  /** What the judgements are. */
  public ModifiedAngoff with(Unit judgements) {
    return new ModifiedAngoff(judgements, missing, trim);
  }

  /** How missing judgements are treated. */
  public ModifiedAngoff with(Missing rule) {
    return new ModifiedAngoff(unit, rule, trim);
  }

  /** How the raters become one cut. */
  public ModifiedAngoff with(Trim rule) {
    return new ModifiedAngoff(unit, missing, rule);
  }

  /** {@link #estimate} with the defaults. */
  public static Result of(double[][] ratings) {
    return withDefaults().estimate(ratings);
  }

  /**
   * Estimates the cut.
   *
   * @param ratings {@code ratings[rater][item]} in the unit chosen, {@code NaN} = no judgement
   * @throws IllegalArgumentException if rows differ in length or a judgement is outside its unit
   */
  public Result estimate(double[][] ratings) {
    int items = rectangular(ratings, "ratings");
    require(items > 0, "ratings must have items", items);
    return new Run(proportions(ratings), items, mixed(ratings)).result();
  }

  private double[][] proportions(double[][] ratings) {
    return Arrays.stream(ratings)
        .map(row -> Arrays.stream(row).map(this::proportion).toArray())
        .toArray(double[][]::new);
  }

  private double proportion(double rating) {
    require(!(rating < 0 || rating > unit.maximum), "judgement outside its unit", rating);
    return rating / unit.maximum;
  }

  private boolean mixed(double[][] ratings) {
    return unit == Unit.PERCENT
        && Arrays.stream(ratings).flatMapToDouble(Arrays::stream).anyMatch(x -> x > 0 && x < 1);
  }

  /** One estimate, on proportions. */
  private final class Run {
    final int items;
    final double[][] all;
    final double[][] used;
    final double[][] complete;
    final double[] cuts;
    final TwoWay anova;
    final List<Warning> warnings = new ArrayList<>();

    Run(double[][] ratings, int items, boolean mixed) {
      this.items = items;
      all = ratings;
      complete = Matrices.completeRows(ratings);
      used =
          missing == Missing.LISTWISE
              ? complete
              : Arrays.stream(ratings)
                  .filter(row -> Matrices.answered(row).length > 0)
                  .toArray(double[][]::new);
      cuts = Arrays.stream(used).mapToDouble(this::ownCut).toArray();
      anova = TwoWay.of(complete, items);
      if (mixed) {
        warnings.add(Warning.of(Kind.MIXED_SCALE));
      }
    }

    private double ownCut(double[] row) {
      return Moments.mean(Matrices.answered(row)) * items;
    }

    Result result() {
      warn();
      OptionalDouble cut = Optionals.finite(cut());
      double sd = Moments.sd(cuts);
      var itemMeans = perItem(Moments::mean);
      return new Result(
          cut,
          Optionals.finite(100 * cut.orElse(Double.NaN) / items),
          Optionals.finite(Arrays.stream(all).mapToDouble(this::ownCut).toArray()),
          Optionals.finite(median()),
          Optionals.finite(trimmed()),
          Optionals.finite(sd),
          Optionals.finite(standardError(sd)),
          Optionals.finite(standardErrorItemsRandom()),
          itemMeans,
          perItem(Moments::sd),
          components(),
          Optionals.finite(anova.absoluteAgreement()),
          Optionals.finite(anova.consistency()),
          used.length,
          all.length - used.length,
          missingJudgements(),
          warnings);
    }

    private void warn() {
      if (missingJudgements() > 0) {
        warnings.add(Warning.of(Kind.DROPPED_MISSING));
      }
      if (used.length < 2) {
        warnings.add(Warning.of(used.length == 0 ? Kind.NO_DATA : Kind.ONE_RATER));
      } else if (complete.length < 2) {
        warnings.add(Warning.of(Kind.TOO_FEW_OBSERVATIONS, "raters without a gap"));
      }
      if (items == 1) {
        warnings.add(Warning.of(Kind.ONE_ITEM));
      }
      if (trim != Trim.NONE) {
        warnings.add(Warning.of(Kind.NOT_ATTAINABLE, "standard error of the rule chosen"));
      }
      if (used.length > 0 && used.length < 3) {
        warnings.add(Warning.of(Kind.TOO_FEW_OBSERVATIONS, "trimmed cut"));
      }
      if (anova.raterVariance() < 0 || anova.itemVariance() < 0) {
        warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "variance component"));
      }
      for (int i = 0; i < items; i++) {
        if (used.length > 0 && judgements(i).length == 0) {
          warnings.add(Warning.of(Kind.NO_DATA, "item " + (i + 1)));
        }
      }
    }

    private double cut() {
      return switch (trim) {
        case TWO_EXTREMES -> trimmed();
        case MEDIAN -> median();
        case NONE ->
            missing == Missing.RATER_MEAN
                ? Moments.mean(cuts)
                : IntStream.range(0, items).mapToDouble(i -> Moments.mean(judgements(i))).sum();
      };
    }

    private double median() {
      return Quantile.TYPE_7.of(cuts, 0.5);
    }

    private double trimmed() {
      double[] sorted = Arrays.stream(cuts).sorted().toArray();
      return cuts.length < 3
          ? Double.NaN
          : Moments.mean(Arrays.copyOfRange(sorted, 1, sorted.length - 1));
    }

    private double standardError(double sd) {
      double ofMean = sd / Math.sqrt(cuts.length);
      return switch (trim) {
        case NONE -> ofMean;
        case MEDIAN -> Panel.MEDIAN_FACTOR * ofMean;
        case TWO_EXTREMES -> Double.NaN;
      };
    }

    private double standardErrorItemsRandom() {
      double j = anova.raters();
      return trim != Trim.NONE
          ? Double.NaN
          : items
              * Math.sqrt(
                  Math.max(0, anova.raterVariance()) / j
                      + Math.max(0, anova.itemVariance()) / items
                      + anova.residual() / (j * items));
    }

    private double[] judgements(int item) {
      return Matrices.answered(Matrices.column(used, item));
    }

    private List<OptionalDouble> perItem(java.util.function.ToDoubleFunction<double[]> figure) {
      return IntStream.range(0, items)
          .mapToObj(i -> Optionals.finite(figure.applyAsDouble(judgements(i))))
          .toList();
    }

    private Components components() {
      return new Components(
          Optionals.finite(anova.rater()),
          Optionals.finite(anova.item()),
          Optionals.finite(anova.residual()),
          Optionals.finite(anova.raterVariance()),
          Optionals.finite(anova.itemVariance()),
          Optionals.finite(anova.residual()));
    }

    private int missingJudgements() {
      return (int) Arrays.stream(all).flatMapToDouble(Arrays::stream).filter(Double::isNaN).count();
    }
  }
}
