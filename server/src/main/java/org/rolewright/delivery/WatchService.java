package org.rolewright.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ExamClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does to sittings by itself, whether or not a browser is there. */
public final class WatchService {
  private static final Logger LOG = LoggerFactory.getLogger(WatchService.class);
  private static final int AT_ONCE = 50;

  private final Database database;
  private final SureClock clock;
  private final Contacts contacts;
  private final AuditService audit;
  private final ItembankService itembank;
  private final SittingRepository sittings = new SittingRepository();
  private final RosterRepository roster = new RosterRepository();
  private final Closing closing = new Closing();

  /** Sittings that could not be settled; each is told of once. */
  private final Set<Long> unsettled = ConcurrentHashMap.newKeySet();

  public WatchService(
      Database database,
      ExamClock clock,
      Contacts contacts,
      AuditService audit,
      ItembankService itembank) {
    this.database = database;
    this.clock = new SureClock(clock);
    this.contacts = contacts;
    this.audit = audit;
    this.itembank = itembank;
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
    var changes = closing.settle(tx, program, sittings.lockDue(tx, now, due), now);
    sittings.update(tx, Change.moved(changes));
    audit.record(tx, Change.acts(changes));
  }

  /**
   * One reading of the database's clock, which is compared and then decides. What came in time
   * counts, whatever kept it from being stored.
   */
  private Optional<Instant> moment(Tx tx) {
    return clock.look(tx).map(now -> contacts.setBack(now, clock.tick()));
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
}
