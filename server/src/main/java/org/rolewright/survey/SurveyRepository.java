package org.rolewright.survey;

import static org.rolewright.db.survey.Tables.SURVEY_;
import static org.rolewright.db.survey.Tables.WRITE_IN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.survey.ClosedSurvey.Accounting;
import org.rolewright.workshop.TaskListId;

/** Surveys and the write-ins that wait to be coded. */
final class SurveyRepository {

  /** Whether it was new. */
  boolean insert(Tx tx, Survey survey) {
    return tx.sql()
            .insertInto(SURVEY_)
            .set(SURVEY_.ID, survey.id().value())
            .set(SURVEY_.STUDY_ID, survey.study().value())
            .set(SURVEY_.TASK_LIST_ID, survey.taskList().value())
            .set(SURVEY_.STATE, survey.state().code())
            .set(SURVEY_.QUESTIONNAIRE, jsonb(survey.questionnaire()))
            .set(SURVEY_.OPEN_KEY, survey.openKey())
            .onConflict(SURVEY_.ID)
            .doNothing()
            .execute()
        == 1;
  }

  Survey survey(Tx tx, SurveyId id) {
    return tx.sql()
        .selectFrom(SURVEY_)
        .where(SURVEY_.ID.eq(id.value()))
        .fetchOptional(SurveyRepository::survey)
        .orElseThrow(() -> new Refusal.NotFound("survey"));
  }

  /** Keeps everybody else from answering, editing or closing until the transaction ends. */
  Survey lock(Tx tx, SurveyId id) {
    return tx.sql()
        .selectFrom(SURVEY_)
        .where(SURVEY_.ID.eq(id.value()))
        .forUpdate()
        .fetchOptional(SurveyRepository::survey)
        .orElseThrow(() -> new Refusal.NotFound("survey"));
  }

  /** One at a time, while peers go on answering. */
  Survey lockForSettling(Tx tx, SurveyId id) {
    return tx.sql()
        .selectFrom(SURVEY_)
        .where(SURVEY_.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetchOptional(SurveyRepository::survey)
        .orElseThrow(() -> new Refusal.NotFound("survey"));
  }

  /** Keeps the survey from closing until the transaction ends; many at a time. */
  Survey hold(Tx tx, SurveyId id) {
    return tx.sql()
        .selectFrom(SURVEY_)
        .where(SURVEY_.ID.eq(id.value()))
        .forKeyShare()
        .fetchOptional(SurveyRepository::survey)
        .orElseThrow(() -> new Refusal.NotFound("survey"));
  }

  /** The newest first. */
  List<Survey> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .selectFrom(SURVEY_)
        .where(SURVEY_.STUDY_ID.eq(study.value()))
        .orderBy(SURVEY_.CLOSED_ON.desc().nullsFirst(), SURVEY_.OPENED_ON.desc().nullsFirst())
        .fetch(SurveyRepository::survey);
  }

  List<SurveyId> open(Tx tx) {
    return tx.sql()
        .select(SURVEY_.ID)
        .from(SURVEY_)
        .where(SURVEY_.STATE.eq(SurveyState.OPEN.code()))
        .fetch(row -> new SurveyId(row.value1()));
  }

  void edit(Tx tx, SurveyId id, Questionnaire questionnaire) {
    tx.sql()
        .update(SURVEY_)
        .set(SURVEY_.QUESTIONNAIRE, jsonb(questionnaire))
        .set(SURVEY_.VERSION, SURVEY_.VERSION.plus(1))
        .where(SURVEY_.ID.eq(id.value()))
        .execute();
  }

  void open(Tx tx, SurveyId id, String secretMark, LocalDate today) {
    tx.sql()
        .update(SURVEY_)
        .set(SURVEY_.STATE, SurveyState.OPEN.code())
        .set(SURVEY_.SECRET_MARK, secretMark)
        .set(SURVEY_.OPENED_ON, today)
        .where(SURVEY_.ID.eq(id.value()))
        .execute();
  }

  void close(Tx tx, SurveyId id, Accounting accounting, String hash, LocalDate today) {
    tx.sql()
        .update(SURVEY_)
        .set(SURVEY_.STATE, SurveyState.CLOSED.code())
        .set(SURVEY_.CLOSED_ON, today)
        .set(SURVEY_.ACCOUNTING, jsonb(accounting))
        .set(SURVEY_.RESPONSES_HASH, hash)
        .where(SURVEY_.ID.eq(id.value()))
        .execute();
  }

  void insert(Tx tx, SurveyId survey, List<WriteIn> writeIns) {
    for (var writeIn : writeIns)
      tx.sql()
          .insertInto(WRITE_IN)
          .set(WRITE_IN.ID, writeIn.id())
          .set(WRITE_IN.SURVEY_ID, survey.value())
          .set(WRITE_IN.DOMAIN_CODE, writeIn.domain())
          .set(WRITE_IN.TEXT, writeIn.text())
          .execute();
  }

  /** In the order of their random ids within each domain. */
  List<WriteIn> writeIns(Tx tx, SurveyId survey) {
    return tx.sql()
        .selectFrom(WRITE_IN)
        .where(WRITE_IN.SURVEY_ID.eq(survey.value()))
        .orderBy(WRITE_IN.DOMAIN_CODE, WRITE_IN.ID)
        .fetch(row ->
            new WriteIn(
                row.getId(),
                row.getDomainCode(),
                row.getText(),
                WriteIn.Coding.of(row.getCoding())));
  }

  void code(Tx tx, SurveyId survey, UUID writeIn, WriteIn.Coding coding) {
    var changed =
        tx.sql()
            .update(WRITE_IN)
            .set(WRITE_IN.CODING, coding.code())
            .where(WRITE_IN.ID.eq(writeIn), WRITE_IN.SURVEY_ID.eq(survey.value()))
            .execute();
    if (changed == 0) throw new Refusal.NotFound("writeIn");
  }

  private static JSONB jsonb(Object value) {
    return JSONB.valueOf(Json.write(value));
  }

  private static Survey survey(Record row) {
    return new Survey(
        new SurveyId(row.get(SURVEY_.ID)),
        new StudyId(row.get(SURVEY_.STUDY_ID)),
        new TaskListId(row.get(SURVEY_.TASK_LIST_ID)),
        SurveyState.of(row.get(SURVEY_.STATE)),
        row.get(SURVEY_.VERSION),
        Json.read(row.get(SURVEY_.QUESTIONNAIRE).data(), Questionnaire.class),
        row.get(SURVEY_.OPEN_KEY),
        Optional.ofNullable(row.get(SURVEY_.SECRET_MARK)),
        Optional.ofNullable(row.get(SURVEY_.OPENED_ON)),
        Optional.ofNullable(row.get(SURVEY_.CLOSED_ON)),
        Optional.ofNullable(row.get(SURVEY_.ACCOUNTING))
            .map(stored -> Json.read(stored.data(), Accounting.class)),
        Optional.ofNullable(row.get(SURVEY_.RESPONSES_HASH)));
  }
}
