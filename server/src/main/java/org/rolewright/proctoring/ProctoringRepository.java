package org.rolewright.proctoring;

import static org.rolewright.db.proctoring.Tables.CHECK_IN;
import static org.rolewright.db.proctoring.Tables.COMMAND;
import static org.rolewright.db.proctoring.Tables.INCIDENT;
import static org.rolewright.db.proctoring.Tables.MESSAGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code proctoring}. */
final class ProctoringRepository {

  /** Who did something, and when. */
  record Deed(PersonId person, Instant at) {}

  /** Where somebody may have had a hand in a sitting. */
  record Scene(ExamWindowId window, BookingId admission, SittingId sitting) {}

  /** A command as carried out. */
  record Done(UUID id, int done, int skipped) {}

  /** A message as stored; without a person it is the candidate's. */
  record Written(UUID id, Optional<PersonId> person, String text, Instant at) {}

  void checkIn(Tx tx, BookingId admission, String document, String note, Deed deed) {
    tx.sql()
        .insertInto(CHECK_IN)
        .set(CHECK_IN.ADMISSION_ID, admission.value())
        .set(CHECK_IN.PERSON_ID, deed.person().value())
        .set(CHECK_IN.DOCUMENT, document)
        .set(CHECK_IN.NOTE, note)
        .set(CHECK_IN.AT, deed.at().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  Set<UUID> checkedIn(Tx tx, Collection<UUID> admissions) {
    return tx.sql()
        .select(CHECK_IN.ADMISSION_ID)
        .from(CHECK_IN)
        .where(CHECK_IN.ADMISSION_ID.in(admissions))
        .fetchSet(CHECK_IN.ADMISSION_ID);
  }

  /** Takes the identity of a command; empty when it was carried out before. */
  boolean begin(Tx tx, ExamWindowId window, UUID id, CommandInput input, Deed deed) {
    return tx.sql()
            .insertInto(COMMAND)
            .set(COMMAND.ID, id)
            .set(COMMAND.WINDOW_ID, window.value())
            .set(COMMAND.ACT, input.act().code())
            .set(COMMAND.REASON, input.reason())
            .set(COMMAND.SECONDS, input.seconds().orElse(null))
            .set(COMMAND.DONE, 0)
            .set(COMMAND.SKIPPED, 0)
            .set(COMMAND.PERSON_ID, deed.person().value())
            .set(COMMAND.AT, deed.at().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void finish(Tx tx, Done done) {
    tx.sql()
        .update(COMMAND)
        .set(COMMAND.DONE, done.done())
        .set(COMMAND.SKIPPED, done.skipped())
        .where(COMMAND.ID.eq(done.id()))
        .execute();
  }

  Done done(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(COMMAND)
        .where(COMMAND.ID.eq(id))
        .fetchSingle(row -> new Done(id, row.getDone(), row.getSkipped()));
  }

  void insert(Tx tx, SittingId sitting, Written message) {
    tx.sql()
        .insertInto(MESSAGE)
        .set(MESSAGE.ID, message.id())
        .set(MESSAGE.SITTING_ID, sitting.value())
        .set(MESSAGE.PERSON_ID, message.person().map(PersonId::value).orElse(null))
        .set(MESSAGE.TEXT, message.text())
        .set(MESSAGE.AT, message.at().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  List<Written> messages(Tx tx, SittingId sitting) {
    return tx.sql()
        .selectFrom(MESSAGE)
        .where(MESSAGE.SITTING_ID.eq(sitting.value()))
        .orderBy(MESSAGE.AT, MESSAGE.ID)
        .fetch(row ->
            new Written(
                row.getId(),
                Optional.ofNullable(row.getPersonId()).map(PersonId::new),
                row.getText(),
                row.getAt().toInstant()));
  }

  int written(Tx tx, SittingId sitting) {
    return tx.sql()
        .fetchCount(MESSAGE, MESSAGE.SITTING_ID.eq(sitting.value()), MESSAGE.PERSON_ID.isNull());
  }

  void read(Tx tx, SittingId sitting, Instant now) {
    tx.sql()
        .update(MESSAGE)
        .set(MESSAGE.READ_AT, now.atOffset(ZoneOffset.UTC))
        .where(MESSAGE.SITTING_ID.eq(sitting.value()), MESSAGE.READ_AT.isNull())
        .execute();
  }

  /** Messages of candidates that nobody has read, by sitting. */
  Map<UUID, Integer> unread(Tx tx, Collection<UUID> sittings) {
    return tx.sql()
        .select(MESSAGE.SITTING_ID, DSL.count())
        .from(MESSAGE)
        .where(
            MESSAGE.SITTING_ID.in(sittings), MESSAGE.PERSON_ID.isNull(), MESSAGE.READ_AT.isNull())
        .groupBy(MESSAGE.SITTING_ID)
        .fetchMap(MESSAGE.SITTING_ID, DSL.count());
  }

  /** Who checked in, commanded, reported or wrote. */
  Set<PersonId> conductors(Tx tx, Scene scene) {
    return tx.sql()
        .select(CHECK_IN.PERSON_ID)
        .from(CHECK_IN)
        .where(CHECK_IN.ADMISSION_ID.eq(scene.admission().value()))
        .union(
            DSL.select(COMMAND.PERSON_ID)
                .from(COMMAND)
                .where(COMMAND.WINDOW_ID.eq(scene.window().value())))
        .union(
            DSL.select(INCIDENT.PERSON_ID)
                .from(INCIDENT)
                .where(INCIDENT.WINDOW_ID.eq(scene.window().value())))
        .union(
            DSL.select(MESSAGE.PERSON_ID)
                .from(MESSAGE)
                .where(
                    MESSAGE.SITTING_ID.eq(scene.sitting().value()), MESSAGE.PERSON_ID.isNotNull()))
        .fetchSet(row -> new PersonId(row.value1()));
  }

  /** As {@link #conductors}, from the other side. */
  Hand hand(Tx tx, PersonId person) {
    return new Hand(
        tx.sql()
            .select(COMMAND.WINDOW_ID)
            .from(COMMAND)
            .where(COMMAND.PERSON_ID.eq(person.value()))
            .union(
                DSL.select(INCIDENT.WINDOW_ID)
                    .from(INCIDENT)
                    .where(INCIDENT.PERSON_ID.eq(person.value())))
            .fetchSet(row -> new ExamWindowId(row.value1())),
        tx.sql()
            .select(CHECK_IN.ADMISSION_ID)
            .from(CHECK_IN)
            .where(CHECK_IN.PERSON_ID.eq(person.value()))
            .fetchSet(row -> new BookingId(row.value1())),
        tx.sql()
            .selectDistinct(MESSAGE.SITTING_ID)
            .from(MESSAGE)
            .where(MESSAGE.PERSON_ID.eq(person.value()))
            .fetchSet(row -> new SittingId(row.value1())));
  }

  /** The next version of a report. */
  void insert(Tx tx, ExamWindowId window, UUID id, IncidentInput input, Deed deed) {
    var next = tx.sql().fetchCount(INCIDENT, INCIDENT.ID.eq(id)) + 1;
    tx.sql()
        .insertInto(INCIDENT)
        .set(INCIDENT.ID, id)
        .set(INCIDENT.VERSION, next)
        .set(INCIDENT.WINDOW_ID, window.value())
        .set(INCIDENT.SITTING_ID, input.sittingId().map(SittingId::value).orElse(null))
        .set(INCIDENT.CATEGORY, input.category())
        .set(INCIDENT.SEVERITY, input.severity())
        .set(INCIDENT.TEXT, input.text())
        .set(INCIDENT.STATEMENT, input.statement().orElse(""))
        .set(INCIDENT.OUTCOME, input.outcome().orElse(""))
        .set(INCIDENT.PERSON_ID, deed.person().value())
        .set(INCIDENT.AT, deed.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The newest version of each, with who wrote it. */
  List<Map.Entry<Incident, PersonId>> incidents(Tx tx, ExamWindowId window) {
    return tx.sql()
        .selectDistinct(INCIDENT.fields())
        .distinctOn(INCIDENT.ID)
        .from(INCIDENT)
        .where(INCIDENT.WINDOW_ID.eq(window.value()))
        .orderBy(INCIDENT.ID, INCIDENT.VERSION.desc())
        .fetch(row -> Map.entry(incident(row), new PersonId(row.get(INCIDENT.PERSON_ID))));
  }

  private static Incident incident(Record row) {
    return new Incident(
        row.get(INCIDENT.ID),
        row.get(INCIDENT.VERSION),
        Optional.ofNullable(row.get(INCIDENT.SITTING_ID)),
        row.get(INCIDENT.CATEGORY),
        row.get(INCIDENT.SEVERITY),
        row.get(INCIDENT.TEXT),
        row.get(INCIDENT.STATEMENT),
        row.get(INCIDENT.OUTCOME),
        "",
        row.get(INCIDENT.AT).toInstant());
  }
}
