package org.rolewright.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.access.AccessService;
import org.rolewright.access.Permission;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.AnalysisService;
import org.rolewright.analysis.RunSummary;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.report.ReportRepository.Stored;
import org.rolewright.study.StudyId;
import org.rolewright.study.StudyService;
import org.rolewright.survey.SurveyService;
import org.rolewright.workshop.WorkshopService;

/** Reports of a study: the draft that can be read at any time, and the editions that went out. */
public final class ReportService {
  private final Database database;
  private final InstantSource clock;
  private final AuditService audit;
  private final Texts texts;
  private final Pdfs pdfs;
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
   */
  public record Desk(boolean readable, boolean issuable, List<IssuedEdition> editions) {}

  public ReportService(
      Database database, InstantSource clock, AuditService audit, Texts texts, Sources stages) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.texts = texts;
    this.stages = stages;
    pdfs = new Pdfs(texts);
  }

  public Desk desk(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> {
      stages.studies().study(tx, study);
      return new Desk(
          !stages.analyses().listRuns(tx, study).isEmpty(),
          stages.blueprints().findAdopted(tx, study).isPresent(),
          repository.ofStudy(tx, study).stream().map(one -> edition(tx, one)).toList());
    });
  }

  /** What a report would say now. */
  public ReportModel model(Actor actor, StudyId study) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx -> model(tx, study));
  }

  /** The report as it would be now, marked as a draft. */
  public Document draft(Actor actor, StudyId study, Language language) {
    var model = model(actor, study);
    var formats = new Formats(language, texts);
    var edition = new Edition("", mark(model, formats, true), model.hash(), clock.instant());
    return new RdsReport(model, formats).document(edition);
  }

  /** The draft as a file. */
  public byte[] printDraft(Actor actor, StudyId study, Language language) {
    return pdfs.print(draft(actor, study, language));
  }

  /**
   * Issues the next edition of an adopted blueprint's report: printed in every language outside any
   * transaction, then stored for good.
   *
   * @param reason why there is a later edition; may be empty for the first
   */
  public IssuedEdition issue(Actor actor, StudyId study, String reason) {
    Permission.LEAD_STUDIES.require(actor);
    var draft = database.transaction(tx -> next(tx, actor, study, reason));
    var files = print(draft);
    return database.transaction(tx -> {
      var stored = draft.edition();
      repository.insert(tx, stored, files);
      audit.record(
          tx,
          actor,
          "report.issue",
          Subject.of("report", stored.id()),
          Map.of(
              "study", study.value(),
              "edition", stored.number(),
              "model", stored.modelHash(),
              "reason", stored.reason()));
      return edition(tx, stored);
    });
  }

  private record Next(ReportModel model, Stored edition) {}

  private Next next(Tx tx, Actor actor, StudyId study, String reason) {
    stages.studies().study(tx, study);
    var adopted =
        stages
            .blueprints()
            .findAdopted(tx, study)
            .orElseThrow(() -> new Refusal.BrokenRule("aReportNeedsAnAdoptedBlueprint"));
    int number = repository.lastNumber(tx, study) + 1;
    if (number > 1 && reason.strip().length() < 10)
      throw new Refusal.BrokenRule("a_later_edition_has_a_reason");
    var model = model(tx, stages.analyses().run(tx, adopted.run()), Optional.of(adopted));
    var text = model.canonical();
    return new Next(
        model,
        new Stored(
            UUID.randomUUID(),
            study,
            adopted.id(),
            number,
            reason.strip(),
            text,
            Sha256.hex(text),
            actor.person().orElseThrow(Refusal.NotSignedIn::new),
            now()));
  }

  private Map<Language, byte[]> print(Next next) {
    var stored = next.edition();
    var files = new EnumMap<Language, byte[]>(Language.class);
    for (var language : Language.values()) {
      var formats = new Formats(language, texts);
      var edition =
          new Edition(
              formats.number(stored.number()),
              mark(next.model(), formats, false),
              stored.modelHash(),
              stored.issuedAt());
      files.put(language, pdfs.print(new RdsReport(next.model(), formats).document(edition)));
    }
    return files;
  }

  /** What stands at the foot of every page. */
  private static String mark(ReportModel model, Formats formats, boolean draft) {
    var marks = new java.util.ArrayList<String>();
    if (draft) marks.add(formats.text("report.mark.draft"));
    if (model.study().demonstration()) marks.add(formats.text("report.mark.synthetic"));
    return String.join(" · ", marks);
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

  /** The adopted blueprint and its analysis, else the draft's, else the newest analysis. */
  private ReportModel model(Tx tx, StudyId study) {
    stages.studies().study(tx, study);
    var blueprint = stages.blueprints().findAdopted(tx, study).or(() -> draftBlueprint(tx, study));
    var run =
        blueprint
            .map(Blueprint::run)
            .or(() ->
                stages.analyses().listRuns(tx, study).stream().findFirst().map(RunSummary::id))
            .orElseThrow(() -> new Refusal.BrokenRule("aReportNeedsAnAnalysis"));
    return model(tx, stages.analyses().run(tx, run), blueprint);
  }

  private Optional<Blueprint> draftBlueprint(Tx tx, StudyId study) {
    return stages.blueprints().listBlueprints(tx, study).stream()
        .filter(one -> one.state() == Blueprint.State.DRAFT)
        .findFirst()
        .map(one -> stages.blueprints().blueprint(tx, one.id()));
  }

  private ReportModel model(Tx tx, AnalysisRun run, Optional<Blueprint> blueprint) {
    return new ReportModel(
        stages.studies().view(tx, run.study()),
        stages.studies().frozen(tx, run.study()),
        stages.workshops().published(tx, run.taskList()),
        ReportModel.Survey.of(stages.surveys().closed(tx, run.survey())),
        run,
        blueprint);
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
