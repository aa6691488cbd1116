package org.rolewright.formreport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rolewright.appraisal.RunFigures;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;

/** The technical report of a form, laid out in one language. */
record FormReport(FormReportModel model, Formats formats) {

  Document document(Edition edition) {
    var words = new Words(formats);
    var sections = new ArrayList<Section>();
    sections.add(summary(words));
    sections.addAll(new DesignPart(model, words).sections());
    sections.addAll(new ScoresPart(model, words).sections());
    sections.addAll(new ItemsPart(model, words).sections());
    sections.add(limits(words));
    sections.add(record(words));
    return new Document(formats.language(), cover(words), edition, sections, List.of());
  }

  private Cover cover(Words words) {
    var figures = model.scored().figures();
    return new Cover(
        model.programme().owner(),
        words.text("title", "code", model.form().code()),
        model.programme().title(),
        List.of(
            words.fact("cover.sat", days()),
            words.fact("cover.sittings", words.count(figures.sittings())),
            words.fact("cover.run", words.count(model.scored().run())),
            words.fact("cover.released", formats.date(model.scored().released().at()))));
  }

  /** From the first sitting to the last. */
  private String days() {
    return model
        .scored()
        .figures()
        .sat()
        .map(sat ->
            sat.first().equals(sat.last())
                ? formats.date(sat.first())
                : formats.date(sat.first()) + " – " + formats.date(sat.last()))
        .orElse("–");
  }

  private Section summary(Words words) {
    var figures = model.scored().figures();
    var cut = model.scored().cut().orElseThrow();
    var blocks = new ArrayList<Block>();
    if (model.demonstration()) blocks.add(Block.remark(words.text("remark.synthetic")));
    if (!figures.enough()) blocks.add(Block.remark(few(words)));
    blocks.add(
        words.say(
            "summary.sat",
            "code",
            model.form().code(),
            "sittings",
            words.count(figures.sittings()),
            "items",
            words.count(figures.items()),
            "mean",
            words.number(figures.distribution().mean(), 1)));
    blocks.add(
        words.say(
            "summary.cut",
            "raw",
            formats.number(cut.raw().doubleValue(), 0),
            "most",
            formats.number(cut.most().doubleValue(), 0),
            "rate",
            words.percent(
                figures
                    .decisions()
                    .map(RunFigures.Decisions::passRate)
                    .orElse(OptionalDouble.empty()))));
    blocks.add(
        words.say(
            "summary.alpha",
            "alpha",
            words.withInterval(figures.errors().alpha(), model.scored().alpha())));
    return new Section("summary", words.text("summary"), blocks, List.of());
  }

  private String few(Words words) {
    return words.text("remark.few", "sittings", words.count(model.scored().figures().sittings()));
  }

  /** What a reader must know; each holds for this form, none is boilerplate. */
  private Section limits(Words words) {
    var figures = model.scored().figures();
    var limits = new ArrayList<String>();
    limits.add(words.text("limits.equating"));
    if (model.demonstration()) limits.add(words.text("remark.synthetic"));
    if (!figures.enough()) limits.add(few(words));
    if (!model.fulfilment().meets()) limits.add(words.text("limits.blueprint"));
    if (model.form().languages().size() > 1) limits.add(words.text("limits.languages"));
    var flagged = model.items().stream().filter(item -> !item.flags().isEmpty()).count();
    if (flagged > 0) limits.add(words.text("limits.flagged", "count", words.count(flagged)));
    if (model.scored().domains().stream().anyMatch(one -> !one.figures().reliable()))
      limits.add(words.text("limits.domains"));
    return Section.of("limits", words.text("limits"), new Block.Bullets(limits));
  }

  private Section record(Words words) {
    var scored = model.scored();
    return Section.of(
        "record",
        words.text("record"),
        words.say("record.lead"),
        new Block.Definitions(
            List.of(
                words.fact("record.run", words.count(scored.run())),
                words.fact("record.signed", words.signed(Optional.of(scored.signed()))),
                words.fact("record.released", words.signed(Optional.of(scored.released()))),
                words.fact("record.software", scored.software()),
                words.fact("record.form", model.form().checksum()),
                words.fact("record.input", scored.inputHash()),
                words.fact("record.result", scored.resultHash()),
                words.fact("record.cut", model.standard().cut().hash()))));
  }
}
