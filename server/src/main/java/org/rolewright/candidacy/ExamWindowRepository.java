package org.rolewright.candidacy;

import static org.rolewright.db.candidacy.Tables.AGREEMENT;
import static org.rolewright.db.candidacy.Tables.EXAM_WINDOW;
import static org.rolewright.db.candidacy.Tables.SEAT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.form.FormId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/** Exam windows, their seats, and agreements. */
final class ExamWindowRepository {
  private static final Field<Integer> SEATS =
      DSL.field(DSL.select(DSL.count()).from(SEAT).where(SEAT.WINDOW_ID.eq(EXAM_WINDOW.ID)))
          .as("seats");

  /** Whether it was new. */
  boolean insert(Tx tx, ExamWindow window) {
    return tx.sql()
            .insertInto(EXAM_WINDOW)
            .set(EXAM_WINDOW.ID, window.id().value())
            .set(EXAM_WINDOW.STUDY_ID, window.study().value())
            .set(EXAM_WINDOW.FORM_ID, window.form().map(FormId::value).orElse(null))
            .set(EXAM_WINDOW.TITLE, window.title())
            .set(EXAM_WINDOW.OPENS_AT, window.opensAt().atOffset(ZoneOffset.UTC))
            .set(EXAM_WINDOW.CLOSES_AT, window.closesAt().atOffset(ZoneOffset.UTC))
            .set(EXAM_WINDOW.TIME_ZONE, window.timeZone())
            .set(EXAM_WINDOW.LATE_RULE, window.lateRule().code())
            .set(EXAM_WINDOW.PLACE, window.place())
            .set(EXAM_WINDOW.ROOM, window.room())
            .set(EXAM_WINDOW.DEADLINE_HOURS, window.deadlineHours())
            .set(EXAM_WINDOW.STATE, window.state().code())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void update(Tx tx, ExamWindow window) {
    tx.sql()
        .update(EXAM_WINDOW)
        .set(EXAM_WINDOW.FORM_ID, window.form().map(FormId::value).orElse(null))
        .set(EXAM_WINDOW.TITLE, window.title())
        .set(EXAM_WINDOW.OPENS_AT, window.opensAt().atOffset(ZoneOffset.UTC))
        .set(EXAM_WINDOW.CLOSES_AT, window.closesAt().atOffset(ZoneOffset.UTC))
        .set(EXAM_WINDOW.TIME_ZONE, window.timeZone())
        .set(EXAM_WINDOW.LATE_RULE, window.lateRule().code())
        .set(EXAM_WINDOW.PLACE, window.place())
        .set(EXAM_WINDOW.ROOM, window.room())
        .set(EXAM_WINDOW.DEADLINE_HOURS, window.deadlineHours())
        .set(EXAM_WINDOW.VERSION, EXAM_WINDOW.VERSION.plus(1))
        .where(EXAM_WINDOW.ID.eq(window.id().value()))
        .execute();
  }

  /** Makes it have so many seats; a seat that is taken cannot go. */
  void seat(Tx tx, ExamWindowId window, int seats) {
    tx.sql()
        .deleteFrom(SEAT)
        .where(SEAT.WINDOW_ID.eq(window.value()), SEAT.NUMBER.gt(seats))
        .execute();
    tx.sql()
        .batch(
            IntStream.rangeClosed(1, seats)
                .mapToObj(number ->
                    tx.sql()
                        .insertInto(SEAT)
                        .set(SEAT.WINDOW_ID, window.value())
                        .set(SEAT.NUMBER, number)
                        .onConflictDoNothing())
                .toList())
        .execute();
  }

  void publish(Tx tx, ExamWindowId id, Optional<PersonId> by, Instant now) {
    tx.sql()
        .update(EXAM_WINDOW)
        .set(EXAM_WINDOW.STATE, ExamWindowState.PUBLISHED.code())
        .set(EXAM_WINDOW.VERSION, EXAM_WINDOW.VERSION.plus(1))
        .set(EXAM_WINDOW.PUBLISHED_BY, by.map(PersonId::value).orElse(null))
        .set(EXAM_WINDOW.PUBLISHED_AT, now.atOffset(ZoneOffset.UTC))
        .where(EXAM_WINDOW.ID.eq(id.value()))
        .execute();
  }

  void cancel(Tx tx, ExamWindowId id) {
    tx.sql()
        .update(EXAM_WINDOW)
        .set(EXAM_WINDOW.STATE, ExamWindowState.CANCELLED.code())
        .set(EXAM_WINDOW.VERSION, EXAM_WINDOW.VERSION.plus(1))
        .where(EXAM_WINDOW.ID.eq(id.value()))
        .execute();
  }

  Optional<ExamWindow> find(Tx tx, ExamWindowId id) {
    return tx.sql()
        .select(EXAM_WINDOW.asterisk(), SEATS)
        .from(EXAM_WINDOW)
        .where(EXAM_WINDOW.ID.eq(id.value()))
        .fetchOptional(ExamWindowRepository::window);
  }

  /** One at a time books, moves or changes it, until the transaction ends. */
  Optional<ExamWindow> lock(Tx tx, ExamWindowId id) {
    tx.sql()
        .select(EXAM_WINDOW.ID)
        .from(EXAM_WINDOW)
        .where(EXAM_WINDOW.ID.eq(id.value()))
        .forNoKeyUpdate()
        .execute();
    return find(tx, id);
  }

  /** The next to open first. */
  List<ExamWindow> ofStudy(Tx tx, StudyId study) {
    return list(tx, EXAM_WINDOW.STUDY_ID.eq(study.value()));
  }

  /** Published windows that have not opened yet. */
  List<ExamWindow> coming(Tx tx, StudyId study, Instant now) {
    return list(
        tx,
        EXAM_WINDOW
            .STUDY_ID
            .eq(study.value())
            .and(EXAM_WINDOW.STATE.eq(ExamWindowState.PUBLISHED.code()))
            .and(EXAM_WINDOW.OPENS_AT.gt(now.atOffset(ZoneOffset.UTC))));
  }

  private static List<ExamWindow> list(Tx tx, Condition which) {
    return tx.sql()
        .select(EXAM_WINDOW.asterisk(), SEATS)
        .from(EXAM_WINDOW)
        .where(which)
        .orderBy(EXAM_WINDOW.OPENS_AT, EXAM_WINDOW.ID)
        .fetch(ExamWindowRepository::window);
  }

  private static ExamWindow window(Record row) {
    return new ExamWindow(
        new ExamWindowId(row.get(EXAM_WINDOW.ID)),
        new StudyId(row.get(EXAM_WINDOW.STUDY_ID)),
        Optional.ofNullable(row.get(EXAM_WINDOW.FORM_ID)).map(FormId::new),
        row.get(EXAM_WINDOW.TITLE),
        row.get(EXAM_WINDOW.OPENS_AT).toInstant(),
        row.get(EXAM_WINDOW.CLOSES_AT).toInstant(),
        row.get(EXAM_WINDOW.TIME_ZONE),
        LateRule.of(row.get(EXAM_WINDOW.LATE_RULE)),
        row.get(EXAM_WINDOW.PLACE),
        row.get(EXAM_WINDOW.ROOM),
        row.get(EXAM_WINDOW.DEADLINE_HOURS),
        row.get(SEATS),
        ExamWindowState.of(row.get(EXAM_WINDOW.STATE)),
        row.get(EXAM_WINDOW.VERSION));
  }

  Optional<Agreement> agreement(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(AGREEMENT)
        .where(AGREEMENT.STUDY_ID.eq(study.value()))
        .orderBy(AGREEMENT.VERSION.desc())
        .limit(1)
        .fetchOptional(row ->
            new Agreement(row.getVersion(), Json.read(row.getWords().data(), Localized.class)));
  }

  /** Whether this version was still free. */
  boolean insert(Tx tx, StudyId study, Agreement agreement, PersonId by, Instant now) {
    return tx.sql()
            .insertInto(AGREEMENT)
            .set(AGREEMENT.STUDY_ID, study.value())
            .set(AGREEMENT.VERSION, agreement.version())
            .set(AGREEMENT.WORDS, JSONB.valueOf(Json.write(agreement.words())))
            .set(AGREEMENT.WRITTEN_BY, by.value())
            .set(AGREEMENT.WRITTEN_AT, now.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
