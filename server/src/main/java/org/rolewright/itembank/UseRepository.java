package org.rolewright.itembank;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rolewright.db.itembank.Tables.BANK_RULES;
import static org.rolewright.db.itembank.Tables.EVIDENCE;
import static org.rolewright.db.itembank.Tables.EXPOSURE;
import static org.rolewright.db.itembank.Tables.ITEM;
import static org.rolewright.db.itembank.Tables.ITEM_SET;
import static org.rolewright.db.itembank.Tables.ITEM_VERSION;
import static org.rolewright.db.itembank.Tables.SET_MEMBER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.rolewright.db.itembank.tables.records.EvidenceRecord;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code itembank}: what became of items, and what holds between them. */
final class UseRepository {

  /** How often a version was shown, and when last. */
  record Exposure(long count, LocalDate last) {}

  /** How often a form showed a version. */
  record FormExposure(String form, long count, LocalDate last) {}

  /** Rules with their version; 0 while nothing was set. */
  record StoredRules(BankRules rules, int version) {}

  void insert(Tx tx, Collection<ItemVersionId> versions, UUID sitting, String form, LocalDate day) {
    var insert =
        tx.sql()
            .insertInto(
                EXPOSURE,
                EXPOSURE.VERSION_ID,
                EXPOSURE.SITTING_ID,
                EXPOSURE.FORM,
                EXPOSURE.SEEN_ON);
    for (var version : versions) insert = insert.values(version.value(), sitting, form, day);
    insert.onConflictDoNothing().execute();
  }

  /** A version that shows candidates the same has been seen by them, and is as hard. */
  void inherit(Tx tx, ItemVersionId from, ItemVersionId to) {
    tx.sql()
        .insertInto(
            EXPOSURE, EXPOSURE.VERSION_ID, EXPOSURE.SITTING_ID, EXPOSURE.FORM, EXPOSURE.SEEN_ON)
        .select(
            select(val(to.value()), EXPOSURE.SITTING_ID, EXPOSURE.FORM, EXPOSURE.SEEN_ON)
                .from(EXPOSURE)
                .where(EXPOSURE.VERSION_ID.eq(from.value())))
        .execute();
    tx.sql()
        .insertInto(EVIDENCE)
        .columns(
            EVIDENCE.VERSION_ID,
            EVIDENCE.RUN_ID,
            EVIDENCE.FORM,
            EVIDENCE.SEEN_FROM,
            EVIDENCE.SEEN_TO,
            EVIDENCE.CANDIDATES,
            EVIDENCE.FIGURES,
            EVIDENCE.RECORDED_AT)
        .select(
            select(
                    val(to.value()),
                    EVIDENCE.RUN_ID,
                    EVIDENCE.FORM,
                    EVIDENCE.SEEN_FROM,
                    EVIDENCE.SEEN_TO,
                    EVIDENCE.CANDIDATES,
                    EVIDENCE.FIGURES,
                    EVIDENCE.RECORDED_AT)
                .from(EVIDENCE)
                .where(EVIDENCE.VERSION_ID.eq(from.value())))
        .execute();
  }

  Map<ItemVersionId, Exposure> exposures(Tx tx, StudyId study) {
    return tx.sql()
        .select(EXPOSURE.VERSION_ID, count(), max(EXPOSURE.SEEN_ON))
        .from(EXPOSURE)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ID.eq(EXPOSURE.VERSION_ID))
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(ITEM.STUDY_ID.eq(study.value()))
        .groupBy(EXPOSURE.VERSION_ID)
        .fetchMap(
            row -> new ItemVersionId(row.value1()),
            row -> new Exposure(row.value2(), row.value3()));
  }

  List<FormExposure> exposures(Tx tx, ItemVersionId version) {
    return tx.sql()
        .select(EXPOSURE.FORM, count(), max(EXPOSURE.SEEN_ON))
        .from(EXPOSURE)
        .where(EXPOSURE.VERSION_ID.eq(version.value()))
        .groupBy(EXPOSURE.FORM)
        .orderBy(EXPOSURE.FORM)
        .fetch(row -> new FormExposure(row.value1(), row.value2(), row.value3()));
  }

  /** Adds evidence; a run counts once. */
  void insert(Tx tx, ItemVersionId version, Evidence evidence) {
    tx.sql()
        .insertInto(EVIDENCE)
        .set(EVIDENCE.VERSION_ID, version.value())
        .set(EVIDENCE.RUN_ID, evidence.run())
        .set(EVIDENCE.FORM, evidence.form())
        .set(EVIDENCE.SEEN_FROM, evidence.from())
        .set(EVIDENCE.SEEN_TO, evidence.to())
        .set(EVIDENCE.CANDIDATES, evidence.candidates())
        .set(EVIDENCE.FIGURES, JSONB.valueOf(Json.write(evidence.figures())))
        .set(EVIDENCE.RECORDED_AT, evidence.recordedAt().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** All evidence on a version, the newest first. */
  List<Evidence> evidence(Tx tx, ItemVersionId version) {
    return tx.sql()
        .selectFrom(EVIDENCE)
        .where(EVIDENCE.VERSION_ID.eq(version.value()))
        .orderBy(EVIDENCE.RECORDED_AT.desc(), EVIDENCE.RUN_ID)
        .fetch(UseRepository::evidence);
  }

  /** The newest evidence on each version of a study. */
  Map<ItemVersionId, Evidence> newestEvidence(Tx tx, StudyId study) {
    return tx.sql()
        .select(EVIDENCE.fields())
        .distinctOn(EVIDENCE.VERSION_ID)
        .from(EVIDENCE)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ID.eq(EVIDENCE.VERSION_ID))
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .where(ITEM.STUDY_ID.eq(study.value()))
        .orderBy(EVIDENCE.VERSION_ID, EVIDENCE.RECORDED_AT.desc())
        .fetchMap(
            row -> new ItemVersionId(row.get(EVIDENCE.VERSION_ID)),
            row -> evidence(row.into(EVIDENCE)));
  }

  private static Evidence evidence(EvidenceRecord row) {
    return new Evidence(
        row.getRunId(),
        row.getForm(),
        row.getSeenFrom(),
        row.getSeenTo(),
        row.getCandidates(),
        Json.read(row.getFigures().data(), Evidence.Figures.class),
        row.getRecordedAt().toInstant());
  }

  List<ItemSet> sets(Tx tx, StudyId study) {
    return tx.sql()
        .select(
            ITEM_SET.ID,
            ITEM_SET.KIND,
            ITEM_SET.REASON,
            ITEM_SET.MADE_BY,
            ITEM_SET.MADE_AT,
            ITEM_SET.VERSION,
            multiset(
                    select(SET_MEMBER.ITEM_ID)
                        .from(SET_MEMBER)
                        .where(SET_MEMBER.SET_ID.eq(ITEM_SET.ID))
                        .orderBy(SET_MEMBER.ITEM_ID))
                .convertFrom(rows -> rows.map(row -> new ItemId(row.value1()))))
        .from(ITEM_SET)
        .where(ITEM_SET.STUDY_ID.eq(study.value()))
        .orderBy(ITEM_SET.MADE_AT, ITEM_SET.ID)
        .fetch(row ->
            new ItemSet(
                row.value1(),
                ItemSet.Kind.valueOf(row.value2().toUpperCase(java.util.Locale.ROOT)),
                row.value3(),
                row.value7(),
                row.value4(),
                row.value5().toInstant(),
                row.value6()));
  }

  /** Whether the version still stood; 0 means that it is new. */
  boolean put(Tx tx, StudyId study, ItemSet set) {
    int rows = set.version() == 0 ? insert(tx, study, set) : update(tx, study, set);
    if (rows == 0) return false;
    tx.sql().deleteFrom(SET_MEMBER).where(SET_MEMBER.SET_ID.eq(set.id())).execute();
    for (var item : set.items())
      tx.sql()
          .insertInto(SET_MEMBER, SET_MEMBER.SET_ID, SET_MEMBER.ITEM_ID)
          .values(set.id(), item.value())
          .execute();
    return true;
  }

  private static int insert(Tx tx, StudyId study, ItemSet set) {
    return tx.sql()
        .insertInto(ITEM_SET)
        .set(ITEM_SET.ID, set.id())
        .set(ITEM_SET.STUDY_ID, study.value())
        .set(ITEM_SET.KIND, set.kind().code())
        .set(ITEM_SET.REASON, set.reason())
        .set(ITEM_SET.MADE_BY, set.madeBy())
        .set(ITEM_SET.MADE_AT, set.madeAt().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private static int update(Tx tx, StudyId study, ItemSet set) {
    return tx.sql()
        .update(ITEM_SET)
        .set(ITEM_SET.KIND, set.kind().code())
        .set(ITEM_SET.REASON, set.reason())
        .set(ITEM_SET.MADE_BY, set.madeBy())
        .set(ITEM_SET.VERSION, set.version() + 1)
        .where(
            ITEM_SET.ID.eq(set.id()),
            ITEM_SET.STUDY_ID.eq(study.value()),
            ITEM_SET.VERSION.eq(set.version()))
        .execute();
  }

  /** Whether there was one. */
  boolean removeSet(Tx tx, StudyId study, UUID id) {
    return tx.sql()
            .deleteFrom(ITEM_SET)
            .where(ITEM_SET.ID.eq(id), ITEM_SET.STUDY_ID.eq(study.value()))
            .execute()
        == 1;
  }

  Optional<StoredRules> rules(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(BANK_RULES)
        .where(BANK_RULES.STUDY_ID.eq(study.value()))
        .fetchOptional(row ->
            new StoredRules(
                Json.read(row.getDocument().data(), BankRules.class), row.getVersion()));
  }

  /** Whether the version still stood; 0 means that nothing was set yet. */
  boolean put(Tx tx, StudyId study, BankRules rules, int version) {
    var document = JSONB.valueOf(Json.write(rules));
    if (version == 0)
      return tx.sql()
              .insertInto(BANK_RULES, BANK_RULES.STUDY_ID, BANK_RULES.DOCUMENT)
              .values(study.value(), document)
              .onConflictDoNothing()
              .execute()
          == 1;
    return tx.sql()
            .update(BANK_RULES)
            .set(BANK_RULES.DOCUMENT, document)
            .set(BANK_RULES.VERSION, version + 1)
            .where(BANK_RULES.STUDY_ID.eq(study.value()), BANK_RULES.VERSION.eq(version))
            .execute()
        == 1;
  }
}
