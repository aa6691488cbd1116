package org.rolewright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.analysis.AnalysisFigures;
import org.rolewright.analysis.Findings;
import org.rolewright.blueprint.Blueprint;
import org.rolewright.blueprint.BlueprintFigure;
import org.rolewright.blueprint.Outline;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.Interval;

/** From weights to the blueprint. */
record BlueprintPart(ReportModel model, Wording words) {

  List<Section> sections() {
    return List.of(weights(), adjustments(), blueprint());
  }

  private Findings findings() {
    return model.run().findings();
  }

  private Block figure(String id, AnalysisFigures.Name name) {
    return Block.Drawn.of(id, new AnalysisFigures(model.run(), words.formats()).plot(name));
  }

  private Section weights() {
    return Section.of(
            "weights",
            words.text("weights"),
            words.say("weights.lead", "replicates", words.count(findings().weights().replicates())))
        .with(domainWeights(), taskWeights(), alternatives());
  }

  private Section domainWeights() {
    var rows = new ArrayList<Block.Row>();
    for (var domain : findings().domains()) {
      var range =
          findings().weights().ranges().size() > rows.size()
              ? Optional.of(findings().weights().ranges().get(rows.size()))
              : Optional.<Findings.Range>empty();
      rows.add(
          Block.Row.of(
              Wording.titled(domain),
              words.count(domain.keptTasks()),
              weight(domain.weight()),
              error(domain.weight()),
              limits(domain.weight()),
              range.map(this::range).orElse("–")));
    }
    return Section.of(
        "domain-weights",
        words.text("weights.domains"),
        new Block.Table(
            "domain-weights-table",
            words.text("weights.domainTable"),
            words.columns(
                "domain", "weights.kept", "weights.weight", "se", "interval", "weights.range"),
            rows,
            words.text("weights.rangeNote")),
        figure("domain-weights-figure", AnalysisFigures.Name.DOMAIN_WEIGHTS));
  }

  private String range(Findings.Range range) {
    return words.percentInterval(
        range.smallest().isPresent() && range.greatest().isPresent()
            ? Optional.of(
                new Interval(range.smallest().getAsDouble(), range.greatest().getAsDouble(), 0.95))
            : Optional.empty());
  }

  private String weight(Optional<Estimate> weight) {
    return words.points(weight.map(Estimate::value).orElse(OptionalDouble.empty()));
  }

  private String error(Optional<Estimate> weight) {
    return words.points(weight.map(Estimate::standardError).orElse(OptionalDouble.empty()));
  }

  private String limits(Optional<Estimate> weight) {
    return words.percentInterval(weight.flatMap(Estimate::interval));
  }

  private Section taskWeights() {
    return Section.of(
        "task-weights",
        words.text("weights.tasks"),
        new Block.Table(
            "task-weights-table",
            words.text("weights.taskTable"),
            words.columns("task", "weights.combined", "weights.weight", "se", "interval"),
            words.byDomain(findings(), this::taskWeight),
            words.text("weights.taskNote")),
        figure("task-weights-figure", AnalysisFigures.Name.TASK_WEIGHTS));
  }

  private Optional<List<String>> taskWeight(Findings.Task task) {
    return task.weight()
        .map(weight ->
            List.of(
                Wording.titled(task),
                words.number(task.chosen()),
                weight(Optional.of(weight)),
                error(Optional.of(weight)),
                limits(Optional.of(weight))));
  }

  private Section alternatives() {
    var columns = new ArrayList<>(words.words("weights.formula", "weights.domainRule"));
    columns.add(Block.Column.number(words.text("weights.kept")));
    for (var domain : findings().domains()) columns.add(Block.Column.number(domain.code()));
    var rows = new ArrayList<Block.Row>();
    Optional<Findings.Keeping> group = Optional.empty();
    for (var one : findings().weights().alternatives()) {
      if (!group.equals(Optional.of(one.inclusion()))) {
        group = Optional.of(one.inclusion());
        rows.add(Block.Row.group(words.word("keeping", one.inclusion())));
      }
      rows.add(alternative(one));
    }
    return Section.of(
        "alternatives",
        words.text("weights.alternatives"),
        words.say("weights.alternativesLead"),
        new Block.Table(
            "alternatives-table",
            words.text("weights.alternativesTable"),
            columns,
            rows,
            words.text("weights.alternativesNote")));
  }

  private Block.Row alternative(Findings.Alternative one) {
    var cells = new ArrayList<String>();
    cells.add(words.word("combining", one.combination()));
    cells.add(words.word("domainRuleShort", one.domainRule()));
    cells.add(words.count(one.keptTasks()));
    for (int d = 0; d < findings().domains().size(); d++)
      cells.add(d < one.domainWeights().size() ? share(one.domainWeights().get(d)) : "–");
    return new Block.Row(Block.RowKind.PLAIN, cells);
  }

  private String share(OptionalDouble share) {
    return words.formats().number(100 * share.orElse(Double.NaN), 1);
  }

  private Section adjustments() {
    var adjustments = model.blueprint().map(Blueprint::adjustments).orElse(List.of());
    if (adjustments.isEmpty())
      return Section.of(
          "adjustments",
          words.text("adjustments"),
          words.say(model.blueprint().isPresent() ? "adjustments.none" : "blueprint.none"));
    var rows =
        adjustments.stream()
            .map(one ->
                Block.Row.of(
                    words.count(one.number()),
                    words.word("change", one.kind()) + " " + one.subject(),
                    one.before(),
                    one.after(),
                    one.reason(),
                    one.made().name() + ", " + words.date(one.made().at())))
            .toList();
    return Section.of(
        "adjustments",
        words.text("adjustments"),
        words.say("adjustments.lead", "count", words.count(rows.size())),
        new Block.Table(
            "adjustments-table",
            words.text("adjustments.table"),
            words.words(
                "adjustments.number",
                "adjustments.change",
                "adjustments.before",
                "adjustments.after",
                "adjustments.reason",
                "adjustments.by"),
            rows,
            ""));
  }

  private Section blueprint() {
    return model
        .blueprint()
        .map(this::blueprint)
        .orElseGet(
            () -> Section.of("blueprint", words.text("blueprint"), words.say("blueprint.none")));
  }

  private Section blueprint(Blueprint one) {
    return Section.of(
            "blueprint",
            words.text("blueprint"),
            words.say(one.adopted().isPresent() ? "blueprint.lead" : "blueprint.draftLead"),
            new Block.Definitions(signatures(one)))
        .with(
            Section.of(
                "blueprint-domains",
                words.text("blueprint.domains"),
                cells(one.outline()),
                Block.Drawn.of(
                    "blueprint-figure",
                    new BlueprintFigure(one.outline(), words.formats()).plot())),
            Section.of("blueprint-tasks", words.text("blueprint.tasks"), tasks(one.outline())));
  }

  private List<Fact> signatures(Blueprint one) {
    var facts = new ArrayList<Fact>();
    facts.add(words.fact("blueprint.version", words.count(one.version())));
    facts.add(words.fact("blueprint.items", words.count(one.outline().testLength())));
    facts.add(words.fact("blueprint.proposedBy", signed(one.proposed())));
    one.adopted()
        .ifPresent(signature -> facts.add(words.fact("blueprint.adoptedBy", signed(signature))));
    one.hash().ifPresent(hash -> facts.add(words.fact("blueprint.hash", hash)));
    return facts;
  }

  private String signed(Blueprint.Signature signature) {
    return signature.name() + ", " + words.moment(signature.at());
  }

  private Block cells(Outline outline) {
    var rows = new ArrayList<Block.Row>();
    for (var domain : outline.domains())
      rows.add(
          Block.Row.of(
              domain.code() + " " + domain.title(),
              share(domain.derived()),
              words.formats().number(100 * domain.weight(), 1),
              words.text(domain.weightSet() ? "blueprint.set" : "blueprint.fromSurvey"),
              words.formats().number(domain.share(), 2),
              words.count(domain.items()),
              words.formats().number(domain.residue(), 2)));
    rows.add(
        Block.Row.total(
            words.text("total"), "", "", "", "", words.count(outline.testLength()), ""));
    var columns =
        new ArrayList<>(
            words.columns(
                "domain",
                "blueprint.derived",
                "blueprint.weight",
                "blueprint.exact",
                "blueprint.items",
                "blueprint.residue"));
    columns.add(3, Block.Column.text(words.text("blueprint.origin")));
    return new Block.Table(
        "blueprint-cells",
        words.text("blueprint.table"),
        columns,
        rows,
        words.text("blueprint.note"));
  }

  private Block tasks(Outline outline) {
    var rows = new ArrayList<Block.Row>();
    for (var domain : outline.domains()) {
      rows.add(Block.Row.group(domain.code() + " " + domain.title()));
      for (var task : domain.tasks())
        rows.add(
            Block.Row.of(
                task.code() + " " + task.text(),
                task.included() ? words.formats().number(100 * task.weight(), 2) : "–",
                task.included() ? words.count(task.items()) : words.text("blueprint.notIn")));
    }
    return new Block.Table(
        "blueprint-task-cells",
        words.text("blueprint.taskTable"),
        words.columns("task", "blueprint.weight", "blueprint.items"),
        rows,
        "");
  }
}
