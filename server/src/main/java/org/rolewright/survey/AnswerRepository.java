package org.rolewright.survey;

import static org.rolewright.db.survey.Tables.DRAFT;
import static org.rolewright.db.survey.Tables.IMPORT;
import static org.rolewright.db.survey.Tables.RESPONSE;
import static org.rolewright.db.survey.Tables.SPENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.survey.ClosedSurvey.Response;

/** Drafts, spent keys and responses. Nothing here knows invitations. */
final class AnswerRepository {
  private static final int ROWS_A_STATEMENT = 500;

  /** How a key ended. */
  enum Outcome {
    COMPLETE("complete"),
    SCREENED_OUT("screenedOut");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }
  }

  /** A draft as stored. */
  record Stored(byte[] keyHash, Channel channel, byte[] sealed, boolean submitted, LocalDate day) {}

  /** A response to be stored. */
  record NewResponse(Channel channel, boolean complete, Answers answers, LocalDate day) {}

  Optional<Stored> findDraft(Tx tx, byte[] keyHash) {
    return tx.sql()
        .selectFrom(DRAFT)
        .where(DRAFT.KEY_HASH.eq(keyHash))
        .fetchOptional(AnswerRepository::stored);
  }

  /** An empty draft, where there is none. */
  void beginDraft(Tx tx, Ballot ballot, byte[] empty, LocalDate today) {
    tx.sql()
        .insertInto(DRAFT)
        .set(DRAFT.KEY_HASH, ballot.keyHash())
        .set(DRAFT.SURVEY_ID, ballot.survey().value())
        .set(DRAFT.CHANNEL, code(ballot.channel()))
        .set(DRAFT.SEALED, empty)
        .set(DRAFT.DAY, today)
        .onConflictDoNothing()
        .execute();
  }

  /** The draft, held until the transaction ends. */
  Optional<Stored> lockDraft(Tx tx, byte[] keyHash) {
    return tx.sql()
        .selectFrom(DRAFT)
        .where(DRAFT.KEY_HASH.eq(keyHash))
        .forUpdate()
        .fetchOptional(AnswerRepository::stored);
  }

  void putDraft(Tx tx, byte[] keyHash, byte[] sealed, LocalDate today) {
    tx.sql()
        .update(DRAFT)
        .set(DRAFT.SEALED, sealed)
        .set(DRAFT.DAY, today)
        .where(DRAFT.KEY_HASH.eq(keyHash))
        .execute();
  }

  void submitDraft(Tx tx, byte[] keyHash) {
    tx.sql().update(DRAFT).set(DRAFT.SUBMITTED, true).where(DRAFT.KEY_HASH.eq(keyHash)).execute();
  }

  void deleteDraft(Tx tx, byte[] keyHash) {
    tx.sql().deleteFrom(DRAFT).where(DRAFT.KEY_HASH.eq(keyHash)).execute();
  }

  int waiting(Tx tx, SurveyId survey) {
    return tx.sql().fetchCount(DRAFT, DRAFT.SURVEY_ID.eq(survey.value()), DRAFT.SUBMITTED.isTrue());
  }

  /** Takes the drafts out: those handed in, or all. */
  List<Stored> takeDrafts(Tx tx, SurveyId survey, boolean all) {
    return tx.sql()
        .deleteFrom(DRAFT)
        .where(
            DRAFT.SURVEY_ID.eq(survey.value()),
            all ? DSL.trueCondition() : DRAFT.SUBMITTED.isTrue())
        .returning()
        .fetch(AnswerRepository::stored);
  }

  void spend(Tx tx, Ballot ballot, Outcome outcome) {
    tx.sql()
        .insertInto(SPENT)
        .set(SPENT.KEY_HASH, ballot.keyHash())
        .set(SPENT.SURVEY_ID, ballot.survey().value())
        .set(SPENT.CHANNEL, code(ballot.channel()))
        .set(SPENT.OUTCOME, outcome.code)
        .execute();
  }

  Optional<Outcome> outcome(Tx tx, Ballot ballot) {
    return tx.sql()
        .select(SPENT.OUTCOME)
        .from(SPENT)
        .where(SPENT.KEY_HASH.eq(ballot.keyHash()))
        .fetchOptional(row ->
            row.value1().equals(Outcome.COMPLETE.code) ? Outcome.COMPLETE : Outcome.SCREENED_OUT);
  }

  int spent(Tx tx, SurveyId survey, Channel channel, Outcome outcome) {
    return tx.sql()
        .fetchCount(
            SPENT,
            SPENT.SURVEY_ID.eq(survey.value()),
            SPENT.CHANNEL.eq(code(channel)),
            SPENT.OUTCOME.eq(outcome.code));
  }

  int started(Tx tx, SurveyId survey, Channel channel) {
    return tx.sql()
        .fetchCount(
            DRAFT,
            DRAFT.SURVEY_ID.eq(survey.value()),
            DRAFT.CHANNEL.eq(code(channel)),
            DRAFT.SUBMITTED.isFalse());
  }

  /** Adds responses, then writes all of the survey anew in random order under new random ids. */
  void insert(Tx tx, SurveyId survey, List<NewResponse> added) {
    var rows =
        added.stream()
            .map(response ->
                DSL.row(
                    UUID.randomUUID(),
                    survey.value(),
                    code(response.channel()),
                    response.complete(),
                    JSONB.valueOf(Json.write(response.answers())),
                    response.day()))
            .toList();
    for (var from = 0; from < rows.size(); from += ROWS_A_STATEMENT)
      tx.sql()
          .insertInto(
              RESPONSE,
              RESPONSE.ID,
              RESPONSE.SURVEY_ID,
              RESPONSE.CHANNEL,
              RESPONSE.COMPLETE,
              RESPONSE.ANSWERS,
              RESPONSE.DAY)
          .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)))
          .execute();
    shuffle(tx, survey);
  }

  private static void shuffle(Tx tx, SurveyId survey) {
    tx.sql()
        .execute(
            """
            with taken as (delete from survey.response where survey_id = ? returning *)
            insert into survey.response (id, survey_id, channel, complete, answers, day)
            select gen_random_uuid(), survey_id, channel, complete, answers, day from taken
            order by gen_random_uuid()\
            """,
            survey.value());
  }

  void insertImport(Tx tx, SurveyId survey, String fileHash, int respondents) {
    tx.sql()
        .insertInto(IMPORT)
        .set(IMPORT.ID, UUID.randomUUID())
        .set(IMPORT.SURVEY_ID, survey.value())
        .set(IMPORT.FILE_HASH, fileHash)
        .set(IMPORT.RESPONDENTS, respondents)
        .execute();
  }

  int responses(Tx tx, SurveyId survey) {
    return tx.sql().fetchCount(RESPONSE, RESPONSE.SURVEY_ID.eq(survey.value()));
  }

  int responses(Tx tx, SurveyId survey, Channel channel) {
    return tx.sql()
        .fetchCount(
            RESPONSE, RESPONSE.SURVEY_ID.eq(survey.value()), RESPONSE.CHANNEL.eq(code(channel)));
  }

  int partial(Tx tx, SurveyId survey) {
    return tx.sql()
        .fetchCount(RESPONSE, RESPONSE.SURVEY_ID.eq(survey.value()), RESPONSE.COMPLETE.isFalse());
  }

  /** All responses, by their random ids. */
  List<Response> responses(Tx tx, Survey survey) {
    var domains = survey.questionnaire().domainCodes();
    return tx.sql()
        .selectFrom(RESPONSE)
        .where(RESPONSE.SURVEY_ID.eq(survey.id().value()))
        .orderBy(RESPONSE.ID)
        .fetch(row ->
            Json.read(row.getAnswers().data(), Answers.class)
                .response(row.getId(), channel(row.getChannel()), domains));
  }

  static String code(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  private static Channel channel(String code) {
    return Channel.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Stored stored(Record row) {
    return new Stored(
        row.get(DRAFT.KEY_HASH),
        channel(row.get(DRAFT.CHANNEL)),
        row.get(DRAFT.SEALED),
        row.get(DRAFT.SUBMITTED),
        row.get(DRAFT.DAY));
  }
}
