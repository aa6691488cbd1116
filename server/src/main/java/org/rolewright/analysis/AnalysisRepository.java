package org.rolewright.analysis;

import static org.rolewright.db.analysis.Tables.RUN;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.JSONB;
import org.rolewright.db.analysis.tables.records.RunRecord;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.survey.SurveyId;
import org.rolewright.workshop.TaskListId;

/** Rows of the schema {@code analysis}. */
final class AnalysisRepository {

  /** Stores a run; false when the job stored it before it was taken up again. */
  boolean insert(Tx tx, AnalysisRun run) {
    var provenance = run.provenance();
    return tx.sql()
            .insertInto(RUN)
            .set(RUN.ID, run.id().value())
            .set(RUN.STUDY_ID, run.study().value())
            .set(RUN.SURVEY_ID, run.survey().value())
            .set(RUN.TASK_LIST_ID, run.taskList().value())
            .set(RUN.RAN_AT, run.ranAt().atOffset(ZoneOffset.UTC))
            .set(RUN.INPUTS_HASH, provenance.inputsHash())
            .set(RUN.OPTIONS, JSONB.valueOf(Json.write(provenance.options())))
            .set(RUN.CODE_VERSION, provenance.codeVersion())
            .set(RUN.RESULT_HASH, run.hash())
            .set(RUN.RESPONDENTS, run.findings().respondents().used())
            .set(RUN.KEPT_TASKS, run.keptTasks())
            .set(RUN.FINDINGS, JSONB.valueOf(Json.write(run.findings())))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  Optional<AnalysisRun> find(Tx tx, AnalysisRunId id) {
    return tx.sql().selectFrom(RUN).where(RUN.ID.eq(id.value())).fetchOptional(this::run);
  }

  /** All runs of a study, the newest first. */
  List<RunSummary> ofStudy(Tx tx, StudyId study) {
    return tx.sql()
        .select(
            RUN.ID,
            RUN.SURVEY_ID,
            RUN.RAN_AT,
            RUN.INPUTS_HASH,
            RUN.RESULT_HASH,
            RUN.CODE_VERSION,
            RUN.RESPONDENTS,
            RUN.KEPT_TASKS)
        .from(RUN)
        .where(RUN.STUDY_ID.eq(study.value()))
        .orderBy(RUN.RAN_AT.desc(), RUN.ID)
        .fetch(row ->
            new RunSummary(
                new AnalysisRunId(row.get(RUN.ID)),
                new SurveyId(row.get(RUN.SURVEY_ID)),
                row.get(RUN.RAN_AT).toInstant(),
                row.get(RUN.INPUTS_HASH),
                row.get(RUN.RESULT_HASH),
                row.get(RUN.CODE_VERSION),
                row.get(RUN.RESPONDENTS),
                row.get(RUN.KEPT_TASKS)));
  }

  private AnalysisRun run(RunRecord row) {
    return new AnalysisRun(
        new AnalysisRunId(row.getId()),
        new StudyId(row.getStudyId()),
        new SurveyId(row.getSurveyId()),
        new TaskListId(row.getTaskListId()),
        new AnalysisRun.Provenance(
            row.getInputsHash(),
            Json.read(row.getOptions().data(), AnalysisOptions.class),
            row.getCodeVersion()),
        Json.read(row.getFindings().data(), Findings.class),
        row.getResultHash(),
        row.getRanAt().toInstant());
  }
}
