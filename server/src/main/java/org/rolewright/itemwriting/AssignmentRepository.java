package org.rolewright.itemwriting;

import static org.rolewright.db.itemwriting.Tables.ASSIGNMENT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.TaskId;

/** All SQL of the schema {@code itemwriting}. */
final class AssignmentRepository {

  /** By the last day, the earliest first. */
  List<Assignment> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(ASSIGNMENT)
        .where(ASSIGNMENT.STUDY_ID.eq(study.value()))
        .orderBy(ASSIGNMENT.DUE_ON, ASSIGNMENT.ASSIGNED_AT, ASSIGNMENT.ID)
        .fetch(AssignmentRepository::assignment);
  }

  Optional<Assignment> lock(Tx tx, StudyId study, AssignmentId id) {
    return tx.sql()
        .selectFrom(ASSIGNMENT)
        .where(ASSIGNMENT.ID.eq(id.value()), ASSIGNMENT.STUDY_ID.eq(study.value()))
        .forUpdate()
        .fetchOptional(AssignmentRepository::assignment);
  }

  void insert(Tx tx, StudyId study, Assignment one, PersonId by) {
    tx.sql()
        .insertInto(ASSIGNMENT)
        .set(ASSIGNMENT.ID, one.id().value())
        .set(ASSIGNMENT.STUDY_ID, study.value())
        .set(ASSIGNMENT.PERSON_ID, one.person().value())
        .set(ASSIGNMENT.BLUEPRINT_ID, one.blueprint().value())
        .set(ASSIGNMENT.TASK_ID, one.task().value())
        .set(ASSIGNMENT.COUNT, one.count())
        .set(ASSIGNMENT.DUE_ON, one.dueOn())
        .set(ASSIGNMENT.NOTE, one.note())
        .set(ASSIGNMENT.ASSIGNED_BY, by.value())
        .set(ASSIGNMENT.ASSIGNED_AT, one.assignedAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void update(Tx tx, Assignment one) {
    tx.sql()
        .update(ASSIGNMENT)
        .set(ASSIGNMENT.PERSON_ID, one.person().value())
        .set(ASSIGNMENT.BLUEPRINT_ID, one.blueprint().value())
        .set(ASSIGNMENT.TASK_ID, one.task().value())
        .set(ASSIGNMENT.COUNT, one.count())
        .set(ASSIGNMENT.DUE_ON, one.dueOn())
        .set(ASSIGNMENT.NOTE, one.note())
        .set(ASSIGNMENT.REVISION, one.revision())
        .where(ASSIGNMENT.ID.eq(one.id().value()))
        .execute();
  }

  void withdraw(Tx tx, AssignmentId id, Instant at) {
    tx.sql()
        .update(ASSIGNMENT)
        .set(ASSIGNMENT.WITHDRAWN_AT, at.atOffset(ZoneOffset.UTC))
        .set(ASSIGNMENT.REVISION, ASSIGNMENT.REVISION.plus(1))
        .where(ASSIGNMENT.ID.eq(id.value()))
        .execute();
  }

  private static Assignment assignment(Record row) {
    return new Assignment(
        new AssignmentId(row.get(ASSIGNMENT.ID)),
        new PersonId(row.get(ASSIGNMENT.PERSON_ID)),
        new BlueprintId(row.get(ASSIGNMENT.BLUEPRINT_ID)),
        new TaskId(row.get(ASSIGNMENT.TASK_ID)),
        row.get(ASSIGNMENT.COUNT),
        row.get(ASSIGNMENT.DUE_ON),
        row.get(ASSIGNMENT.NOTE),
        row.get(ASSIGNMENT.REVISION),
        row.get(ASSIGNMENT.ASSIGNED_AT).toInstant(),
        row.get(ASSIGNMENT.WITHDRAWN_AT) != null);
  }
}
