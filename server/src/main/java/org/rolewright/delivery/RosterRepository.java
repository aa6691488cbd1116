package org.rolewright.delivery;

import static org.rolewright.db.delivery.Tables.ANSWER_EVENT;
import static org.rolewright.db.delivery.Tables.CONTACT;
import static org.rolewright.db.delivery.Tables.DEVICE;
import static org.rolewright.db.delivery.Tables.PLAN;
import static org.rolewright.db.delivery.Tables.SITTING;
import static org.rolewright.db.delivery.Tables.TIME_ADJUSTMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingState;

/** What the proctors' console shows of sittings. */
final class RosterRepository {
  private static final Field<Integer> ANSWERED =
      DSL.field(
          DSL.select(DSL.countDistinct(ANSWER_EVENT.ITEM))
              .from(ANSWER_EVENT)
              .join(DEVICE)
              .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
              .where(
                  DEVICE.SITTING.eq(SITTING.NUMBER),
                  ANSWER_EVENT.KIND.eq("answer"),
                  ANSWER_EVENT.VALUE.isNotNull()));
  private static final Field<Integer> ITEMS =
      DSL.field(
          "(select max((piece ->> 'toItem')::int) from jsonb_array_elements({0} -> 'parts') as planned (piece))",
          Integer.class, PLAN.DOCUMENT);
  private static final Field<Integer> DEVICES =
      DSL.field(DSL.select(DSL.count()).from(DEVICE).where(DEVICE.SITTING.eq(SITTING.NUMBER)));
  private static final Field<Long> EXTRA =
      DSL.field(
          DSL.select(DSL.coalesce(DSL.sum(TIME_ADJUSTMENT.MS), DSL.val(0)).cast(Long.class))
              .from(TIME_ADJUSTMENT)
              .where(TIME_ADJUSTMENT.SITTING.eq(SITTING.NUMBER), TIME_ADJUSTMENT.KIND.eq("extra")));

  List<RosterLine> lines(Tx tx, ExamWindowId window, Instant now) {
    return tx.sql()
        .select(SITTING.fields())
        .select(ANSWERED, ITEMS, DEVICES, EXTRA)
        .select(CONTACT.AT, CONTACT.WAITING)
        .from(SITTING)
        .join(PLAN)
        .on(PLAN.SITTING.eq(SITTING.NUMBER))
        .leftJoin(CONTACT)
        .on(CONTACT.SITTING.eq(SITTING.NUMBER))
        .where(SITTING.WINDOW_ID.eq(window.value()))
        .orderBy(SITTING.NUMBER)
        .fetch(RosterRepository::line);
  }

  private static RosterLine line(Record row) {
    return new RosterLine(
        new SittingId(row.get(SITTING.ID)),
        new BookingId(row.get(SITTING.ADMISSION_ID)),
        SittingState.of(row.get(SITTING.STATE)),
        row.get(SITTING.REVISION),
        row.get(SITTING.PART),
        row.get(ANSWERED),
        row.get(ITEMS),
        instant(row, SITTING.STARTED_AT)
            .map(start ->
                start.plusMillis(row.get(SITTING.ALLOWED_MS) + row.get(SITTING.ADJUSTED_MS))),
        row.get(SITTING.BREAK_STOPS_CLOCK) && row.get(SITTING.BREAK_FROM) != null
            ? instant(row, SITTING.BREAK_FROM)
            : instant(row, SITTING.PAUSED_AT),
        Duration.ofMillis(row.get(EXTRA)),
        row.get(DEVICES),
        instant(row, CONTACT.AT),
        row.get(CONTACT.WAITING) == null
            ? OptionalInt.empty()
            : OptionalInt.of(row.get(CONTACT.WAITING)),
        Optional.ofNullable(row.get(SITTING.REASON)).map(ClosingReason::of));
  }

  private static Optional<Instant> instant(Record row, Field<OffsetDateTime> column) {
    return Optional.ofNullable(row.get(column)).map(OffsetDateTime::toInstant);
  }

  /** In the order of the sittings, so that two nodes never wait for each other. */
  void putContacts(Tx tx, Map<Long, Contacts.Contact> heard) {
    var rows =
        heard.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry ->
                DSL.row(
                    entry.getKey(),
                    entry.getValue().at().atOffset(ZoneOffset.UTC),
                    entry.getValue().waiting()))
            .toList();
    tx.sql()
        .insertInto(CONTACT, CONTACT.SITTING, CONTACT.AT, CONTACT.WAITING)
        .valuesOfRows(rows)
        .onConflict(CONTACT.SITTING)
        .doUpdate()
        .set(CONTACT.AT, DSL.excluded(CONTACT.AT))
        .set(CONTACT.WAITING, DSL.excluded(CONTACT.WAITING))
        .execute();
  }
}
