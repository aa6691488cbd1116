package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;
import org.rolewright.timing.TimeAdjustment;

/**
 * What is done to sittings by proctors, through the console. All on held rows, by the clock of the
 * database, and audited.
 */
public final class ConductService {
  private static final int AT_ONCE = 50;

  private final ExamClock clock;
  private final SureClock sure;
  private final Contacts contacts;
  private final AuditService audit;
  private final Closing closing = new Closing();
  private final SittingRepository sittings = new SittingRepository();
  private final RosterRepository roster = new RosterRepository();

  public ConductService(ExamClock clock, Contacts contacts, AuditService audit) {
    this.clock = clock;
    sure = new SureClock(clock);
    this.contacts = contacts;
    this.audit = audit;
  }

  /** What proctors see of each sitting of a window. */
  public List<RosterLine> roster(Tx tx, ExamWindowId window) {
    return roster.lines(tx, window, sittings.now(tx));
  }

  /** Sittings of a window, in the order in which they are held. */
  public List<SittingId> list(Tx tx, ExamWindowId window) {
    return sittings.list(tx, window);
  }

  /** Holds several sittings at once, always in the same order. */
  public void hold(Tx tx, List<SittingId> ids) {
    sittings.hold(tx, ids);
  }

  /** By the clock of the database. */
  public Instant now(Tx tx) {
    return sittings.now(tx);
  }

  public Sitting sitting(Tx tx, SittingId id) {
    return sittings.find(tx, id).orElseThrow(() -> new Refusal.NotFound("sitting"));
  }

  public List<TimeAdjustment> adjustments(Tx tx, SittingId id) {
    return adjustments(tx, List.of(sitting(tx, id))).get(id);
  }

  /** Time that was given to each sitting. */
  public Map<SittingId, List<TimeAdjustment>> adjustments(Tx tx, List<Sitting> of) {
    var given = sittings.adjustments(tx, of.stream().map(Sitting::number).toList());
    return of.stream()
        .collect(
            Collectors.toMap(
                Sitting::id, sitting -> given.getOrDefault(sitting.number(), List.of())));
  }

  /** Lets in who waits; who has begun is left alone. */
  public boolean admit(Tx tx, Actor actor, BookingId admission) {
    var held = sittings.findByAdmission(tx, admission);
    if (held.isEmpty() || held.get().state() != SittingState.ARRIVED) return false;
    var times = held.get().times();
    var admitted =
        new SittingClock(
            held.get().plan().schedule(),
            SittingClock.Times.before(SittingState.ADMITTED, times.allowed()));
    sittings.update(tx, held.get().moved(admitted), admitted.adjustments());
    audit.record(tx, List.of(Change.act(actor, "sitting.admit", held.get(), Map.of())));
    return true;
  }

  /** What somebody wants done to sittings, which are held, and why. */
  public record Order(Actor actor, List<SittingId> sittings, String why) {
    private AuditService.Act act(String action, Sitting sitting) {
      return Change.act(actor, action, sitting, Map.of("reason", why));
    }
  }

  /** Stops clocks; returns how many ran. */
  public int pause(Tx tx, Order order) {
    return turn(tx, order, "sitting.pause", SittingClock::pause);
  }

  /** Lets clocks go on and gives the time back; returns how many somebody had stopped. */
  public int resume(Tx tx, Order order) {
    return turn(tx, order, "sitting.resume", (clock, now) -> clock.resume(now, order.why));
  }

  /** Adds time; returns how many were under way. */
  public int extend(Tx tx, Order order, Duration extra) {
    return turn(tx, order, "sitting.extend", (clock, now) -> clock.extend(extra, now, order.why));
  }

  /** What is done to a clock. */
  private interface Turn {
    void of(SittingClock clock, Instant now);
  }

  private int turn(Tx tx, Order order, String action, Turn turn) {
    return each(
        tx,
        order,
        action,
        held -> {
          var now = sure.now(tx);
          var ready = held.stream().filter(one -> !endsAhead(one, now)).toList();
          var changes = new ArrayList<>(closing.settle(tx, order.actor, ready, now));
          for (var sitting : after(ready, changes)) {
            var clock = sitting.clock();
            if (turned(clock, now, turn)) changes.add(change(order, action, sitting, clock));
          }
          return changes;
        });
  }

  /** Its time is over, and something waits that may have come before: the watch will end it. */
  private boolean endsAhead(Sitting sitting, Instant now) {
    return Closing.over(sitting, now)
        && !Closing.over(sitting, contacts.setBack(now, clock.tick()));
  }

  private static List<Sitting> after(List<Sitting> sittings, List<Change> changes) {
    var changed =
        changes.stream()
            .map(Change::after)
            .collect(Collectors.toMap(Sitting::number, Function.identity()));
    return sittings.stream().map(one -> changed.getOrDefault(one.number(), one)).toList();
  }

  private static boolean turned(SittingClock clock, Instant now, Turn turn) {
    try {
      turn.of(clock, now);
      return true;
    } catch (Refusal.Conflict _) {
      return false;
    }
  }

  private static Change change(Order order, String action, Sitting sitting, SittingClock clock) {
    var added = clock.adjustments().stream().mapToLong(one -> one.added().toMillis()).sum();
    var detail = Map.of("reason", order.why, "ms", added);
    var act = Change.act(order.actor, action, sitting, detail);
    return Change.of(sitting.moved(clock), clock, act);
  }

  /** Takes pens from the devices that have them, so that others may write without asking. */
  public int release(Tx tx, Order order) {
    var action = "sitting.release";
    return each(
        tx,
        order,
        action,
        held ->
            underWay(held)
                .map(Sitting::penGiven)
                .map(released -> Change.of(released, released.clock(), order.act(action, released)))
                .toList());
  }

  /** Ends sittings; returns how many were under way. */
  public int end(Tx tx, Order order) {
    var action = "sitting.end";
    return each(
        tx,
        order,
        action,
        held ->
            closing.end(tx, order.actor, underWay(held).toList(), sittings.now(tx)).stream()
                .map(ended -> ended.and(order.act(action, ended.after())))
                .toList());
  }

  private static Stream<Sitting> underWay(List<Sitting> sittings) {
    return sittings.stream().filter(one -> one.state().underWay());
  }

  /**
   * Some at a time; the trail, for which others wait, last of all. Returns how often it was done.
   */
  private int each(Tx tx, Order order, String action, Function<List<Sitting>, List<Change>> work) {
    var acts = new ArrayList<AuditService.Act>();
    for (var from = 0; from < order.sittings.size(); from += AT_ONCE) {
      var to = Math.min(from + AT_ONCE, order.sittings.size());
      var changes = work.apply(sittings.lock(tx, order.sittings.subList(from, to)));
      sittings.update(tx, Change.moved(changes));
      acts.addAll(Change.acts(changes));
    }
    audit.record(tx, acts);
    return (int) acts.stream().filter(act -> act.action().equals(action)).count();
  }

  /** Lets the candidates' pages know that there is something new. */
  public void announce(Tx tx, List<SittingId> ids) {
    sittings.raiseRevision(tx, ids);
  }

  /** The sitting of a token, for other stages that candidates talk to. */
  public Sitting ofToken(Tx tx, String token) {
    return sittings
        .findByToken(tx, Post.Token.of(token), false)
        .orElseThrow(Refusal.NotSignedIn::new);
  }

  /** Devices in which a sitting was opened, the first one first. */
  public List<DeviceView> devices(Tx tx, SittingId id) {
    return sittings.devices(tx, sitting(tx, id).number()).stream().map(DeviceView::of).toList();
  }

  /** A device as proctors see it. */
  public record DeviceView(UUID clientId, String label, List<Integer> epochs, Instant firstAt) {
    private static DeviceView of(SittingRepository.Device device) {
      return new DeviceView(device.client(), device.label(), device.epochs(), device.firstAt());
    }
  }

  /** How far the clocks are apart. */
  public ExamClock.Doubt doubt(Tx tx) {
    return clock.doubt();
  }

  /**
   * A person says that the clocks are right: on record first, then {@link #trustClock} makes it so.
   */
  public void confirmClock(Tx tx, Actor actor, String why) {
    audit.record(
        tx,
        actor,
        "sitting.confirmClock",
        new Subject("clock", Optional.empty()),
        Map.of("reason", why));
  }

  /** From now on sittings are closed again; only once it is on record who said so. */
  public void trustClock(Actor actor) {
    Permission.PROCTOR_EXAMS.require(actor);
    clock.confirm();
  }
}
