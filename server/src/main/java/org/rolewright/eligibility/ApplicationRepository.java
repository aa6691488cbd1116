package org.rolewright.eligibility;

import static org.rolewright.db.eligibility.Tables.APPLICATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rolewright.db.eligibility.tables.records.ApplicationRecord;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/** Applications and their private links. */
final class ApplicationRepository {

  /** Links that an application was mailed lately. */
  record Mailed(int links, Instant since) {}

  /** Whether it was new. */
  boolean insert(Tx tx, Application begun, byte[] linkHash, Instant linkUntil, Instant now) {
    return tx.sql()
            .insertInto(APPLICATION)
            .set(APPLICATION.ID, begun.id().value())
            .set(APPLICATION.STUDY_ID, begun.study().value())
            .set(APPLICATION.EMAIL, begun.email())
            .set(APPLICATION.LANGUAGE, begun.language().code())
            .set(APPLICATION.STATE, begun.state().code())
            .set(APPLICATION.LINK_NUMBER, begun.link())
            .set(APPLICATION.LINK_HASH, linkHash)
            .set(APPLICATION.LINK_UNTIL, at(linkUntil))
            .set(APPLICATION.LINKS_MAILED, 0)
            .set(APPLICATION.LINKS_SINCE, at(now))
            .set(APPLICATION.CHANGED_AT, at(now))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  Optional<Application> lockByEmail(Tx tx, StudyId study, String email) {
    return lock(
        tx,
        APPLICATION
            .STUDY_ID
            .eq(study.value())
            .and(DSL.lower(APPLICATION.EMAIL).eq(DSL.lower(email))));
  }

  Optional<Application> lockByLink(Tx tx, byte[] linkHash, Instant now) {
    return lock(tx, byLink(linkHash, now));
  }

  Optional<Application> findByLink(Tx tx, byte[] linkHash, Instant now) {
    return find(tx, byLink(linkHash, now));
  }

  private static Condition byLink(byte[] linkHash, Instant now) {
    return APPLICATION.LINK_HASH.eq(linkHash).and(APPLICATION.LINK_UNTIL.gt(at(now)));
  }

  Optional<Application> lock(Tx tx, CandidateId id) {
    return lock(tx, APPLICATION.ID.eq(id.value()));
  }

  Optional<Application> find(Tx tx, CandidateId id) {
    return find(tx, APPLICATION.ID.eq(id.value()));
  }

  private static Optional<Application> lock(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(APPLICATION)
        .where(which)
        .forUpdate()
        .fetchOptional(ApplicationRepository::application);
  }

  private static Optional<Application> find(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(APPLICATION)
        .where(which)
        .fetchOptional(ApplicationRepository::application);
  }

  /** What was handed in at some time, the newest first. */
  List<ApplicationSummary> list(Tx tx, StudyId study, Optional<ApplicationState> state, int most) {
    return tx.sql()
        .selectFrom(APPLICATION)
        .where(
            APPLICATION.STUDY_ID.eq(study.value()),
            APPLICATION.CONFIRMED.isTrue(),
            state.map(one -> APPLICATION.STATE.eq(one.code())).orElse(DSL.noCondition()))
        .orderBy(APPLICATION.CHANGED_AT.desc(), APPLICATION.ID)
        .limit(most)
        .fetch(row ->
            new ApplicationSummary(
                new CandidateId(row.getId()),
                row.getName(),
                row.getEmail(),
                ApplicationState.of(row.getState()),
                row.getChangedAt().toInstant(),
                moment(row.getSubmittedAt()),
                moment(row.getAuthorisedUntil())));
  }

  List<Application> accepted(Tx tx, StudyId study) {
    return list(
        tx,
        APPLICATION
            .STUDY_ID
            .eq(study.value())
            .and(APPLICATION.STATE.eq(ApplicationState.ACCEPTED.code())));
  }

  List<Application> confirmed(Tx tx, StudyId study) {
    return list(tx, APPLICATION.STUDY_ID.eq(study.value()).and(APPLICATION.CONFIRMED.isTrue()));
  }

  private static List<Application> list(Tx tx, Condition which) {
    return tx.sql()
        .selectFrom(APPLICATION)
        .where(which)
        .orderBy(APPLICATION.ID)
        .fetch(ApplicationRepository::application);
  }

  /** Applications begun after a moment whose address is not confirmed. */
  int unconfirmed(Tx tx, StudyId study, Instant after) {
    return tx.sql()
        .fetchCount(
            APPLICATION,
            APPLICATION.STUDY_ID.eq(study.value()),
            APPLICATION.CONFIRMED.isFalse(),
            APPLICATION.CHANGED_AT.gt(at(after)));
  }

  Mailed mailed(Tx tx, CandidateId id) {
    return tx.sql()
        .select(APPLICATION.LINKS_MAILED, APPLICATION.LINKS_SINCE)
        .from(APPLICATION)
        .where(APPLICATION.ID.eq(id.value()))
        .fetchSingle(row -> new Mailed(row.value1(), row.value2().toInstant()));
  }

  void mailed(Tx tx, CandidateId id, Mailed mailed) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.LINKS_MAILED, mailed.links())
        .set(APPLICATION.LINKS_SINCE, at(mailed.since()))
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  void renewLink(Tx tx, CandidateId id, int number, byte[] linkHash, Instant until) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.LINK_NUMBER, number)
        .set(APPLICATION.LINK_HASH, linkHash)
        .set(APPLICATION.LINK_UNTIL, at(until))
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  void confirm(Tx tx, CandidateId id) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.CONFIRMED, true)
        .where(APPLICATION.ID.eq(id.value()), APPLICATION.CONFIRMED.isFalse())
        .execute();
  }

  void write(Tx tx, CandidateId id, ApplicantInput.Person person) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.NAME, person.name())
        .set(APPLICATION.BORN_ON, person.bornOn().orElse(null))
        .set(APPLICATION.LANGUAGE, person.language().code())
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  /** Notes that its candidate changed it. */
  void touch(Tx tx, CandidateId id, Instant now) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
        .set(APPLICATION.CHANGED_AT, at(now))
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  void submit(Tx tx, CandidateId id, String attested, Instant now) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.STATE, ApplicationState.SUBMITTED.code())
        .set(APPLICATION.ATTESTED, attested)
        .set(APPLICATION.SUBMITTED_AT, at(now))
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  void decide(Tx tx, CandidateId id, ApplicationState state, Optional<Instant> until, Instant now) {
    tx.sql()
        .update(APPLICATION)
        .set(APPLICATION.STATE, state.code())
        .set(APPLICATION.AUTHORISED_AT, until.map(_ -> at(now)).orElse(null))
        .set(APPLICATION.AUTHORISED_UNTIL, until.map(ApplicationRepository::at).orElse(null))
        .where(APPLICATION.ID.eq(id.value()))
        .execute();
  }

  void delete(Tx tx, CandidateId id) {
    tx.sql().deleteFrom(APPLICATION).where(APPLICATION.ID.eq(id.value())).execute();
  }

  /** Deletes drafts left since then; of some only those whose address was never confirmed. */
  int deleteDrafts(Tx tx, Instant leftSince, boolean confirmed) {
    return tx.sql()
        .deleteFrom(APPLICATION)
        .where(
            APPLICATION.STATE.eq(ApplicationState.DRAFT.code()),
            APPLICATION.CONFIRMED.eq(confirmed),
            APPLICATION.CHANGED_AT.lt(at(leftSince)))
        .execute();
  }

  private static Application application(ApplicationRecord row) {
    return new Application(
        new CandidateId(row.getId()),
        new StudyId(row.getStudyId()),
        row.getEmail(),
        Language.of(row.getLanguage()),
        ApplicationState.of(row.getState()),
        row.getVersion(),
        row.getName(),
        Optional.ofNullable(row.getBornOn()),
        Optional.ofNullable(row.getAttested()),
        row.getLinkNumber(),
        moment(row.getSubmittedAt()),
        moment(row.getAuthorisedAt()),
        moment(row.getAuthorisedUntil()));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> moment(OffsetDateTime stored) {
    return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
  }
}
