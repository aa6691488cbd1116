package org.rolewright.platform.jobs;

import static org.rolewright.db.platform.Tables.JOB;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of {@code platform.job}. */
final class JobRepository {

  void insert(Tx tx, Job job) {
    tx.sql()
        .insertInto(JOB)
        .set(JOB.ID, job.id().value())
        .set(JOB.KIND, job.kind())
        .set(JOB.SUBJECT, job.subject())
        .set(JOB.REQUESTED_BY, job.requestedBy().map(PersonId::value).orElse(null))
        .set(JOB.INPUT, JSONB.valueOf(job.input()))
        .set(JOB.STATE, job.state().code())
        .set(JOB.CREATED_AT, job.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  Optional<Job> find(Tx tx, JobId id) {
    return tx.sql().selectFrom(JOB).where(JOB.ID.eq(id.value())).fetchOptional(this::job);
  }

  List<Job> ofSubject(Tx tx, UUID subject) {
    return tx.sql()
        .selectFrom(JOB)
        .where(JOB.SUBJECT.eq(subject))
        .orderBy(JOB.CREATED_AT.desc())
        .fetch(this::job);
  }

  /** Stores progress and tells whether the job should stop. */
  boolean progress(Tx tx, JobId id, double fraction, String message) {
    return tx.sql()
        .update(JOB)
        .set(JOB.STATE, JobState.RUNNING.code())
        .set(JOB.PROGRESS, Math.clamp(fraction, 0, 1))
        .set(JOB.MESSAGE, message)
        .where(JOB.ID.eq(id.value()))
        .returning(JOB.CANCEL_REQUESTED)
        .fetchOptional(JOB.CANCEL_REQUESTED)
        .orElse(true);
  }

  void requestCancel(Tx tx, JobId id) {
    tx.sql().update(JOB).set(JOB.CANCEL_REQUESTED, true).where(JOB.ID.eq(id.value())).execute();
  }

  void finish(Tx tx, JobId id, JobState state, String message, Instant now) {
    var update =
        tx.sql()
            .update(JOB)
            .set(JOB.STATE, state.code())
            .set(JOB.MESSAGE, message)
            .set(JOB.FINISHED_AT, now.atOffset(ZoneOffset.UTC));
    (state == JobState.DONE ? update.set(JOB.PROGRESS, 1.0) : update)
        .where(JOB.ID.eq(id.value()))
        .execute();
  }

  private Job job(Record row) {
    return new Job(
        new JobId(row.get(JOB.ID)),
        row.get(JOB.KIND),
        row.get(JOB.SUBJECT),
        Optional.ofNullable(row.get(JOB.REQUESTED_BY)).map(PersonId::new),
        row.get(JOB.INPUT).data(),
        JobState.of(row.get(JOB.STATE)),
        row.get(JOB.PROGRESS),
        row.get(JOB.MESSAGE),
        row.get(JOB.CANCEL_REQUESTED),
        row.get(JOB.CREATED_AT).toInstant(),
        Optional.ofNullable(row.get(JOB.FINISHED_AT)).map(java.time.OffsetDateTime::toInstant));
  }
}
