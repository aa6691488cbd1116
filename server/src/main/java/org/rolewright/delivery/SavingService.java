package org.rolewright.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
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

  /** Another node may be storing the same at that moment. */
  private static final int TRIES = 3;

  private final Database saving;
  private final Database steps;
  private final SureClock clock;
  private final Contacts contacts;
  private final EventRepository events = new EventRepository();
  private final StepTaker stepTaker;
  private final GroupCommit<Post, Optional<Outcome>> lanes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

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
    stepTaker = new StepTaker(this.clock, audit);
    lanes = new GroupCommit<>("saving", LANES, ROOM, MOST, Post::tokenHash, this::store);
  }

  /** How full the lanes are, from 0 to 1; others give way before they are full. */
  double load() {
    return lanes.load();
  }

  /** Stores what a device sends and says how the sitting stands. */
  CompletionStage<SittingStatusView> post(Actor visitor, Post post) {
    if (post.steps()) return CompletableFuture.supplyAsync(() -> takeSteps(post), threads);
    return lanes
        .store(post)
        .thenApply(outcome -> {
          var status = judge(post, outcome);
          contacts.heard(outcome.orElseThrow().sitting(), status.serverNow(), post.waiting());
          return status;
        });
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
    for (var tries = 1; ; tries++)
      try {
        return storeOnce(batch, next);
      } catch (Refusal.BrokenRule raced) {
        if (!raced.key().equals("an_event_is_stored_once")) throw raced;
        if (tries == TRIES) throw new Refusal.Busy("tryAgain");
      }
  }

  private List<Optional<Outcome>> storeOnce(List<Post> batch, Runnable next) {
    return judged(trusted -> store(batch, next, trusted));
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
      var outcomes =
          trusted
              ? clock.checked(() -> events.store(tx, batch, true))
              : events.store(tx, batch, false);
      next.run();
      return outcomes;
    });
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
