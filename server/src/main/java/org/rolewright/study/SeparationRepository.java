package org.rolewright.study;

import static org.rolewright.db.study.Tables.SEPARATION;
import static org.rolewright.db.study.Tables.TRAINER;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code study}: who is kept apart. */
final class SeparationRepository {

  /** The setting as stored. */
  record Setting(boolean barred, String reason, int version) {}

  /** A trainer as stored. */
  record StoredTrainer(PersonId person, String note, Instant since) {}

  Optional<Setting> find(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(SEPARATION)
        .where(SEPARATION.STUDY_ID.eq(study.value()))
        .fetchOptional(row -> new Setting(row.getBarred(), row.getReason(), row.getVersion()));
  }

  /** Whether the version still stood; 0 means that nothing was set yet. */
  boolean put(Tx tx, StudyId study, Setting setting) {
    var insert =
        tx.sql()
            .insertInto(SEPARATION)
            .set(SEPARATION.STUDY_ID, study.value())
            .set(SEPARATION.BARRED, setting.barred())
            .set(SEPARATION.REASON, setting.reason());
    if (setting.version() == 0) return insert.onConflictDoNothing().execute() == 1;
    return tx.sql()
            .update(SEPARATION)
            .set(SEPARATION.BARRED, setting.barred())
            .set(SEPARATION.REASON, setting.reason())
            .set(SEPARATION.VERSION, setting.version() + 1)
            .where(SEPARATION.STUDY_ID.eq(study.value()), SEPARATION.VERSION.eq(setting.version()))
            .execute()
        == 1;
  }

  List<StoredTrainer> trainers(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(TRAINER)
        .where(TRAINER.STUDY_ID.eq(study.value()))
        .orderBy(TRAINER.SINCE, TRAINER.PERSON_ID)
        .fetch(row ->
            new StoredTrainer(
                new PersonId(row.getPersonId()), row.getNote(), row.getSince().toInstant()));
  }

  boolean isTrainer(Tx tx, StudyId study, PersonId person) {
    return tx.sql()
        .fetchExists(
            TRAINER, TRAINER.STUDY_ID.eq(study.value()), TRAINER.PERSON_ID.eq(person.value()));
  }

  void declare(Tx tx, StudyId study, StoredTrainer trainer, String by) {
    tx.sql()
        .insertInto(TRAINER)
        .set(TRAINER.STUDY_ID, study.value())
        .set(TRAINER.PERSON_ID, trainer.person().value())
        .set(TRAINER.NOTE, trainer.note())
        .set(TRAINER.SINCE, trainer.since().atOffset(ZoneOffset.UTC))
        .set(TRAINER.DECLARED_BY, by)
        .onConflict(TRAINER.STUDY_ID, TRAINER.PERSON_ID)
        .doUpdate()
        .set(TRAINER.NOTE, trainer.note())
        .execute();
  }

  /** Whether there was one. */
  boolean withdraw(Tx tx, StudyId study, PersonId person) {
    return tx.sql()
            .deleteFrom(TRAINER)
            .where(TRAINER.STUDY_ID.eq(study.value()), TRAINER.PERSON_ID.eq(person.value()))
            .execute()
        == 1;
  }
}
