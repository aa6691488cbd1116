package org.rolewright.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;

/** Ends a sitting, once: the row is held, the answers are digested, nothing slow happens. */
final class Closing {
  private final SittingRepository sittings = new SittingRepository();
  private final AnswerRepository answers = new AnswerRepository();
  private final AuditService audit;

  Closing(AuditService audit) {
    this.audit = audit;
  }

  /** Does what is due by now; closes where the time is over. */
  Sitting settle(Tx tx, Actor actor, Sitting held, Instant now) {
    var clock = held.clock();
    clock.settle(now);
    if (clock.times().equals(held.times())) return held;
    if (clock.state() == SittingState.CLOSED) return store(tx, actor, held, clock, now);
    var after = held.moved(clock);
    sittings.update(tx, after, clock.adjustments());
    audit.record(
        tx,
        actor,
        "sitting.goOn",
        Subject.of("sitting", held.id().value()),
        Map.of("part", clock.part(), "state", clock.state().code()));
    return after;
  }

  /** Closes a sitting that is held and open. */
  Sitting close(Tx tx, Actor actor, Sitting held, ClosingReason reason, Instant now) {
    var clock = held.clock();
    clock.close(reason);
    return store(tx, actor, held, clock, now);
  }

  private Sitting store(Tx tx, Actor actor, Sitting held, SittingClock clock, Instant now) {
    var given = answers.answersInTime(tx, held.number());
    var closed = held.moved(clock).closed(now, digest(held, given));
    sittings.update(tx, closed, clock.adjustments());
    audit.record(tx, List.of(act(actor, closed, given.size())));
    return closed;
  }

  static AuditService.Act act(Actor actor, Sitting closed, int answered) {
    return new AuditService.Act(
        actor,
        "sitting.close",
        Subject.of("sitting", closed.id().value()),
        Map.of(
            "reason", closed.times().reason().orElseThrow().code(),
            "answered", answered,
            "digest", closed.digest().orElseThrow()));
  }

  /**
   * SHA-256 over sitting, form and answers, one a line, in the order of the items. Not over the
   * form's checksum: that depends on the keys.
   */
  static String digest(Sitting sitting, List<FinalAnswer> answers) {
    var text = new StringBuilder("sitting " + sitting.id().value() + "\n");
    text.append("form ").append(sitting.form().value()).append('\n');
    for (var answer : answers)
      text.append(answer.item()).append(' ').append(answer.value()).append('\n');
    return Sha256.hex(text.toString());
  }
}
