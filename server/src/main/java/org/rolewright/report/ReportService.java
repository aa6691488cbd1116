package org.rolewright.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.analysis.AnalysisService;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.jobs.Job;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobWork;
import org.rolewright.platform.jobs.Jobs;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.report.ReportRepository.Stored;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.survey.SurveyService;
import org.rolewright.workshop.WorkshopService;

/**
 * Reports of a study: the draft that can be read at any time, and the editions that went out.
 * Printing takes long: it is a job, and what it prints has the identity of the job.
 */
public final class ReportService {
  private static final String DRAFT = "report.draft";
  private static final String EDITION = "report.edition";

  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Jobs jobs;
  private final ReportPrinter printer;
  private final ReportModels models;
  private final Sources stages;
  private final ReportRepository repository = new ReportRepository();

  /** The stages that are read. */
  public record Sources(
      AccessService access,
      StudyService studies,
      WorkshopService workshops,
      SurveyService surveys,
      AnalysisService analyses,
      BlueprintService blueprints) {}

  /**
   * What can be done now.
   *
   * @param readable whether there is an analysis to report on
   * @param issuable whether there is an adopted blueprint
   * @param editions the newest first
   * @param drafts the newest printed one of each language
   */
  public record Desk(
      boolean readable, boolean issuable, List<IssuedEdition> editions, List<DraftFile> drafts) {}

  private record DraftInput(Language language) {}

  private record EditionInput(String reason) {}

  public ReportService(
      Database database,
      InstantSource clock,
      AuditService audit,
      Texts texts,
      Jobs jobs,
      Sources stages) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.jobs = jobs;
    this.stages = stages;
    printer = new ReportPrinter(texts);
    models = new ReportModels(stages);
    jobs.register(DRAFT, this::printDraft);
    jobs.register(EDITION, this::printEdition);
  }

  public Desk desk(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      stages.studies().study(tx, study);
      return new Desk(
          !stages.analyses().listRuns(tx, study).isEmpty(),
          stages.blueprints().findAdopted(tx, study).isPresent(),
          repository.ofStudy(tx, study).stream().map(one -> edition(tx, one)).toList(),
          repository.drafts(tx, study));
    });
  }

  /** What a report would say now. */
  public ReportModel model(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> models.current(tx, study));
  }

  /** The report as it would be now, marked as a draft. */
  public Document draft(Actor actor, StudyId study, Language language) {
    return printer.draft(model(actor, study), language, clock.instant());
  }

  /** Queues the printing of the draft, or joins the one under way. */
  public JobId startDraft(Actor actor, StudyId study, Language language) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      models.current(tx, study);
      var input = new DraftInput(language);
      return unfinished(tx, study, DRAFT)
          .filter(job -> Json.read(job.input(), DraftInput.class).equals(input))
          .map(Job::id)
          .findFirst()
          .orElseGet(() -> jobs.queue(tx, actor, DRAFT, study.value(), input));
    });
  }

  private Stream<Job> unfinished(Tx tx, StudyId study, String kind) {
    return jobs.listJobs(tx, study.value()).stream()
        .filter(job -> job.kind().equals(kind) && !job.state().ended());
  }

  private void printDraft(Job job, JobWork.Progress progress) {
    var study = new StudyId(job.subject());
    var language = Json.read(job.input(), DraftInput.class).language();
    var now = now();
    var model = database.transaction(tx -> models.current(tx, study));
    var file =
        printer.print(
            printer.draft(model, language, now),
            share -> progress.at(share, "report.step." + language.code()));
    var draft = new DraftFile(job.id().value(), language, now);
    database.run(tx -> repository.put(tx, study, draft, file));
  }

  /**
   * Queues the next edition of an adopted blueprint's report: printed in every language, then
   * stored for good.
   *
   * @param reason why there is a later edition; may be empty for the first
   */
  public JobId startEdition(Actor actor, StudyId study, String reason) {
    Permission.LEAD_STUDIES.require(actor);
    return database.transaction(tx -> {
      models.adoptedBlueprint(tx, study);
      nextNumber(tx, study, reason);
      if (unfinished(tx, study, EDITION).findAny().isPresent())
        throw new Refusal.Conflict("anEditionIsBeingPrinted");
      var job = jobs.queue(tx, actor, EDITION, study.value(), new EditionInput(reason.strip()));
      audit.record(
          tx,
          actor,
          "report.order",
          Subject.of("study", study.value()),
          Map.of("job", job.value(), "reason", reason.strip()));
      return job;
    });
  }

  private int nextNumber(Tx tx, StudyId study, String reason) {
    int number = repository.lastNumber(tx, study) + 1;
    if (number > 1 && reason.strip().length() < 10)
      throw new Refusal.BrokenRule("a_later_edition_has_a_reason");
    return number;
  }

  private record Next(ReportModel model, Stored edition) {}

  private void printEdition(Job job, JobWork.Progress progress) {
    var next = database.transaction(tx -> next(tx, job));
    var files = new EnumMap<Language, byte[]>(Language.class);
    double done = 0;
    for (var language : Language.values()) {
      double before = done++ / Language.values().length;
      files.put(
          language,
          printer.print(
              next.model(),
              next.edition(),
              language,
              share ->
                  progress.at(
                      before + share / Language.values().length,
                      "report.step." + language.code())));
    }
    database.run(tx -> issue(tx, next.edition(), files));
  }

  private Next next(Tx tx, Job job) {
    var study = new StudyId(job.subject());
    var reason = Json.read(job.input(), EditionInput.class).reason();
    var adopted = models.adoptedBlueprint(tx, study);
    var model = models.adopted(tx, adopted);
    var text = model.canonical();
    return new Next(
        model,
        new Stored(
            job.id().value(),
            study,
            adopted.id(),
            nextNumber(tx, study, reason),
            reason,
            text,
            Sha256.hex(text),
            job.requestedBy().orElseThrow(Refusal.NotSignedIn::new),
            now()));
  }

  /** A job that was cut off after storing is run again: it stores once. */
  private void issue(Tx tx, Stored edition, Map<Language, byte[]> files) {
    if (repository.find(tx, edition.id()).isPresent()) return;
    repository.insert(tx, edition, files);
    audit.record(
        tx,
        stages.access().actor(tx, edition.issuedBy()),
        "report.issue",
        Subject.of("report", edition.id()),
        Map.of(
            "study", edition.study().value(),
            "edition", edition.number(),
            "model", edition.modelHash(),
            "reason", edition.reason()));
  }

  /** The newest printed draft. */
  public byte[] draftFile(Actor actor, UUID draft) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(
        tx -> repository.draft(tx, draft).orElseThrow(() -> new Refusal.NotFound("draft")));
  }

  /** The bytes of an edition, as they went out. */
  public byte[] file(Actor actor, UUID edition, Language language) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx ->
        repository
            .content(tx, edition, language)
            .orElseThrow(() -> new Refusal.NotFound("edition")));
  }

  /** Everything an edition says, as the JSON text whose hash it carries. */
  public String modelText(Actor actor, UUID edition) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx ->
        repository
            .find(tx, edition)
            .map(Stored::model)
            .orElseThrow(() -> new Refusal.NotFound("edition")));
  }

  private IssuedEdition edition(Tx tx, Stored stored) {
    return new IssuedEdition(
        stored.id(),
        stored.study(),
        stored.blueprint(),
        stored.number(),
        stored.reason(),
        stored.modelHash(),
        stages.access().name(tx, stored.issuedBy()),
        stored.issuedAt(),
        repository.files(tx, stored.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
