package org.rolewright.itemreview;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itemreview.ItemreviewRepository.Open;
import org.rolewright.library.LibraryService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.SeparationService;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;

/** Shows reviews, to each reader what that reader may see. */
public final class ReviewService {
  private final Database database;
  private final InstantSource clock;
  private final Sources sources;
  private final ItemreviewRepository repository = new ItemreviewRepository();

  /** What the service builds upon. */
  public record Sources(
      AccessService access,
      StudyService studies,
      SeparationService separation,
      LibraryService library,
      ItembankService bank) {}

  public ReviewService(Database database, InstantSource clock, Sources sources) {
    this.database = database;
    this.clock = clock;
    this.sources = sources;
  }

  /** A version with its reviews; for its author, who was asked, and those who lead. */
  public Review review(Actor actor, ItemVersionId id) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> review(tx, actor, id));
  }

  /** As {@link #review(Actor, ItemVersionId)}, inside the caller's transaction. */
  Review review(Tx tx, Actor actor, ItemVersionId id) {
    var version = sources.bank().version(tx, id);
    sources.separation().requireFree(tx, actor, version.study());
    var rounds = repository.rounds(tx, id).stream().map(round -> named(tx, round)).toList();
    var access = ReviewAccess.of(actor, version, rounds);
    access.requireReader();
    var comments = repository.comments(tx, id);
    var open = rounds.stream().filter(Round::isOpen).findFirst();
    return new Review(
        version,
        version.stimulus().map(one -> sources.library().stimulus(tx, one)),
        open.map(round -> seen(actor, access, round)),
        seen(actor, access, open, comments),
        (int) comments.stream().filter(Comment::open).count(),
        mine(actor, access, version, open),
        rounds.stream().filter(round -> !round.isOpen()).toList());
  }

  private Round named(Tx tx, Round round) {
    var reviewers =
        round.reviewers().stream()
            .map(one ->
                new Reviewer(
                    one.person(),
                    sources.access().name(tx, one.person()),
                    one.dueOn(),
                    one.voted(),
                    one.vote()))
            .toList();
    return new Round(
        round.number(),
        round.state(),
        round.needed(),
        round.openedAt(),
        reviewers,
        round.closing());
  }

  private static Round seen(Actor actor, ReviewAccess access, Round round) {
    return access.author() ? round.withoutVotes() : round.seenBy(actor.person());
  }

  /** Who was asked and did not vote yet sees comments of earlier rounds and their own. */
  private static List<Comment> seen(
      Actor actor, ReviewAccess access, Optional<Round> open, List<Comment> comments) {
    boolean blind =
        actor
            .person()
            .flatMap(person -> open.flatMap(round -> round.reviewer(person)))
            .filter(mine -> !mine.voted())
            .isPresent();
    if (!blind) return comments;
    return comments.stream()
        .filter(one ->
            one.round() != open.get().number() || one.author().person().equals(actor.person()))
        .toList();
  }

  private static Review.Mine mine(
      Actor actor, ReviewAccess access, ItemVersion version, Optional<Round> open) {
    var own = actor.person().flatMap(person -> open.flatMap(round -> round.reviewer(person)));
    return new Review.Mine(
        own.isPresent(),
        own.flatMap(Reviewer::vote),
        access.writes() && version.state() == ItemState.DRAFT,
        open.isPresent() && (own.isPresent() || access.leads()),
        access.writes(),
        access.leads());
  }

  /** Open rounds: all for those who lead, else those one was asked for or wrote. */
  public List<ReviewSummary> listReviews(Actor actor, StudyId study) {
    Permission.REVIEW_ITEMS.require(actor);
    return database.transaction(tx -> {
      sources.studies().study(tx, study);
      sources.separation().requireFree(tx, actor, study);
      var versions = sources.bank().versions(tx, study, ItemState.IN_REVIEW);
      var ids = versions.stream().map(ItemVersion::id).toList();
      var unresolved = repository.unresolved(tx, ids);
      var rounds = repository.open(tx, ids);
      return versions.stream()
          .flatMap(version ->
              rounds.stream()
                  .filter(open -> open.version().equals(version.id()))
                  .filter(open -> mayList(actor, version, open))
                  .map(open ->
                      summary(
                          actor, version, open.round(), unresolved.getOrDefault(version.id(), 0))))
          .toList();
    });
  }

  private static boolean mayList(Actor actor, ItemVersion version, Open open) {
    var access = ReviewAccess.of(actor, version, List.of(open.round()));
    return access.leads() || access.author() || access.asked();
  }

  private ReviewSummary summary(Actor actor, ItemVersion version, Round round, int unresolved) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var own = actor.person().flatMap(round::reviewer);
    var waiting =
        round.reviewers().stream()
            .filter(one -> !one.voted())
            .flatMap(one -> one.dueOn().stream())
            .min(Comparator.naturalOrder());
    return new ReviewSummary(
        version.item(),
        version.code(),
        version.id(),
        version.number(),
        version.state(),
        version.task(),
        version.author(),
        round.number(),
        own.isPresent() ? own.get().dueOn() : waiting,
        own.isPresent(),
        own.filter(Reviewer::voted).isPresent(),
        actor.person().filter(version::isBy).isPresent(),
        round.reviewers().size(),
        round.votes(),
        round.needed(),
        unresolved,
        waiting.filter(day -> day.isBefore(today)).isPresent());
  }

  /** Who may be asked to review, with what waits on them. */
  public List<ReviewerLoad> listReviewers(Actor actor, StudyId study) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      sources.studies().study(tx, study);
      var waiting = repository.waiting(tx);
      return sources.access().listHolders(tx, Permission.REVIEW_ITEMS).stream()
          .filter(person -> !sources.separation().isBarred(tx, person.id(), study))
          .map(person ->
              new ReviewerLoad(person.id(), person.name(), waiting.getOrDefault(person.id(), 0)))
          .toList();
    });
  }

  /** Whether somebody may be asked to review items of a study. */
  boolean mayReview(Tx tx, PersonId person, StudyId study) {
    return !sources.separation().isBarred(tx, person, study)
        && sources.access().listHolders(tx, Permission.REVIEW_ITEMS).stream()
            .anyMatch(one -> one.id().equals(person));
  }
}
