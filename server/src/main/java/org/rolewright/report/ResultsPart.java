package org.rolewright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.rolewright.analysis.AnalysisFigures;
import org.rolewright.analysis.Findings;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Section;
import org.rolewright.study.RatingScale;

/** What was said about each task and domain, and which tasks stay. */
record ResultsPart(ReportModel model, Wording words) {

  List<Section> sections() {
    return List.of(tasks(), domains(), inclusion());
  }

  private Findings findings() {
    return model.run().findings();
  }

  private Block figure(String id, AnalysisFigures.Name name) {
    return Block.Drawn.of(id, new AnalysisFigures(model.run(), words.formats()).plot(name));
  }

  private Section tasks() {
    return Section.of("tasks", words.text("tasks"), words.say("tasks.lead"))
        .with(
            scale(
                RatingScale.Kind.IMPORTANCE,
                Findings.Task::importance,
                AnalysisFigures.Name.IMPORTANCE),
            scale(
                RatingScale.Kind.FREQUENCY,
                Findings.Task::frequency,
                AnalysisFigures.Name.FREQUENCY),
            performing(),
            Section.of(
                "task-map",
                words.text("tasks.map"),
                words.say("tasks.mapLead"),
                figure("map-figure", AnalysisFigures.Name.MAP)));
  }

  private Section scale(
      RatingScale.Kind kind,
      Function<Findings.Task, Findings.Scale> figures,
      AnalysisFigures.Name picture) {
    var id = kind.name().toLowerCase(java.util.Locale.ROOT);
    var name = words.word("scale", kind);
    return Section.of(
        id,
        name,
        means(id, name, figures),
        figure(id + "-figure", picture),
        categories(kind, id, name, figures));
  }

  private Block means(String id, String name, Function<Findings.Task, Findings.Scale> figures) {
    return new Block.Table(
        id + "-means",
        words.text("tasks.means", "scale", name),
        words.columns("task", "n", "mean", "sd", "se", "interval", "median", "mode"),
        words.byDomain(
            findings(), task -> Optional.of(row(task, words.described(figures.apply(task))))),
        words.text("tasks.meansNote"));
  }

  private Block categories(
      RatingScale.Kind kind,
      String id,
      String name,
      Function<Findings.Task, Findings.Scale> figures) {
    var columns = new ArrayList<>(words.columns("task", "n"));
    for (var anchor : model.plan().protocol().scale(kind).anchors())
      columns.add(Block.Column.number(words.text("tasks.code", "code", anchor.code())));
    return new Block.Table(
        id + "-categories",
        words.text("tasks.categories", "scale", name),
        columns,
        words.byDomain(
            findings(), task -> Optional.of(categories(task.code(), figures.apply(task)))),
        words.text("tasks.categoriesNote"));
  }

  private List<String> categories(String code, Findings.Scale scale) {
    var cells = new ArrayList<String>();
    cells.add(code);
    cells.add(words.count(scale.mean().used()));
    for (var category : scale.categories())
      cells.add(words.formats().number(100 * category.share(), 1));
    return cells;
  }

  private static List<String> row(Findings.Task task, List<String> figures) {
    var cells = new ArrayList<String>();
    cells.add(Wording.titled(task));
    cells.addAll(figures);
    return cells;
  }

  private Section performing() {
    var table =
        new Block.Table(
            "performing-table",
            words.text("tasks.performingTable"),
            words.columns(
                "task", "n", "tasks.performing", "tasks.performingInterval", "tasks.blank"),
            words.byDomain(
                findings(),
                task ->
                    Optional.of(
                        row(
                            task,
                            List.of(
                                words.count(task.performing().used()),
                                words.percent(task.performing().value()),
                                words.percentInterval(task.performing().interval()),
                                words.count(task.blank()))))),
            "");
    return Section.of(
        "performing",
        words.text("tasks.performing"),
        table,
        figure("performing-figure", AnalysisFigures.Name.PERFORMING));
  }

  private Section domains() {
    var rows =
        findings().domains().stream()
            .map(one ->
                Block.Row.of(
                    Wording.titled(one),
                    words.count(one.tasks()),
                    words.number(one.importance().mean().value()),
                    words.interval(one.importance().mean().interval()),
                    words.number(one.importanceAlpha().value()),
                    words.number(one.frequency().mean().value()),
                    words.interval(one.frequency().mean().interval()),
                    words.number(one.frequencyAlpha().value())))
            .toList();
    return Section.of(
        "domains",
        words.text("domains"),
        words.say("domains.lead"),
        new Block.Table(
            "domain-results",
            words.text("domains.table"),
            words.columns(
                "domain",
                "domains.tasks",
                "scale.importance",
                "interval",
                "domains.alpha",
                "scale.frequency",
                "interval",
                "domains.alpha"),
            rows,
            words.text("domains.note")));
  }

  private Section inclusion() {
    var tasks = findings().tasks();
    var checks =
        tasks.isEmpty() ? List.<Findings.Check>of() : tasks.getFirst().inclusion().checks();
    var columns = new ArrayList<Block.Column>();
    columns.add(Block.Column.text(words.text("task")));
    for (var check : checks)
      columns.add(
          Block.Column.number(
              words.text(
                  "inclusion.check",
                  "figure",
                  words.word("figure", check.figure()),
                  "cut",
                  value(check.figure(), OptionalDouble.of(check.cut())))));
    columns.add(Block.Column.text(words.text("inclusion.decision")));
    var table =
        new Block.Table(
            "decisions",
            words.text("inclusion.table"),
            columns,
            words.byDomain(findings(), task -> Optional.of(decision(task))),
            "");
    return Section.of(
        "inclusion",
        words.text("inclusion"),
        words.say(
            "inclusion.lead",
            "kept",
            words.count(model.run().keptTasks()),
            "left",
            words.count(tasks.size() - model.run().keptTasks())),
        table,
        borderline());
  }

  private List<String> decision(Findings.Task task) {
    var cells = new ArrayList<String>();
    cells.add(Wording.titled(task));
    for (var check : task.inclusion().checks()) cells.add(value(check.figure(), check.value()));
    cells.add(verdict(task));
    return cells;
  }

  private String verdict(Findings.Task task) {
    var verdict = words.text(task.inclusion().kept() ? "inclusion.kept" : "inclusion.left");
    return task.inclusion().borderline()
        ? verdict + " (" + words.text("inclusion.borderline") + ")"
        : verdict;
  }

  private Block borderline() {
    var rows = new ArrayList<Block.Row>();
    for (var task : findings().tasks())
      if (task.inclusion().borderline())
        for (var check : task.inclusion().checks())
          if (check.borderline()) rows.add(borderline(task, check));
    if (rows.isEmpty()) return words.say("inclusion.noBorderline");
    var columns =
        new ArrayList<>(words.columns("task", "inclusion.value", "interval", "inclusion.cut"));
    columns.add(1, Block.Column.text(words.text("inclusion.figure")));
    columns.add(Block.Column.text(words.text("inclusion.decision")));
    return new Block.Table(
        "borderline-tasks",
        words.text("inclusion.borderlineTable"),
        columns,
        rows,
        words.text("inclusion.borderlineNote"));
  }

  private Block.Row borderline(Findings.Task task, Findings.Check check) {
    return Block.Row.of(
        Wording.titled(task),
        words.word("figure", check.figure()),
        value(check.figure(), check.value()),
        check.figure() == Findings.Figure.PERFORMING
            ? words.percentInterval(check.interval())
            : words.interval(check.interval()),
        value(check.figure(), OptionalDouble.of(check.cut())),
        words.text(task.inclusion().kept() ? "inclusion.kept" : "inclusion.left"));
  }

  private String value(Findings.Figure figure, OptionalDouble value) {
    return figure == Findings.Figure.PERFORMING ? words.percent(value) : words.number(value);
  }
}
