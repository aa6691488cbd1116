package org.rolewright.report;

import java.util.Optional;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.RunSummary;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;

/** Collects what a report says from the stages that published it. */
record ReportModels(ReportService.Sources stages) {

  /**
   * As the study stands: the adopted blueprint and its analysis, else the draft's, else the newest.
   */
  ReportModel current(Tx tx, StudyId study) {
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

  /** What an edition rests on; refused before the blueprint is adopted. */
  Blueprint adoptedBlueprint(Tx tx, StudyId study) {
    stages.studies().study(tx, study);
    return stages
        .blueprints()
        .findAdopted(tx, study)
        .orElseThrow(() -> new Refusal.BrokenRule("aReportNeedsAnAdoptedBlueprint"));
  }

  ReportModel adopted(Tx tx, Blueprint blueprint) {
    return model(tx, stages.analyses().run(tx, blueprint.run()), Optional.of(blueprint));
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
}
