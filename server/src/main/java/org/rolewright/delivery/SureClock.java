package org.rolewright.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rolewright.delivery.EventRepository.Outcome;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ExamClock;

/**
 * The clock of the database, for what decides about somebody's time: each reading is compared with
 * the other clocks first, so that one that jumped since the last look decides nothing.
 */
final class SureClock {
  private final ExamClock clock;
  private final SittingRepository sittings = new SittingRepository();

  SureClock(ExamClock clock) {
    this.clock = clock;
  }

  /** What is being done was decided by clocks that jumped; it is to be done anew, unsure. */
  static final class Jumped extends RuntimeException {
    Jumped() {
      super("the clock jumped", null, false, false);
    }
  }

  /** Stores events. */
  @FunctionalInterface
  interface Storing {
    List<Optional<Outcome>> store();
  }

  /** What time it is, if the clocks agree. */
  Optional<Instant> look(Tx tx) {
    var before = clock.tick();
    var now = sittings.now(tx);
    return clock.compare(before, now) ? Optional.of(now) : Optional.empty();
  }

  /** What time it is; nobody is turned away or acted on for a clock that jumped. */
  Instant now(Tx tx) {
    return look(tx).orElseThrow(() -> new Refusal.Busy("clockUnsure"));
  }

  /** The monotonic counter now. */
  long tick() {
    return clock.tick();
  }

  /** Whether the clocks agreed at the last look. */
  boolean trusted() {
    return clock.trusted();
  }

  /** Checks the times by which events were judged: the first and the last, all others between. */
  List<Optional<Outcome>> checked(Storing storing) {
    var before = clock.tick();
    var outcomes = storing.store();
    var times =
        outcomes.stream()
            .flatMap(Optional::stream)
            .map(outcome -> outcome.status().serverNow())
            .sorted()
            .toList();
    if (times.isEmpty()) return outcomes;
    if (!clock.compare(before, times.getFirst()) || !clock.compare(before, times.getLast()))
      throw new Jumped();
    return outcomes;
  }
}
