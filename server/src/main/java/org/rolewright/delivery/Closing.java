package org.rolewright.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;

/** Decides how held sittings go on, and ends each once: its answers are digested, no more. */
final class Closing {
  private final AnswerRepository answers = new AnswerRepository();

  /** A sitting whose clock was moved on. */
  private record Settled(Sitting held, SittingClock clock) {
    static Settled by(Instant now, Sitting held) {
      var clock = held.clock();
      clock.settle(now);
      return new Settled(held, clock);
    }

    static Settled ended(Sitting held, ClosingReason reason) {
      var clock = held.clock();
      clock.close(reason);
      return new Settled(held, clock);
    }

    boolean changed() {
      return !clock.times().equals(held.times());
    }

    boolean over() {
      return clock.state() == SittingState.CLOSED;
    }
  }

  /** Whether nothing is left of the time at this moment. */
  static boolean over(Sitting held, Instant at) {
    return Settled.by(at, held).over();
  }

  /** What is due by now in these: breaks and parts end, and sittings whose time is over. */
  List<Change> settle(Tx tx, Actor actor, List<Sitting> held, Instant now) {
    var settled = held.stream().map(one -> Settled.by(now, one)).filter(Settled::changed).toList();
    var over = settled.stream().filter(Settled::over).map(one -> one.held.number()).toList();
    var given = answers.answersInTime(tx, over);
    return settled.stream()
        .map(one ->
            one.over() ? closed(actor, one, given.get(one.held.number()), now) : goesOn(actor, one))
        .toList();
  }

  private static Change goesOn(Actor actor, Settled settled) {
    var clock = settled.clock;
    var where = Map.of("part", clock.part(), "state", clock.state().code());
    var act = Change.act(actor, "sitting.goOn", settled.held, where);
    return Change.of(settled.held.moved(clock), clock, act);
  }

  /** Ends these, which are under way. */
  List<Change> end(Tx tx, Actor actor, List<Sitting> held, Instant now) {
    var given = answers.answersInTime(tx, held.stream().map(Sitting::number).toList());
    return held.stream()
        .map(one -> Settled.ended(one, ClosingReason.PROCTOR))
        .map(ended -> closed(actor, ended, given.get(ended.held.number()), now))
        .toList();
  }

  /** Ends one whose candidate has handed in, with these answers. */
  static Change handedIn(Actor actor, Sitting held, List<FinalAnswer> given, Instant now) {
    return closed(actor, Settled.ended(held, ClosingReason.CANDIDATE), given, now);
  }

  private static Change closed(Actor actor, Settled over, List<FinalAnswer> given, Instant now) {
    var digest = digest(over.held, given);
    var closed = over.held.moved(over.clock).closed(now, digest);
    var reason = closed.times().reason().orElseThrow().code();
    var detail = Map.of("reason", reason, "answered", given.size(), "digest", digest);
    return Change.of(closed, over.clock, Change.act(actor, "sitting.close", closed, detail));
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
