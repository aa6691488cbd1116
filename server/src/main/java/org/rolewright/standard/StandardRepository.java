package org.rolewright.standard;

import static org.rolewright.db.standard.Tables.CUT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rolewright.db.standard.tables.records.CutRecord;
import org.rolewright.form.FormId;
import org.rolewright.judging.Setting;
import org.rolewright.judging.SettingId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code standard}. */
final class StandardRepository {

  /** Who, and when. */
  record Mark(PersonId person, Instant at) {}

  /** A cut as stored: persons by their identity only. */
  record Stored(
      Terms terms,
      String hash,
      Mark proposed,
      Optional<Mark> adopted,
      Optional<Instant> replaced) {}

  /** A row knows its panel, not what that was. */
  private static Stored stored(CutRecord row, Setting setting) {
    var terms =
        new Terms(
            new CutId(row.getId()),
            setting.id(),
            setting.form(),
            setting.formChecksum(),
            setting.method(),
            row.getRound(),
            row.getRecommended(),
            row.getStandardError(),
            row.getLow(),
            row.getHigh(),
            CutError.of(row.getError()),
            row.getMultiple(),
            Optional.ofNullable(row.getSem()),
            Optional.ofNullable(row.getSemSource()),
            row.getRaw(),
            row.getMaximum(),
            row.getReason());
    return new Stored(
        terms,
        row.getHash(),
        new Mark(new PersonId(row.getProposedBy()), row.getProposedAt().toInstant()),
        Optional.ofNullable(row.getAdoptedAt())
            .map(at -> new Mark(new PersonId(row.getAdoptedBy()), at.toInstant())),
        Optional.ofNullable(row.getReplacedAt()).map(at -> at.toInstant()));
  }

  /** The panel of a cut. */
  Optional<SettingId> settingOf(Tx tx, CutId id) {
    return tx.sql()
        .select(CUT.SETTING_ID)
        .from(CUT)
        .where(CUT.ID.eq(id.value()))
        .fetchOptional(row -> new SettingId(row.value1()));
  }

  /** The panel behind the cut that a form has in force. */
  Optional<CutId> inForce(Tx tx, FormId form) {
    return tx.sql()
        .select(CUT.ID)
        .from(CUT)
        .where(CUT.FORM_ID.eq(form.value()))
        .and(CUT.ADOPTED_AT.isNotNull())
        .and(CUT.REPLACED_AT.isNull())
        .fetchOptional(row -> new CutId(row.value1()));
  }

  /** Cuts of a panel, the newest first. */
  List<Stored> ofSetting(Tx tx, Setting setting) {
    return tx.sql()
        .selectFrom(CUT)
        .where(CUT.SETTING_ID.eq(setting.id().value()))
        .orderBy(CUT.PROPOSED_AT.desc(), CUT.ID)
        .fetch(row -> stored(row, setting));
  }

  void insert(Tx tx, Stored cut) {
    var terms = cut.terms();
    tx.sql()
        .insertInto(CUT)
        .set(CUT.ID, terms.id().value())
        .set(CUT.SETTING_ID, terms.setting().value())
        .set(CUT.FORM_ID, terms.form().value())
        .set(CUT.ROUND, terms.round())
        .set(CUT.RECOMMENDED, terms.recommended())
        .set(CUT.STANDARD_ERROR, terms.standardError())
        .set(CUT.LOW, terms.low())
        .set(CUT.HIGH, terms.high())
        .set(CUT.ERROR, terms.error().code())
        .set(CUT.SEM, terms.sem().orElse(null))
        .set(CUT.SEM_SOURCE, terms.semSource().orElse(null))
        .set(CUT.MULTIPLE, terms.multiple())
        .set(CUT.RAW, terms.raw())
        .set(CUT.MAXIMUM, terms.maximum())
        .set(CUT.REASON, terms.reason())
        .set(CUT.HASH, cut.hash())
        .set(CUT.PROPOSED_BY, cut.proposed().person().value())
        .set(CUT.PROPOSED_AT, cut.proposed().at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Takes back what a panel's board proposed and did not adopt. */
  boolean removeProposal(Tx tx, SettingId setting) {
    return tx.sql()
            .deleteFrom(CUT)
            .where(CUT.SETTING_ID.eq(setting.value()))
            .and(CUT.ADOPTED_AT.isNull())
            .execute()
        == 1;
  }

  /**
   * Brings a cut in force; the one that was in force is replaced.
   *
   * @return whether it was still proposed, with the hash that was read
   */
  boolean adopt(Tx tx, Terms terms, String hash, Mark by) {
    var at = by.at().atOffset(ZoneOffset.UTC);
    tx.sql()
        .update(CUT)
        .set(CUT.REPLACED_AT, at)
        .where(CUT.FORM_ID.eq(terms.form().value()))
        .and(CUT.ADOPTED_AT.isNotNull())
        .and(CUT.REPLACED_AT.isNull())
        .execute();
    return tx.sql()
            .update(CUT)
            .set(CUT.ADOPTED_BY, by.person().value())
            .set(CUT.ADOPTED_AT, at)
            .where(CUT.ID.eq(terms.id().value()))
            .and(CUT.HASH.eq(hash))
            .and(CUT.ADOPTED_AT.isNull())
            .execute()
        == 1;
  }
}
