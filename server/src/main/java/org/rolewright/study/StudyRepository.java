package org.rolewright.study;

import static org.rolewright.db.study.Tables.CANDIDATE_WORDING;
import static org.rolewright.db.study.Tables.PROTOCOL;
import static org.rolewright.db.study.Tables.SAMPLING_PLAN;
import static org.rolewright.db.study.Tables.STUDY_;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rolewright.db.study.tables.records.ProtocolRecord;
import org.rolewright.platform.Actor;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;

/** Rows of the schema {@code study}: the programme, the candidate, the protocol, the sampling. */
final class StudyRepository {
  private static final org.rolewright.db.study.tables.Study STUDY = STUDY_;

  record StoredProgramme(boolean demonstration, Programme programme, int version) {}

  /** Whether it was new. */
  boolean insert(Tx tx, StudyId id, String title, boolean demonstration, Instant now) {
    return tx.sql()
            .insertInto(STUDY)
            .set(STUDY.ID, id.value())
            .set(STUDY.TITLE, title)
            .set(STUDY.DEMONSTRATION, demonstration)
            .set(STUDY.CREATED_AT, now.atOffset(ZoneOffset.UTC))
            .onConflict(STUDY.ID)
            .doNothing()
            .execute()
        == 1;
  }

  List<Study> studies(Tx tx) {
    return tx.sql()
        .select(STUDY.ID, STUDY.TITLE, STUDY.DEMONSTRATION, SAMPLING_PLAN.INCUMBENTS)
        .from(STUDY)
        .leftJoin(SAMPLING_PLAN)
        .on(SAMPLING_PLAN.STUDY_ID.eq(STUDY.ID))
        .orderBy(STUDY.CREATED_AT.desc(), STUDY.ID)
        .fetch(StudyRepository::study);
  }

  Optional<Study> findStudy(Tx tx, StudyId id) {
    return tx.sql()
        .select(STUDY.ID, STUDY.TITLE, STUDY.DEMONSTRATION, SAMPLING_PLAN.INCUMBENTS)
        .from(STUDY)
        .leftJoin(SAMPLING_PLAN)
        .on(SAMPLING_PLAN.STUDY_ID.eq(STUDY.ID))
        .where(STUDY.ID.eq(id.value()))
        .fetchOptional(StudyRepository::study);
  }

  private static Study study(Record row) {
    var incumbents = row.get(SAMPLING_PLAN.INCUMBENTS);
    return new Study(
        new StudyId(row.get(STUDY.ID)),
        row.get(STUDY.TITLE),
        row.get(STUDY.DEMONSTRATION),
        incumbents == null ? OptionalInt.empty() : OptionalInt.of(incumbents));
  }

  Optional<StoredProgramme> findProgramme(Tx tx, StudyId id) {
    return tx.sql()
        .selectFrom(STUDY)
        .where(STUDY.ID.eq(id.value()))
        .fetchOptional(row ->
            new StoredProgramme(
                row.getDemonstration(),
                new Programme(
                    row.getTitle(),
                    row.getPurpose(),
                    row.getAudience(),
                    row.getLevel(),
                    row.getScope(),
                    row.getProtectedPublic(),
                    row.getOwner()),
                row.getVersion()));
  }

  /** Whether the version still stood. */
  boolean update(Tx tx, StudyId id, Programme programme, int version) {
    return tx.sql()
            .update(STUDY)
            .set(STUDY.TITLE, programme.title())
            .set(STUDY.PURPOSE, programme.purpose())
            .set(STUDY.AUDIENCE, programme.audience())
            .set(STUDY.LEVEL, programme.level())
            .set(STUDY.SCOPE, programme.scope())
            .set(STUDY.PROTECTED_PUBLIC, programme.protectedPublic())
            .set(STUDY.OWNER, programme.owner())
            .set(STUDY.VERSION, version + 1)
            .where(STUDY.ID.eq(id.value()), STUDY.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Whether this number was still free. */
  boolean insertWording(Tx tx, StudyId id, CandidateWording wording, Actor author) {
    return tx.sql()
            .insertInto(CANDIDATE_WORDING)
            .set(CANDIDATE_WORDING.STUDY_ID, id.value())
            .set(CANDIDATE_WORDING.VERSION, wording.version())
            .set(CANDIDATE_WORDING.TEXT, wording.text())
            .set(CANDIDATE_WORDING.AUTHOR_ID, author.person().map(PersonId::value).orElse(null))
            .set(CANDIDATE_WORDING.AUTHOR, wording.author())
            .set(CANDIDATE_WORDING.WRITTEN_AT, wording.writtenAt().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Every wording, the newest first. */
  List<CandidateWording> wordings(Tx tx, StudyId id) {
    return tx.sql()
        .selectFrom(CANDIDATE_WORDING)
        .where(CANDIDATE_WORDING.STUDY_ID.eq(id.value()))
        .orderBy(CANDIDATE_WORDING.VERSION.desc())
        .fetch(row ->
            new CandidateWording(
                row.getVersion(), row.getText(), row.getAuthor(), row.getWrittenAt().toInstant()));
  }

  void insertProtocol(Tx tx, StudyId id, Protocol protocol) {
    tx.sql()
        .insertInto(PROTOCOL)
        .set(PROTOCOL.STUDY_ID, id.value())
        .set(PROTOCOL.DOCUMENT, JSONB.valueOf(Json.write(protocol)))
        .execute();
  }

  /** The protocol, its row locked until the transaction ends. */
  ProtocolState lockProtocol(Tx tx, StudyId id) {
    return protocolState(
        tx.sql()
            .selectFrom(PROTOCOL)
            .where(PROTOCOL.STUDY_ID.eq(id.value()))
            .forUpdate()
            .fetchSingle());
  }

  ProtocolState protocol(Tx tx, StudyId id) {
    return protocolState(
        tx.sql().selectFrom(PROTOCOL).where(PROTOCOL.STUDY_ID.eq(id.value())).fetchSingle());
  }

  private static ProtocolState protocolState(ProtocolRecord row) {
    var protocol = Json.read(row.getDocument().data(), Protocol.class);
    var frozen =
        Optional.ofNullable(row.getFrozenAt())
            .map(at -> new ProtocolState.Frozen(row.getHash(), at.toInstant(), row.getFrozenBy()));
    return new ProtocolState(
        protocol,
        row.getVersion(),
        ScaleRules.warnings(protocol),
        protocol.calendar().map(Calendar::overlaps).orElse(List.of()),
        frozen);
  }

  void update(Tx tx, StudyId id, Protocol protocol) {
    tx.sql()
        .update(PROTOCOL)
        .set(PROTOCOL.DOCUMENT, JSONB.valueOf(Json.write(protocol)))
        .set(PROTOCOL.VERSION, PROTOCOL.VERSION.plus(1))
        .where(PROTOCOL.STUDY_ID.eq(id.value()))
        .execute();
  }

  void freeze(Tx tx, StudyId id, ProtocolState.Frozen frozen) {
    tx.sql()
        .update(PROTOCOL)
        .set(PROTOCOL.HASH, frozen.hash())
        .set(PROTOCOL.FROZEN_AT, frozen.at().atOffset(ZoneOffset.UTC))
        .set(PROTOCOL.FROZEN_BY, frozen.by())
        .set(PROTOCOL.VERSION, PROTOCOL.VERSION.plus(1))
        .where(PROTOCOL.STUDY_ID.eq(id.value()))
        .execute();
  }

  Optional<StudyView.StoredPlan> findPlan(Tx tx, StudyId id) {
    return tx.sql()
        .selectFrom(SAMPLING_PLAN)
        .where(SAMPLING_PLAN.STUDY_ID.eq(id.value()))
        .fetchOptional(row ->
            new StudyView.StoredPlan(
                SamplingPlan.of(Json.read(row.getInputs().data(), SamplingInput.class)),
                row.getVersion()));
  }

  /** Whether the version still stood; 0 means that there was no plan. */
  boolean put(Tx tx, StudyId id, SamplingInput input, int version) {
    return (version == 0 ? insertPlan(tx, id, input) : updatePlan(tx, id, input, version)) == 1;
  }

  private static int insertPlan(Tx tx, StudyId id, SamplingInput input) {
    return tx.sql()
        .insertInto(SAMPLING_PLAN)
        .set(SAMPLING_PLAN.STUDY_ID, id.value())
        .set(SAMPLING_PLAN.INCUMBENTS, input.incumbents())
        .set(SAMPLING_PLAN.INPUTS, JSONB.valueOf(Json.write(input)))
        .onConflictDoNothing()
        .execute();
  }

  private static int updatePlan(Tx tx, StudyId id, SamplingInput input, int version) {
    return tx.sql()
        .update(SAMPLING_PLAN)
        .set(SAMPLING_PLAN.INCUMBENTS, input.incumbents())
        .set(SAMPLING_PLAN.INPUTS, JSONB.valueOf(Json.write(input)))
        .set(SAMPLING_PLAN.VERSION, version + 1)
        .where(SAMPLING_PLAN.STUDY_ID.eq(id.value()), SAMPLING_PLAN.VERSION.eq(version))
        .execute();
  }
}
