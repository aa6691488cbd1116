package org.rolewright.result;

import static org.rolewright.db.result.Tables.REQUEST;
import static org.rolewright.db.result.Tables.TOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.rolewright.db.result.tables.records.RequestRecord;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ScoringRunId;

/** Rows of the schema {@code result}. */
final class ResultRepository {

  /** A request as stored: persons by their identity only. */
  record Stored(
      UUID id,
      UUID score,
      CandidateId candidate,
      ResultRequest.Kind kind,
      String reason,
      Instant madeAt,
      LocalDate answerDue,
      Optional<Decided> decided) {}

  /** What was decided. */
  record Decided(ResultRequest.Outcome outcome, String answer, PersonId by, Instant at) {}

  /** Marks a run's candidates as told; false when they were. */
  boolean told(Tx tx, ScoringRunId run, Instant at) {
    return tx.sql()
            .insertInto(TOLD)
            .set(TOLD.RUN_ID, run.value())
            .set(TOLD.TOLD_AT, at.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Stores a request; false when it is stored. */
  boolean insert(Tx tx, Stored request) {
    return tx.sql()
            .insertInto(REQUEST)
            .set(REQUEST.ID, request.id())
            .set(REQUEST.SCORE_ID, request.score())
            .set(REQUEST.APPLICATION_ID, request.candidate().value())
            .set(REQUEST.KIND, request.kind().code())
            .set(REQUEST.REASON, request.reason())
            .set(REQUEST.MADE_AT, request.madeAt().atOffset(ZoneOffset.UTC))
            .set(REQUEST.ANSWER_DUE, request.answerDue())
            .onConflict(REQUEST.ID)
            .doNothing()
            .execute()
        == 1;
  }

  void decide(Tx tx, UUID id, Decided decided) {
    tx.sql()
        .update(REQUEST)
        .set(REQUEST.OUTCOME, decided.outcome().code())
        .set(REQUEST.ANSWER, decided.answer())
        .set(REQUEST.DECIDED_BY, decided.by().value())
        .set(REQUEST.DECIDED_AT, decided.at().atOffset(ZoneOffset.UTC))
        .where(REQUEST.ID.eq(id))
        .execute();
  }

  /** Holds the request until the transaction ends. */
  Optional<Stored> lock(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(REQUEST)
        .where(REQUEST.ID.eq(id))
        .forUpdate()
        .fetchOptional(ResultRepository::stored);
  }

  List<Stored> ofCandidate(Tx tx, CandidateId candidate) {
    return where(tx, REQUEST.APPLICATION_ID.eq(candidate.value()));
  }

  /** Requests of candidates, those without an answer first, by the day it is due. */
  List<Stored> ofCandidates(Tx tx, Collection<CandidateId> candidates) {
    return where(
        tx, REQUEST.APPLICATION_ID.in(candidates.stream().map(CandidateId::value).toList()));
  }

  private static List<Stored> where(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(REQUEST)
        .where(condition)
        .orderBy(REQUEST.DECIDED_AT.desc().nullsFirst(), REQUEST.ANSWER_DUE, REQUEST.ID)
        .fetch(ResultRepository::stored);
  }

  private static Stored stored(RequestRecord row) {
    return new Stored(
        row.getId(),
        row.getScoreId(),
        new CandidateId(row.getApplicationId()),
        ResultRequest.Kind.of(row.getKind()),
        row.getReason(),
        row.getMadeAt().toInstant(),
        row.getAnswerDue(),
        Optional.ofNullable(row.getOutcome())
            .map(outcome ->
                new Decided(
                    ResultRequest.Outcome.of(outcome),
                    row.getAnswer(),
                    new PersonId(row.getDecidedBy()),
                    row.getDecidedAt().toInstant())));
  }
}
