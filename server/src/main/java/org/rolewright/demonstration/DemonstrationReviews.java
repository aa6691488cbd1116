package org.rolewright.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.demonstration.DemonstrationAccounts.Account;
import org.rolewright.item.ItemType;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itemreview.CommentInput;
import org.rolewright.itemreview.Review;
import org.rolewright.itemreview.Round;
import org.rolewright.itemreview.Vote;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;

/** The fifth part: items go through their reviews; a few stay on their way, and as drafts. */
record DemonstrationReviews(
    Demonstration.Bank bank,
    Demonstration.Reviews reviews,
    Map<Account, Actor> people,
    LocalDate today) {
  private static final int DAYS = 14;

  private static final Map<ItemState, List<Account>> REVIEWERS =
      Map.of(
          ItemState.CONTENT_REVIEW, List.of(Account.REVIEWER, Account.SME),
          ItemState.EDITORIAL, List.of(Account.SECOND),
          ItemState.FAIRNESS_REVIEW, List.of(Account.SME));

  /** What is still to be answered where an item stays. */
  private static final Map<ItemState, String> REMARKS =
      Map.of(
          ItemState.CONTENT_REVIEW,
              "I could defend a second option in the county where I work. Please narrow the stem, or say why not in the rationale.",
          ItemState.EDITORIAL, "Read aloud, this needs a second breath. Can it be two sentences?",
          ItemState.FAIRNESS_REVIEW,
              "Would somebody who has only worked in a city picture this as we mean it?");

  void load() {
    var goals = goals();
    for (var item : bank.itembanks().bank(expert(), DemonstrationStudy.ID).items()) {
      var goal = goals.getOrDefault(item.item(), item.state());
      if (item.state().compareTo(goal) < 0 || ItemState.IN_REVIEW.contains(goal))
        walk(reviews.reviews().review(expert(), item.version()), goal);
    }
  }

  /** Where each item is to end up: one plain single choice in six stays on the way. */
  private static Map<ItemId, ItemState> goals() {
    var goals = new HashMap<ItemId, ItemState>();
    var stay =
        List.of(
            ItemState.DRAFT,
            ItemState.CONTENT_REVIEW,
            ItemState.EDITORIAL,
            ItemState.FAIRNESS_REVIEW);
    var plain = new ArrayList<DemonstrationItem>();
    for (var item : DemonstrationItem.all()) {
      goals.put(DemonstrationBank.id(item.code()), ItemState.APPROVED);
      if (item.content().kind() == ItemType.SINGLE && item.stimulus().isEmpty()) plain.add(item);
    }
    for (int place = 5; place < plain.size(); place += 6)
      goals.put(DemonstrationBank.id(plain.get(place).code()), stay.get(place / 6 % stay.size()));
    return goals;
  }

  private void walk(Review review, ItemState goal) {
    if (review.version().state().compareTo(goal) < 0) walk(step(review), goal);
    else if (review.round().isPresent()) remark(review);
  }

  /** Everybody who is asked accepts, without seeing what the others say. */
  private Review step(Review review) {
    var version = review.version();
    if (version.state() == ItemState.DRAFT)
      return reviews.rounds().submit(people.get(Account.WRITER), version.id(), version.revision());
    for (var reviewer : REVIEWERS.get(version.state())) {
      ask(review, reviewer);
      reviews.rounds().vote(people.get(reviewer), version.id(), Vote.Decision.ACCEPT, "");
    }
    return reviews
        .rounds()
        .close(expert(), version.id(), Round.Outcome.FORWARD, "", version.revision());
  }

  /** One reviewer remarks on the stem; nobody has answered yet. */
  private void remark(Review review) {
    var version = review.version();
    var reviewers = REVIEWERS.get(version.state());
    reviewers.forEach(reviewer -> ask(review, reviewer));
    var first = people.get(reviewers.getFirst());
    var input = new CommentInput(Optional.of("/stem/en"), REMARKS.get(version.state()));
    var id = DemonstrationStudy.id("remark on " + version.code());
    reviews.rounds().comment(first, version.id(), id, input);
    if (reviewers.size() > 1)
      reviews.rounds().vote(first, version.id(), Vote.Decision.CHANGE, input.text());
  }

  private void ask(Review review, Account reviewer) {
    var until = Optional.of(today.plusDays(DAYS));
    reviews.rounds().assign(expert(), review.version().id(), person(reviewer), until);
  }

  private PersonId person(Account account) {
    return people.get(account).person().orElseThrow();
  }

  private Actor expert() {
    return people.get(Account.EXPERT);
  }
}
