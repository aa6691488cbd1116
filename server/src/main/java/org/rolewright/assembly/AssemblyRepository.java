package org.rolewright.assembly;

import static org.rolewright.db.assembly.Tables.MADE;
import static org.rolewright.db.assembly.Tables.RUN;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.db.assembly.tables.records.RunRecord;
import org.rolewright.form.FormId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.selection.SelectionResult;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code assembly}. */
final class AssemblyRepository {

  /** Stores a run; false when it is stored. */
  boolean insert(Tx tx, AssemblyRun run) {
    int rows =
        tx.sql()
            .insertInto(RUN)
            .set(RUN.ID, run.id().value())
            .set(RUN.STUDY_ID, run.study().value())
            .set(RUN.BLUEPRINT_ID, run.blueprint().value())
            .set(RUN.WISHES, json(run.wishes()))
            .set(RUN.POOL, run.pool())
            .set(RUN.RESULT, json(run.result()))
            .set(RUN.PILOT, run.pilot().map(AssemblyRepository::json).orElse(null))
            .set(RUN.MADE_AT, run.madeAt().atOffset(ZoneOffset.UTC))
            .onConflict(RUN.ID)
            .doNothing()
            .execute();
    return rows == 1;
  }

  void insert(Tx tx, AssemblyId run, FormId form, int position) {
    tx.sql()
        .insertInto(MADE)
        .set(MADE.RUN_ID, run.value())
        .set(MADE.FORM_ID, form.value())
        .set(MADE.POSITION, position)
        .execute();
  }

  Optional<AssemblyRun> find(Tx tx, AssemblyId id) {
    return where(tx, RUN.ID.eq(id.value())).stream().findFirst();
  }

  /** Runs of a study, the newest first. */
  List<AssemblyRun> ofStudy(Tx tx, StudyId study) {
    return where(tx, RUN.STUDY_ID.eq(study.value()));
  }

  private List<AssemblyRun> where(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(RUN)
        .where(condition)
        .orderBy(RUN.MADE_AT.desc())
        .fetch(row -> run(row, forms(tx, row)));
  }

  private static List<FormId> forms(Tx tx, RunRecord run) {
    return tx.sql()
        .select(MADE.FORM_ID)
        .from(MADE)
        .where(MADE.RUN_ID.eq(run.getId()))
        .orderBy(MADE.POSITION)
        .fetch(row -> new FormId(row.value1()));
  }

  private static AssemblyRun run(RunRecord row, List<FormId> forms) {
    return new AssemblyRun(
        new AssemblyId(row.getId()),
        new StudyId(row.getStudyId()),
        new BlueprintId(row.getBlueprintId()),
        Json.read(row.getWishes().data(), Wishes.class),
        row.getPool(),
        Json.read(row.getResult().data(), SelectionResult.class),
        Optional.ofNullable(row.getPilot())
            .map(json -> Json.read(json.data(), SelectionResult.class)),
        forms,
        row.getMadeAt().toInstant());
  }

  private static JSONB json(Object value) {
    return JSONB.valueOf(Json.write(value));
  }
}
