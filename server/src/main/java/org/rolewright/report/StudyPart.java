package org.rolewright.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;
import org.rolewright.study.Calendar;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.Protocol;
import org.rolewright.study.WeightingRule;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;

/** What was planned: purpose, panel, method, and the statements that were rated. */
record StudyPart(ReportModel model, Wording words) {

  List<Section> sections() {
    return List.of(purpose(), panel(), method(), content());
  }

  private Section purpose() {
    var programme = model.study().programme();
    var facts =
        List.of(
            words.fact("purpose.credential", programme.title()),
            words.fact("purpose.purpose", words.written(programme.purpose())),
            words.fact("purpose.level", words.written(programme.level())),
            words.fact("purpose.scope", words.written(programme.scope())),
            words.fact("purpose.public", words.written(programme.protectedPublic())),
            words.fact("purpose.owner", words.written(programme.owner())));
    return Section.of("purpose", words.text("purpose"), new Block.Definitions(facts))
        .with(audience(), candidate());
  }

  private Section audience() {
    var rows =
        model.study().requirements().stream()
            .map(one ->
                Block.Row.of(
                    one.text(),
                    words.word("requirement", one.kind()),
                    (one.evidence() + " " + one.evidenceUrl()).strip()))
            .toList();
    var said = Block.paragraph(words.written(model.study().programme().audience()));
    return rows.isEmpty()
        ? Section.of("audience", words.text("audience"), said, words.say("audience.none"))
        : Section.of(
            "audience",
            words.text("audience"),
            said,
            new Block.Table(
                "requirements",
                words.text("audience.table"),
                words.words("audience.requirement", "audience.kind", "audience.evidence"),
                rows,
                ""));
  }

  private Section candidate() {
    var wording = model.study().candidate();
    return wording
        .map(one ->
            Section.of(
                "candidate",
                words.text("candidate"),
                Block.paragraph(one.text()),
                words.say(
                    "candidate.by",
                    "version",
                    words.count(one.version()),
                    "author",
                    one.author(),
                    "date",
                    words.date(one.writtenAt()))))
        .orElseGet(
            () -> Section.of("candidate", words.text("candidate"), words.say("candidate.none")));
  }

  private Section panel() {
    var panel = model.study().panel();
    if (panel.isEmpty()) return Section.of("panel", words.text("panel"), words.say("panel.none"));
    var rows =
        panel.stream()
            .map(one ->
                Block.Row.of(
                    one.name(),
                    one.credentials(),
                    one.role(),
                    one.employer(),
                    one.region(),
                    one.yearsOfExperience().map(words::count).orElse("–"),
                    one.conflictStatementOn().map(words.formats()::date).orElse("–")))
            .toList();
    var columns =
        new ArrayList<>(
            words.words(
                "panel.name", "panel.credentials", "panel.role", "panel.employer", "panel.region"));
    columns.add(Block.Column.number(words.text("panel.years")));
    columns.add(Block.Column.text(words.text("panel.conflict")));
    return Section.of(
        "panel",
        words.text("panel"),
        words.say("panel.lead", "count", words.count(panel.size())),
        new Block.Table("panel-members", words.text("panel.table"), columns, rows, ""));
  }

  private Section method() {
    var protocol = model.plan().protocol();
    return Section.of(
            "method",
            words.text("method"),
            Block.paragraph(protocol.rationale()),
            words.say("method.frozen", "moment", words.moment(model.plan().frozenAt())),
            new Block.Definitions(
                List.of(
                    words.fact("method.raters", raters(protocol)),
                    words.fact("method.hash", model.plan().hash()))))
        .with(calendar(protocol), scales(protocol), rules(protocol), sample());
  }

  private String raters(Protocol protocol) {
    return protocol
        .raters()
        .map(raters -> words.word("raters", raters))
        .orElse(words.text("notWritten"));
  }

  private Section calendar(Protocol protocol) {
    if (protocol.calendar().isEmpty())
      return Section.of("calendar", words.text("calendar"), words.say("calendar.none"));
    var rows =
        protocol.calendar().get().stages().stream()
            .map(stage ->
                Block.Row.of(
                    stage.kind() == Calendar.Kind.OTHER
                        ? stage.name()
                        : words.word("stage", stage.kind()),
                    stage.starts().map(words.formats()::date).orElse("–"),
                    stage.ends().map(words.formats()::date).orElse("–"),
                    stage.responsible().isBlank() ? "–" : stage.responsible()))
            .toList();
    var columns =
        words.words("calendar.stage", "calendar.starts", "calendar.ends", "calendar.responsible");
    return Section.of(
        "calendar",
        words.text("calendar"),
        words.say("calendar.lead"),
        new Block.Table("stages", words.text("calendar.table"), columns, rows, ""));
  }

  private Section scales(Protocol protocol) {
    var rows = new ArrayList<Block.Row>();
    for (var scale : protocol.scales()) {
      rows.add(Block.Row.group(words.word("scale", scale.kind()) + ": " + scale.question()));
      for (var anchor : scale.anchors())
        rows.add(Block.Row.of(words.count(anchor.code()), anchor.label()));
    }
    return Section.of(
        "scales",
        words.text("scales"),
        words.say("scales.lead"),
        new Block.Table(
            "scale-anchors",
            words.text("scales.table"),
            words.words("scales.code", "scales.anchor"),
            rows,
            ""));
  }

  private Section rules(Protocol protocol) {
    var exclusion = protocol.exclusion();
    var facts = new ArrayList<Fact>();
    facts.add(
        words.fact(
            "rules.exclusion",
            words.text("rules.answered", "percent", percent(exclusion.leastAnsweredPercent() / 100))
                + (exclusion.dropStraightLines() ? " " + words.text("rules.straight") : "")));
    facts.add(words.fact("rules.inclusion", inclusion(protocol.inclusion())));
    facts.add(words.fact("rules.combination", combination(protocol.weighting())));
    facts.add(words.fact("rules.domain", words.word("domainRule", protocol.weighting().domain())));
    facts.add(words.fact("rules.seed", String.valueOf(protocol.seed())));
    facts.add(words.fact("rules.replicates", words.count(protocol.replicates())));
    return Section.of(
        "rules", words.text("rules"), words.say("rules.lead"), new Block.Definitions(facts));
  }

  private String inclusion(InclusionRule rule) {
    return words.text(
        "inclusionRule." + rule.kind().name().toLowerCase(java.util.Locale.ROOT),
        "importance",
        words.formats().number(rule.importanceCut(), 2),
        "frequency",
        words.formats().number(rule.frequencyCut(), 2),
        "performing",
        percent(rule.performingCut() / 100));
  }

  private String combination(WeightingRule rule) {
    return words.text(
        "combination." + rule.combination().name().toLowerCase(java.util.Locale.ROOT),
        "share",
        percent(rule.importanceShare()));
  }

  private String percent(double share) {
    return words.formats().percent(share, 0);
  }

  private Section sample() {
    var planned = model.study().sampling();
    if (planned.isEmpty())
      return Section.of("sample", words.text("sample"), words.say("sample.none"));
    var plan = planned.get().plan();
    var input = plan.input();
    return Section.of(
        "sample",
        words.text("sample"),
        words.say(
            "sample.lead",
            "incumbents",
            words.count(input.incumbents()),
            "confidence",
            percent(input.confidencePercent() / 100),
            "margin",
            words.formats().number(input.proportionMarginPercent(), 1),
            "meanMargin",
            words.formats().number(input.meanMargin(), 2),
            "required",
            words.count(plan.required()),
            "rate",
            percent(input.responseRatePercent() / 100),
            "invitations",
            words.count(plan.invitations().invitations())));
  }

  private Section content() {
    return Section.of(
            "content",
            words.text("content"),
            words.say(
                "content.lead",
                "version",
                words.count(model.tasks().version()),
                "date",
                words.date(model.tasks().publishedAt()),
                "domains",
                words.count(model.tasks().domains().size()),
                "tasks",
                words.count(model.tasks().tasks().count()),
                "ksas",
                words.count(model.tasks().ksas().size())))
        .with(statements(), ksas());
  }

  private Section statements() {
    var rows = new ArrayList<Block.Row>();
    for (var domain : model.tasks().domains()) {
      var heading = domain.code() + " " + domain.title();
      rows.add(
          Block.Row.group(
              domain.definition().isBlank() ? heading : heading + ": " + domain.definition()));
      for (var task : domain.tasks())
        rows.add(
            Block.Row.of(
                task.code(),
                task.text(),
                words.count(task.wording()),
                task.source().isBlank() ? words.text("content.own") : task.source()));
    }
    return Section.of(
        "statements",
        words.text("statements"),
        new Block.Table(
            "task-statements",
            words.text("statements.table"),
            List.of(
                Block.Column.text(words.text("code")),
                Block.Column.text(words.text("task")),
                Block.Column.number(words.text("statements.wording")),
                Block.Column.text(words.text("statements.source"))),
            rows,
            words.text("statements.note")));
  }

  private Section ksas() {
    var list = model.tasks();
    if (list.ksas().isEmpty())
      return Section.of("ksas", words.text("ksas"), words.say("ksas.none"));
    var codes = new HashMap<TaskId, String>();
    list.tasks().forEach(task -> codes.put(task.id(), task.code()));
    var rows = new ArrayList<Block.Row>();
    for (var type : org.rolewright.workshop.KsaType.values()) {
      var ofType = list.ksas().stream().filter(ksa -> ksa.type() == type).toList();
      if (!ofType.isEmpty()) rows.add(Block.Row.group(words.word("ksa", type)));
      for (var ksa : ofType) rows.add(Block.Row.of(ksa.code(), ksa.text(), linked(ksa, codes)));
    }
    var unlinked =
        list.tasks()
            .filter(task -> list.ksas().stream().noneMatch(ksa -> ksa.tasks().contains(task.id())))
            .map(TaskList.TaskStatement::code)
            .collect(Collectors.joining(", "));
    return Section.of(
        "ksas",
        words.text("ksas"),
        new Block.Table(
            "linkage",
            words.text("ksas.table"),
            words.words("code", "ksas.statement", "ksas.tasks"),
            rows,
            ""),
        unlinked.isEmpty()
            ? words.say("ksas.allLinked")
            : words.say("ksas.unlinked", "codes", unlinked));
  }

  private static String linked(TaskList.Ksa ksa, HashMap<TaskId, String> codes) {
    return ksa.tasks().isEmpty()
        ? "–"
        : codes.entrySet().stream()
            .filter(one -> ksa.tasks().contains(one.getKey()))
            .map(java.util.Map.Entry::getValue)
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
