package org.rolewright.delivery;

import static org.rolewright.db.delivery.Tables.ANSWER_EVENT;
import static org.rolewright.db.delivery.Tables.DEVICE;
import static org.rolewright.db.delivery.Tables.LATE_DECISION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.delivery.EvidenceService.AnswerId;
import org.rolewright.delivery.StoredEvent.Decision;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Reads what {@link EventRepository} stored. */
final class AnswerRepository {
  private static final Condition IN_TIME = ANSWER_EVENT.STANDING.in("counts", "doubt");

  /** The newest of a kind that a candidate said about an item. */
  record Said(int item, String kind, int epoch, String value) {}

  /** Those that count, in the order of the items; cleared ones are not in it. */
  List<FinalAnswer> finalAnswers(Tx tx, long sitting) {
    return said(tx, sitting, ANSWER_EVENT.KIND.eq("answer").and(IN_TIME.or(LATE_DECISION.ADMITTED)))
        .stream()
        .map(said -> new FinalAnswer(said.item(), said.value()))
        .toList();
  }

  /** As {@link #finalAnswers} when the sitting closed: without what was admitted since. */
  List<FinalAnswer> answersInTime(Tx tx, long sitting) {
    return answersInTime(tx, List.of(sitting)).get(sitting);
  }

  /** As {@link #answersInTime(Tx, long)} of each sitting. */
  Map<Long, List<FinalAnswer>> answersInTime(Tx tx, List<Long> sittings) {
    if (sittings.isEmpty()) return Map.of();
    var newest =
        tx.sql()
            .select(DEVICE.SITTING, ANSWER_EVENT.ITEM, ANSWER_EVENT.VALUE)
            .distinctOn(DEVICE.SITTING, ANSWER_EVENT.ITEM)
            .from(ANSWER_EVENT)
            .join(DEVICE)
            .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
            .where(
                DEVICE.SITTING.eq(DSL.any(sittings.toArray(Long[]::new))),
                ANSWER_EVENT.KIND.eq("answer"),
                IN_TIME,
                ANSWER_EVENT.ITEM.isNotNull())
            .orderBy(
                DEVICE.SITTING,
                ANSWER_EVENT.ITEM,
                ANSWER_EVENT.EPOCH.desc(),
                ANSWER_EVENT.SEQ.desc())
            .fetch();
    var answers = new HashMap<Long, List<FinalAnswer>>();
    sittings.forEach(sitting -> answers.put(sitting, new ArrayList<>()));
    for (var row : newest)
      if (row.value3() != null)
        answers.get(row.value1()).add(new FinalAnswer(row.value2(), row.value3()));
    return answers;
  }

  /** The newest of each item and kind, to be shown again; cleared ones are not in it. */
  List<Said> said(Tx tx, long sitting) {
    var counts = ANSWER_EVENT.KIND.ne("answer").or(IN_TIME).or(LATE_DECISION.ADMITTED);
    return said(tx, sitting, ANSWER_EVENT.KIND.in(SittingEvent.SAID).and(counts));
  }

  private static List<Said> said(Tx tx, long sitting, Condition which) {
    var newest =
        tx.sql()
            .select(ANSWER_EVENT.ITEM, ANSWER_EVENT.KIND, ANSWER_EVENT.EPOCH, ANSWER_EVENT.VALUE)
            .distinctOn(ANSWER_EVENT.ITEM, ANSWER_EVENT.KIND)
            .from(ANSWER_EVENT)
            .join(DEVICE)
            .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
            .leftJoin(LATE_DECISION)
            .on(
                LATE_DECISION.DEVICE.eq(ANSWER_EVENT.DEVICE),
                LATE_DECISION.SEQ.eq(ANSWER_EVENT.SEQ))
            .where(DEVICE.SITTING.eq(sitting), which, ANSWER_EVENT.ITEM.isNotNull())
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
  List<StoredEvent> events(Tx tx, long sitting) {
    return events(tx, List.of(sitting)).getOrDefault(sitting, List.of());
  }

  /** Everything of each sitting, in the order of (epoch, seq); none for one of which nothing is. */
  Map<Long, List<StoredEvent>> events(Tx tx, List<Long> sittings) {
    return tx.sql()
        .select(DEVICE.SITTING, DEVICE.CLIENT_ID)
        .select(ANSWER_EVENT.fields())
        .select(LATE_DECISION.fields())
        .from(ANSWER_EVENT)
        .join(DEVICE)
        .on(DEVICE.NUMBER.eq(ANSWER_EVENT.DEVICE))
        .leftJoin(LATE_DECISION)
        .on(LATE_DECISION.DEVICE.eq(ANSWER_EVENT.DEVICE), LATE_DECISION.SEQ.eq(ANSWER_EVENT.SEQ))
        .where(DEVICE.SITTING.eq(DSL.any(sittings.toArray(Long[]::new))))
        .orderBy(ANSWER_EVENT.EPOCH, ANSWER_EVENT.SEQ)
        .fetchGroups(DEVICE.SITTING, AnswerRepository::stored);
  }

  private static StoredEvent stored(Record row) {
    var item = row.get(ANSWER_EVENT.ITEM);
    return new StoredEvent(
        row.get(DEVICE.CLIENT_ID),
        row.get(ANSWER_EVENT.SEQ),
        row.get(ANSWER_EVENT.EPOCH),
        row.get(ANSWER_EVENT.KIND),
        item == null ? OptionalInt.empty() : OptionalInt.of(item),
        Optional.ofNullable(row.get(ANSWER_EVENT.VALUE)),
        row.get(ANSWER_EVENT.TYPED_AT).toInstant(),
        row.get(ANSWER_EVENT.RECEIVED_AT).toInstant(),
        row.get(ANSWER_EVENT.STANDING),
        Optional.ofNullable(row.get(LATE_DECISION.ADMITTED)).map(_ -> decision(row)));
  }

  private static Decision decision(Record row) {
    return new Decision(
        row.get(LATE_DECISION.ADMITTED),
        new PersonId(row.get(LATE_DECISION.PERSON_ID)),
        row.get(LATE_DECISION.REASON),
        row.get(LATE_DECISION.AT).toInstant());
  }

  /** Greatest number stored of each device; none for one of which nothing is. */
  Map<Long, Integer> acknowledged(Tx tx, List<Long> devices) {
    return tx.sql()
        .select(ANSWER_EVENT.DEVICE, DSL.max(ANSWER_EVENT.SEQ))
        .from(ANSWER_EVENT)
        .where(ANSWER_EVENT.DEVICE.eq(DSL.any(devices.toArray(Long[]::new))))
        .groupBy(ANSWER_EVENT.DEVICE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  void decide(Tx tx, long sitting, AnswerId answer, Decision decision) {
    var device =
        DSL.select(DEVICE.NUMBER)
            .from(DEVICE)
            .where(DEVICE.SITTING.eq(sitting), DEVICE.CLIENT_ID.eq(answer.clientId()));
    tx.sql()
        .insertInto(LATE_DECISION)
        .set(LATE_DECISION.DEVICE, device)
        .set(LATE_DECISION.SEQ, answer.seq())
        .set(LATE_DECISION.ADMITTED, decision.admitted())
        .set(LATE_DECISION.PERSON_ID, decision.person().value())
        .set(LATE_DECISION.REASON, decision.reason())
        .set(LATE_DECISION.AT, decision.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** When the last late answer was let count. */
  Optional<Instant> lastAdmitted(Tx tx, long sitting) {
    return tx.sql()
        .select(DSL.max(LATE_DECISION.AT))
        .from(LATE_DECISION)
        .join(DEVICE)
        .on(DEVICE.NUMBER.eq(LATE_DECISION.DEVICE))
        .where(DEVICE.SITTING.eq(sitting), LATE_DECISION.ADMITTED.isTrue())
        .fetchOptional(row -> row.value1())
        .map(OffsetDateTime::toInstant);
  }
}
