package org.rolewright.scoring;

import static org.rolewright.db.scoring.Tables.HOLD;
import static org.rolewright.db.scoring.Tables.ITEM;
import static org.rolewright.db.scoring.Tables.RUN;
import static org.rolewright.db.scoring.Tables.SCORE;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.appraisal.ItemFigures.Flag;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.candidacy.BookingId;
import org.rolewright.db.scoring.tables.records.HoldRecord;
import org.rolewright.db.scoring.tables.records.ItemRecord;
import org.rolewright.db.scoring.tables.records.RunRecord;
import org.rolewright.db.scoring.tables.records.ScoreRecord;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.marking.Cut;
import org.rolewright.marking.KeyRule;
import org.rolewright.marking.Result;
import org.rolewright.marking.Scale;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.marking.Taken;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.scoring.Hold.Verdict;

/** Rows of the schema {@code scoring}. */
final class ScoringRepository {
  private static final TypeReference<Map<UUID, KeyRule>> KEYS = new TypeReference<>() {};

  /** Who, and when. */
  record Mark(PersonId person, Instant at) {}

  /** A run as stored: persons by their identity only. */
  record StoredRun(
      ScoringRunId id,
      FormId form,
      String formChecksum,
      int number,
      ScoringRun.State state,
      String reason,
      Optional<Cut> cut,
      Scale scale,
      Map<UUID, KeyRule> keys,
      RunFigures figures,
      String inputHash,
      String resultHash,
      String software,
      Mark made,
      Optional<Mark> signed,
      Optional<Mark> released,
      Optional<ScoringRunId> replacedBy) {}

  /** A scored item with the hash of its version. */
  record StoredItem(String hash, ItemFigures figures) {}

  /** A score as stored. */
  record StoredScore(
      UUID id,
      ScoringRunId run,
      SittingId sitting,
      BookingId booking,
      CandidateId candidate,
      Language language,
      LocalDate satOn,
      List<Optional<JsonNode>> answers,
      List<BigDecimal> points,
      Result result,
      String hash) {
    /** As it was marked. */
    Marked marked() {
      return new Marked(new Taken(sitting, language, satOn, answers), points, result);
    }
  }

  /** A held item as stored. */
  record StoredHold(ItemVersionId version, List<Flag> flags, Optional<Said> said) {}

  /** What was decided about a held item. */
  record Said(Verdict verdict, String reason, Mark by) {}

  int nextNumber(Tx tx, FormId form) {
    var greatest =
        tx.sql()
            .select(DSL.max(RUN.NUMBER))
            .from(RUN)
            .where(RUN.FORM_ID.eq(form.value()))
            .fetchOne(0, Integer.class);
    return greatest == null ? 1 : greatest + 1;
  }

  /** Stores a run; false when it is stored. */
  boolean insert(Tx tx, StoredRun run) {
    return tx.sql()
            .insertInto(RUN)
            .set(RUN.ID, run.id().value())
            .set(RUN.FORM_ID, run.form().value())
            .set(RUN.FORM_CHECKSUM, run.formChecksum())
            .set(RUN.NUMBER, run.number())
            .set(RUN.REASON, run.reason())
            .set(RUN.CUT_ID, run.cut().map(Cut::id).orElse(null))
            .set(RUN.CUT, run.cut().map(ScoringRepository::json).orElse(null))
            .set(RUN.SCALE, json(run.scale()))
            .set(RUN.KEYS, json(run.keys()))
            .set(RUN.FIGURES, json(run.figures()))
            .set(RUN.INPUT_HASH, run.inputHash())
            .set(RUN.RESULT_HASH, run.resultHash())
            .set(RUN.SOFTWARE, run.software())
            .set(RUN.MADE_BY, run.made().person().value())
            .set(RUN.MADE_AT, run.made().at().atOffset(ZoneOffset.UTC))
            .onConflict(RUN.ID)
            .doNothing()
            .execute()
        == 1;
  }

  void insertItems(Tx tx, ScoringRunId run, List<StoredItem> items) {
    var rows = new ArrayList<ItemRecord>();
    for (var item : items) {
      var row = tx.sql().newRecord(ITEM);
      row.setRunId(run.value());
      row.setPosition(item.figures().position());
      row.setVersionId(item.figures().version());
      row.setVersionHash(item.hash());
      row.setFigures(json(item.figures()));
      rows.add(row);
    }
    tx.sql().insertInto(ITEM).set(rows).execute();
  }

  void insertScores(Tx tx, List<StoredScore> scores) {
    for (var from = 0; from < scores.size(); from += 500) {
      var some = scores.subList(from, Math.min(scores.size(), from + 500));
      tx.sql().insertInto(SCORE).set(some.stream().map(one -> row(tx, one)).toList()).execute();
    }
  }

  private static ScoreRecord row(Tx tx, StoredScore score) {
    var row = tx.sql().newRecord(SCORE);
    row.setId(score.id());
    row.setRunId(score.run().value());
    row.setSittingId(score.sitting().value());
    row.setBookingId(score.booking().value());
    row.setApplicationId(score.candidate().value());
    row.setLanguage(score.language().code());
    row.setSatOn(score.satOn());
    row.setAnswers(json(score.answers()));
    row.setPoints(score.points().toArray(BigDecimal[]::new));
    row.setResult(json(score.result()));
    row.setRaw(score.result().raw());
    row.setPassed(score.result().passed().orElse(null));
    row.setHash(score.hash());
    return row;
  }

  void insertHolds(Tx tx, ScoringRunId run, List<StoredHold> holds) {
    for (var hold : holds)
      tx.sql()
          .insertInto(HOLD)
          .set(HOLD.RUN_ID, run.value())
          .set(HOLD.VERSION_ID, hold.version().value())
          .set(HOLD.FLAGS, hold.flags().stream().map(Flag::code).toArray(String[]::new))
          .set(HOLD.VERDICT, hold.said().map(one -> one.verdict().code()).orElse(null))
          .set(HOLD.REASON, hold.said().map(Said::reason).orElse(null))
          .set(HOLD.DECIDED_BY, hold.said().map(one -> one.by().person().value()).orElse(null))
          .set(
              HOLD.DECIDED_AT,
              hold.said().map(one -> one.by().at().atOffset(ZoneOffset.UTC)).orElse(null))
          .execute();
  }

  /** Whether there was such a hold. */
  boolean decide(Tx tx, ScoringRunId run, ItemVersionId version, Said said) {
    return tx.sql()
            .update(HOLD)
            .set(HOLD.VERDICT, said.verdict().code())
            .set(HOLD.REASON, said.reason())
            .set(HOLD.DECIDED_BY, said.by().person().value())
            .set(HOLD.DECIDED_AT, said.by().at().atOffset(ZoneOffset.UTC))
            .where(HOLD.RUN_ID.eq(run.value()))
            .and(HOLD.VERSION_ID.eq(version.value()))
            .execute()
        == 1;
  }

  void sign(Tx tx, ScoringRunId run, Mark by) {
    tx.sql()
        .update(RUN)
        .set(RUN.SIGNED_BY, by.person().value())
        .set(RUN.SIGNED_AT, by.at().atOffset(ZoneOffset.UTC))
        .where(RUN.ID.eq(run.value()))
        .execute();
  }

  void replace(Tx tx, ScoringRunId run, ScoringRunId by) {
    tx.sql()
        .update(RUN)
        .set(RUN.STATE, ScoringRun.State.REPLACED.code())
        .set(RUN.REPLACED_BY, by.value())
        .where(RUN.ID.eq(run.value()))
        .execute();
  }

  void release(Tx tx, ScoringRunId run, Mark by) {
    tx.sql()
        .update(RUN)
        .set(RUN.STATE, ScoringRun.State.RELEASED.code())
        .set(RUN.RELEASED_BY, by.person().value())
        .set(RUN.RELEASED_AT, by.at().atOffset(ZoneOffset.UTC))
        .where(RUN.ID.eq(run.value()))
        .execute();
  }

  Optional<StoredRun> find(Tx tx, ScoringRunId id) {
    return runs(tx, RUN.ID.eq(id.value())).stream().findFirst();
  }

  /** Holds the runs of a form until the transaction ends. */
  void lock(Tx tx, FormId form) {
    tx.sql().select(RUN.ID).from(RUN).where(RUN.FORM_ID.eq(form.value())).forUpdate().fetch();
  }

  /** Runs of a form, the newest first. */
  List<StoredRun> ofForm(Tx tx, FormId form) {
    return runs(tx, RUN.FORM_ID.eq(form.value()));
  }

  /** The run whose scores are in force. */
  Optional<StoredRun> inForce(Tx tx, FormId form) {
    var released = RUN.STATE.eq(ScoringRun.State.RELEASED.code());
    return runs(tx, RUN.FORM_ID.eq(form.value()).and(released)).stream().findFirst();
  }

  /** The run whose place this one took. */
  Optional<StoredRun> before(Tx tx, ScoringRunId run) {
    return runs(tx, RUN.REPLACED_BY.eq(run.value())).stream().findFirst();
  }

  /** All runs that were ever released, in order. */
  List<StoredRun> everReleased(Tx tx) {
    return runs(tx, RUN.RELEASED_AT.isNotNull()).reversed();
  }

  private static List<StoredRun> runs(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(RUN)
        .where(condition)
        .orderBy(RUN.MADE_AT.desc(), RUN.NUMBER.desc())
        .fetch(ScoringRepository::run);
  }

  List<StoredItem> items(Tx tx, ScoringRunId run) {
    return tx.sql()
        .selectFrom(ITEM)
        .where(ITEM.RUN_ID.eq(run.value()))
        .orderBy(ITEM.POSITION)
        .fetch(row ->
            new StoredItem(
                row.getVersionHash(), Json.read(row.getFigures().data(), ItemFigures.class)));
  }

  List<StoredHold> holds(Tx tx, ScoringRunId run) {
    return tx.sql()
        .select(HOLD.fields())
        .from(HOLD)
        .join(ITEM)
        .on(ITEM.RUN_ID.eq(HOLD.RUN_ID).and(ITEM.VERSION_ID.eq(HOLD.VERSION_ID)))
        .where(HOLD.RUN_ID.eq(run.value()))
        .orderBy(ITEM.POSITION)
        .fetch(row -> hold(row.into(HOLD)));
  }

  /** Scores of a run, in the order of their sittings' identities. */
  List<StoredScore> scores(Tx tx, ScoringRunId run) {
    return scores(tx, SCORE.RUN_ID.eq(run.value()));
  }

  /** Points of everybody in a run. */
  List<BigDecimal> points(Tx tx, ScoringRunId run) {
    return tx.sql()
        .select(SCORE.RAW)
        .from(SCORE)
        .where(SCORE.RUN_ID.eq(run.value()))
        .fetch(SCORE.RAW);
  }

  /** Scores in force of a candidate. */
  List<StoredScore> inForce(Tx tx, CandidateId candidate) {
    return scores(tx, SCORE.APPLICATION_ID.eq(candidate.value()).and(inForce()));
  }

  Optional<StoredScore> inForce(Tx tx, SittingId sitting) {
    return scores(tx, SCORE.SITTING_ID.eq(sitting.value()).and(inForce())).stream().findFirst();
  }

  Optional<StoredScore> score(Tx tx, UUID id) {
    return scores(tx, SCORE.ID.eq(id)).stream().findFirst();
  }

  private static Condition inForce() {
    return SCORE.RUN_ID.in(
        DSL.select(RUN.ID).from(RUN).where(RUN.STATE.eq(ScoringRun.State.RELEASED.code())));
  }

  private static List<StoredScore> scores(Tx tx, Condition condition) {
    return tx.sql()
        .selectFrom(SCORE)
        .where(condition)
        .orderBy(SCORE.SITTING_ID)
        .fetch(ScoringRepository::score);
  }

  private static StoredScore score(ScoreRecord row) {
    var answers = new ArrayList<Optional<JsonNode>>();
    for (var one : Json.tree(row.getAnswers().data()))
      answers.add(Optional.of(one).filter(answer -> !answer.isNull()));
    return new StoredScore(
        row.getId(),
        new ScoringRunId(row.getRunId()),
        new SittingId(row.getSittingId()),
        new BookingId(row.getBookingId()),
        new CandidateId(row.getApplicationId()),
        Language.of(row.getLanguage()),
        row.getSatOn(),
        answers,
        Arrays.asList(row.getPoints()),
        Json.read(row.getResult().data(), Result.class),
        row.getHash());
  }

  private static StoredHold hold(HoldRecord row) {
    return new StoredHold(
        new ItemVersionId(row.getVersionId()),
        Arrays.stream(row.getFlags()).map(flag -> Flag.valueOf(upper(flag))).toList(),
        mark(row.getDecidedBy(), row.getDecidedAt())
            .map(by -> new Said(Verdict.valueOf(upper(row.getVerdict())), row.getReason(), by)));
  }

  private static StoredRun run(RunRecord row) {
    return new StoredRun(
        new ScoringRunId(row.getId()),
        new FormId(row.getFormId()),
        row.getFormChecksum(),
        row.getNumber(),
        ScoringRun.State.valueOf(upper(row.getState())),
        row.getReason(),
        Optional.ofNullable(row.getCut()).map(cut -> Json.read(cut.data(), Cut.class)),
        Json.read(row.getScale().data(), Scale.class),
        Json.read(row.getKeys().data(), KEYS),
        Json.read(row.getFigures().data(), RunFigures.class),
        row.getInputHash(),
        row.getResultHash(),
        row.getSoftware(),
        new Mark(new PersonId(row.getMadeBy()), row.getMadeAt().toInstant()),
        mark(row.getSignedBy(), row.getSignedAt()),
        mark(row.getReleasedBy(), row.getReleasedAt()),
        Optional.ofNullable(row.getReplacedBy()).map(ScoringRunId::new));
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static Optional<Mark> mark(@Nullable UUID person, @Nullable OffsetDateTime at) {
    return person == null || at == null
        ? Optional.empty()
        : Optional.of(new Mark(new PersonId(person), at.toInstant()));
  }

  private static JSONB json(Object value) {
    return JSONB.valueOf(Json.write(value));
  }
}
