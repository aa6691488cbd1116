package org.rolewright.itembank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When an item rests, how long a pilot lasts, how many review.
 *
 * @param exposureLimit how many candidates may see a version; empty for no limit
 * @param pilotTarget how many candidates a pilot needs; then it is not taken into new forms
 * @param lowestP easiness below which an item is too hard
 * @param highestP easiness above which an item is too easy
 * @param lowestRpb discrimination below which an item does not tell candidates apart
 * @param referenceNoticeDays how long before a reference expires its items are named
 */
public record BankRules(
    Optional<Integer> exposureLimit,
    int pilotTarget,
    double lowestP,
    double highestP,
    double lowestRpb,
    Reviewers reviewers,
    int referenceNoticeDays) {

  /** How many votes each review needs; content is never reviewed by fewer than two. */
  public record Reviewers(int contentReview, int editorial, int fairnessReview) {}

  /**
   * What common practice asks for: a pilot on at least 100 candidates, p between .30 and .95, a
   * point-biserial of at least .15.
   */
  public static final BankRules COMMON =
      new BankRules(Optional.empty(), 100, 0.30, 0.95, 0.15, new Reviewers(2, 1, 1), 90);

  /** Why a version should not be taken into a new form; empty when it may. */
  List<String> rests(ItemState state, long exposure, OptionalDouble p, OptionalDouble rpb) {
    var reasons = new ArrayList<String>();
    if (exposureLimit.filter(limit -> exposure >= limit).isPresent()) reasons.add("exposureLimit");
    if (state == ItemState.PILOT && exposure >= pilotTarget) reasons.add("pilotDone");
    boolean outside =
        (p.isPresent() && (p.getAsDouble() < lowestP || p.getAsDouble() > highestP))
            || (rpb.isPresent() && rpb.getAsDouble() < lowestRpb);
    if (outside) reasons.add("statistics");
    return List.copyOf(reasons);
  }
}
