package org.rolewright.itemreview;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.itembank.Author;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itemreview.Round.Outcome;
import org.rolewright.library.LibraryService;
import org.rolewright.library.StimulusVersion;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;

/** Takes items through their reviews. */
public final class RoundService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final SeparationService separation;
  private final LibraryService library;
  private final ItembankService bank;
  private final ReviewService reviews;
  private final ItemreviewRepository repository = new ItemreviewRepository();

  public RoundService(
      Database database,
      InstantSource clock,
      AuditService audit,
      ReviewService.Sources sources,
      ReviewService reviews) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    separation = sources.separation();
    library = sources.library();
    bank = sources.bank();
    this.reviews = reviews;
  }

  /**
   * Sends a complete draft to its content review.
   *
   * @param revision that the person had read
   */
  public Review submit(Actor actor, ItemVersionId id, int revision) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      bank.readable(tx, actor, id);
      var version = bank.lock(tx, id);
      if (version.revision() != revision) throw new Refusal.Stale();
      boolean locked =
          version.stimulus().map(one -> library.stimulus(tx, one)).stream()
              .allMatch(StimulusVersion::locked);
      RoundRules.requireComplete(version, locked);
      bank.advance(tx, actor, version, ItemState.CONTENT_REVIEW, "");
      open(tx, version, ItemState.CONTENT_REVIEW);
      return reviews.review(tx, actor, id);
    });
  }

  private void open(Tx tx, ItemVersion version, ItemState state) {
    int number = repository.rounds(tx, version.id()).size() + 1;
    int needed = RoundRules.needed(bank.rules(tx, version.study()), state);
    repository.open(
        tx, version.id(), new Round(number, state, needed, now(), List.of(), Optional.empty()));
  }

  /** Asks somebody to review, or gives them another deadline. */
  public Review assign(Actor actor, ItemVersionId id, PersonId person, Optional<LocalDate> dueOn) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, version, round) -> {
          if (!reviews.mayReview(tx, person, version.study()))
            throw new Refusal.BrokenRule("a_reviewer_may_review");
          var reviewer = new Reviewer(person, "", dueOn, false, Optional.empty());
          repository.assign(tx, id, round.number(), reviewer, Author.of(actor), now());
          record(tx, actor, "itemreview.assign", version, Map.of("person", person, "dueOn", dueOn));
        });
  }

  /** Takes back that somebody was asked; not once they voted. */
  public Review release(Actor actor, ItemVersionId id, PersonId person) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, version, round) -> {
          repository.release(tx, id, round.number(), person);
          record(tx, actor, "itemreview.release", version, Map.of("person", person));
        });
  }

  /** Votes, or changes the vote; only who was asked may. */
  public Review vote(Actor actor, ItemVersionId id, Vote.Decision decision, String reason) {
    Permission.REVIEW_ITEMS.require(actor);
    return act(
        actor,
        id,
        (tx, version, round) -> {
          var person = actor.person().orElseThrow(Refusal.NotSignedIn::new);
          repository.vote(tx, id, round.number(), person, new Vote(decision, reason, now()));
          var detail = Map.of("round", round.number(), "decision", decision.code());
          record(tx, actor, "itemreview.vote", version, detail);
        });
  }

  /** Remarks on a field or the whole; sending it twice changes nothing. */
  public Review comment(Actor actor, ItemVersionId id, UUID commentId, CommentInput input) {
    Permission.REVIEW_ITEMS.require(actor);
    return act(
        actor,
        id,
        (tx, version, round) -> {
          boolean asked = actor.person().flatMap(round::reviewer).isPresent();
          if (!asked) Permission.LEAD_STUDIES.require(actor);
          var comment =
              new Comment(
                  commentId,
                  round.number(),
                  input.pointer(),
                  input.text(),
                  Author.of(actor),
                  now(),
                  Optional.empty());
          repository.insert(tx, id, comment);
          record(tx, actor, "itemreview.comment", version, Map.of("comment", commentId));
        });
  }

  /** Says what was done about a comment; its author's item or those who lead. */
  public Review resolve(Actor actor, ItemVersionId id, UUID comment, String answer) {
    Permission.WRITE_ITEMS.require(actor);
    return database.transaction(tx -> {
      var version = bank.readable(tx, actor, id);
      var resolution = new Comment.Resolution(answer, actor.name(), now());
      if (!repository.resolve(tx, id, comment, resolution)) throw new Refusal.NotFound("comment");
      record(tx, actor, "itemreview.resolve", version, Map.of("comment", comment));
      return reviews.review(tx, actor, id);
    });
  }

  /**
   * Ends the open round; forward only when its votes and comments allow it, and never by who wrote
   * the item.
   *
   * @param revision that the person had read
   */
  public Review close(Actor actor, ItemVersionId id, Outcome outcome, String reason, int revision) {
    Permission.LEAD_STUDIES.require(actor);
    return act(
        actor,
        id,
        (tx, version, round) -> {
          if (version.revision() != revision) throw new Refusal.Stale();
          if (outcome == Outcome.FORWARD) requireForward(tx, actor, version, round);
          var next = RoundRules.next(round.state(), outcome);
          var closing = new Round.Closing(outcome, reason, actor.name(), now());
          repository.close(tx, id, round.number(), closing, actor);
          bank.advance(tx, actor, version, next, reason);
          if (ItemState.IN_REVIEW.contains(next)) open(tx, version, next);
        });
  }

  private void requireForward(Tx tx, Actor actor, ItemVersion version, Round round) {
    if (actor.person().filter(version::isBy).isPresent())
      throw new Refusal.BrokenRule("an_author_never_approves_own_items");
    RoundRules.obstacle(round, repository.comments(tx, version.id()))
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  @FunctionalInterface
  private interface Act {
    void on(Tx tx, ItemVersion version, Round round);
  }

  /** Does something in the open round of a version and shows the review after it. */
  private Review act(Actor actor, ItemVersionId id, Act act) {
    return database.transaction(tx -> {
      var version = bank.lock(tx, id);
      separation.requireFree(tx, actor, version.study());
      var rounds = repository.rounds(tx, id);
      ReviewAccess.of(actor, version, rounds).requireReader();
      var round =
          rounds.stream()
              .filter(Round::isOpen)
              .findFirst()
              .orElseThrow(() -> new Refusal.BrokenRule("this_item_is_not_under_review"));
      act.on(tx, version, round);
      return reviews.review(tx, actor, id);
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(
      Tx tx, Actor actor, String action, ItemVersion version, Map<String, ?> detail) {
    audit.record(tx, actor, action, Subject.of("itemVersion", version.id().value()), detail);
  }
}
