package org.rolewright.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.psychometrics.cutscore.AngoffRounds;
import org.rolewright.psychometrics.cutscore.ModifiedAngoff;
import org.rolewright.psychometrics.cutscore.OutlyingRaters;
import org.rolewright.psychometrics.cutscore.RaterConsistency;
import org.rolewright.psychometrics.cutscore.YesNoAngoff;

/**
 * Computes what a round came to.
 *
 * @param items in order
 * @param difficulty share of candidates who answered an item rightly, where it may be used
 */
record RoundFigures(
    Setting.Method method, List<ItemVersionId> items, Map<ItemVersionId, Double> difficulty) {
  private static final double CONFIDENCE = 0.95;

  /** The figures of a round. */
  RoundResult of(RoundRatings round, Optional<RoundRatings> before) {
    var panelists = panelists(round);
    var matrix = round.matrix(panelists, items);
    var found = estimate(matrix);
    var margin = found.margin(CONFIDENCE);
    double cut = found.cut().orElseThrow();
    return new RoundResult(
        cut,
        found.standardError(),
        margin.isPresent()
            ? OptionalDouble.of(Math.max(0, cut - margin.getAsDouble()))
            : OptionalDouble.empty(),
        margin.isPresent()
            ? OptionalDouble.of(Math.min(items.size(), cut + margin.getAsDouble()))
            : OptionalDouble.empty(),
        found.median(),
        found.trimmed(),
        found.sd(),
        possible(found.absoluteAgreement()),
        raters(panelists, matrix, found),
        itemFigures(matrix, found),
        before.flatMap(earlier -> change(earlier, round)));
  }

  /** A correlation; an estimate beyond 1, from components that came out negative, says nothing. */
  private static OptionalDouble possible(OptionalDouble correlation) {
    return Math.abs(correlation.orElse(2)) <= 1 ? correlation : OptionalDouble.empty();
  }

  /** In an order that says nothing. */
  private static List<PersonId> panelists(RoundRatings round) {
    return round.percents().keySet().stream()
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .toList();
  }

  private ModifiedAngoff.Result estimate(double[][] matrix) {
    return switch (method) {
      case MODIFIED_ANGOFF -> ModifiedAngoff.of(matrix);
      case YES_NO_ANGOFF -> YesNoAngoff.of(matrix);
    };
  }

  private List<RoundResult.Rater> raters(
      List<PersonId> panelists, double[][] matrix, ModifiedAngoff.Result found) {
    var consistency = RaterConsistency.of(matrix, empirical());
    var review = OutlyingRaters.withDefaults().review(found.raterCuts(), consistency);
    return IntStream.range(0, panelists.size())
        .mapToObj(i ->
            new RoundResult.Rater(
                panelists.get(i),
                found.raterCuts().get(i).orElseThrow(),
                review.scores().get(i),
                consistency.raters().get(i).meanCorrelation(),
                consistency.raters().get(i).correlation(),
                review.findings().stream()
                    .filter(finding -> finding.rater() == i + 1)
                    .map(finding -> RoundResult.Flag.of(finding.reason()))
                    .toList()))
        .toList();
  }

  private double[] empirical() {
    return items.stream().mapToDouble(item -> difficulty.getOrDefault(item, Double.NaN)).toArray();
  }

  private List<RoundResult.Item> itemFigures(double[][] matrix, ModifiedAngoff.Result found) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> {
          double[] given = Arrays.stream(matrix).mapToDouble(row -> row[i]).toArray();
          var p = difficulty.get(items.get(i));
          return new RoundResult.Item(
              items.get(i),
              found.itemMeans().get(i).orElseThrow(),
              found.itemSds().get(i),
              Arrays.stream(given).min().orElseThrow(),
              Arrays.stream(given).max().orElseThrow(),
              p == null ? OptionalDouble.empty() : OptionalDouble.of(p));
        })
        .toList();
  }

  /** Over those who judged in both rounds. */
  private Optional<RoundResult.Change> change(RoundRatings before, RoundRatings after) {
    var both = new ArrayList<>(panelists(after));
    both.retainAll(before.percents().keySet());
    if (both.isEmpty()) return Optional.empty();
    var rounds = List.of(before.matrix(both, items), after.matrix(both, items));
    var change = AngoffRounds.of(ModifiedAngoff.withDefaults(), rounds).changes().getFirst();
    return Optional.of(
        new RoundResult.Change(
            change.cutChange(),
            change.judgementsChanged(),
            change.meanAbsoluteChange(),
            change.sdRatio()));
  }
}
