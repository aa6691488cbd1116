package org.rolewright.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rolewright.audit.AuditService;
import org.rolewright.delivery.EventRepository.Outcome;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.GroupCommit;
import org.rolewright.timing.ExamClock;

/**
 * Takes what candidates do. What it acknowledges is committed: a post is answered when the batch
 * that holds it is durable. Sending a post again changes nothing and gives the same answer.
 */
public final class SavingService implements AutoCloseable {
  /** Lanes, and so the connections that the saving pool needs. */
  public static final int LANES = 2;

  /**
   * Its sessions know few statements, which are planned once, for tables of whatever size: planning
   * it anew takes longer than carrying it out.
   */
  public static final List<String> SESSION =
      List.of("plan_cache_mode = force_generic_plan", "enable_seqscan = off");

  private static final int ROOM = 4_000;
  private static final int MOST = 256;

  /** Posts that wait for a held sitting, each in a connection of the pool of steps. */
  private static final int MOST_ALONE = 4;

  /** Posts that wait for one of these connections; more have to come again. */
  static final int ROOM_ALONE = 500;

  /** Another node may be storing the same at that moment. */
  private static final int TRIES = 3;

  private final Database saving;
  private final Database steps;
  private final SureClock clock;
  private final Contacts contacts;
  private final EventRepository events;
  private final StepTaker stepTaker;
  private final GroupCommit<Post, Optional<Outcome>> lanes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore alone = new Semaphore(MOST_ALONE, true);

  /**
   * @param saving a pool for saving alone, one connection a lane
   * @param steps the pool of the other things that candidates do
   */
  public SavingService(
      Database saving, Database steps, ExamClock clock, Contacts contacts, AuditService audit) {
    this.saving = saving;
    this.steps = steps;
    this.clock = new SureClock(clock);
    this.contacts = contacts;
    events = new EventRepository(clock);
    stepTaker = new StepTaker(this.clock, events, audit);
    lanes = new GroupCommit<>("saving", LANES, ROOM, MOST, Post::tokenHash, this::store);
  }

  /** How full the lanes are, from 0 to 1; others give way before they are full. */
  double load() {
    return lanes.load();
  }

  /** The monotonic counter now. */
  long tick() {
    return clock.tick();
  }

  /** Stores what a device sends and says how the sitting stands. */
  CompletionStage<SittingStatusView> post(Actor visitor, Post post) {
    if (post.asksOnly()) return inLane(post);
    var stay = contacts.arrive(post.arrived());
    return (post.steps() ? apart(() -> takeSteps(post)) : inLane(post))
        .whenComplete((_, _) -> contacts.leave(stay));
  }

  private CompletableFuture<SittingStatusView> inLane(Post post) {
    return lanes
        .store(post)
        .thenCompose(outcome ->
            outcome.isPresent() || post.asksOnly()
                ? CompletableFuture.completedFuture(outcome)
                : apart(() -> storeAlone(post)))
        .thenApply(outcome -> {
          var status = judge(post, outcome);
          contacts.heard(outcome.orElseThrow().sitting(), status.serverNow(), post.waiting());
          return status;
        });
  }

  private <T> CompletableFuture<T> apart(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /** Somebody else holds the sitting, or there is none: waits where nobody else has to. */
  private Optional<Outcome> storeAlone(Post post) {
    if (alone.getQueueLength() >= ROOM_ALONE) throw new Refusal.Busy("savesWait");
    alone.acquireUninterruptibly();
    try {
      return tried(() ->
              judged(trusted ->
                  steps.transaction(
                      tx -> checked(trusted, () -> events.store(tx, List.of(post), trusted)))))
          .getFirst();
    } finally {
      alone.release();
    }
  }

  static SittingStatusView judge(Post post, Optional<Outcome> stored) {
    var outcome = stored.orElseThrow(Refusal.NotSignedIn::new);
    if (post.events().isEmpty()) return outcome.status();
    if (!outcome.granted()) throw new Refusal.Conflict("epochNotGranted");
    if (post.firstSeq() > outcome.stored() + 1)
      throw new Refusal.Conflict("eventGap", Map.of("ackSeq", outcome.stored()));
    return outcome.status();
  }

  private List<Optional<Outcome>> store(List<Post> batch, Runnable next) {
    return tried(() -> judged(trusted -> store(batch, next, trusted)));
  }

  private static List<Optional<Outcome>> tried(Supplier<List<Optional<Outcome>>> storing) {
    for (var tries = 1; ; tries++)
      try {
        return storing.get();
      } catch (Refusal.BrokenRule raced) {
        if (!raced.key().equals("an_event_is_stored_once")) throw raced;
        if (tries == TRIES) throw new Refusal.Busy("tryAgain");
      }
  }

  /** Does it anew, as when the clocks are in doubt, should they have jumped meanwhile. */
  private <T> T judged(Function<Boolean, T> work) {
    try {
      return work.apply(clock.trusted());
    } catch (SureClock.Jumped _) {
      return work.apply(false);
    }
  }

  private List<Optional<Outcome>> store(List<Post> batch, Runnable next, boolean trusted) {
    return saving.transaction(tx -> {
      var outcomes = checked(trusted, () -> events.storeFree(tx, batch, trusted));
      next.run();
      return outcomes;
    });
  }

  private List<Optional<Outcome>> checked(boolean trusted, SureClock.Storing storing) {
    return trusted ? clock.checked(storing) : storing.store();
  }

  /** Events that move the clock or the place are taken one after the other. */
  private SittingStatusView takeSteps(Post post) {
    return judged(trusted -> steps.transaction(tx -> stepTaker.take(tx, post, trusted)));
  }

  @Override
  public void close() {
    lanes.close();
    threads.close();
  }
}
