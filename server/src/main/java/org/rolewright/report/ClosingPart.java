package org.rolewright.report;

import java.util.ArrayList;
import java.util.List;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;

/** What the reader must bear in mind, and how to check every step. */
record ClosingPart(ReportModel model, Wording words) {
  private static final List<String> REFERENCES =
      List.of(
          "reference.standards",
          "reference.ncca",
          "reference.iso",
          "reference.kane",
          "reference.raymond",
          "reference.shrout",
          "reference.cronbach",
          "reference.feldt",
          "reference.efron");

  List<Section> sections() {
    return List.of(limitations(), provenance(), references());
  }

  private Section limitations() {
    var respondents = model.run().findings().respondents();
    var asked = model.survey().accounting();
    var limits = new ArrayList<String>();
    if (model.study().demonstration()) limits.add(words.text("limit.synthetic"));
    if (respondents.responseRate().isEmpty()) limits.add(words.text("limit.noRate"));
    else limits.add(words.text("limit.rate", "rate", words.percent(respondents.responseRate())));
    if (asked.open() > 0) limits.add(words.text("limit.open", "count", words.count(asked.open())));
    if (asked.imported() > 0)
      limits.add(words.text("limit.imported", "count", words.count(asked.imported())));
    if (respondents.profile().stream()
        .flatMap(question -> question.cells().stream())
        .anyMatch(cell -> cell.count().isEmpty())) limits.add(words.text("limit.hidden"));
    limits.add(words.text("limit.opinion"));
    limits.add(words.text("limit.rule"));
    limits.add(words.text("limit.time"));
    return Section.of(
        "limitations",
        words.text("limitations"),
        words.say("limitations.lead"),
        new Block.Bullets(limits));
  }

  private Section provenance() {
    var run = model.run();
    var facts = new ArrayList<Fact>();
    facts.add(words.fact("provenance.plan", model.plan().hash()));
    facts.add(words.fact("provenance.taskList", model.tasks().hash()));
    facts.add(words.fact("provenance.survey", model.survey().hash()));
    facts.add(words.fact("provenance.inputs", run.provenance().inputsHash()));
    facts.add(words.fact("provenance.run", run.hash()));
    model
        .blueprint()
        .flatMap(one -> one.hash())
        .ifPresent(hash -> facts.add(words.fact("provenance.blueprint", hash)));
    facts.add(words.fact("provenance.runId", run.id().value().toString()));
    facts.add(words.fact("provenance.ranAt", words.moment(run.ranAt())));
    facts.add(words.fact("provenance.code", run.provenance().codeVersion()));
    facts.add(words.fact("provenance.seed", String.valueOf(run.provenance().options().seed())));
    return Section.of(
        "provenance",
        words.text("provenance"),
        words.say("provenance.lead"),
        new Block.Definitions(facts),
        words.say("provenance.check"),
        new Block.Steps(
            List.of(
                words.text("provenance.step.again"),
                words.text("provenance.step.trail"),
                words.text("provenance.step.file"))));
  }

  private Section references() {
    var all = new ArrayList<String>();
    for (var key : REFERENCES) all.add(words.text(key));
    if (model.tasks().tasks().anyMatch(task -> task.source().startsWith("O*NET")))
      all.add(words.text("reference.onet"));
    return Section.of("references", words.text("references"), new Block.Bullets(all));
  }
}
