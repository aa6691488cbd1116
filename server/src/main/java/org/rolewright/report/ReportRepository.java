package org.rolewright.report;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.max;
import static org.rolewright.db.report.Tables.DRAFT_FILE;
import static org.rolewright.db.report.Tables.EDITION;
import static org.rolewright.db.report.Tables.EDITION_FILE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code report}. */
final class ReportRepository {

  /** An edition as stored: the person by identity only. */
  record Stored(
      UUID id,
      StudyId study,
      BlueprintId blueprint,
      int number,
      String reason,
      String model,
      String modelHash,
      PersonId issuedBy,
      Instant issuedAt) {}

  /** Number of the newest edition; 0 before the first. */
  int lastNumber(Tx tx, StudyId study) {
    return Optional.ofNullable(
            tx.sql()
                .select(max(EDITION.NUMBER))
                .from(EDITION)
                .where(EDITION.STUDY_ID.eq(study.value()))
                .fetchOne(0, Integer.class))
        .orElse(0);
  }

  void insert(Tx tx, Stored edition, Map<Language, byte[]> files) {
    tx.sql()
        .insertInto(EDITION)
        .set(EDITION.ID, edition.id())
        .set(EDITION.STUDY_ID, edition.study().value())
        .set(EDITION.BLUEPRINT_ID, edition.blueprint().value())
        .set(EDITION.NUMBER, edition.number())
        .set(EDITION.REASON, edition.reason())
        .set(EDITION.MODEL, edition.model())
        .set(EDITION.MODEL_HASH, edition.modelHash())
        .set(EDITION.ISSUED_BY, edition.issuedBy().value())
        .set(EDITION.ISSUED_AT, edition.issuedAt().atOffset(ZoneOffset.UTC))
        .execute();
    files.forEach((language, content) ->
        tx.sql()
            .insertInto(EDITION_FILE)
            .set(EDITION_FILE.EDITION_ID, edition.id())
            .set(EDITION_FILE.LANGUAGE, language.code())
            .set(EDITION_FILE.CONTENT, content)
            .set(EDITION_FILE.HASH, HexFormat.of().formatHex(Sha256.of(content)))
            .execute());
  }

  /** Editions of a study, the newest first. */
  List<Stored> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(EDITION)
        .where(EDITION.STUDY_ID.eq(study.value()))
        .orderBy(EDITION.NUMBER.desc())
        .fetch(ReportRepository::stored);
  }

  Optional<Stored> find(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(EDITION)
        .where(EDITION.ID.eq(id))
        .fetchOptional(ReportRepository::stored);
  }

  List<IssuedEdition.File> files(Tx tx, UUID edition) {
    var bytes = function("octet_length", Integer.class, EDITION_FILE.CONTENT);
    return tx.sql()
        .select(EDITION_FILE.LANGUAGE, bytes, EDITION_FILE.HASH)
        .from(EDITION_FILE)
        .where(EDITION_FILE.EDITION_ID.eq(edition))
        .orderBy(EDITION_FILE.LANGUAGE)
        .fetch(row ->
            new IssuedEdition.File(
                Language.accepted(row.get(EDITION_FILE.LANGUAGE)),
                row.get(bytes),
                row.get(EDITION_FILE.HASH)));
  }

  Optional<byte[]> content(Tx tx, UUID edition, Language language) {
    return tx.sql()
        .select(EDITION_FILE.CONTENT)
        .from(EDITION_FILE)
        .where(EDITION_FILE.EDITION_ID.eq(edition), EDITION_FILE.LANGUAGE.eq(language.code()))
        .fetchOptional(EDITION_FILE.CONTENT);
  }

  /** Takes the place of the draft before it. */
  void put(Tx tx, StudyId study, DraftFile draft, byte[] content) {
    var printedAt = draft.printedAt().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(DRAFT_FILE)
        .set(DRAFT_FILE.ID, draft.id())
        .set(DRAFT_FILE.STUDY_ID, study.value())
        .set(DRAFT_FILE.LANGUAGE, draft.language().code())
        .set(DRAFT_FILE.CONTENT, content)
        .set(DRAFT_FILE.PRINTED_AT, printedAt)
        .onConflict(DRAFT_FILE.STUDY_ID, DRAFT_FILE.LANGUAGE)
        .doUpdate()
        .set(DRAFT_FILE.ID, draft.id())
        .set(DRAFT_FILE.CONTENT, content)
        .set(DRAFT_FILE.PRINTED_AT, printedAt)
        .execute();
  }

  List<DraftFile> drafts(Tx tx, StudyId study) {
    return tx.sql()
        .select(DRAFT_FILE.ID, DRAFT_FILE.LANGUAGE, DRAFT_FILE.PRINTED_AT)
        .from(DRAFT_FILE)
        .where(DRAFT_FILE.STUDY_ID.eq(study.value()))
        .orderBy(DRAFT_FILE.LANGUAGE)
        .fetch(row ->
            new DraftFile(row.value1(), Language.accepted(row.value2()), row.value3().toInstant()));
  }

  Optional<byte[]> draft(Tx tx, UUID id) {
    return tx.sql()
        .select(DRAFT_FILE.CONTENT)
        .from(DRAFT_FILE)
        .where(DRAFT_FILE.ID.eq(id))
        .fetchOptional(DRAFT_FILE.CONTENT);
  }

  private static Stored stored(Record row) {
    return new Stored(
        row.get(EDITION.ID),
        new StudyId(row.get(EDITION.STUDY_ID)),
        new BlueprintId(row.get(EDITION.BLUEPRINT_ID)),
        row.get(EDITION.NUMBER),
        row.get(EDITION.REASON),
        row.get(EDITION.MODEL),
        row.get(EDITION.MODEL_HASH),
        new PersonId(row.get(EDITION.ISSUED_BY)),
        row.get(EDITION.ISSUED_AT).toInstant());
  }
}
