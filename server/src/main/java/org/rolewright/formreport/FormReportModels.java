package org.rolewright.formreport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.access.AccessService;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.blueprint.BlueprintService;
import org.rolewright.blueprint.Outline;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.Meter;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.judging.LockedSetting;
import org.rolewright.judging.RoundResult;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.scoring.AnnualRow;
import org.rolewright.scoring.Hold;
import org.rolewright.scoring.RunView;
import org.rolewright.scoring.ScoringService;
import org.rolewright.standard.CutId;
import org.rolewright.standard.StandardService;
import org.rolewright.study.StudyService;

/** Collects what a report says from the stages that published it. */
public record FormReportModels(
    AccessService access,
    StudyService studies,
    BlueprintService blueprints,
    ItembankService itembanks,
    FormService forms,
    StandardService standards,
    ScoringService scoring) {

  /**
   * As things stand.
   *
   * @throws Refusal.BrokenRule before scores of the form are released
   */
  FormReportModel model(Tx tx, FormId id) {
    var form = forms.published(tx, id);
    var run =
        scoring
            .findInForce(tx, id)
            .orElseThrow(() -> new Refusal.BrokenRule("aTechnicalReportNeedsReleasedScores"));
    var study = studies.view(tx, form.study());
    var blueprint = blueprints.blueprint(tx, form.blueprint());
    var versions = versions(tx, form);
    return new FormReportModel(
        study.programme(),
        study.demonstration(),
        facts(tx, form, blueprint),
        fulfilment(forms.meter(tx, id), blueprint),
        sources(form, versions),
        standard(tx, run),
        scored(run),
        run.items().stream().map(item -> item(item, versions, run)).toList(),
        run.holds().stream().flatMap(hold -> decision(hold, run).stream()).toList(),
        scoring.years(tx, form.study()).stream()
            .filter(year -> year.formId().equals(id))
            .map(FormReportModels::year)
            .toList());
  }

  private Map<ItemVersionId, ItemVersion> versions(Tx tx, PublishedForm form) {
    var ids = form.items().stream().map(Placed::versionId).toList();
    return itembanks.versions(tx, ids).stream()
        .collect(Collectors.toMap(ItemVersion::id, Function.identity()));
  }

  private FormReportModel.FormFacts facts(Tx tx, PublishedForm form, Blueprint blueprint) {
    var signed = forms.form(tx, form.id());
    return new FormReportModel.FormFacts(
        form.id(),
        form.code(),
        form.checksum(),
        form.retired(),
        form.languages(),
        form.secondsAllowed(),
        signed.proposed(),
        signed.published(),
        signed.deviation(),
        blueprint.version(),
        blueprint.adopted());
  }

  private static FormReportModel.Fulfilment fulfilment(Meter meter, Blueprint blueprint) {
    var weights =
        blueprint.outline().domains().stream()
            .collect(Collectors.toMap(Outline.Domain::domain, Outline.Domain::weight));
    return new FormReportModel.Fulfilment(
        meter.meetsBlueprint(),
        meter.domains().stream()
            .map(one ->
                new FormReportModel.Domain(
                    one.code(),
                    one.title(),
                    weights.getOrDefault(one.domain(), 0.0),
                    one.wanted(),
                    one.scored(),
                    one.pilot()))
            .toList(),
        meter.levels(),
        meter.types());
  }

  private static FormReportModel.Sources sources(
      PublishedForm form, Map<ItemVersionId, ItemVersion> versions) {
    var all = versions.values();
    return new FormReportModel.Sources(
        form.itemCount(),
        (int) all.stream().map(ItemVersion::author).distinct().count(),
        (int) all.stream().filter(one -> one.number() > 1).count(),
        (int) all.stream().filter(one -> !one.references().isEmpty()).count(),
        (int) form.items().stream().filter(Placed::common).count());
  }

  private FormReportModel.Standard standard(Tx tx, RunView run) {
    var cut = standards.cut(tx, new CutId(run.run().cut().orElseThrow().id()));
    var panel = standards.locked(tx, cut.setting());
    return new FormReportModel.Standard(
        cut.method(),
        panel.setting().candidate().text(),
        panel.result().raters().size(),
        (int) panel.panel().stream().filter(one -> one.trainedOn().isPresent()).count(),
        rounds(panel),
        cut,
        access.name(tx, cut.adopted().proposedBy()),
        access.name(tx, cut.adopted().adoptedBy()));
  }

  private static List<FormReportModel.Round> rounds(LockedSetting panel) {
    return panel.rounds().stream()
        .flatMap(round ->
            round.closing().stream().map(closing -> round(round.number(), closing.result())))
        .toList();
  }

  private static FormReportModel.Round round(int number, RoundResult result) {
    return new FormReportModel.Round(
        number,
        result.raters().size(),
        result.cut(),
        result.standardError(),
        result.low(),
        result.high(),
        result.agreement());
  }

  private static FormReportModel.Scored scored(RunView view) {
    var run = view.run();
    var domains =
        view.domains().stream()
            .flatMap(domain ->
                run.figures().domain(domain.domain().value()).stream()
                    .map(found ->
                        new FormReportModel.DomainFigures(domain.code(), domain.title(), found)))
            .toList();
    return new FormReportModel.Scored(
        run.number(),
        run.cut(),
        run.scale(),
        run.figures(),
        run.figures().alphaInterval(),
        domains,
        run.inputHash(),
        run.resultHash(),
        run.software(),
        run.signed().orElseThrow(),
        run.released().orElseThrow());
  }

  private static FormReportModel.Item item(
      ItemFigures item, Map<ItemVersionId, ItemVersion> versions, RunView run) {
    var version = versions.get(new ItemVersionId(item.version()));
    var domain =
        run.domains().stream()
            .filter(one -> one.domain().value().equals(item.domain()))
            .findFirst()
            .map(RunView.DomainName::code);
    return new FormReportModel.Item(
        item.position(),
        item.code(),
        version.number(),
        domain.orElse(""),
        item.type(),
        version.level(),
        item.scored(),
        item.counts(),
        item.rule().kind(),
        item.answered(),
        item.omitted() + item.notReached(),
        item.p(),
        item.interval(),
        item.discrimination(),
        item.alphaIfDeleted(),
        item.seconds(),
        item.flags());
  }

  private static Optional<FormReportModel.KeyDecision> decision(Hold hold, RunView run) {
    var item =
        run.items().stream()
            .filter(one -> one.version().equals(hold.version().value()))
            .findFirst()
            .orElseThrow();
    return hold.decision()
        .map(said ->
            new FormReportModel.KeyDecision(
                item.code(),
                hold.flags(),
                said.verdict(),
                item.rule().kind(),
                said.by().name(),
                said.by().at()));
  }

  private static FormReportModel.Year year(AnnualRow row) {
    return new FormReportModel.Year(row.year(), row.run(), row.cut(), row.figures());
  }
}
