package org.rolewright.study;

import static org.rolewright.db.study.Tables.PANELIST;
import static org.rolewright.db.study.Tables.REQUIREMENT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code study}: the lists of requirements and of panelists. */
final class PanelRepository {

  List<Requirement> requirements(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(REQUIREMENT)
        .where(REQUIREMENT.STUDY_ID.eq(study.value()))
        .orderBy(REQUIREMENT.CREATED_AT, REQUIREMENT.ID)
        .fetch(row ->
            new Requirement(
                row.getId(),
                Requirement.Kind.valueOf(row.getKind()),
                row.getText(),
                row.getEvidence(),
                row.getEvidenceUrl(),
                row.getVersion()));
  }

  /** Whether the version still stood; 0 means that it is new. */
  boolean put(Tx tx, StudyId study, Requirement requirement, Instant now) {
    return (requirement.version() == 0
            ? insert(tx, study, requirement, now)
            : update(tx, study, requirement))
        == 1;
  }

  private static int insert(Tx tx, StudyId study, Requirement requirement, Instant now) {
    return tx.sql()
        .insertInto(REQUIREMENT)
        .set(REQUIREMENT.ID, requirement.id())
        .set(REQUIREMENT.STUDY_ID, study.value())
        .set(REQUIREMENT.KIND, requirement.kind().name())
        .set(REQUIREMENT.TEXT, requirement.text())
        .set(REQUIREMENT.EVIDENCE, requirement.evidence())
        .set(REQUIREMENT.EVIDENCE_URL, requirement.evidenceUrl())
        .set(REQUIREMENT.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private static int update(Tx tx, StudyId study, Requirement requirement) {
    return tx.sql()
        .update(REQUIREMENT)
        .set(REQUIREMENT.KIND, requirement.kind().name())
        .set(REQUIREMENT.TEXT, requirement.text())
        .set(REQUIREMENT.EVIDENCE, requirement.evidence())
        .set(REQUIREMENT.EVIDENCE_URL, requirement.evidenceUrl())
        .set(REQUIREMENT.VERSION, requirement.version() + 1)
        .where(
            REQUIREMENT.ID.eq(requirement.id()),
            REQUIREMENT.STUDY_ID.eq(study.value()),
            REQUIREMENT.VERSION.eq(requirement.version()))
        .execute();
  }

  /** Whether there was one. */
  boolean removeRequirement(Tx tx, StudyId study, UUID id) {
    return tx.sql()
            .deleteFrom(REQUIREMENT)
            .where(REQUIREMENT.ID.eq(id), REQUIREMENT.STUDY_ID.eq(study.value()))
            .execute()
        == 1;
  }

  List<Panelist> panel(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(PANELIST)
        .where(PANELIST.STUDY_ID.eq(study.value()))
        .orderBy(PANELIST.CREATED_AT, PANELIST.ID)
        .fetch(row ->
            new Panelist(
                row.getId(),
                row.getName(),
                row.getCredentials(),
                row.getRole(),
                row.getEmployer(),
                row.getRegion(),
                Optional.ofNullable(row.getYearsOfExperience()),
                Optional.ofNullable(row.getConflictStatementOn()),
                row.getVersion()));
  }

  /** Whether the version still stood; 0 means that they are new. */
  boolean put(Tx tx, StudyId study, Panelist panelist, Instant now) {
    return (panelist.version() == 0
            ? insert(tx, study, panelist, now)
            : update(tx, study, panelist))
        == 1;
  }

  private static int insert(Tx tx, StudyId study, Panelist panelist, Instant now) {
    return tx.sql()
        .insertInto(PANELIST)
        .set(PANELIST.ID, panelist.id())
        .set(PANELIST.STUDY_ID, study.value())
        .set(PANELIST.NAME, panelist.name())
        .set(PANELIST.CREDENTIALS, panelist.credentials())
        .set(PANELIST.ROLE, panelist.role())
        .set(PANELIST.EMPLOYER, panelist.employer())
        .set(PANELIST.REGION, panelist.region())
        .set(PANELIST.YEARS_OF_EXPERIENCE, panelist.yearsOfExperience().orElse(null))
        .set(PANELIST.CONFLICT_STATEMENT_ON, panelist.conflictStatementOn().orElse(null))
        .set(PANELIST.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private static int update(Tx tx, StudyId study, Panelist panelist) {
    return tx.sql()
        .update(PANELIST)
        .set(PANELIST.NAME, panelist.name())
        .set(PANELIST.CREDENTIALS, panelist.credentials())
        .set(PANELIST.ROLE, panelist.role())
        .set(PANELIST.EMPLOYER, panelist.employer())
        .set(PANELIST.REGION, panelist.region())
        .set(PANELIST.YEARS_OF_EXPERIENCE, panelist.yearsOfExperience().orElse(null))
        .set(PANELIST.CONFLICT_STATEMENT_ON, panelist.conflictStatementOn().orElse(null))
        .set(PANELIST.VERSION, panelist.version() + 1)
        .where(
            PANELIST.ID.eq(panelist.id()),
            PANELIST.STUDY_ID.eq(study.value()),
            PANELIST.VERSION.eq(panelist.version()))
        .execute();
  }

  /** Whether there was one. */
  boolean removePanelist(Tx tx, StudyId study, UUID id) {
    return tx.sql()
            .deleteFrom(PANELIST)
            .where(PANELIST.ID.eq(id), PANELIST.STUDY_ID.eq(study.value()))
            .execute()
        == 1;
  }
}
