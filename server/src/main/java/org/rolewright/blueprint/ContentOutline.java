package org.rolewright.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rolewright.blueprint.Outline.Domain;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Inline;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;
import org.rolewright.study.Study;

/**
 * What the public is told about an exam: domains, tasks, shares. Nothing secure.
 *
 * @param organisation body that answers for the programme
 */
public record ContentOutline(Study study, String organisation, Blueprint blueprint) {

  /** As a document in the reader's language. */
  public Document document(Formats formats) {
    var adopted = blueprint.adopted().orElseThrow();
    var facts =
        List.of(
            new Fact(text(formats, "version"), formats.number(blueprint.version())),
            new Fact(text(formats, "adopted"), formats.date(adopted.at())),
            new Fact(text(formats, "items"), formats.number(blueprint.outline().testLength())));
    var sections = new ArrayList<Section>();
    sections.add(overview(formats));
    for (var domain : domains()) sections.add(domain(domain, formats));
    return new Document(
        formats.language(),
        new Cover(organisation, study.title(), text(formats, "title"), facts),
        new Edition(
            String.valueOf(blueprint.version()),
            study.demonstration() ? text(formats, "demonstration") : "",
            blueprint.hash().orElseThrow(),
            adopted.at()),
        sections,
        List.of());
  }

  private List<Domain> domains() {
    return blueprint.outline().domains().stream().filter(domain -> domain.weight() > 0).toList();
  }

  private Section overview(Formats formats) {
    var rows = new ArrayList<Block.Row>();
    for (var domain : domains())
      rows.add(
          Block.Row.of(
              domain.code() + " " + domain.title(),
              formats.percent(domain.weight(), 1),
              formats.number(domain.items())));
    rows.add(
        Block.Row.total(
            text(formats, "total"),
            formats.percent(1, 1),
            formats.number(blueprint.outline().testLength())));
    var table =
        new Block.Table(
            "domains",
            text(formats, "domains"),
            List.of(
                Block.Column.text(text(formats, "domain")),
                Block.Column.number(text(formats, "weight")),
                Block.Column.number(text(formats, "items"))),
            rows,
            text(formats, "note"));
    var lead = formats.text("outline.lead", Map.of("title", study.title()));
    var words = new ArrayList<Block>();
    words.add(new Block.Paragraph(List.of(new Inline.Plain(lead))));
    if (study.demonstration())
      words.add(new Block.Remark(List.of(new Inline.Plain(text(formats, "synthetic")))));
    words.add(table);
    return new Section("overview", text(formats, "overview"), words, List.of());
  }

  private Section domain(Domain domain, Formats formats) {
    var rows =
        domain.tasks().stream()
            .filter(Outline.Task::included)
            .map(task ->
                Block.Row.of(
                    task.code() + " " + task.text(),
                    formats.percent(task.weight(), 1),
                    formats.number(task.items())))
            .toList();
    var id = "domain-" + domain.code().toLowerCase(java.util.Locale.ROOT);
    var table =
        new Block.Table(
            id + "-tasks",
            formats.text("outline.tasksOf", Map.of("title", domain.title())),
            List.of(
                Block.Column.text(text(formats, "task")),
                Block.Column.number(text(formats, "weight")),
                Block.Column.number(text(formats, "items"))),
            rows,
            "");
    return Section.of(id, domain.code() + " " + domain.title(), table);
  }

  private static String text(Formats formats, String key) {
    return formats.text("outline." + key);
  }
}
