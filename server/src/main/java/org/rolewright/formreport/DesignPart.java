package org.rolewright.formreport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Section;

/** What the form is for, how it meets its blueprint, and how its cut came about. */
record DesignPart(FormReportModel model, Words words) {

  List<Section> sections() {
    return List.of(purpose(), blueprint(), sources(), standard());
  }

  private Section purpose() {
    var programme = model.programme();
    return Section.of(
        "purpose",
        words.text("purpose"),
        new Block.Definitions(
            List.of(
                words.fact("purpose.credential", programme.title()),
                words.fact("purpose.purpose", words.written(programme.purpose())),
                words.fact("purpose.audience", words.written(programme.audience())),
                words.fact("purpose.level", words.written(programme.level())),
                words.fact("purpose.scope", words.written(programme.scope())),
                words.fact("purpose.protected", words.written(programme.protectedPublic())))));
  }

  private Section blueprint() {
    var form = model.form();
    var blocks = new ArrayList<Block>();
    blocks.add(
        words.say(
            model.fulfilment().meets() ? "blueprint.meets" : "blueprint.differs",
            "version",
            words.count(form.blueprint()),
            "adopted",
            words.signed(form.adopted())));
    form.deviation()
        .ifPresent(reason -> blocks.add(words.say("blueprint.deviation", "reason", reason)));
    blocks.add(
        new Block.Definitions(
            List.of(
                words.fact("form.proposed", words.signed(form.proposed())),
                words.fact("form.published", words.signed(form.published())),
                words.fact("form.languages", languages()),
                words.fact(
                    "form.time",
                    words.text("minutes", "count", words.count(form.secondsAllowed() / 60))))));
    blocks.add(domains());
    blocks.add(levels());
    blocks.add(types());
    return new Section("blueprint", words.text("blueprint"), blocks, List.of());
  }

  private String languages() {
    return model.form().languages().stream()
        .sorted()
        .map(language -> words.text("language." + language.code()))
        .collect(Collectors.joining(", "));
  }

  private Block domains() {
    var rows =
        model.fulfilment().domains().stream()
            .map(one ->
                Block.Row.of(
                    one.code() + " " + one.title(),
                    words.formats().percent(one.weight(), 1),
                    words.count(one.wanted()),
                    words.count(one.scored()),
                    words.count(one.pilot())))
            .toList();
    return new Block.Table(
        "domains-table",
        words.text("blueprint.domains"),
        words.columns(
            "domain", "blueprint.weight", "blueprint.wanted", "items.scored", "items.pilot"),
        rows,
        words.text("blueprint.note"));
  }

  private Block levels() {
    var rows =
        model.fulfilment().levels().stream()
            .map(one ->
                Block.Row.of(
                    words.word("level", one.level()),
                    words.count(one.scored()),
                    words.count(one.pilot())))
            .toList();
    return new Block.Table(
        "levels-table",
        words.text("blueprint.levels"),
        words.columns("level", "items.scored", "items.pilot"),
        rows,
        "");
  }

  private Block types() {
    var rows =
        model.fulfilment().types().stream()
            .map(one ->
                Block.Row.of(
                    words.word("type", one.type()),
                    words.count(one.scored()),
                    words.count(one.pilot())))
            .toList();
    return new Block.Table(
        "types-table",
        words.text("blueprint.types"),
        words.columns("type", "items.scored", "items.pilot"),
        rows,
        "");
  }

  private Section sources() {
    var sources = model.sources();
    return Section.of(
        "sources",
        words.text("sources"),
        words.say("sources.lead"),
        new Block.Definitions(
            List.of(
                words.fact("sources.items", words.count(sources.items())),
                words.fact("sources.writers", words.count(sources.writers())),
                words.fact("sources.revised", words.count(sources.revised())),
                words.fact("sources.referenced", words.count(sources.referenced())),
                words.fact("sources.anchors", words.count(sources.anchors())))));
  }

  private Section standard() {
    var standard = model.standard();
    var cut = standard.cut();
    var interval = words.formats().interval(cut.interval().low(), cut.interval().high(), 2);
    return Section.of(
        "standard",
        words.text("standard"),
        words.say("standard." + standard.method().code()),
        words.say(
            "standard.panel",
            "panelists",
            words.count(standard.panelists()),
            "trained",
            words.count(standard.trained()),
            "rounds",
            words.count(standard.rounds().size())),
        new Block.Definitions(
            List.of(
                words.fact("standard.candidate", standard.candidate()),
                words.fact("standard.recommended", words.formats().number(cut.recommended(), 2)),
                words.fact("standard.error", words.formats().number(cut.standardError(), 2)),
                words.fact("interval", interval),
                words.fact(
                    "standard.adopted",
                    words.text(
                        "ofPoints",
                        "raw",
                        words.count(cut.raw()),
                        "maximum",
                        words.count(cut.maximum()))),
                words.fact(
                    "standard.adjustment",
                    words.text("standard.errors", "count", words.count(cut.adjustment()))),
                words.fact("standard.reason", cut.reason()),
                words.fact("standard.proposedBy", standard.proposedBy()),
                words.fact(
                    "standard.adoptedBy",
                    standard.adoptedBy() + ", " + words.formats().date(cut.adopted().at())))),
        rounds());
  }

  private Block rounds() {
    var rows =
        model.standard().rounds().stream()
            .map(one ->
                Block.Row.of(
                    words.count(one.number()),
                    words.count(one.panelists()),
                    words.formats().number(one.cut(), 2),
                    words.number(one.standardError()),
                    words
                        .formats()
                        .interval(one.low().orElse(Double.NaN), one.high().orElse(Double.NaN), 2),
                    words.number(one.agreement())))
            .toList();
    return new Block.Table(
        "rounds-table",
        words.text("standard.rounds"),
        words.columns(
            "standard.round",
            "standard.panelists",
            "standard.cut",
            "standard.error",
            "interval",
            "standard.agreement"),
        rows,
        words.text("standard.note"));
  }
}
