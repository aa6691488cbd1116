package org.rolewright.psychometrics.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Content validity of one item by experts' relevance ratings, corrected for chance.
 *
 * <p>I-CVI = A/N, A the experts who rate it relevant; p_c = C(N, A) ½^N; modified kappa k* = (I-CVI
 * − p_c) / (1 − p_c). No expert: undefined.
 *
 * <p>Source: Polit, D. F., Beck, C. T. &amp; Owen, S. V. (2007), Research in Nursing &amp; Health
 * 30, 459–467; Lynn (1986), Nursing Research 35, 382. Checked against their table 4 and R 4.2.2.
 *
 * @param index I-CVI
 * @param chance p_c, probability of this many by chance
 * @param kappa k*
 * @param agree experts who rate it relevant
 * @param experts experts who answered
 * @param warnings {@link Warning.Kind#NO_DATA} or {@link Warning.Kind#ONE_RATER}
 */
public record ContentValidityIndex(
    OptionalDouble index,
    OptionalDouble chance,
    OptionalDouble kappa,
    int agree,
    int experts,
    List<Warning> warnings) {

  /**
   * From counts.
   *
   * @param agree experts who rate it relevant, 0 … experts
   * @param experts experts who answered
   * @throws IllegalArgumentException for counts out of range
   */
  public static ContentValidityIndex of(int agree, int experts) {
    Arguments.notNegative(agree, "agree");
    Arguments.require(agree <= experts, "more votes than experts", agree + " of " + experts);
    if (experts == 0) {
      return new ContentValidityIndex(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          0,
          0,
          List.of(Warning.of(Warning.Kind.NO_DATA)));
    }
    double index = agree / (double) experts;
    double chance = BinomialDistribution.of(experts, 0.5).probability(agree);
    return new ContentValidityIndex(
        OptionalDouble.of(index),
        OptionalDouble.of(chance),
        OptionalDouble.of((index - chance) / (1 - chance)),
        agree,
        experts,
        experts == 1 ? List.of(Warning.of(Warning.Kind.ONE_RATER)) : List.of());
  }

  /**
   * A whole scale.
   *
   * @param items one per item
   * @param average S-CVI/Ave, mean of the items' I-CVI; empty without an item that has one
   * @param universal S-CVI/UA, share of items that every expert rates relevant
   * @param warnings of the items, numbered from 1
   */
  public record Scale(
      List<ContentValidityIndex> items,
      OptionalDouble average,
      OptionalDouble universal,
      List<Warning> warnings) {}

  /**
   * From ratings.
   *
   * @param ratings {@code ratings[item][expert]}, usually 1–4, {@code NaN} = blank (lowers that
   *     item's N)
   * @param relevantFrom least rating that counts as relevant, usually 3
   * @throws IllegalArgumentException for rows of unequal length or none
   */
  public static Scale ofScale(double[][] ratings, double relevantFrom) {
    Arguments.rectangular(ratings, "ratings");
    var items = Arrays.stream(ratings).map(row -> item(row, relevantFrom)).toList();
    var known = items.stream().filter(i -> i.index().isPresent()).toList();
    var warnings = new ArrayList<Warning>();
    for (int i = 0; i < items.size(); i++) {
      for (Warning warning : items.get(i).warnings()) {
        warnings.add(Warning.of(warning.kind(), "item " + (i + 1)));
      }
    }
    double universal = known.stream().filter(i -> i.agree() == i.experts()).count();
    return new Scale(
        items,
        known.stream().mapToDouble(i -> i.index().getAsDouble()).average(),
        known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(universal / known.size()),
        List.copyOf(warnings));
  }

  private static ContentValidityIndex item(double[] ratings, double relevantFrom) {
    long experts = Arrays.stream(ratings).filter(v -> !Double.isNaN(v)).count();
    long agree = Arrays.stream(ratings).filter(v -> v >= relevantFrom).count();
    return of((int) agree, (int) experts);
  }
}
