package org.rolewright.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rolewright.analysis.Findings;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;
import org.rolewright.study.RatingScale;

/** The report of a role delineation study, laid out in one language. */
record RdsReport(ReportModel model, Formats formats) {

  /**
   * @param edition without a number for a draft
   */
  Document document(Edition edition) {
    var words = new Wording(formats);
    var sections = new ArrayList<Section>();
    sections.add(summary(words, edition.number().isEmpty()));
    sections.addAll(new StudyPart(model, words).sections());
    sections.addAll(new SurveyPart(model, words).sections());
    sections.addAll(new ResultsPart(model, words).sections());
    sections.addAll(new BlueprintPart(model, words).sections());
    sections.addAll(new ClosingPart(model, words).sections());
    return new Document(formats.language(), cover(words), edition, sections, List.of());
  }

  private Cover cover(Wording words) {
    var programme = model.study().programme();
    var facts = new ArrayList<Fact>();
    if (model.study().demonstration())
      facts.add(words.fact("cover.respondents", words.text("mark.synthetic")));
    facts.add(
        words.fact(
            "cover.taskList",
            words.text("version", "version", words.count(model.tasks().version()))));
    facts.add(words.fact("cover.closed", formats.date(model.survey().closedOn())));
    facts.add(words.fact("cover.analysed", words.date(model.run().ranAt())));
    facts.add(words.fact("cover.blueprint", standing(words)));
    return new Cover(programme.owner(), programme.title(), words.text("title"), facts);
  }

  private String standing(Wording words) {
    return model
        .blueprint()
        .map(one ->
            words.text(
                one.adopted().isPresent() ? "cover.adopted" : "cover.proposed",
                "version",
                words.count(one.version())))
        .orElseGet(() -> words.text("cover.none"));
  }

  private Section summary(Wording words, boolean draft) {
    var blocks = new ArrayList<Block>();
    if (model.study().demonstration()) blocks.add(Block.remark(words.text("remark.synthetic")));
    if (draft) blocks.add(Block.remark(words.text("remark.draft")));
    var findings = model.run().findings();
    var tasks = findings.tasks();
    blocks.add(
        words.say(
            "summary.asked",
            "title",
            model.study().programme().title(),
            "received",
            words.count(findings.respondents().received()),
            "used",
            words.count(findings.respondents().used()),
            "tasks",
            words.count(tasks.size()),
            "domains",
            words.count(findings.domains().size())));
    blocks.add(
        words.say(
            "summary.kept",
            "tasks",
            words.count(tasks.size()),
            "kept",
            words.count(model.run().keptTasks()),
            "borderline",
            words.count(tasks.stream().filter(one -> one.inclusion().borderline()).count())));
    heaviest(findings).ifPresent(domain -> blocks.add(heaviest(words, domain)));
    blocks.add(words.say("summary.agreement", "icc", agreement(words, findings)));
    model
        .blueprint()
        .ifPresent(blueprint ->
            blocks.add(
                words.say(
                    blueprint.adopted().isPresent() ? "summary.adopted" : "summary.proposed",
                    "version",
                    words.count(blueprint.version()),
                    "items",
                    words.count(blueprint.outline().testLength()))));
    return new Section("summary", words.text("summary"), blocks, List.of());
  }

  private static Optional<Findings.Domain> heaviest(Findings findings) {
    return findings.domains().stream()
        .filter(one -> one.weight().isPresent())
        .max(Comparator.comparingDouble(one -> one.weight().get().value().orElse(0)));
  }

  private static Block heaviest(Wording words, Findings.Domain domain) {
    var weight = domain.weight().orElseThrow();
    return words.say(
        "summary.heaviest",
        "domain",
        Wording.titled(domain),
        "weight",
        words.percent(weight.value()),
        "interval",
        words.percentInterval(weight.interval()));
  }

  private static String agreement(Wording words, Findings findings) {
    return findings.reliability().stream()
        .filter(one -> one.scale() == RatingScale.Kind.IMPORTANCE)
        .findFirst()
        .map(one -> words.number(one.form("ICC2K").estimate().value()))
        .orElseThrow();
  }
}
