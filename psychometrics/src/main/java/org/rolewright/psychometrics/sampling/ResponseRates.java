package org.rolewright.psychometrics.sampling;

import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;

/**
 * Response, cooperation, refusal and contact rates by the AAPOR definitions.
 *
 * <p>RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)); RR2 adds P to the numerator; RR3 and RR4
 * multiply the unknown by e; RR5 and RR6 leave the unknown out (e = 0). COOP1 = I / (I + P + R +
 * O), COOP2 adds P; REF1 = R over all; CON1 = (I + P + R + O) over all.
 *
 * <p>Special cases: nobody answered gives 0; a rate over nobody is not available. Say in the report
 * how undeliverable invitations were classed: leaving them out raises the rate.
 *
 * <p>Source: American Association for Public Opinion Research (2023), Standard Definitions, 10th
 * ed. Checked against R 4.2.2.
 *
 * @param rr1 response rate 1
 * @param rr2 response rate 2, partial answers counted
 * @param rr3 response rate 3, only the eligible share of the unknown
 * @param rr4 response rate 4, as 3 with partial answers counted
 * @param rr5 response rate 5, the unknown left out
 * @param rr6 response rate 6, as 5 with partial answers counted
 * @param cooperation1 complete answers over all who were reached
 * @param cooperation2 complete and partial answers over all who were reached
 * @param refusal1 refusals over all
 * @param contact1 reached over all
 * @param warnings {@link Warning.Kind#NO_DATA} when nobody was invited
 */
public record ResponseRates(
    OptionalDouble rr1,
    OptionalDouble rr2,
    OptionalDouble rr3,
    OptionalDouble rr4,
    OptionalDouble rr5,
    OptionalDouble rr6,
    OptionalDouble cooperation1,
    OptionalDouble cooperation2,
    OptionalDouble refusal1,
    OptionalDouble contact1,
    List<Warning> warnings) {

  /**
   * What became of the invitations, as counts of people.
   *
   * @param complete I, complete by the study's own rule (for example at least 80 % of tasks rated)
   * @param partial P, answered in part
   * @param refused R
   * @param notContacted NC
   * @param other O, eligible and for other reasons without an answer
   * @param unknownReached UH, not known whether the person belongs to the population
   * @param unknownOther UO, other unknown eligibility, for example no sign of delivery
   */
  public record Dispositions(
      int complete,
      int partial,
      int refused,
      int notContacted,
      int other,
      int unknownReached,
      int unknownOther) {

    /** Refuses negative counts. */
    public Dispositions {
      Arguments.notNegative(complete, "complete");
      Arguments.notNegative(partial, "partial");
      Arguments.notNegative(refused, "refused");
      Arguments.notNegative(notContacted, "not contacted");
      Arguments.notNegative(other, "other");
      Arguments.notNegative(unknownReached, "unknown, reached");
      Arguments.notNegative(unknownOther, "unknown, other");
    }
  }

  /**
   * All rates.
   *
   * @param counts dispositions of all invitations
   * @param eligibleShare e, the estimated share of the unknown that belongs to the population, [0,
   *     1]
   * @throws IllegalArgumentException for a share outside [0, 1]
   */
  public static ResponseRates of(Dispositions counts, double eligibleShare) {
    Arguments.proportion(eligibleShare, "eligible share");
    double all = counts.complete() + counts.partial();
    double reached = all + counts.refused() + counts.other();
    double known = reached + counts.notContacted();
    double unknown = (double) counts.unknownReached() + counts.unknownOther();
    double total = known + unknown;
    double likely = known + eligibleShare * unknown;
    return new ResponseRates(
        Optionals.ratio(counts.complete(), total),
        Optionals.ratio(all, total),
        Optionals.ratio(counts.complete(), likely),
        Optionals.ratio(all, likely),
        Optionals.ratio(counts.complete(), known),
        Optionals.ratio(all, known),
        Optionals.ratio(counts.complete(), reached),
        Optionals.ratio(all, reached),
        Optionals.ratio(counts.refused(), total),
        Optionals.ratio(reached, total),
        known == 0 ? List.of(Warning.of(Warning.Kind.NO_DATA)) : List.of());
  }
}
