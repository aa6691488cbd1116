package org.rolewright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.analysis.Findings;
import org.rolewright.analysis.Respondents;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.plots.Axis;
import org.rolewright.platform.plots.BarChart;
import org.rolewright.platform.plots.Series;
import org.rolewright.psychometrics.Estimate;

/** Who answered, who counts, and whether others would answer alike. */
record SurveyPart(ReportModel model, Wording words) {
  private static final String HIDDEN = "–";

  List<Section> sections() {
    return List.of(accounting(), profile(), reliability());
  }

  private Respondents respondents() {
    return model.run().findings().respondents();
  }

  private Section accounting() {
    var blocks = new ArrayList<Block>();
    blocks.add(words.say("survey.lead"));
    blocks.add(accountingTable());
    var margin = respondents().marginOfError();
    if (margin.isPresent()) blocks.add(words.say("survey.margin", "margin", words.points(margin)));
    blocks.add(
        respondents().responseRate().isPresent()
            ? words.say("survey.rate", "rate", words.percent(respondents().responseRate()))
            : words.say("survey.noRate"));
    if (respondents().channels().size() > 1) blocks.add(channels());
    if (respondents().coverage().value().isPresent())
      blocks.add(
          words.say(
              "survey.coverage",
              "mean",
              words.formats().number(respondents().coverage().value().getAsDouble(), 1),
              "interval",
              words.interval(respondents().coverage().interval())));
    return new Section("survey", words.text("survey"), blocks, List.of());
  }

  private Block accountingTable() {
    var asked = model.survey().accounting();
    var rows = new ArrayList<Block.Row>();
    rows.add(row("survey.incumbents", asked.incumbents()));
    rows.add(row("survey.invited", asked.invited()));
    rows.add(row("survey.personal", asked.personal()));
    rows.add(row("survey.open", asked.open()));
    rows.add(row("survey.imported", asked.imported()));
    rows.add(row("survey.screenedOut", asked.screenedOut()));
    rows.add(row("survey.received", respondents().received()));
    for (var exclusion : respondents().exclusions())
      rows.add(
          Block.Row.of(
              words.text("survey.excluded", "reason", words.word("excluded", exclusion.reason())),
              words.count(exclusion.count())));
    rows.add(Block.Row.total(words.text("survey.used"), words.count(respondents().used())));
    return new Block.Table(
        "accounting",
        words.text("survey.table"),
        words.columns("survey.group", "count"),
        rows,
        words.text("survey.note"));
  }

  private Block.Row row(String key, int count) {
    return Block.Row.of(words.text(key), words.count(count));
  }

  private Block channels() {
    var rows =
        respondents().channels().stream()
            .map(one ->
                Block.Row.of(
                    words.word("channel", one.channel()),
                    words.count(one.received()),
                    words.count(one.used()),
                    words.number(one.importance().value()),
                    words.interval(one.importance().interval()),
                    words.number(one.frequency().value()),
                    words.interval(one.frequency().interval())))
            .toList();
    return new Block.Table(
        "channels",
        words.text("survey.channels"),
        words.columns(
            "survey.channel",
            "survey.answers",
            "survey.used",
            "scale.importance",
            "interval",
            "scale.frequency",
            "interval"),
        rows,
        "");
  }

  private Section profile() {
    var parts = new ArrayList<Section>();
    for (var question : respondents().profile()) parts.add(question(question, parts.size() + 1));
    return new Section(
        "profile",
        words.text("profile"),
        List.of(words.say("profile.lead", "count", words.count(respondents().used()))),
        parts);
  }

  private Section question(Respondents.Question question, int number) {
    var rows =
        question.cells().stream()
            .map(cell ->
                Block.Row.of(
                    label(cell),
                    cell.count().isPresent() ? words.count(cell.count().getAsInt()) : HIDDEN,
                    cell.share().isPresent() ? words.percent(cell.share()) : HIDDEN))
            .toList();
    boolean hidden = question.cells().stream().anyMatch(cell -> cell.count().isEmpty());
    var table =
        new Block.Table(
            "profile-" + number + "-table",
            question.text(),
            words.columns("profile.answer", "count", "profile.share"),
            rows,
            hidden ? words.text("profile.hidden") : "");
    return Section.of(
        "profile-" + number,
        question.text(),
        table,
        Block.Drawn.of("profile-" + number + "-figure", bars(question)));
  }

  private String label(Respondents.Cell cell) {
    return cell.choice().equals("-") ? words.text("profile.notSaid") : cell.text();
  }

  private BarChart bars(Respondents.Question question) {
    var bars =
        question.cells().stream()
            .map(cell ->
                new BarChart.Bar(
                    label(cell),
                    cell.count().orElse(0),
                    100 * cell.share().orElse(Double.NaN),
                    Double.NaN))
            .toList();
    return new BarChart(
        question.text(),
        new Axis(words.text("profile.axis"), 0, 100, 1),
        Series.of(words.text("profile.axis")),
        bars);
  }

  private Section reliability() {
    var blocks = new ArrayList<Block>();
    blocks.add(words.say("reliability.lead"));
    blocks.add(reliabilityTable());
    for (var one : model.run().findings().reliability())
      blocks.add(
          words.say(
              "reliability.meaning",
              "scale",
              words.word("scale", one.scale()),
              "icc",
              words.number(one.form("ICC2K").estimate().value()),
              "single",
              words.number(one.form("ICC2").estimate().value()),
              "more",
              words.number(one.withThirtyMore())));
    return new Section("reliability", words.text("reliability"), blocks, List.of());
  }

  private Block reliabilityTable() {
    var rows = new ArrayList<Block.Row>();
    for (var one : model.run().findings().reliability()) {
      rows.add(Block.Row.group(words.word("scale", one.scale())));
      for (var coefficient : one.coefficients())
        rows.add(
            estimate(
                words.text("reliability." + coefficient.form().toLowerCase(java.util.Locale.ROOT)),
                coefficient.estimate()));
      rows.add(estimate(words.text("reliability.alpha"), one.alpha()));
      rows.add(halves(one.splitHalf()));
    }
    return new Block.Table(
        "reliability-table",
        words.text("reliability.table"),
        words.columns("reliability.coefficient", "value", "interval"),
        rows,
        words.text("reliability.note"));
  }

  private Block.Row estimate(String name, Estimate estimate) {
    return Block.Row.of(name, words.number(estimate.value()), words.interval(estimate.interval()));
  }

  private Block.Row halves(Findings.SplitHalf halves) {
    return Block.Row.of(
        words.text("reliability.halves", "draws", words.count(halves.draws())),
        words.number(halves.spearmanBrown()),
        range(halves.lowest(), halves.highest()));
  }

  private String range(OptionalDouble low, OptionalDouble high) {
    return words.formats().interval(low.orElse(Double.NaN), high.orElse(Double.NaN), 2);
  }
}
