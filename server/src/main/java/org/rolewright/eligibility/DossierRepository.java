package org.rolewright.eligibility;

import static org.rolewright.db.eligibility.Tables.CLAIM;
import static org.rolewright.db.eligibility.Tables.DECISION;
import static org.rolewright.db.eligibility.Tables.DOCUMENT;
import static org.rolewright.db.eligibility.Tables.FINDING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.files.FileType;
import org.rolewright.platform.files.SentFile;

/** What is in an application: claims, documents, decisions. */
final class DossierRepository {

  List<Claim> claims(Tx tx, CandidateId candidate) {
    return tx.sql()
        .selectFrom(CLAIM)
        .where(CLAIM.APPLICATION_ID.eq(candidate.value()))
        .orderBy(CLAIM.REQUIREMENT_ID)
        .fetch(row ->
            new Claim(
                row.getRequirementId(),
                row.getRequirement(),
                row.getStatement(),
                Optional.ofNullable(row.getHours())));
  }

  void put(Tx tx, CandidateId candidate, Claim claim) {
    tx.sql()
        .insertInto(CLAIM)
        .set(CLAIM.APPLICATION_ID, candidate.value())
        .set(CLAIM.REQUIREMENT_ID, claim.requirement())
        .set(CLAIM.REQUIREMENT, claim.asked())
        .set(CLAIM.STATEMENT, claim.statement())
        .set(CLAIM.HOURS, claim.hours().orElse(null))
        .onConflict(CLAIM.APPLICATION_ID, CLAIM.REQUIREMENT_ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Makes sure that a document has a claim to stand beside. */
  void begin(Tx tx, CandidateId candidate, Asked asked) {
    tx.sql()
        .insertInto(CLAIM)
        .set(CLAIM.APPLICATION_ID, candidate.value())
        .set(CLAIM.REQUIREMENT_ID, asked.id())
        .set(CLAIM.REQUIREMENT, asked.text())
        .set(CLAIM.STATEMENT, "")
        .onConflictDoNothing()
        .execute();
  }

  /** Without what is in them, the oldest first. */
  List<DocumentView> documents(Tx tx, CandidateId candidate) {
    return tx.sql()
        .select(
            DOCUMENT.ID,
            DOCUMENT.REQUIREMENT_ID,
            DOCUMENT.NAME,
            DOCUMENT.MEDIA_TYPE,
            DOCUMENT.SIZE,
            DOCUMENT.ADDED_AT)
        .from(DOCUMENT)
        .where(DOCUMENT.APPLICATION_ID.eq(candidate.value()))
        .orderBy(DOCUMENT.ADDED_AT, DOCUMENT.ID)
        .fetch(row ->
            new DocumentView(
                row.value1(),
                row.value2(),
                row.value3(),
                FileType.of(row.value4()),
                row.value5(),
                row.value6().toInstant()));
  }

  /** Sending the same file twice keeps one. */
  void insert(Tx tx, CandidateId candidate, UUID requirement, UUID id, SentFile file, Instant now) {
    tx.sql()
        .insertInto(DOCUMENT)
        .set(DOCUMENT.ID, id)
        .set(DOCUMENT.APPLICATION_ID, candidate.value())
        .set(DOCUMENT.REQUIREMENT_ID, requirement)
        .set(DOCUMENT.NAME, file.name())
        .set(DOCUMENT.MEDIA_TYPE, file.type().mediaType())
        .set(DOCUMENT.SIZE, file.content().length)
        .set(DOCUMENT.SHA256, Sha256.of(file.content()))
        .set(DOCUMENT.CONTENT, file.content())
        .set(DOCUMENT.ADDED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  Optional<SentFile> document(Tx tx, CandidateId candidate, UUID id) {
    return tx.sql()
        .selectFrom(DOCUMENT)
        .where(DOCUMENT.ID.eq(id), DOCUMENT.APPLICATION_ID.eq(candidate.value()))
        .fetchOptional(
            row -> new SentFile(FileType.of(row.getMediaType()), row.getName(), row.getContent()));
  }

  void deleteDocument(Tx tx, CandidateId candidate, UUID id) {
    tx.sql()
        .deleteFrom(DOCUMENT)
        .where(DOCUMENT.ID.eq(id), DOCUMENT.APPLICATION_ID.eq(candidate.value()))
        .execute();
  }

  int insert(Tx tx, CandidateId candidate, Decision decision, PersonId by, Instant now) {
    var number = 1 + tx.sql().fetchCount(DECISION, DECISION.APPLICATION_ID.eq(candidate.value()));
    tx.sql()
        .insertInto(DECISION)
        .set(DECISION.APPLICATION_ID, candidate.value())
        .set(DECISION.NUMBER, number)
        .set(DECISION.OUTCOME, decision.outcome().code())
        .set(DECISION.REASON, decision.reason())
        .set(DECISION.DECIDED_BY, by.value())
        .set(DECISION.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    for (var finding : decision.findings())
      tx.sql()
          .insertInto(FINDING)
          .set(FINDING.APPLICATION_ID, candidate.value())
          .set(FINDING.NUMBER, number)
          .set(FINDING.REQUIREMENT_ID, finding.requirement())
          .set(FINDING.VERDICT, finding.verdict().code())
          .set(FINDING.NOTE, finding.note())
          .execute();
    return number;
  }

  /**
   * The newest first.
   *
   * @param name of a person who decided
   */
  List<DecisionView> decisions(Tx tx, CandidateId candidate, Function<PersonId, String> name) {
    return tx.sql()
        .selectFrom(DECISION)
        .where(DECISION.APPLICATION_ID.eq(candidate.value()))
        .orderBy(DECISION.NUMBER.desc())
        .fetch(row ->
            new DecisionView(
                row.getNumber(),
                new Decision(
                    Decision.Outcome.of(row.getOutcome()),
                    row.getReason(),
                    findings(tx, candidate, row.getNumber())),
                Optional.of(name.apply(new PersonId(row.getDecidedBy()))),
                row.getDecidedAt().toInstant()));
  }

  private static List<Finding> findings(Tx tx, CandidateId candidate, int number) {
    return tx.sql()
        .selectFrom(FINDING)
        .where(FINDING.APPLICATION_ID.eq(candidate.value()), FINDING.NUMBER.eq(number))
        .orderBy(FINDING.REQUIREMENT_ID)
        .fetch(row ->
            new Finding(
                row.getRequirementId(), Finding.Verdict.of(row.getVerdict()), row.getNote()));
  }
}
