package org.rolewright.credential;

import static org.rolewright.db.credential.Tables.ACT;
import static org.rolewright.db.credential.Tables.CERTIFICATE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rolewright.db.credential.tables.records.CertificateRecord;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** Rows of the schema {@code credential}. */
final class CredentialRepository {

  /** The day by the clock of the database, UTC. */
  LocalDate today(Tx tx) {
    return tx.sql()
        .select(DSL.field("(now() at time zone 'utc')::date", LocalDate.class))
        .fetchSingle()
        .value1();
  }

  /** The instant by the clock of the database. */
  Instant now(Tx tx) {
    return tx.sql().select(DSL.currentOffsetDateTime()).fetchSingle().value1().toInstant();
  }

  /** A proposal; false where the sitting has a certificate already. */
  boolean insert(Tx tx, Credential one, byte[] codeMark, Instant at) {
    return tx.sql()
            .insertInto(CERTIFICATE)
            .set(CERTIFICATE.ID, one.id().value())
            .set(CERTIFICATE.STUDY_ID, one.study().value())
            .set(CERTIFICATE.APPLICATION_ID, one.candidate().value())
            .set(CERTIFICATE.SITTING_ID, one.sitting().value())
            .set(CERTIFICATE.SCORE_ID, one.score())
            .set(CERTIFICATE.NUMBER, one.number())
            .set(CERTIFICATE.CODE_MARK, codeMark)
            .set(CERTIFICATE.HOLDER, one.holder())
            .set(CERTIFICATE.TITLE, one.title())
            .set(CERTIFICATE.BOARD, one.board())
            .set(CERTIFICATE.LANGUAGE, one.language().code())
            .set(CERTIFICATE.VALID_MONTHS, one.validMonths())
            .set(CERTIFICATE.PROPOSED_BY, one.proposedBy().value())
            .set(CERTIFICATE.PROPOSED_AT, at.atOffset(ZoneOffset.UTC))
            .onConflict(CERTIFICATE.SITTING_ID)
            .doNothing()
            .execute()
        == 1;
  }

  /** Certificates, held until the transaction ends. */
  List<Credential> lock(Tx tx, List<CredentialId> ids) {
    var which = CERTIFICATE.ID.in(ids.stream().map(CredentialId::value).toList());
    tx.sql()
        .select(CERTIFICATE.ID)
        .from(CERTIFICATE)
        .where(which)
        .orderBy(CERTIFICATE.ID)
        .forUpdate()
        .execute();
    return list(tx, which);
  }

  /** The newest first. */
  List<Credential> ofStudy(Tx tx, StudyId study) {
    return list(tx, CERTIFICATE.STUDY_ID.eq(study.value()));
  }

  List<Credential> ofCandidate(Tx tx, CandidateId candidate) {
    return list(tx, CERTIFICATE.APPLICATION_ID.eq(candidate.value()));
  }

  /** Issued ones that have not expired, and do so by a day. */
  List<Credential> expiring(Tx tx, LocalDate by) {
    return list(tx, CERTIFICATE.EXPIRES_ON.between(today(tx), by));
  }

  Optional<Credential> find(Tx tx, CredentialId id) {
    return list(tx, CERTIFICATE.ID.eq(id.value())).stream().findFirst();
  }

  Optional<Credential> byNumber(Tx tx, String number) {
    return list(tx, CERTIFICATE.NUMBER.eq(number)).stream().findFirst();
  }

  private List<Credential> list(Tx tx, Condition which) {
    var acts = acts(tx, which);
    var today = today(tx);
    return tx.sql()
        .selectFrom(CERTIFICATE)
        .where(which)
        .orderBy(CERTIFICATE.PROPOSED_AT.desc(), CERTIFICATE.ID)
        .fetch(row -> credential(row, acts.getOrDefault(row.getId(), List.of()), today));
  }

  byte[] codeMark(Tx tx, CredentialId id) {
    return tx.sql()
        .select(CERTIFICATE.CODE_MARK)
        .from(CERTIFICATE)
        .where(CERTIFICATE.ID.eq(id.value()))
        .fetchSingle()
        .value1();
  }

  private static Credential credential(
      CertificateRecord row, List<Credential.Act> acts, LocalDate today) {
    var issue =
        Optional.ofNullable(row.getIssuedOn())
            .map(on ->
                new Credential.Issue(new PersonId(row.getIssuedBy()), on, row.getExpiresOn()));
    return new Credential(
        new CredentialId(row.getId()),
        new StudyId(row.getStudyId()),
        new CandidateId(row.getApplicationId()),
        new SittingId(row.getSittingId()),
        row.getScoreId(),
        row.getNumber(),
        row.getHolder(),
        row.getTitle(),
        row.getBoard(),
        Language.of(row.getLanguage()),
        row.getValidMonths(),
        new PersonId(row.getProposedBy()),
        issue,
        Credential.status(issue, acts, today),
        acts);
  }

  /** What was done with certificates, by certificate, in order. */
  private static Map<UUID, List<Credential.Act>> acts(Tx tx, Condition which) {
    return tx.sql()
        .select(ACT.fields())
        .from(ACT)
        .join(CERTIFICATE)
        .on(CERTIFICATE.ID.eq(ACT.CERTIFICATE_ID))
        .where(which)
        .orderBy(ACT.CERTIFICATE_ID, ACT.NUMBER)
        .fetchGroups(
            ACT.CERTIFICATE_ID,
            row ->
                new Credential.Act(
                    Credential.Kind.valueOf(row.get(ACT.KIND).toUpperCase(Locale.ROOT)),
                    row.get(ACT.REASON),
                    new PersonId(row.get(ACT.DONE_BY)),
                    row.get(ACT.DONE_AT).toInstant()));
  }

  void issue(Tx tx, CredentialId id, Credential.Issue issue, Instant at) {
    tx.sql()
        .update(CERTIFICATE)
        .set(CERTIFICATE.ISSUED_BY, issue.by().value())
        .set(CERTIFICATE.ISSUED_AT, at.atOffset(ZoneOffset.UTC))
        .set(CERTIFICATE.ISSUED_ON, issue.on())
        .set(CERTIFICATE.EXPIRES_ON, issue.expiresOn())
        .where(CERTIFICATE.ID.eq(id.value()))
        .execute();
  }

  void remove(Tx tx, CredentialId id) {
    tx.sql().deleteFrom(CERTIFICATE).where(CERTIFICATE.ID.eq(id.value())).execute();
  }

  void add(Tx tx, CredentialId id, int number, Credential.Act act) {
    tx.sql()
        .insertInto(ACT)
        .set(ACT.CERTIFICATE_ID, id.value())
        .set(ACT.NUMBER, number)
        .set(ACT.KIND, act.kind().code())
        .set(ACT.REASON, act.reason())
        .set(ACT.DONE_BY, act.by().value())
        .set(ACT.DONE_AT, act.at().atOffset(ZoneOffset.UTC))
        .execute();
  }
}
