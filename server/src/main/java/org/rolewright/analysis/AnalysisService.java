package org.rolewright.analysis;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobWork;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.survey.SurveyId;
import org.rolewright.survey.SurveyService;
import org.rolewright.workshop.WorkshopService;

/** Analyses of closed surveys. */
public final class AnalysisService {
  private static final String KIND = "analysis.run";

  private final Database database;
  private final InstantSource clock;
  private final String codeVersion;
  private final Jobs jobs;
  private final AuditService audit;
  private final StudyService studies;
  private final WorkshopService workshops;
  private final SurveyService surveys;
  private final AnalysisRepository repository = new AnalysisRepository();

  /** The earlier stages whose artefacts are read. */
  public record Sources(StudyService studies, WorkshopService workshops, SurveyService surveys) {}

  /**
   * @param codeVersion stored with each run
   */
  public AnalysisService(
      Database database,
      InstantSource clock,
      String codeVersion,
      Jobs jobs,
      AuditService audit,
      Sources sources) {
    this.database = database;
    this.clock = clock;
    this.codeVersion = codeVersion;
    this.jobs = jobs;
    this.audit = audit;
    studies = sources.studies();
    workshops = sources.workshops();
    surveys = sources.surveys();
    jobs.register(KIND, this::analyse);
  }

  /** Queues an analysis of a closed survey; the run will have the identity of the job. */
  public JobId start(Actor actor, SurveyId survey) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      var inputs = inputs(tx, survey);
      var job = jobs.queue(tx, actor, KIND, survey.value(), inputs.options());
      audit.record(
          tx,
          actor,
          "analysis.start",
          Subject.of("survey", survey.value()),
          Map.of("job", job.value(), "inputs", inputs.hash()));
      return job;
    });
  }

  /** What is read is frozen, so nothing can have changed when the run is stored. */
  private void analyse(Job job, JobWork.Progress progress) {
    var inputs = database.transaction(tx -> inputs(tx, new SurveyId(job.subject())));
    var findings = Analysis.of(inputs, progress);
    var run =
        new AnalysisRun(
            new AnalysisRunId(job.id().value()),
            inputs.survey().study(),
            inputs.survey().id(),
            inputs.tasks().id(),
            new AnalysisRun.Provenance(inputs.hash(), inputs.options(), codeVersion),
            findings,
            Sha256.hex(Json.canonical(findings)),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    database.run(tx -> store(tx, run));
  }

  private void store(Tx tx, AnalysisRun run) {
    if (!repository.insert(tx, run)) return;
    audit.record(
        tx,
        new Actor.Program(KIND),
        "analysis.finish",
        Subject.of("analysis", run.id().value()),
        Map.of("survey", run.survey().value(), "result", run.hash()));
  }

  private AnalysisInputs inputs(Tx tx, SurveyId id) {
    var survey = surveys.closed(tx, id);
    return new AnalysisInputs(
        studies.frozen(tx, survey.study()), workshops.published(tx, survey.taskList()), survey);
  }

  public AnalysisRun run(Actor actor, AnalysisRunId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> run(tx, id));
  }

  /** Runs of a study, the newest first. */
  public List<RunSummary> listRuns(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      studies.study(tx, study);
      return listRuns(tx, study);
    });
  }

  /** The answers behind a run, as files. */
  public DataExport export(Actor actor, AnalysisRunId id) {
    Permission.EXPORT_DATA.require(actor);
    return database.transaction(tx -> {
      var run = run(tx, id);
      var inputs = inputs(tx, run.survey());
      audit.record(
          tx,
          actor,
          "analysis.export",
          Subject.of("analysis", id.value()),
          Map.of("inputs", inputs.hash()));
      return new DataExport(inputs, run.findings());
    });
  }

  /** The published run. */
  public AnalysisRun run(Tx tx, AnalysisRunId id) {
    return repository.find(tx, id).orElseThrow(() -> new Refusal.NotFound("analysis"));
  }

  /** Runs of a study, the newest first. */
  public List<RunSummary> listRuns(Tx tx, StudyId study) {
    return repository.ofStudy(tx, study);
  }
}
