package org.rolewright.report;

import static org.rolewright.report.StageProgress.State.ACTIVE;
import static org.rolewright.report.StageProgress.State.DONE;
import static org.rolewright.report.StageProgress.State.WAITING;

import java.util.List;
import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.candidacy.CandidacyService;
import org.rolewright.candidacy.ExamWindowState;
import org.rolewright.credential.Credential;
import org.rolewright.credential.CredentialService;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.form.Form;
import org.rolewright.form.FormService;
import org.rolewright.itembank.ItembankService;
import org.rolewright.judging.SettingService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.ScoringRun;
import org.rolewright.scoring.ScoringService;
import org.rolewright.standard.StandardService;
import org.rolewright.study.StudyId;
import org.rolewright.survey.SurveyState;

/** How far each stage of a study is. */
public final class ProgressService {
  private final Database database;
  private final ReportService.Sources stages;
  private final Others others;
  private final ReportRepository repository = new ReportRepository();

  /** Stages that the report does not read. */
  public record Others(
      ItembankService itembanks,
      FormService forms,
      SettingService settings,
      StandardService standards,
      EligibilityService eligibility,
      CandidacyService candidacies,
      ScoringService scoring,
      CredentialService credentials) {}

  public ProgressService(Database database, ReportService.Sources stages, Others others) {
    this.database = database;
    this.stages = stages;
    this.others = others;
  }

  /** The stages in the order of the river. */
  public List<StageProgress> progress(Actor actor, StudyId id) {
    Permission.READ_STUDIES.require(actor);
    return database.transaction(tx ->
        List.of(
            study(tx, id),
            workshop(tx, id),
            survey(tx, id),
            analysis(tx, id),
            blueprint(tx, id),
            itembank(tx, id),
            form(tx, id),
            standard(tx, id),
            candidacy(tx, id),
            scoring(tx, id),
            credential(tx, id),
            report(tx, id)));
  }

  private StageProgress study(Tx tx, StudyId id) {
    boolean frozen = stages.studies().view(tx, id).protocol().frozen().isPresent();
    return frozen
        ? StageProgress.of("study", DONE, "frozen")
        : StageProgress.of("study", ACTIVE, "protocolDraft");
  }

  private StageProgress workshop(Tx tx, StudyId id) {
    var published = stages.workshops().findLatest(tx, id);
    if (published.isPresent())
      return new StageProgress(
          "workshop", DONE, "list", Map.of("version", published.get().version()));
    boolean begun = !stages.workshops().draft(tx, id).domains().isEmpty();
    return begun
        ? StageProgress.of("workshop", ACTIVE, "listDraft")
        : StageProgress.of("workshop", WAITING, "");
  }

  private StageProgress survey(Tx tx, StudyId id) {
    var states =
        stages.surveys().listSurveys(tx, id).stream().map(survey -> survey.state()).toList();
    if (states.contains(SurveyState.CLOSED)) return StageProgress.of("survey", DONE, "closed");
    if (states.contains(SurveyState.OPEN)) return StageProgress.of("survey", ACTIVE, "open");
    return states.isEmpty()
        ? StageProgress.of("survey", WAITING, "")
        : StageProgress.of("survey", ACTIVE, "surveyDraft");
  }

  private StageProgress analysis(Tx tx, StudyId id) {
    var runs = stages.analyses().listRuns(tx, id);
    return runs.isEmpty()
        ? StageProgress.of("analysis", WAITING, "")
        : new StageProgress(
            "analysis", DONE, "respondents", Map.of("count", runs.getFirst().respondents()));
  }

  private StageProgress blueprint(Tx tx, StudyId id) {
    var versions = stages.blueprints().listBlueprints(tx, id);
    var adopted =
        versions.stream().filter(one -> one.state() == Blueprint.State.ADOPTED).findFirst();
    if (adopted.isPresent())
      return new StageProgress(
          "blueprint", DONE, "adopted", Map.of("version", adopted.get().version()));
    return versions.stream().anyMatch(one -> one.state() == Blueprint.State.DRAFT)
        ? StageProgress.of("blueprint", ACTIVE, "proposed")
        : StageProgress.of("blueprint", WAITING, "");
  }

  /** A bank is full enough when one form could be made of it. */
  private StageProgress itembank(Tx tx, StudyId id) {
    var size = others.itembanks().size(tx, id);
    if (size.items() == 0) return StageProgress.of("itembank", WAITING, "");
    boolean enough =
        stages.blueprints().listBlueprints(tx, id).stream()
            .filter(one -> one.state() == Blueprint.State.ADOPTED)
            .findFirst()
            .filter(adopted -> size.usable() >= adopted.testLength())
            .isPresent();
    return new StageProgress(
        "itembank",
        enough ? DONE : ACTIVE,
        "usable",
        Map.of("usable", size.usable(), "count", size.items()));
  }

  private StageProgress form(Tx tx, StudyId id) {
    var states = others.forms().listStates(tx, id);
    var published = states.stream().filter(state -> state == Form.State.PUBLISHED).count();
    if (published > 0) return new StageProgress("form", DONE, "forms", Map.of("count", published));
    return states.contains(Form.State.DRAFT)
        ? StageProgress.of("form", ACTIVE, "formDraft")
        : StageProgress.of("form", WAITING, "");
  }

  /** One cut for a form that may be given. */
  private StageProgress standard(Tx tx, StudyId id) {
    long cuts =
        others.forms().listPublished(tx, id).stream()
            .filter(form -> others.standards().findAdopted(tx, form.id()).isPresent())
            .count();
    if (cuts > 0) return new StageProgress("standard", DONE, "cuts", Map.of("count", cuts));
    return others.settings().hasPanel(tx, id)
        ? StageProgress.of("standard", ACTIVE, "panel")
        : StageProgress.of("standard", WAITING, "");
  }

  private StageProgress candidacy(Tx tx, StudyId id) {
    var published =
        others.candidacies().listWindows(tx, id).stream()
            .filter(window -> window.state() == ExamWindowState.PUBLISHED)
            .count();
    if (published > 0)
      return new StageProgress("candidacy", DONE, "windows", Map.of("count", published));
    return others.eligibility().takesApplications(tx, id)
        ? StageProgress.of("candidacy", ACTIVE, "applications")
        : StageProgress.of("candidacy", WAITING, "");
  }

  private StageProgress scoring(Tx tx, StudyId id) {
    var states = others.scoring().listStates(tx, id);
    var released = states.stream().filter(state -> state == ScoringRun.State.RELEASED).count();
    if (released > 0)
      return new StageProgress("scoring", DONE, "scored", Map.of("count", released));
    return states.isEmpty()
        ? StageProgress.of("scoring", WAITING, "")
        : StageProgress.of("scoring", ACTIVE, "scoring");
  }

  private StageProgress credential(Tx tx, StudyId id) {
    var statuses = others.credentials().listStatuses(tx, id);
    var issued = statuses.stream().filter(one -> one != Credential.Status.PROPOSED).count();
    if (issued > 0) return new StageProgress("credential", DONE, "issued", Map.of("count", issued));
    return statuses.isEmpty()
        ? StageProgress.of("credential", WAITING, "")
        : StageProgress.of("credential", ACTIVE, "certificatesProposed");
  }

  private StageProgress report(Tx tx, StudyId id) {
    int editions = repository.lastNumber(tx, id);
    if (editions > 0)
      return new StageProgress("report", DONE, "edition", Map.of("number", editions));
    return stages.analyses().listRuns(tx, id).isEmpty()
        ? StageProgress.of("report", WAITING, "")
        : StageProgress.of("report", ACTIVE, "reportDraft");
  }
}
