package org.rolewright.eligibility;

import static org.rolewright.db.eligibility.Tables.OPENING;
import static org.rolewright.db.eligibility.Tables.RULE;

import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.StudyId;

/** Application pages and their rules. */
final class OpeningRepository {

  Optional<Opening> find(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(OPENING)
        .where(OPENING.STUDY_ID.eq(study.value()))
        .fetchOptional(row ->
            new Opening(
                row.getOpen(),
                words(row.getIntroduction()),
                words(row.getAttestation()),
                row.getContact(),
                row.getMinimumAge(),
                row.getAuthorisedDays(),
                row.getAttempts(),
                rules(tx, study),
                row.getVersion()));
  }

  private static List<Opening.Rule> rules(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(RULE)
        .where(RULE.STUDY_ID.eq(study.value()))
        .orderBy(RULE.REQUIREMENT_ID)
        .fetch(row ->
            new Opening.Rule(row.getRequirementId(), row.getLeastHours(), row.getDocumentNeeded()));
  }

  /** Whether the version still stood. */
  boolean put(Tx tx, StudyId study, Opening opening, int version) {
    if (!(version == 0 ? insert(tx, study, opening) : update(tx, study, opening, version)))
      return false;
    tx.sql().deleteFrom(RULE).where(RULE.STUDY_ID.eq(study.value())).execute();
    for (var rule : opening.rules())
      tx.sql()
          .insertInto(RULE)
          .set(RULE.STUDY_ID, study.value())
          .set(RULE.REQUIREMENT_ID, rule.requirement())
          .set(RULE.LEAST_HOURS, rule.leastHours())
          .set(RULE.DOCUMENT_NEEDED, rule.documentNeeded())
          .execute();
    return true;
  }

  private static boolean insert(Tx tx, StudyId study, Opening opening) {
    return tx.sql()
            .insertInto(OPENING)
            .set(OPENING.STUDY_ID, study.value())
            .set(OPENING.OPEN, opening.open())
            .set(OPENING.INTRODUCTION, jsonb(opening.introduction()))
            .set(OPENING.ATTESTATION, jsonb(opening.attestation()))
            .set(OPENING.CONTACT, opening.contact())
            .set(OPENING.MINIMUM_AGE, opening.minimumAge())
            .set(OPENING.AUTHORISED_DAYS, opening.authorisedDays())
            .set(OPENING.ATTEMPTS, opening.attempts())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private static boolean update(Tx tx, StudyId study, Opening opening, int version) {
    return tx.sql()
            .update(OPENING)
            .set(OPENING.OPEN, opening.open())
            .set(OPENING.INTRODUCTION, jsonb(opening.introduction()))
            .set(OPENING.ATTESTATION, jsonb(opening.attestation()))
            .set(OPENING.CONTACT, opening.contact())
            .set(OPENING.MINIMUM_AGE, opening.minimumAge())
            .set(OPENING.AUTHORISED_DAYS, opening.authorisedDays())
            .set(OPENING.ATTEMPTS, opening.attempts())
            .set(OPENING.VERSION, version + 1)
            .where(OPENING.STUDY_ID.eq(study.value()), OPENING.VERSION.eq(version))
            .execute()
        == 1;
  }

  private static Localized words(JSONB stored) {
    return Json.read(stored.data(), Localized.class);
  }

  private static JSONB jsonb(Localized words) {
    return JSONB.valueOf(Json.write(words));
  }
}
