package org.rolewright.blueprint;

import static org.rolewright.db.blueprint.Tables.ADJUSTMENT;
import static org.rolewright.db.blueprint.Tables.BLUEPRINT_;
import static org.rolewright.db.blueprint.Tables.CELL;
import static org.rolewright.db.blueprint.Tables.CELL_KSA;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.rolewright.analysis.AnalysisRunId;
import org.rolewright.blueprint.Blueprint.State;
import org.rolewright.db.blueprint.tables.records.BlueprintRecord;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code blueprint}. */
final class BlueprintRepository {

  /** A blueprint as stored: persons by their identity only. */
  record Stored(
      BlueprintId id,
      StudyId study,
      AnalysisRunId run,
      int version,
      int revision,
      State state,
      Choices choices,
      Outline outline,
      Mark proposed,
      Optional<Mark> adopted,
      Optional<String> hash) {}

  /** Who, and when. */
  record Mark(PersonId person, Instant at) {}

  /** An adjustment as stored. */
  record StoredAdjustment(
      int number, Change.Kind kind, ChangeWords words, String reason, Mark made) {}

  int nextVersion(Tx tx, StudyId study) {
    return 1 + tx.sql().fetchCount(BLUEPRINT_, BLUEPRINT_.STUDY_ID.eq(study.value()));
  }

  void insert(Tx tx, Stored blueprint) {
    tx.sql()
        .insertInto(BLUEPRINT_)
        .set(BLUEPRINT_.ID, blueprint.id().value())
        .set(BLUEPRINT_.STUDY_ID, blueprint.study().value())
        .set(BLUEPRINT_.RUN_ID, blueprint.run().value())
        .set(BLUEPRINT_.VERSION, blueprint.version())
        .set(BLUEPRINT_.CHOICES, json(blueprint.choices()))
        .set(BLUEPRINT_.OUTLINE, json(blueprint.outline()))
        .set(BLUEPRINT_.PROPOSED_BY, blueprint.proposed().person().value())
        .set(BLUEPRINT_.PROPOSED_AT, blueprint.proposed().at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Holds the draft until the transaction ends. */
  Optional<Stored> lock(Tx tx, BlueprintId id) {
    return tx.sql()
        .selectFrom(BLUEPRINT_)
        .where(BLUEPRINT_.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional(BlueprintRepository::stored);
  }

  Optional<Stored> find(Tx tx, BlueprintId id) {
    return tx.sql()
        .selectFrom(BLUEPRINT_)
        .where(BLUEPRINT_.ID.eq(id.value()))
        .fetchOptional(BlueprintRepository::stored);
  }

  /** All versions, the newest first. */
  List<Stored> ofStudy(Tx tx, StudyId study) {
    return where(tx, BLUEPRINT_.STUDY_ID.eq(study.value()));
  }

  /** The adopted versions, the newest first. */
  List<Stored> adopted(Tx tx, StudyId study) {
    return where(tx, BLUEPRINT_.STUDY_ID.eq(study.value()).and(BLUEPRINT_.ADOPTED_AT.isNotNull()));
  }

  private static List<Stored> where(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(BLUEPRINT_)
        .where(condition)
        .orderBy(BLUEPRINT_.VERSION.desc())
        .fetch(BlueprintRepository::stored);
  }

  void change(Tx tx, Stored changed) {
    tx.sql()
        .update(BLUEPRINT_)
        .set(BLUEPRINT_.REVISION, changed.revision())
        .set(BLUEPRINT_.CHOICES, json(changed.choices()))
        .set(BLUEPRINT_.OUTLINE, json(changed.outline()))
        .set(BLUEPRINT_.PROPOSED_BY, changed.proposed().person().value())
        .set(BLUEPRINT_.PROPOSED_AT, changed.proposed().at().atOffset(ZoneOffset.UTC))
        .where(BLUEPRINT_.ID.eq(changed.id().value()))
        .execute();
  }

  void adopt(Tx tx, BlueprintId id, Mark by, String hash) {
    tx.sql()
        .update(BLUEPRINT_)
        .set(BLUEPRINT_.ADOPTED_BY, by.person().value())
        .set(BLUEPRINT_.ADOPTED_AT, by.at().atOffset(ZoneOffset.UTC))
        .set(BLUEPRINT_.HASH, hash)
        .where(BLUEPRINT_.ID.eq(id.value()))
        .execute();
  }

  void insertCells(Tx tx, BlueprintCells cells) {
    for (var domain : cells.domains())
      for (var cell : domain.tasks()) {
        tx.sql()
            .insertInto(CELL, CELL.BLUEPRINT_ID, CELL.TASK_ID, CELL.DOMAIN_ID, CELL.ITEMS)
            .values(cells.blueprint().value(), cell.id().value(), domain.id().value(), cell.items())
            .execute();
        for (var ksa : cell.ksas())
          tx.sql()
              .insertInto(CELL_KSA, CELL_KSA.BLUEPRINT_ID, CELL_KSA.TASK_ID, CELL_KSA.KSA_ID)
              .values(cells.blueprint().value(), cell.id().value(), ksa.id().value())
              .execute();
      }
  }

  void withdraw(Tx tx, BlueprintId id, Instant at) {
    tx.sql()
        .update(BLUEPRINT_)
        .set(BLUEPRINT_.WITHDRAWN_AT, at.atOffset(ZoneOffset.UTC))
        .where(BLUEPRINT_.ID.eq(id.value()))
        .execute();
  }

  void insert(Tx tx, BlueprintId id, StoredAdjustment adjustment) {
    tx.sql()
        .insertInto(ADJUSTMENT)
        .set(ADJUSTMENT.BLUEPRINT_ID, id.value())
        .set(ADJUSTMENT.NUMBER, adjustment.number())
        .set(ADJUSTMENT.KIND, adjustment.kind().name())
        .set(ADJUSTMENT.SUBJECT, adjustment.words().subject())
        .set(ADJUSTMENT.BEFORE, adjustment.words().before())
        .set(ADJUSTMENT.AFTER, adjustment.words().after())
        .set(ADJUSTMENT.REASON, adjustment.reason())
        .set(ADJUSTMENT.MADE_BY, adjustment.made().person().value())
        .set(ADJUSTMENT.MADE_AT, adjustment.made().at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  List<StoredAdjustment> adjustments(Tx tx, BlueprintId id) {
    return tx.sql()
        .selectFrom(ADJUSTMENT)
        .where(ADJUSTMENT.BLUEPRINT_ID.eq(id.value()))
        .orderBy(ADJUSTMENT.NUMBER)
        .fetch(row ->
            new StoredAdjustment(
                row.getNumber(),
                Change.Kind.valueOf(row.getKind()),
                new ChangeWords(row.getSubject(), row.getBefore(), row.getAfter()),
                row.getReason(),
                new Mark(new PersonId(row.getMadeBy()), row.getMadeAt().toInstant())));
  }

  private static Stored stored(BlueprintRecord row) {
    return new Stored(
        new BlueprintId(row.getId()),
        new StudyId(row.getStudyId()),
        new AnalysisRunId(row.getRunId()),
        row.getVersion(),
        row.getRevision(),
        state(row),
        Json.read(row.getChoices().data(), Choices.class),
        Json.read(row.getOutline().data(), Outline.class),
        new Mark(new PersonId(row.getProposedBy()), row.getProposedAt().toInstant()),
        Optional.ofNullable(row.getAdoptedBy())
            .map(person -> new Mark(new PersonId(person), row.getAdoptedAt().toInstant())),
        Optional.ofNullable(row.getHash()));
  }

  private static State state(BlueprintRecord row) {
    if (row.getAdoptedAt() != null) return State.ADOPTED;
    return row.getWithdrawnAt() != null ? State.WITHDRAWN : State.DRAFT;
  }

  private static JSONB json(Object value) {
    return JSONB.valueOf(Json.write(value));
  }
}
