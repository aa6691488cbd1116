package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;
import org.rolewright.timing.TimeAdjustment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to sittings by others than the candidate: by proctors, through the console, and by
 * the server, when time is over. All on held rows, by the clock of the database, and audited.
 */
public final class ConductService {
  private static final Logger LOG = LoggerFactory.getLogger(ConductService.class);
  private static final int AT_ONCE = 50;

  /** No post waits longer to be stored: its connection would have been given up. */
  private static final Duration LONGEST_STAY = Duration.ofSeconds(10);

  private final Database database;
  private final ExamClock clock;
  private final SureClock sure;
  private final Contacts contacts;
  private final AuditService audit;
  private final ItembankService itembank;
  private final Closing closing;

  /** Sittings that could not be settled; each is told of once. */
  private final Set<Long> unsettled = ConcurrentHashMap.newKeySet();

  private final SittingRepository sittings = new SittingRepository();
  private final RosterRepository roster = new RosterRepository();

  public ConductService(
      Database database,
      ExamClock clock,
      Contacts contacts,
      AuditService audit,
      ItembankService itembank) {
    this.itembank = itembank;
    this.database = database;
    this.clock = clock;
    sure = new SureClock(clock);
    this.contacts = contacts;
    this.audit = audit;
    closing = new Closing(audit);
  }

  /** Ends breaks, parts and sittings whose time is over. Not while the clocks disagree. */
  public void settle(Actor program) {
    Permission.PROCTOR_EXAMS.require(program);
    var due =
        database.transaction(tx -> moment(tx).map(now -> sittings.due(tx, now)).orElse(List.of()));
    for (var from = 0; from < due.size(); from += AT_ONCE) {
      if (Thread.currentThread().isInterrupted()) return;
      settle(program, due.subList(from, Math.min(from + AT_ONCE, due.size())));
    }
  }

  /** All at once; where that cannot be, one by one, so that a bad one harms only itself. */
  private void settle(Actor program, List<Long> due) {
    try {
      database.run(tx -> moment(tx).ifPresent(now -> settle(tx, program, due, now)));
    } catch (Refusal.Busy away) {
      throw away;
    } catch (RuntimeException e) {
      if (due.size() > 1) due.forEach(one -> settle(program, List.of(one)));
      else if (unsettled.add(due.getFirst()))
        LOG.error("sitting {} is due and cannot be settled", due.getFirst(), e);
    }
  }

  private void settle(Tx tx, Actor program, List<Long> due, Instant now) {
    for (var sitting : sittings.lockDue(tx, now, due)) closing.settle(tx, program, sitting, now);
  }

  /**
   * One reading of the database's clock, which is compared and then decides. It is set back to when
   * the post came that has waited longest to be stored: what came in time counts, whatever kept it.
   */
  private Optional<Instant> moment(Tx tx) {
    return sure.look(tx)
        .map(now -> {
          var stay = contacts.longestStay(clock.tick());
          return now.minus(stay.compareTo(LONGEST_STAY) < 0 ? stay : LONGEST_STAY);
        });
  }

  /** Tells the item bank what was shown in sittings that are over; each once. */
  public void recordExposure(Actor program) {
    Permission.PROCTOR_EXAMS.require(program);
    while (database.transaction(this::exposeSome) == AT_ONCE)
      if (Thread.currentThread().isInterrupted()) return;
  }

  private int exposeSome(Tx tx) {
    var over = sittings.notExposed(tx, AT_ONCE);
    for (var sitting : over)
      itembank.recordExposure(
          tx,
          sitting.id().value(),
          sitting.plan().formCode(),
          LocalDate.ofInstant(sitting.times().startedAt().orElseThrow(), ZoneOffset.UTC),
          sitting.plan().items().stream().map(item -> new ItemVersionId(item.version())).toList());
    sittings.exposed(tx, over);
    return over.size();
  }

  /** Writes down when each sitting was last heard of. */
  public void noteContacts(Actor program) {
    Permission.PROCTOR_EXAMS.require(program);
    var heard = contacts.take();
    if (!heard.isEmpty()) database.run(tx -> roster.putContacts(tx, heard));
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
    change(tx, actor, "sitting.admit", held.get().moved(admitted), admitted, Map.of());
    return true;
  }

  /** Stops the clock; false where it does not run. */
  public boolean pause(Tx tx, Actor actor, SittingId id, String why) {
    return act(tx, actor, "sitting.pause", id, why, SittingClock::pause);
  }

  /** Lets the clock go on and gives the time back; false where nobody had stopped it. */
  public boolean resume(Tx tx, Actor actor, SittingId id, String why) {
    return act(tx, actor, "sitting.resume", id, why, (moved, now) -> moved.resume(now, why));
  }

  /** Adds time; false where the sitting is not under way. */
  public boolean extend(Tx tx, Actor actor, SittingId id, Duration extra, String why) {
    return act(tx, actor, "sitting.extend", id, why, (moved, now) -> moved.extend(extra, now, why));
  }

  /** What is done to a clock. */
  private interface Turn {
    void of(SittingClock clock, Instant now);
  }

  private boolean act(Tx tx, Actor actor, String action, SittingId id, String why, Turn turn) {
    var held = held(tx, id);
    var now = sure.now(tx);
    var settled = closing.settle(tx, actor, held, now);
    var moved = settled.clock();
    try {
      turn.of(moved, now);
    } catch (Refusal.Conflict _) {
      return false;
    }
    var added = moved.adjustments().stream().mapToLong(one -> one.added().toMillis()).sum();
    change(tx, actor, action, settled.moved(moved), moved, Map.of("reason", why, "ms", added));
    return true;
  }

  /** Takes the pen from the device that has it, so that another may write without asking. */
  public boolean release(Tx tx, Actor actor, SittingId id, String why) {
    var held = held(tx, id);
    if (!held.state().underWay()) return false;
    var released = held.penGiven();
    change(tx, actor, "sitting.release", released, released.clock(), Map.of("reason", why));
    return true;
  }

  /** Ends a sitting; false where it has not begun or is over. */
  public boolean end(Tx tx, Actor actor, SittingId id, String why) {
    var held = held(tx, id);
    if (!held.state().underWay()) return false;
    closing.close(tx, actor, held, ClosingReason.PROCTOR, sittings.now(tx));
    audit.record(
        tx, actor, "sitting.end", Subject.of("sitting", id.value()), Map.of("reason", why));
    return true;
  }

  /** Lets the candidate's page know that there is something new. */
  public void announce(Tx tx, SittingId id) {
    sittings.raiseRevision(tx, id);
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

  private Sitting held(Tx tx, SittingId id) {
    return sittings.lock(tx, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("sitting"));
  }

  private void change(
      Tx tx, Actor actor, String action, Sitting after, SittingClock moved, Map<String, ?> detail) {
    sittings.update(tx, after, moved.adjustments());
    audit.record(tx, actor, action, Subject.of("sitting", after.id().value()), detail);
  }
}
