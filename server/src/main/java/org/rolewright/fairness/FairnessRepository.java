package org.rolewright.fairness;

import static org.rolewright.db.fairness.Tables.ISSUE;
import static org.rolewright.db.fairness.Tables.STATEMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code fairness}; what is sealed stays sealed here. */
final class FairnessRepository {

  /** A table as stored. */
  record Stored(UUID id, StudyId study, PersonId by, Instant at, ImpactTable table) {}

  void put(Tx tx, CandidateId candidate, byte[] sealed, LocalDate day) {
    tx.sql()
        .insertInto(STATEMENT)
        .set(STATEMENT.APPLICATION_ID, candidate.value())
        .set(STATEMENT.SEALED, sealed)
        .set(STATEMENT.STATED_ON, day)
        .onConflict(STATEMENT.APPLICATION_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  Optional<byte[]> find(Tx tx, CandidateId candidate) {
    return Optional.ofNullable(find(tx, List.of(candidate)).get(candidate));
  }

  /** What these stated. */
  Map<CandidateId, byte[]> find(Tx tx, Collection<CandidateId> candidates) {
    var found = new HashMap<CandidateId, byte[]>();
    tx.sql()
        .selectFrom(STATEMENT)
        .where(STATEMENT.APPLICATION_ID.in(candidates.stream().map(CandidateId::value).toList()))
        .forEach(row -> found.put(new CandidateId(row.getApplicationId()), row.getSealed()));
    return found;
  }

  /** Whether there was one. */
  boolean delete(Tx tx, CandidateId candidate) {
    return tx.sql()
            .deleteFrom(STATEMENT)
            .where(STATEMENT.APPLICATION_ID.eq(candidate.value()))
            .execute()
        > 0;
  }

  /** One table of a study is made at a time. */
  void lock(Tx tx, StudyId study) {
    var key = "fairness " + study.value();
    tx.sql()
        .select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(key)))
        .fetch();
  }

  void insert(Tx tx, Stored table) {
    tx.sql()
        .insertInto(ISSUE)
        .set(ISSUE.ID, table.id())
        .set(ISSUE.STUDY_ID, table.study().value())
        .set(ISSUE.STATEMENTS, table.table().statements())
        .set(ISSUE.CONTENT, JSONB.valueOf(Json.write(table.table())))
        .set(ISSUE.ISSUED_BY, table.by().value())
        .set(ISSUE.ISSUED_AT, table.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The tables of a study, the newest first. */
  List<Stored> list(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(ISSUE)
        .where(ISSUE.STUDY_ID.eq(study.value()))
        .orderBy(ISSUE.ISSUED_AT.desc())
        .fetch(row ->
            new Stored(
                row.getId(),
                new StudyId(row.getStudyId()),
                new PersonId(row.getIssuedBy()),
                row.getIssuedAt().toInstant(),
                Json.read(row.getContent().data(), ImpactTable.class)));
  }
}
