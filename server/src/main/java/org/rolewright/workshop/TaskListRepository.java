package org.rolewright.workshop;

import static org.rolewright.db.workshop.Tables.TASK_LIST;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.rolewright.db.workshop.tables.records.TaskListRecord;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Rows of {@code workshop.task_list}. */
final class TaskListRepository {

  void insert(Tx tx, TaskList list, String by) {
    tx.sql()
        .insertInto(TASK_LIST)
        .set(TASK_LIST.ID, list.id().value())
        .set(TASK_LIST.STUDY_ID, list.study().value())
        .set(TASK_LIST.VERSION, list.version())
        .set(TASK_LIST.DOCUMENT, JSONB.valueOf(Json.write(list)))
        .set(TASK_LIST.HASH, list.hash())
        .set(TASK_LIST.PUBLISHED_AT, list.publishedAt().atOffset(ZoneOffset.UTC))
        .set(TASK_LIST.PUBLISHED_BY, by)
        .execute();
  }

  Optional<TaskList> find(Tx tx, TaskListId id) {
    return tx.sql()
        .selectFrom(TASK_LIST)
        .where(TASK_LIST.ID.eq(id.value()))
        .fetchOptional(TaskListRepository::list);
  }

  Optional<TaskList> findLatest(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(TASK_LIST)
        .where(TASK_LIST.STUDY_ID.eq(study.value()))
        .orderBy(TASK_LIST.VERSION.desc())
        .limit(1)
        .fetchOptional(TaskListRepository::list);
  }

  /** The newest first. */
  List<TaskListSummary> summaries(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(TASK_LIST)
        .where(TASK_LIST.STUDY_ID.eq(study.value()))
        .orderBy(TASK_LIST.VERSION.desc())
        .fetch(TaskListRepository::summary);
  }

  private static TaskList list(TaskListRecord row) {
    return Json.read(row.getDocument().data(), TaskList.class);
  }

  private static TaskListSummary summary(TaskListRecord row) {
    var list = list(row);
    return new TaskListSummary(
        list.id(),
        list.version(),
        (int) list.tasks().count(),
        list.ksas().size(),
        list.hash(),
        list.publishedAt(),
        row.getPublishedBy());
  }
}
