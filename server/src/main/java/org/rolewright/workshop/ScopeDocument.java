package org.rolewright.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rolewright.platform.documents.Block;
import org.rolewright.platform.documents.Cover;
import org.rolewright.platform.documents.Document;
import org.rolewright.platform.documents.Edition;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Section;
import org.rolewright.platform.text.Formats;
import org.rolewright.study.StudyView;

/**
 * The draft Scope of Service: the programme, and what people in the role do, as the board has it
 * now.
 */
public record ScopeDocument(StudyView study, TaskList draft) {

  /** As a document in the reader's language. */
  public Document document(Formats formats) {
    var facts =
        List.of(
            new Fact(text(formats, "asOf"), formats.date(draft.publishedAt())),
            new Fact(text(formats, "domains"), formats.number(draft.domains().size())),
            new Fact(text(formats, "tasks"), formats.number((int) draft.tasks().count())),
            new Fact(text(formats, "ksas"), formats.number(draft.ksas().size())));
    var sections = new ArrayList<Section>();
    sections.add(programme(formats));
    for (var domain : draft.domains()) sections.add(domain(domain, formats));
    if (!draft.ksas().isEmpty()) sections.add(ksas(formats));
    return new Document(
        formats.language(),
        new Cover(
            study.programme().owner(), study.programme().title(), text(formats, "title"), facts),
        new Edition(
            String.valueOf(draft.version()),
            text(formats, study.demonstration() ? "draftOfDemonstration" : "draft"),
            draft.hash(),
            draft.publishedAt()),
        sections,
        List.of());
  }

  private Section programme(Formats formats) {
    var programme = study.programme();
    var facts = new ArrayList<Fact>();
    add(facts, formats, "purpose", programme.purpose());
    add(facts, formats, "audience", programme.audience());
    add(facts, formats, "level", programme.level());
    add(facts, formats, "scope", programme.scope());
    add(facts, formats, "protectedPublic", programme.protectedPublic());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.remark(text(formats, "draftRemark")));
    if (!facts.isEmpty()) blocks.add(new Block.Definitions(facts));
    return new Section("programme", text(formats, "programme"), blocks, List.of());
  }

  private static void add(List<Fact> facts, Formats formats, String key, String value) {
    if (!value.isBlank()) facts.add(new Fact(text(formats, key), value));
  }

  private static Section domain(TaskList.Domain domain, Formats formats) {
    var blocks = new ArrayList<Block>();
    if (!domain.definition().isBlank()) blocks.add(Block.paragraph(domain.definition()));
    blocks.add(
        domain.tasks().isEmpty()
            ? Block.paragraph(text(formats, "noTask"))
            : new Block.Definitions(
                domain.tasks().stream().map(task -> new Fact(task.code(), task.text())).toList()));
    var id = "domain-" + domain.code().toLowerCase(Locale.ROOT);
    return new Section(id, domain.code() + " " + domain.title(), blocks, List.of());
  }

  private Section ksas(Formats formats) {
    var rows = new ArrayList<Block.Row>();
    for (var type : KsaType.values()) {
      var ofType = draft.ksas().stream().filter(ksa -> ksa.type() == type).toList();
      if (ofType.isEmpty()) continue;
      rows.add(Block.Row.group(text(formats, type.name())));
      for (var ksa : ofType)
        rows.add(Block.Row.of(ksa.code() + " " + ksa.text(), String.join(", ", codes(ksa))));
    }
    var columns =
        List.of(
            Block.Column.text(text(formats, "ksa")), Block.Column.text(text(formats, "neededBy")));
    var table = new Block.Table("ksa-table", text(formats, "ksas"), columns, rows, "");
    return Section.of("ksas", text(formats, "ksas"), table);
  }

  private List<String> codes(TaskList.Ksa ksa) {
    return draft
        .tasks()
        .filter(task -> ksa.tasks().contains(task.id()))
        .map(TaskList.TaskStatement::code)
        .toList();
  }

  private static String text(Formats formats, String key) {
    return formats.text("scope." + key);
  }
}
