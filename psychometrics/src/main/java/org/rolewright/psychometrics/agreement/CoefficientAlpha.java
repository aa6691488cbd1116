package org.rolewright.psychometrics.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;
import org.rolewright.psychometrics.data.Matrices;

/**
 * Cronbach's coefficient alpha: how far the total over k items would rank persons as another set of
 * such items would.
 *
 * <pre>α          = k/(k − 1) · (1 − Σ s²ᵢ / s²_X)
 * standardised = k r̄ / (1 + (k − 1) r̄)        r̄ = mean correlation between items</pre>
 *
 * with the interval of {@link FeldtInterval}, and per item: correlation with the total, with the
 * rest, and alpha without the item. Two passes over the data; no covariance matrix is formed unless
 * missing answers are taken pairwise.
 *
 * <p><b>Input.</b> {@code responses[person][item]}, any numeric scale, {@code NaN} = not answered.
 * The persons (rows) are the objects of measurement. For the profile of a task survey the tasks are
 * the objects: hand in {@code [task][respondent]}.
 *
 * <p><b>Missing.</b> {@link Missing#LISTWISE} (default) uses persons who answered every item;
 * {@link Missing#PAIRWISE} uses each covariance's own persons, and the smallest of their counts as
 * n of the interval.
 *
 * <p><b>Special cases.</b> A constant item counts in k ({@link ConstantItems#KEEP}, default) or not
 * ({@link ConstantItems#DROP}); while it counts, standardised alpha is undefined. Undefined with
 * one item, one person or a constant total. Negative values are reported as they are and flagged.
 *
 * <p>Source: Cronbach, L. J. (1951), Psychometrika 16, 297–334; Enders, C. K. (2003), Psychological
 * Methods 8, 322–337 (missing data). Checked against R psych 2.2.9 {@code alpha} (pairwise; it
 * drops constant items) and base R (listwise).
 */
public final class CoefficientAlpha {

  /** Which persons a figure rests on when answers are missing. */
  public enum Missing {
    /** Persons with an answer on every item. */
    LISTWISE,
    /** For each pair of items, persons with an answer on both. */
    PAIRWISE
  }

  /** Whether an item on which everyone scored the same counts as an item. */
  public enum ConstantItems {
    /** It counts in k. */
    KEEP,
    /** It is left out, as R's psych does. */
    DROP
  }

  private final Missing missing;
  private final ConstantItems constantItems;
  private final double confidence;

  private CoefficientAlpha(Missing missing, ConstantItems constantItems, double confidence) {
    this.missing = missing;
    this.constantItems = constantItems;
    this.confidence = Arguments.confidence(confidence);
  }

  /** Listwise, constant items kept, 95 % interval. */
  public static CoefficientAlpha withDefaults() {
    return new CoefficientAlpha(Missing.LISTWISE, ConstantItems.KEEP, 0.95);
  }

  /** The result with the defaults. */
  public static Result of(double[][] responses) {
    return withDefaults().estimate(responses);
  }

  /** The same with another rule for missing answers. */
  public CoefficientAlpha with(Missing rule) {
    return new CoefficientAlpha(rule, constantItems, confidence);
  }

  /** The same with another rule for constant items. */
  public CoefficientAlpha with(ConstantItems rule) {
    return new CoefficientAlpha(missing, rule, confidence);
  }

  /** The same with another confidence of the interval, inside (0, 1). */
  public CoefficientAlpha withConfidence(double level) {
    return new CoefficientAlpha(missing, constantItems, level);
  }

  /**
   * One item among the others.
   *
   * @param variance divisor n − 1
   * @param totalCorrelation Pearson correlation with the total, the item included
   * @param restCorrelation Pearson correlation with the total of the other items
   * @param alphaIfDeleted alpha of the other items
   */
  public record Item(
      OptionalDouble variance,
      OptionalDouble totalCorrelation,
      OptionalDouble restCorrelation,
      OptionalDouble alphaIfDeleted) {}

  /**
   * Alpha and what it rests on.
   *
   * @param alpha raw alpha
   * @param standardised alpha of standardised items
   * @param interval Feldt's interval of raw alpha
   * @param items k, number of items counted
   * @param used persons with an answer that entered
   * @param dropped persons left out
   * @param meanCorrelation r̄, mean correlation between two items
   * @param itemVarianceSum Σ s²ᵢ
   * @param totalVariance s²_X, divisor n − 1
   * @param standardError of measurement: s_X √(1 − α), in points of the total
   * @param perItem one entry per column, in order
   * @param warnings what a reader must know
   */
  public record Result(
      OptionalDouble alpha,
      OptionalDouble standardised,
      Optional<Interval> interval,
      int items,
      int used,
      int dropped,
      OptionalDouble meanCorrelation,
      OptionalDouble itemVarianceSum,
      OptionalDouble totalVariance,
      OptionalDouble standardError,
      List<Item> perItem,
      List<Warning> warnings) {

    /** Copies the lists. */
    public Result {
      perItem = List.copyOf(perItem);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Estimates alpha.
   *
   * @param responses {@code responses[person][item]}, {@code NaN} = not answered
   * @throws IllegalArgumentException for no rows, unequal rows or an infinite value
   */
  public Result estimate(double[][] responses) {
    int columns = Tables.columns(responses, "responses");
    return switch (missing) {
      case LISTWISE -> {
        double[][] rows = Matrices.completeRows(responses);
        int dropped = responses.length - rows.length;
        yield rows.length < 2
            ? undefined(columns, rows.length, dropped)
            : result(ItemMoments.ofComplete(rows), rows.length, dropped);
      }
      case PAIRWISE -> {
        double[][] rows = Tables.answeredRows(responses);
        int dropped = responses.length - rows.length;
        if (rows.length < 2) {
          yield undefined(columns, rows.length, dropped);
        }
        var pairwise = Covariances.pairwise(rows);
        yield pairwise.smallestCount() < 2
            ? undefined(columns, pairwise.smallestCount(), dropped)
            : result(
                ItemMoments.ofCovariances(pairwise.matrix(), pairwise.smallestCount()),
                rows.length,
                dropped);
      }
    };
  }

  private static Result undefined(int items, int used, int dropped) {
    var warnings = new ArrayList<Warning>();
    warnings.add(Warning.of(Tables.tooFewPersons(used)));
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    var none = OptionalDouble.empty();
    return new Result(
        none,
        none,
        Optional.empty(),
        items,
        used,
        dropped,
        none,
        none,
        none,
        none,
        IntStream.range(0, items).mapToObj(_ -> new Item(none, none, none, none)).toList(),
        warnings);
  }

  private Result result(ItemMoments moments, int used, int dropped) {
    int varying = moments.varyingItems();
    int k = constantItems == ConstantItems.KEEP ? moments.variance().length : varying;
    double total = moments.totalVariance();
    OptionalDouble alpha = alpha(k, moments.varianceSum(), total);
    double meanR =
        varying == k && k > 1 ? (moments.correlationSum() - k) / (k * (k - 1.0)) : Double.NaN;
    return new Result(
        alpha,
        Optionals.ratio(k * meanR, 1 + (k - 1) * meanR),
        alpha.isPresent() && alpha.getAsDouble() <= 1
            ? FeldtInterval.of(alpha.getAsDouble(), moments.persons(), k, confidence)
            : Optional.empty(),
        k,
        used,
        dropped,
        Optionals.finite(meanR),
        Optionals.finite(moments.varianceSum()),
        Optionals.finite(total),
        alpha.isPresent()
            ? Optionals.finite(Math.sqrt(total * (1 - alpha.getAsDouble())))
            : OptionalDouble.empty(),
        IntStream.range(0, moments.variance().length).mapToObj(i -> item(moments, i, k)).toList(),
        warnings(moments, alpha, k, dropped));
  }

  private static OptionalDouble alpha(int k, double varianceSum, double totalVariance) {
    return k < 2 || totalVariance <= 0
        ? OptionalDouble.empty()
        : Optionals.finite(k / (k - 1.0) * (1 - varianceSum / totalVariance));
  }

  private static Item item(ItemMoments moments, int i, int k) {
    double variance = moments.variance()[i];
    double total = moments.totalVariance();
    double rest = moments.restVariance(i);
    double covariance = moments.totalCovariance()[i];
    boolean counted = variance > 0 || k == moments.variance().length;
    return new Item(
        Optionals.finite(variance),
        correlation(covariance, variance, total),
        correlation(covariance - variance, variance, rest),
        counted ? alpha(k - 1, moments.varianceSum() - variance, rest) : OptionalDouble.empty());
  }

  private static OptionalDouble correlation(double covariance, double first, double second) {
    return first > 0 && second > 0
        ? Optionals.finite(covariance / Math.sqrt(first) / Math.sqrt(second))
        : OptionalDouble.empty();
  }

  private static List<Warning> warnings(
      ItemMoments moments, OptionalDouble alpha, int k, int dropped) {
    var warnings = new ArrayList<Warning>();
    if (k < 2) {
      warnings.add(Warning.of(Kind.ONE_ITEM));
    }
    if (moments.persons() == 2) {
      warnings.add(Warning.of(Kind.SPARSE));
    }
    if (moments.totalVariance() == 0) {
      warnings.add(Warning.of(Kind.NO_VARIANCE, "total"));
    }
    if (moments.totalVariance() < 0 || alpha.orElse(0) > 1) {
      warnings.add(Warning.of(Kind.OUT_OF_BOUNDS, "alpha"));
    }
    if (alpha.orElse(0) < 0) {
      warnings.add(Warning.of(Kind.NEGATIVE_ESTIMATE, "alpha"));
    }
    if (dropped > 0) {
      warnings.add(Warning.of(Kind.DROPPED_MISSING));
    }
    for (int i = 0; i < moments.variance().length; i++) {
      if (moments.variance()[i] == 0) {
        warnings.add(Warning.of(Kind.NO_VARIANCE, "item " + (i + 1)));
      } else if (moments.totalCovariance()[i] < moments.variance()[i] && k > 1) {
        warnings.add(Warning.of(Kind.REVERSED, "item " + (i + 1)));
      }
    }
    return warnings;
  }
}
