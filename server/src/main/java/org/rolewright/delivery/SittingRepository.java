package org.rolewright.delivery;

import static org.rolewright.db.delivery.Tables.ANSWER_EVENT;
import static org.rolewright.db.delivery.Tables.DEVICE;
import static org.rolewright.db.delivery.Tables.PLAN;
import static org.rolewright.db.delivery.Tables.SITTING;
import static org.rolewright.db.delivery.Tables.TIME_ADJUSTMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.candidacy.Admission;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.db.delivery.tables.records.SittingRecord;
import org.rolewright.db.delivery.tables.records.TimeAdjustmentRecord;
import org.rolewright.form.FormId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;
import org.rolewright.timing.TimeAdjustment;

/** Sittings, their devices and their time adjustments. */
final class SittingRepository {
  /** A browser in which the sitting was opened. */
  record Device(
      long number,
      long sitting,
      UUID client,
      String label,
      List<Integer> epochs,
      Instant firstAt,
      Instant lastAt) {}

  /** The clock of the database, to the millisecond; it goes on within a transaction. */
  Instant now(Tx tx) {
    return tx.sql()
        .select(DSL.field("date_trunc('milliseconds', clock_timestamp())", OffsetDateTime.class))
        .fetchSingle()
        .value1()
        .toInstant();
  }

  Optional<Sitting> find(Tx tx, SittingId id) {
    return fetch(tx, SITTING.ID.eq(id.value()), false).stream().findFirst();
  }

  /** Sittings in the order of their numbers, held until the transaction ends. */
  List<Sitting> lock(Tx tx, List<SittingId> ids) {
    return fetch(tx, SITTING.ID.eq(DSL.any(uuids(ids))), true);
  }

  Optional<Sitting> findByAdmission(Tx tx, BookingId admission) {
    return fetch(tx, SITTING.ADMISSION_ID.eq(admission.value()), true).stream().findFirst();
  }

  /** Devices by their tokens; an unknown token has none. */
  Map<Post.Token, Device> devices(Tx tx, List<Post.Token> tokens) {
    return tx.sql()
        .selectFrom(DEVICE)
        .where(
            DEVICE.TOKEN_HASH.eq(
                DSL.any(tokens.stream().map(Post.Token::hash).toArray(byte[][]::new))))
        .fetchMap(row -> new Post.Token(row.getTokenHash()), SittingRepository::device);
  }

  /** Sittings by their numbers, held in the order of these. */
  Map<Long, Sitting> lockNumbers(Tx tx, List<Long> numbers) {
    var held = new HashMap<Long, Sitting>();
    fetch(tx, SITTING.NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))), true)
        .forEach(sitting -> held.put(sitting.number(), sitting));
    return held;
  }

  Optional<Sitting> findByToken(Tx tx, Post.Token token, boolean hold) {
    return fetch(
            tx,
            SITTING.NUMBER.eq(
                DSL.select(DEVICE.SITTING).from(DEVICE).where(DEVICE.TOKEN_HASH.eq(token.hash()))),
            hold)
        .stream()
        .findFirst();
  }

  List<SittingId> list(Tx tx, ExamWindowId window) {
    return tx.sql()
        .select(SITTING.ID)
        .from(SITTING)
        .where(SITTING.WINDOW_ID.eq(window.value()))
        .orderBy(SITTING.NUMBER)
        .fetch(row -> new SittingId(row.value1()));
  }

  void hold(Tx tx, List<SittingId> ids) {
    tx.sql()
        .select(SITTING.NUMBER)
        .from(SITTING)
        .where(SITTING.ID.eq(DSL.any(uuids(ids))))
        .orderBy(SITTING.NUMBER)
        .forUpdate()
        .fetch();
  }

  List<Sitting> closed(Tx tx, FormId form) {
    return fetch(
        tx,
        SITTING.FORM_ID.eq(form.value()).and(SITTING.STATE.eq(SittingState.CLOSED.code())),
        false);
  }

  /** How many that began are over. */
  int countClosed(Tx tx, FormId form) {
    return tx.sql()
        .fetchCount(
            SITTING,
            SITTING.FORM_ID.eq(form.value()),
            SITTING.STATE.eq(SittingState.CLOSED.code()),
            SITTING.STARTED_AT.isNotNull());
  }

  /** Whether one of these bookings led to a sitting that began and is over. */
  boolean haveSat(Tx tx, List<BookingId> bookings) {
    return tx.sql()
        .fetchExists(
            SITTING,
            SITTING.ADMISSION_ID.in(bookings.stream().map(BookingId::value).toList()),
            SITTING.STATE.eq(SittingState.CLOSED.code()),
            SITTING.STARTED_AT.isNotNull());
  }

  /** Sittings of a window that are over and have answers that came late or to a closed item. */
  List<Sitting> withLateAnswers(Tx tx, ExamWindowId window) {
    var late =
        DSL.select(DEVICE.SITTING)
            .from(DEVICE)
            .join(ANSWER_EVENT)
            .on(ANSWER_EVENT.DEVICE.eq(DEVICE.NUMBER))
            .where(ANSWER_EVENT.KIND.eq("answer"), ANSWER_EVENT.STANDING.in("late", "outside"));
    return fetch(
        tx,
        SITTING
            .WINDOW_ID
            .eq(window.value())
            .and(SITTING.STATE.eq(SittingState.CLOSED.code()))
            .and(SITTING.NUMBER.in(late)),
        false);
  }

  /** Numbers of what is due. */
  List<Long> due(Tx tx, Instant now) {
    return tx.sql()
        .select(SITTING.NUMBER)
        .from(SITTING)
        .where(SITTING.DUE_AT.le(at(now)))
        .orderBy(SITTING.NUMBER)
        .fetch(SITTING.NUMBER);
  }

  /** Those of these that are due, held; what somebody else holds is left to the next look. */
  List<Sitting> lockDue(Tx tx, Instant now, List<Long> numbers) {
    return tx.sql()
        .select(SITTING.fields())
        .select(PLAN.DOCUMENT)
        .from(SITTING)
        .join(PLAN)
        .on(PLAN.SITTING.eq(SITTING.NUMBER))
        .where(SITTING.NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))))
        .and(SITTING.DUE_AT.le(at(now)))
        .orderBy(SITTING.NUMBER)
        .forUpdate()
        .of(SITTING)
        .skipLocked()
        .fetch(SittingRepository::sitting);
  }

  /** Sittings that are over and of which the item bank does not know yet, held. */
  List<Sitting> notExposed(Tx tx, int most) {
    return tx.sql()
        .select(SITTING.fields())
        .select(PLAN.DOCUMENT)
        .from(SITTING)
        .join(PLAN)
        .on(PLAN.SITTING.eq(SITTING.NUMBER))
        .where(SITTING.STATE.eq(SittingState.CLOSED.code()), SITTING.EXPOSED.isFalse())
        .orderBy(SITTING.NUMBER)
        .limit(most)
        .forUpdate()
        .of(SITTING)
        .skipLocked()
        .fetch(SittingRepository::sitting);
  }

  void exposed(Tx tx, List<Sitting> sittings) {
    tx.sql()
        .update(SITTING)
        .set(SITTING.EXPOSED, true)
        .where(SITTING.NUMBER.in(sittings.stream().map(Sitting::number).toList()))
        .execute();
  }

  private static List<Sitting> fetch(Tx tx, Condition which, boolean hold) {
    var query =
        tx.sql()
            .select(SITTING.fields())
            .select(PLAN.DOCUMENT)
            .from(SITTING)
            .join(PLAN)
            .on(PLAN.SITTING.eq(SITTING.NUMBER))
            .where(which)
            .orderBy(SITTING.NUMBER);
    return (hold ? query.forUpdate().of(SITTING).fetch() : query.fetch())
        .map(SittingRepository::sitting);
  }

  /** Somebody who comes in for the first time. */
  record Arrival(SittingId id, Admission admission, Plan plan, SittingState state, Instant at) {}

  /** Adds a sitting that has not begun; false where the admission has one, which stays. */
  boolean insert(Tx tx, Arrival arrival) {
    var number =
        tx.sql()
            .insertInto(SITTING)
            .set(SITTING.ID, arrival.id().value())
            .set(SITTING.ADMISSION_ID, arrival.admission().id().value())
            .set(SITTING.WINDOW_ID, arrival.admission().window().value())
            .set(SITTING.FORM_ID, arrival.admission().form().value())
            .set(SITTING.STATE, arrival.state().code())
            .set(SITTING.ARRIVED_AT, at(arrival.at()))
            .set(SITTING.ALLOWED_MS, arrival.plan().allowedMs())
            .onConflictDoNothing()
            .returning(SITTING.NUMBER)
            .fetchOptional(SITTING.NUMBER);
    number.ifPresent(added ->
        tx.sql()
            .insertInto(PLAN)
            .set(PLAN.SITTING, added)
            .set(PLAN.DOCUMENT, JSONB.valueOf(Json.write(arrival.plan())))
            .execute());
    return number.isPresent();
  }

  /** A sitting as it is from now on, with the time that was added to it. */
  record Moved(Sitting sitting, List<TimeAdjustment> added) {}

  /** Stores a sitting that is held, with the time that was added to it. */
  void update(Tx tx, Sitting sitting, List<TimeAdjustment> added) {
    update(tx, List.of(new Moved(sitting, added)));
  }

  /** Stores sittings that are held. */
  void update(Tx tx, List<Moved> all) {
    tx.sql().batchUpdate(all.stream().map(moved -> row(moved.sitting)).toList()).execute();
    var adjustments =
        all.stream()
            .flatMap(moved -> moved.added.stream().map(added -> row(moved.sitting, added)))
            .toList();
    tx.sql().batchInsert(adjustments).execute();
  }

  private static SittingRecord row(Sitting sitting) {
    var clock = sitting.clock();
    var times = sitting.times();
    var own = sitting.plan().schedule().ownTime(times.part()).map(Duration::toMillis);
    var row = new SittingRecord();
    row.setNumber(sitting.number());
    row.touched(SITTING.NUMBER, false); // found by it
    row.setState(sitting.state().code());
    row.setRevision(sitting.revision());
    row.setEpoch(sitting.epoch());
    row.setAgreedVersion(sitting.agreed().orElse(null));
    row.setStartedAt(at(times.startedAt()));
    row.setAllowedMs(times.allowed().toMillis());
    row.setAdjustedMs(times.adjusted().toMillis());
    row.setPart(times.part());
    row.setPartStartedAt(at(times.partStartedAt()));
    row.setPartAllowedMs(own.orElse(null));
    row.setPartAdjustedMs(times.partAdjusted().toMillis());
    row.setFromItem(sitting.fromItem());
    row.setToItem(sitting.toItem());
    row.setLinear(sitting.linear());
    row.setPausedAt(at(times.pausedAt()));
    row.setBreakFrom(at(times.running().map(SittingClock.Break::from)));
    row.setBreakUntil(at(times.running().map(SittingClock.Break::until)));
    row.setBreakStopsClock(times.running().map(SittingClock.Break::stopsClock).orElse(false));
    row.setBreaksTaken(sitting.breaksTaken().toArray(Integer[]::new));
    row.setCountsUntil(at(clock.countsUntil()));
    row.setDueAt(at(clock.due()));
    row.setClosedAt(at(sitting.closedAt()));
    row.setReason(times.reason().map(ClosingReason::code).orElse(null));
    row.setDigest(sitting.digest().orElse(null));
    return row;
  }

  private static TimeAdjustmentRecord row(Sitting sitting, TimeAdjustment added) {
    var row = new TimeAdjustmentRecord();
    row.setId(UUID.randomUUID());
    row.setSitting(sitting.number());
    row.setKind(added.kind().name().toLowerCase(Locale.ROOT));
    row.setMs(added.added().toMillis());
    row.setFromAt(at(added.from()));
    row.setUntilAt(at(added.until()));
    row.setReason(added.reason());
    return row;
  }

  /** Time that was given to each sitting; none for one to which none was. */
  Map<Long, List<TimeAdjustment>> adjustments(Tx tx, List<Long> sittings) {
    return tx.sql()
        .selectFrom(TIME_ADJUSTMENT)
        .where(TIME_ADJUSTMENT.SITTING.eq(DSL.any(sittings.toArray(Long[]::new))))
        .orderBy(TIME_ADJUSTMENT.FROM_AT)
        .fetchGroups(
            TIME_ADJUSTMENT.SITTING,
            row ->
                new TimeAdjustment(
                    TimeAdjustment.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                    Duration.ofMillis(row.getMs()),
                    row.getFromAt().toInstant(),
                    row.getUntilAt().toInstant(),
                    row.getReason()));
  }

  /** A device with a fresh token; the token that it had before ends. */
  void putDevice(Tx tx, Sitting sitting, UUID client, Post.Token token, String label, Instant now) {
    tx.sql()
        .insertInto(DEVICE)
        .set(DEVICE.SITTING, sitting.number())
        .set(DEVICE.CLIENT_ID, client)
        .set(DEVICE.TOKEN_HASH, token.hash())
        .set(DEVICE.LABEL, label)
        .set(DEVICE.FIRST_AT, at(now))
        .set(DEVICE.LAST_AT, at(now))
        .onConflict(DEVICE.SITTING, DEVICE.CLIENT_ID)
        .doUpdate()
        .set(DEVICE.TOKEN_HASH, token.hash())
        .set(DEVICE.LABEL, label)
        .set(DEVICE.LAST_AT, at(now))
        .execute();
  }

  List<Device> devices(Tx tx, long sitting) {
    return tx.sql()
        .selectFrom(DEVICE)
        .where(DEVICE.SITTING.eq(sitting))
        .orderBy(DEVICE.NUMBER)
        .fetch(SittingRepository::device);
  }

  /** The device of a token. */
  Device device(Tx tx, Post.Token token) {
    return tx.sql()
        .selectFrom(DEVICE)
        .where(DEVICE.TOKEN_HASH.eq(token.hash()))
        .fetchOptional(SittingRepository::device)
        .orElseThrow(Refusal.NotSignedIn::new);
  }

  void grant(Tx tx, Device device, int epoch) {
    tx.sql()
        .update(DEVICE)
        .set(DEVICE.EPOCHS, DSL.arrayAppend(DEVICE.EPOCHS, epoch))
        .where(DEVICE.NUMBER.eq(device.number()))
        .execute();
  }

  void raiseRevision(Tx tx, List<SittingId> ids) {
    tx.sql()
        .update(SITTING)
        .set(SITTING.REVISION, SITTING.REVISION.plus(1))
        .where(SITTING.ID.eq(DSL.any(uuids(ids))))
        .execute();
  }

  private static Device device(Record row) {
    return new Device(
        row.get(DEVICE.NUMBER),
        row.get(DEVICE.SITTING),
        row.get(DEVICE.CLIENT_ID),
        row.get(DEVICE.LABEL),
        Arrays.asList(row.get(DEVICE.EPOCHS)),
        row.get(DEVICE.FIRST_AT).toInstant(),
        row.get(DEVICE.LAST_AT).toInstant());
  }

  private static Sitting sitting(Record row) {
    return new Sitting(
        row.get(SITTING.NUMBER),
        new SittingId(row.get(SITTING.ID)),
        new BookingId(row.get(SITTING.ADMISSION_ID)),
        new ExamWindowId(row.get(SITTING.WINDOW_ID)),
        new FormId(row.get(SITTING.FORM_ID)),
        Json.read(row.get(PLAN.DOCUMENT).data(), Plan.class),
        times(row),
        row.get(SITTING.REVISION),
        row.get(SITTING.EPOCH),
        row.get(SITTING.FROM_ITEM),
        Optional.ofNullable(row.get(SITTING.AGREED_VERSION)),
        Arrays.asList(row.get(SITTING.BREAKS_TAKEN)),
        row.get(SITTING.ARRIVED_AT).toInstant(),
        instant(row, SITTING.CLOSED_AT),
        Optional.ofNullable(row.get(SITTING.DIGEST)));
  }

  private static SittingClock.Times times(Record row) {
    return new SittingClock.Times(
        SittingState.of(row.get(SITTING.STATE)),
        instant(row, SITTING.STARTED_AT),
        Duration.ofMillis(row.get(SITTING.ALLOWED_MS)),
        Duration.ofMillis(row.get(SITTING.ADJUSTED_MS)),
        row.get(SITTING.PART),
        instant(row, SITTING.PART_STARTED_AT),
        Duration.ofMillis(row.get(SITTING.PART_ADJUSTED_MS)),
        instant(row, SITTING.PAUSED_AT),
        instant(row, SITTING.BREAK_FROM)
            .map(from ->
                new SittingClock.Break(
                    from,
                    instant(row, SITTING.BREAK_UNTIL).orElseThrow(),
                    row.get(SITTING.BREAK_STOPS_CLOCK))),
        Optional.ofNullable(row.get(SITTING.REASON)).map(ClosingReason::of));
  }

  private static Optional<Instant> instant(Record row, Field<OffsetDateTime> column) {
    return Optional.ofNullable(row.get(column)).map(OffsetDateTime::toInstant);
  }

  private static UUID[] uuids(List<SittingId> ids) {
    return ids.stream().map(SittingId::value).toArray(UUID[]::new);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime at(Optional<Instant> moment) {
    return moment.map(SittingRepository::at).orElse(null);
  }
}
