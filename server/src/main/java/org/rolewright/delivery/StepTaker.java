package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.delivery.EventRepository.Outcome;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;

/**
 * Takes posts in which a candidate goes on to another part, or takes a break. Such a step is
 * decided on the sitting as the events before it left it. One that the rules forbid is kept as an
 * event like all others and changes nothing.
 */
final class StepTaker {
  private static final Actor CANDIDATE = new Actor.Visitor();
  private final SittingRepository sittings = new SittingRepository();
  private final EventRepository events;
  private final SureClock clock;
  private final AuditService audit;

  StepTaker(SureClock clock, EventRepository events, AuditService audit) {
    this.clock = clock;
    this.events = events;
    this.audit = audit;
  }

  /**
   * @param trusted whether the clocks agree; if not, a step that needs the time waits on the
   *     device, with everything behind it
   * @throws SureClock.Jumped when they no longer do
   */
  SittingStatusView take(Tx tx, Post post, boolean trusted) {
    held(tx, post);
    var before = stored(tx, post.with(List.of()), trusted);
    var status = SavingService.judge(post, before);
    var run = new ArrayList<SittingEvent>();
    for (var event : post.events()) {
      if (event.seq() <= before.get().stored()) continue;
      if (SittingEvent.STEPS.contains(event.kind()) && status.writing()) {
        status = store(tx, post.with(run), trusted);
        run.clear();
        if (!trusted && needsTime(held(tx, post), event)) return status;
        step(tx, held(tx, post), event, trusted);
      }
      run.add(event);
    }
    return run.isEmpty() ? status : store(tx, post.with(run), trusted);
  }

  private Sitting held(Tx tx, Post post) {
    return sittings.findByToken(tx, post.tokenHash(), true).orElseThrow(Refusal.NotSignedIn::new);
  }

  private SittingStatusView store(Tx tx, Post post, boolean trusted) {
    return SavingService.judge(post, stored(tx, post, trusted));
  }

  private Optional<Outcome> stored(Tx tx, Post post, boolean trusted) {
    var posts = List.of(post);
    if (!trusted) return events.store(tx, posts, false).getFirst();
    return clock.checked(() -> events.store(tx, posts, true)).getFirst();
  }

  private static boolean needsTime(Sitting sitting, SittingEvent event) {
    if (!event.kind().equals("enter") || sitting.state() == SittingState.ON_BREAK) return true;
    var parts = sitting.plan().parts();
    return parts.get(sitting.times().part()).ms().isPresent()
        || number(event, "part")
            .filter(to -> to < parts.size() && parts.get(to).ms().isPresent())
            .isPresent();
  }

  /** By a clock in doubt a step that needs no time is taken, and nothing ends. */
  private void step(Tx tx, Sitting sitting, SittingEvent event, boolean trusted) {
    var now = trusted ? clock.look(tx).orElseThrow(SureClock.Jumped::new) : sittings.now(tx);
    var moved = sitting.clock();
    if (trusted) moved.settle(now);
    if (!moved.state().underWay()) return; // the closing does the rest
    try {
      var after = stepped(sitting, moved, event, now);
      sittings.update(tx, after, moved.adjustments());
      audit.record(
          tx,
          CANDIDATE,
          "sitting." + event.kind(),
          Subject.of("sitting", sitting.id().value()),
          Map.of("part", moved.part(), "state", moved.state().code()));
    } catch (Refusal.Conflict _) {
      // kept as an event; the status says how things stand
    }
  }

  private static Sitting stepped(
      Sitting sitting, SittingClock clock, SittingEvent event, Instant now) {
    switch (event.kind()) {
      case "enter" -> clock.enter(number(event, "part").orElse(-1), now);
      case "break" -> {
        var taken = number(event, "number").orElse(0);
        clock.takeBreak(extraBreak(sitting, taken), now);
        return sitting.tookBreak(taken).moved(clock);
      }
      default -> clock.returnFromBreak(now);
    }
    return sitting.moved(clock);
  }

  private static Duration extraBreak(Sitting sitting, int number) {
    var lengths = sitting.plan().extraBreaks();
    if (number < 1 || number > lengths.size() || sitting.breaksTaken().contains(number))
      throw new Refusal.Conflict("noBreakNow");
    return Duration.ofSeconds(lengths.get(number - 1));
  }

  private static Optional<Integer> number(SittingEvent event, String name) {
    return event
        .value()
        .map(Json::tree)
        .map(value -> value.path(name))
        .filter(value -> value.isInt() && value.intValue() >= 0)
        .map(value -> value.intValue());
  }
}
