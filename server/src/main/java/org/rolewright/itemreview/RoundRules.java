package org.rolewright.itemreview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.item.ContentRules;
import org.rolewright.itembank.BankRules;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itemreview.Round.Outcome;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Refusal.Fault;

/** When a draft may be reviewed, and when a round may end in which way. */
final class RoundRules {
  private RoundRules() {}

  /**
   * Refuses a draft that is not complete.
   *
   * @throws Refusal.Malformed naming every gap with its place in the content
   */
  static void requireComplete(ItemVersion version, boolean stimulusLocked) {
    var gaps = new ArrayList<>(ContentRules.gaps(version.content()));
    if (version.references().isEmpty())
      gaps.add(new Fault("/references", "referenceMissing", Map.of()));
    if (!stimulusLocked) gaps.add(new Fault("/stimulus", "stimulusNotLocked", Map.of()));
    if (!gaps.isEmpty()) throw new Refusal.Malformed(gaps);
  }

  /** How many votes a review needs. */
  static int needed(BankRules rules, ItemState review) {
    return switch (review) {
      case CONTENT_REVIEW -> Math.max(2, rules.reviewers().contentReview());
      case EDITORIAL -> rules.reviewers().editorial();
      case FAIRNESS_REVIEW -> rules.reviewers().fairnessReview();
      default -> throw new IllegalArgumentException(review + " is no review");
    };
  }

  /** Where a version goes when its round ends so. */
  static ItemState next(ItemState review, Outcome outcome) {
    return switch (outcome) {
      case BACK -> ItemState.DRAFT;
      case RETIRE -> ItemState.RETIRED;
      case FORWARD ->
          switch (review) {
            case CONTENT_REVIEW -> ItemState.EDITORIAL;
            case EDITORIAL -> ItemState.FAIRNESS_REVIEW;
            case FAIRNESS_REVIEW -> ItemState.APPROVED;
            default -> throw new IllegalArgumentException(review + " is no review");
          };
    };
  }

  /** Why a round cannot go forward yet; empty when it can. */
  static Optional<Refusal.BrokenRule> obstacle(Round round, List<Comment> comments) {
    long votes = round.votes();
    if (votes < round.needed())
      return Optional.of(
          new Refusal.BrokenRule(
              "a_round_needs_its_votes", Map.of("votes", votes, "needed", round.needed())));
    boolean against =
        round.reviewers().stream()
            .flatMap(reviewer -> reviewer.vote().stream())
            .anyMatch(vote -> vote.decision() != Vote.Decision.ACCEPT);
    if (against) return Optional.of(new Refusal.BrokenRule("a_round_goes_forward_when_all_accept"));
    long open = comments.stream().filter(Comment::open).count();
    if (open > 0)
      return Optional.of(
          new Refusal.BrokenRule("comments_are_resolved_first", Map.of("open", open)));
    return Optional.empty();
  }
}
