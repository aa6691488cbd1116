package org.rolewright.delivery;

import static org.rolewright.db.delivery.Tables.ADMITTED_LATE;
import static org.rolewright.db.delivery.Tables.ANSWER_EVENT;
import static org.rolewright.db.delivery.Tables.DEVICE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Reads what {@link EventRepository} stored. */
final class AnswerRepository {

  /** The newest of a kind that a candidate said about an item. */
  record Said(int item, String kind, int epoch, String value) {}

  /** An event as stored. */
  record Stored(
      long device,
      int seq,
      int epoch,
      String kind,
      OptionalInt item,
      Optional<String> value,
      Instant typedAt,
      Instant receivedAt,
      String standing,
      boolean admitted) {}

  /** In the order of the items; those cleared again are not in it. */
  List<FinalAnswer> finalAnswers(Tx tx, long sitting) {
    return said(tx, sitting, ANSWER_EVENT.KIND.eq("answer")).stream()
        .map(said -> new FinalAnswer(said.item(), said.value()))
        .toList();
  }

  /** The newest of each item and kind, to be shown again; cleared ones are not in it. */
  List<Said> said(Tx tx, long sitting) {
    return said(tx, sitting, ANSWER_EVENT.KIND.in(SittingEvent.SAID));
  }

  private static List<Said> said(Tx tx, long sitting, Condition which) {
    var counts =
        ANSWER_EVENT
            .KIND
            .ne("answer")
            .or(ANSWER_EVENT.STANDING.in("counts", "doubt"))
            .or(ADMITTED_LATE.DEVICE.isNotNull());
    var newest =
        tx.sql()
            .select(ANSWER_EVENT.ITEM, ANSWER_EVENT.KIND, ANSWER_EVENT.EPOCH, ANSWER_EVENT.VALUE)
            .distinctOn(ANSWER_EVENT.ITEM, ANSWER_EVENT.KIND)
            .from(ANSWER_EVENT)
            .join(DEVICE)
            .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
            .leftJoin(ADMITTED_LATE)
            .on(
                ADMITTED_LATE.DEVICE.eq(ANSWER_EVENT.DEVICE),
                ADMITTED_LATE.SEQ.eq(ANSWER_EVENT.SEQ))
            .where(DEVICE.SITTING.eq(sitting), which, counts, ANSWER_EVENT.ITEM.isNotNull())
            .orderBy(
                ANSWER_EVENT.ITEM,
                ANSWER_EVENT.KIND,
                ANSWER_EVENT.EPOCH.desc(),
                ANSWER_EVENT.SEQ.desc())
            .asTable("newest");
    return tx.sql()
        .selectFrom(newest)
        .where(newest.field(ANSWER_EVENT.VALUE).isNotNull())
        .orderBy(newest.field(ANSWER_EVENT.ITEM), newest.field(ANSWER_EVENT.KIND))
        .fetch(row ->
            new Said(
                row.get(ANSWER_EVENT.ITEM.getName(), Integer.class),
                row.get(ANSWER_EVENT.KIND.getName(), String.class),
                row.get(ANSWER_EVENT.EPOCH.getName(), Integer.class),
                row.get(ANSWER_EVENT.VALUE.getName(), String.class)));
  }

  /** Everything of a sitting, in the order of (epoch, seq). */
  List<Stored> events(Tx tx, long sitting) {
    return tx.sql()
        .select(ANSWER_EVENT.fields())
        .select(ADMITTED_LATE.SEQ)
        .from(ANSWER_EVENT)
        .join(DEVICE)
        .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
        .leftJoin(ADMITTED_LATE)
        .on(ADMITTED_LATE.DEVICE.eq(ANSWER_EVENT.DEVICE), ADMITTED_LATE.SEQ.eq(ANSWER_EVENT.SEQ))
        .where(DEVICE.SITTING.eq(sitting))
        .orderBy(ANSWER_EVENT.EPOCH, ANSWER_EVENT.SEQ)
        .fetch(AnswerRepository::stored);
  }

  private static Stored stored(Record row) {
    var item = row.get(ANSWER_EVENT.ITEM);
    return new Stored(
        row.get(ANSWER_EVENT.DEVICE),
        row.get(ANSWER_EVENT.SEQ),
        row.get(ANSWER_EVENT.EPOCH),
        row.get(ANSWER_EVENT.KIND),
        item == null ? OptionalInt.empty() : OptionalInt.of(item),
        Optional.ofNullable(row.get(ANSWER_EVENT.VALUE)),
        row.get(ANSWER_EVENT.TYPED_AT).toInstant(),
        row.get(ANSWER_EVENT.RECEIVED_AT).toInstant(),
        row.get(ANSWER_EVENT.STANDING),
        row.get(ADMITTED_LATE.SEQ) != null);
  }

  /** Greatest number stored of a device. */
  int acknowledged(Tx tx, long device) {
    return tx.sql()
        .select(DSL.coalesce(DSL.max(ANSWER_EVENT.SEQ), 0))
        .from(ANSWER_EVENT)
        .where(ANSWER_EVENT.DEVICE.eq(device))
        .fetchSingle()
        .value1();
  }

  void admit(Tx tx, Stored late, PersonId person, String reason, Instant now) {
    tx.sql()
        .insertInto(ADMITTED_LATE)
        .set(ADMITTED_LATE.DEVICE, late.device())
        .set(ADMITTED_LATE.SEQ, late.seq())
        .set(ADMITTED_LATE.PERSON_ID, person.value())
        .set(ADMITTED_LATE.REASON, reason)
        .set(ADMITTED_LATE.AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }
}
