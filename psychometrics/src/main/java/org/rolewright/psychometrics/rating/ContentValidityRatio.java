package org.rolewright.psychometrics.rating;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.math.Distributions;

/**
 * Lawshe's content validity ratio: how far a panel agrees that something is essential.
 *
 * <p>CVR = (nₑ − N/2) / (N/2), from −1 to 1; 0 means exactly half said "essential". A panel that
 * has no members with an answer leaves it undefined. Panelists who left the question blank do not
 * count in N.
 *
 * <p>Source: Lawshe, C. H. (1975), Personnel Psychology 28, 563–575. Checked against R 4.2.2.
 *
 * @param value the ratio
 * @param essential panelists who said "essential"
 * @param panel panelists who answered, N
 * @param warnings {@link Warning.Kind#NO_DATA} for an empty panel, {@link Warning.Kind#ONE_RATER}
 *     for a panel of one
 */
public record ContentValidityRatio(
    OptionalDouble value, int essential, int panel, List<Warning> warnings) {

  /**
   * The ratio.
   *
   * @param essential panelists who said "essential", 0 … panel
   * @param panel panelists who answered
   * @throws IllegalArgumentException for counts out of range
   */
  public static ContentValidityRatio of(int essential, int panel) {
    Arguments.notNegative(essential, "essential");
    Arguments.require(essential <= panel, "more votes than panelists", essential + " of " + panel);
    if (panel == 0) {
      return new ContentValidityRatio(
          OptionalDouble.empty(), 0, 0, List.of(Warning.of(Warning.Kind.NO_DATA)));
    }
    return new ContentValidityRatio(
        OptionalDouble.of((essential - panel / 2.0) / (panel / 2.0)),
        essential,
        panel,
        panel == 1 ? List.of(Warning.of(Warning.Kind.ONE_RATER)) : List.of());
  }

  /**
   * The least agreement that chance (each panelist tossing a coin) would reach with probability at
   * most α.
   *
   * @param votes smallest number of "essential" that is significant; empty when none is
   * @param ratio the ratio at that number; empty when none is
   * @param probability P(X ≥ votes | N, ½), exact; empty when none is significant
   * @param normalRatio z / √N by the normal approximation, for comparison
   * @param warnings {@link Warning.Kind#NOT_ATTAINABLE} for panels too small
   */
  public record Critical(
      OptionalInt votes,
      OptionalDouble ratio,
      OptionalDouble probability,
      double normalRatio,
      List<Warning> warnings) {}

  /**
   * Corrected critical values by the exact binomial distribution. Lawshe's own table has an anomaly
   * at panels of 8 and 9.
   *
   * <p>Source: Ayre, C. &amp; Scally, A. J. (2014), Measurement and Evaluation in Counseling and
   * Development 47, 79–86; the approximation: Wilson, F. R., Pan, W. &amp; Schumsky, D. A. (2012),
   * same journal 45, 197–210. Checked against the published tables and R 4.2.2.
   *
   * @param panel N, at least 1
   * @param alpha one-sided level, inside (0, 1)
   * @throws IllegalArgumentException for values out of range
   */
  public static Critical critical(int panel, double alpha) {
    Arguments.require(panel >= 1, "panel must be at least 1", panel);
    Arguments.confidence(alpha);
    var chance = BinomialDistribution.of(panel, 0.5);
    double normal = Distributions.normalQuantile(1 - alpha) / Math.sqrt(panel);
    for (int votes = 0; votes <= panel; votes++) {
      double p = chance.survivalProbability(votes - 1);
      if (p <= alpha) {
        return new Critical(
            OptionalInt.of(votes),
            of(votes, panel).value(),
            OptionalDouble.of(p),
            normal,
            List.of());
      }
    }
    return new Critical(
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        normal,
        List.of(Warning.of(Warning.Kind.NOT_ATTAINABLE)));
  }
}
