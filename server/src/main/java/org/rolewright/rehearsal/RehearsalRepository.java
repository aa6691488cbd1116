package org.rolewright.rehearsal;

import static org.rolewright.db.rehearsal.Tables.PUBLICATION;
import static org.rolewright.db.rehearsal.Tables.RUN;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** Rows of the schema {@code rehearsal}. */
final class RehearsalRepository {

  void insert(Tx tx, Rehearsal rehearsal) {
    tx.sql()
        .insertInto(RUN)
        .set(RUN.ID, rehearsal.id())
        .set(RUN.WINDOW_ID, rehearsal.windowId().value())
        .set(RUN.FORM_CHECKSUM, rehearsal.formChecksum())
        .set(RUN.LATE_START_MINUTES, rehearsal.lateStartMinutes())
        .set(RUN.CANDIDATES, rehearsal.candidates())
        .set(RUN.SCHEDULES, rehearsal.schedules())
        .set(RUN.FINDINGS, JSONB.valueOf(Json.write(rehearsal.findings())))
        .set(RUN.AT, rehearsal.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void insert(Tx tx, Publication publication, Rehearsal passed) {
    tx.sql()
        .insertInto(PUBLICATION)
        .set(PUBLICATION.WINDOW_ID, publication.window().value())
        .set(PUBLICATION.PROCTORED, publication.proctored())
        .set(PUBLICATION.LATE_START_MINUTES, publication.lateStartMinutes())
        .set(PUBLICATION.RUN_ID, passed.id())
        .execute();
  }

  Optional<Publication> findPublication(Tx tx, ExamWindowId window) {
    return tx.sql()
        .selectFrom(PUBLICATION)
        .where(PUBLICATION.WINDOW_ID.eq(window.value()))
        .fetchOptional(
            row -> new Publication(window, row.getProctored(), row.getLateStartMinutes()));
  }

  List<ExamWindowId> published(Tx tx) {
    return tx.sql()
        .select(PUBLICATION.WINDOW_ID)
        .from(PUBLICATION)
        .fetch(row -> new ExamWindowId(row.value1()));
  }

  Optional<Rehearsal> newest(Tx tx, ExamWindowId window) {
    return tx.sql()
        .selectFrom(RUN)
        .where(RUN.WINDOW_ID.eq(window.value()))
        .orderBy(RUN.AT.desc())
        .limit(1)
        .fetchOptional(RehearsalRepository::rehearsal);
  }

  private static Rehearsal rehearsal(Record row) {
    return new Rehearsal(
        row.get(RUN.ID),
        new ExamWindowId(row.get(RUN.WINDOW_ID)),
        row.get(RUN.FORM_CHECKSUM),
        row.get(RUN.LATE_START_MINUTES),
        row.get(RUN.CANDIDATES),
        row.get(RUN.SCHEDULES),
        Json.read(row.get(RUN.FINDINGS).data(), new TypeReference<List<Finding>>() {}),
        row.get(RUN.AT).toInstant());
  }
}
