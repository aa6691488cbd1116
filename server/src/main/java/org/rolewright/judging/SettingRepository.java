package org.rolewright.judging;

import static org.rolewright.db.judging.Tables.ITEM;
import static org.rolewright.db.judging.Tables.NOTE;
import static org.rolewright.db.judging.Tables.PANELIST;
import static org.rolewright.db.judging.Tables.ROUND;
import static org.rolewright.db.judging.Tables.SETTING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.JSONB;
import org.rolewright.db.judging.tables.records.ItemRecord;
import org.rolewright.db.judging.tables.records.NoteRecord;
import org.rolewright.db.judging.tables.records.PanelistRecord;
import org.rolewright.db.judging.tables.records.RoundRecord;
import org.rolewright.db.judging.tables.records.SettingRecord;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Panels: their set-up, people, rounds and notes. */
final class SettingRepository {

  /** A new setting with its items; false when it exists. */
  boolean insert(Tx tx, Setting setting) {
    boolean inserted =
        tx.sql()
                .insertInto(SETTING)
                .set(SETTING.ID, setting.id().value())
                .set(SETTING.STUDY_ID, setting.study().value())
                .set(SETTING.FORM_ID, setting.form().value())
                .set(SETTING.FORM_CHECKSUM, setting.formChecksum())
                .set(SETTING.METHOD, setting.method().code())
                .set(SETTING.ROUNDS, setting.rounds())
                .set(SETTING.SHOWS_DIFFICULTY, setting.showsDifficulty())
                .set(SETTING.WORDING, setting.candidate().wording())
                .set(SETTING.CANDIDATE, setting.candidate().text())
                .set(SETTING.FACILITATOR_ID, setting.facilitator().value())
                .set(SETTING.CREATED_AT, utc(setting.createdAt()))
                .onConflictDoNothing()
                .execute()
            == 1;
    if (inserted) insertItems(tx, setting);
    return inserted;
  }

  private static void insertItems(Tx tx, Setting setting) {
    var rows = new ArrayList<ItemRecord>();
    for (var version : setting.items()) {
      var row = tx.sql().newRecord(ITEM);
      row.setSettingId(setting.id().value());
      row.setFormId(setting.form().value());
      row.setVersionId(version.value());
      row.setPosition(rows.size() + 1);
      rows.add(row);
    }
    tx.sql().insertInto(ITEM).set(rows).execute();
  }

  Optional<Setting> find(Tx tx, SettingId id) {
    return tx.sql()
        .selectFrom(SETTING)
        .where(SETTING.ID.eq(id.value()))
        .fetchOptional(row -> setting(tx, row));
  }

  /** The setting; nobody else changes it or its rounds until the transaction ends. */
  Optional<Setting> lock(Tx tx, SettingId id) {
    return tx.sql()
        .selectFrom(SETTING)
        .where(SETTING.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional(row -> setting(tx, row));
  }

  /** The newest first. */
  List<Setting> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(SETTING)
        .where(SETTING.STUDY_ID.eq(study.value()))
        .orderBy(SETTING.CREATED_AT.desc(), SETTING.ID)
        .fetch(row -> setting(tx, row));
  }

  private static Setting setting(Tx tx, SettingRecord row) {
    return new Setting(
        new SettingId(row.getId()),
        new StudyId(row.getStudyId()),
        new FormId(row.getFormId()),
        row.getFormChecksum(),
        Setting.Method.valueOf(row.getMethod().toUpperCase(Locale.ROOT)),
        row.getRounds(),
        row.getShowsDifficulty(),
        new Setting.Candidate(row.getWording(), row.getCandidate()),
        new PersonId(row.getFacilitatorId()),
        row.getCreatedAt().toInstant(),
        Optional.ofNullable(row.getLockedAt())
            .map(at -> new Setting.Locking(new PersonId(row.getLockedBy()), at.toInstant())),
        tx.sql()
            .select(ITEM.VERSION_ID)
            .from(ITEM)
            .where(ITEM.SETTING_ID.eq(row.getId()))
            .orderBy(ITEM.POSITION)
            .fetch(one -> new ItemVersionId(one.value1())));
  }

  void lockRatings(Tx tx, SettingId id, Setting.Locking locking) {
    tx.sql()
        .update(SETTING)
        .set(SETTING.LOCKED_BY, locking.by().value())
        .set(SETTING.LOCKED_AT, utc(locking.at()))
        .where(SETTING.ID.eq(id.value()))
        .execute();
  }

  /** In the order in which they were asked. */
  List<Panelist> panel(Tx tx, SettingId id) {
    return tx.sql()
        .selectFrom(PANELIST)
        .where(PANELIST.SETTING_ID.eq(id.value()))
        .orderBy(PANELIST.ADDED_AT, PANELIST.PERSON_ID)
        .fetch(SettingRepository::panelist);
  }

  Optional<Panelist> panelist(Tx tx, SettingId id, PersonId person) {
    return tx.sql()
        .selectFrom(PANELIST)
        .where(PANELIST.SETTING_ID.eq(id.value()))
        .and(PANELIST.PERSON_ID.eq(person.value()))
        .fetchOptional(SettingRepository::panelist);
  }

  /** The settings of a study on whose panel somebody sits, the newest first. */
  List<Setting> ofPanelist(Tx tx, StudyId study, PersonId person) {
    return ofStudy(tx, study).stream()
        .filter(setting -> panelist(tx, setting.id(), person).isPresent())
        .toList();
  }

  private static Panelist panelist(PanelistRecord row) {
    return new Panelist(
        new PersonId(row.getPersonId()),
        row.getPosition(),
        Optional.ofNullable(row.getTrainedOn()),
        row.getTraining(),
        Optional.ofNullable(row.getPromisedAt())
            .map(at -> new Panelist.Promise(row.getPromise(), at.toInstant())),
        Optional.ofNullable(row.getSatAt()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getLeftAt())
            .map(at -> new Panelist.Leaving(at.toInstant(), row.getLeftBecause())));
  }

  /** Asks somebody to the panel, or changes what is known of them. */
  void put(Tx tx, SettingId id, PersonId person, PanelistInput input, String by, Instant at) {
    tx.sql()
        .insertInto(PANELIST)
        .set(PANELIST.SETTING_ID, id.value())
        .set(PANELIST.PERSON_ID, person.value())
        .set(PANELIST.POSITION, input.position())
        .set(PANELIST.TRAINED_ON, input.trainedOn().orElse(null))
        .set(PANELIST.TRAINING, input.training().orElse(""))
        .set(PANELIST.ADDED_BY, by)
        .set(PANELIST.ADDED_AT, utc(at))
        .onConflict(PANELIST.SETTING_ID, PANELIST.PERSON_ID)
        .doUpdate()
        .set(PANELIST.POSITION, input.position())
        .set(PANELIST.TRAINED_ON, input.trainedOn().orElse(null))
        .set(PANELIST.TRAINING, input.training().orElse(""))
        .execute();
  }

  void promise(Tx tx, SettingId id, PersonId person, Panelist.Promise promise) {
    tx.sql()
        .update(PANELIST)
        .set(PANELIST.PROMISE, promise.text())
        .set(PANELIST.PROMISED_AT, utc(promise.at()))
        .where(PANELIST.SETTING_ID.eq(id.value()))
        .and(PANELIST.PERSON_ID.eq(person.value()))
        .execute();
  }

  void sat(Tx tx, SettingId id, PersonId person, Instant at) {
    tx.sql()
        .update(PANELIST)
        .set(PANELIST.SAT_AT, utc(at))
        .where(PANELIST.SETTING_ID.eq(id.value()))
        .and(PANELIST.PERSON_ID.eq(person.value()))
        .execute();
  }

  void leave(Tx tx, SettingId id, PersonId person, Panelist.Leaving leaving) {
    tx.sql()
        .update(PANELIST)
        .set(PANELIST.LEFT_AT, utc(leaving.at()))
        .set(PANELIST.LEFT_BECAUSE, leaving.because())
        .where(PANELIST.SETTING_ID.eq(id.value()))
        .and(PANELIST.PERSON_ID.eq(person.value()))
        .execute();
  }

  List<Round> rounds(Tx tx, SettingId id) {
    return tx.sql()
        .selectFrom(ROUND)
        .where(ROUND.SETTING_ID.eq(id.value()))
        .orderBy(ROUND.NUMBER)
        .fetch(SettingRepository::round);
  }

  private static Round round(RoundRecord row) {
    return new Round(
        row.getNumber(),
        row.getOpenedBy(),
        row.getOpenedAt().toInstant(),
        Optional.ofNullable(row.getClosedAt())
            .map(at ->
                new Round.Closing(
                    row.getClosedBy(),
                    at.toInstant(),
                    Json.read(row.getResult().data(), RoundResult.class))));
  }

  void open(Tx tx, SettingId id, Round round) {
    tx.sql()
        .insertInto(ROUND)
        .set(ROUND.SETTING_ID, id.value())
        .set(ROUND.NUMBER, round.number())
        .set(ROUND.OPENED_BY, round.openedBy())
        .set(ROUND.OPENED_AT, utc(round.openedAt()))
        .execute();
  }

  void close(Tx tx, SettingId id, int round, Round.Closing closing) {
    tx.sql()
        .update(ROUND)
        .set(ROUND.CLOSED_BY, closing.by())
        .set(ROUND.CLOSED_AT, utc(closing.at()))
        .set(ROUND.RESULT, JSONB.valueOf(Json.write(closing.result())))
        .where(ROUND.SETTING_ID.eq(id.value()))
        .and(ROUND.NUMBER.eq(round))
        .execute();
  }

  List<Note> notes(Tx tx, SettingId id) {
    return tx.sql()
        .selectFrom(NOTE)
        .where(NOTE.SETTING_ID.eq(id.value()))
        .orderBy(NOTE.WRITTEN_AT, NOTE.ID)
        .fetch(SettingRepository::note);
  }

  private static Note note(NoteRecord row) {
    return new Note(
        row.getId(),
        row.getRound(),
        Optional.ofNullable(row.getVersionId()).map(ItemVersionId::new),
        row.getText(),
        row.getAuthor(),
        row.getWrittenAt().toInstant());
  }

  /** Sent again, it is the same note. */
  boolean insert(Tx tx, SettingId id, Note note, PersonId author) {
    return tx.sql()
            .insertInto(NOTE)
            .set(NOTE.ID, note.id())
            .set(NOTE.SETTING_ID, id.value())
            .set(NOTE.ROUND, note.round())
            .set(NOTE.VERSION_ID, note.version().map(ItemVersionId::value).orElse(null))
            .set(NOTE.TEXT, note.text())
            .set(NOTE.AUTHOR_ID, author.value())
            .set(NOTE.AUTHOR, note.author())
            .set(NOTE.WRITTEN_AT, utc(note.writtenAt()))
            .onConflict(NOTE.ID)
            .doNothing()
            .execute()
        == 1;
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
