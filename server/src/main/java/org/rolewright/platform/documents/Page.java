package org.rolewright.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rolewright.platform.plots.Figure;
import org.rolewright.platform.plots.FigureData;
import org.rolewright.platform.plots.Sheet;
import org.rolewright.platform.text.Formats;

/** A document with its numbers, as the templates read it. */
public final class Page {
  /** The width of the printed text in CSS pixels. */
  private static final int PRINT_WIDTH = 640;

  /** Half a page: a longer plot goes on in pictures that fill the pages without large gaps. */
  private static final int PRINT_HEIGHT = 450;

  private final Document document;
  private final Formats formats;
  private final Numbers numbers;

  Page(Document document, Formats formats) {
    this.document = document;
    this.formats = formats;
    this.numbers = new Numbers(document, formats);
  }

  public Document document() {
    return document;
  }

  public Formats formats() {
    return formats;
  }

  public String text(String key) {
    return formats.text("document." + key);
  }

  public String number(String id) {
    return numbers.of(id);
  }

  public int note(Inline.Footnote note) {
    return numbers.note(note);
  }

  public List<String> notes() {
    return numbers.notes();
  }

  /** Sections and appendices. */
  public List<Section> chapters() {
    return Stream.concat(document.sections().stream(), document.appendices().stream()).toList();
  }

  /** The cover's facts, the edition and its date last. */
  public List<Fact> coverFacts() {
    var facts = new ArrayList<>(document.cover().facts());
    var edition = document.edition();
    facts.add(new Fact(text("edition"), edition.draft() ? text("draft") : edition.number()));
    facts.add(new Fact(text(edition.draft() ? "as-of" : "issued"), formats.date(edition.issued())));
    return facts;
  }

  /** What stands at the foot of every printed page. */
  public String runningMark() {
    if (document.edition().draft()) return document.edition().mark();
    var edition = text("edition") + " " + document.edition().number();
    return document.edition().mark().isEmpty()
        ? edition
        : document.edition().mark() + " · " + edition;
  }

  public Figure wide(Block.Drawn drawn) {
    return drawn.plot().draw(Sheet.screen(drawn.id() + "-wide", Sheet.SCREEN, formats));
  }

  public Figure narrow(Block.Drawn drawn) {
    return drawn.plot().draw(Sheet.screen(drawn.id() + "-narrow", Sheet.PHONE, formats));
  }

  public Figure printed(Block.Drawn drawn) {
    return drawn.plot().draw(new Sheet(drawn.id(), PRINT_WIDTH, PRINT_HEIGHT, formats));
  }

  /**
   * A figure's numbers, laid out like any table; of two columns of words the first heads groups.
   */
  public Block.Table table(Block.Drawn drawn, FigureData data) {
    int grouping = data.textColumns() - 1;
    var columns = new ArrayList<Block.Column>();
    for (int i = grouping; i < data.headers().size(); i++)
      columns.add(
          new Block.Column(
              data.headers().get(i),
              i < data.textColumns() ? Block.Align.LEFT : Block.Align.RIGHT));
    var rows = new ArrayList<Block.Row>();
    var group = "";
    for (var cells : data.rows()) {
      if (grouping > 0 && !cells.getFirst().equals(group)) {
        group = cells.getFirst();
        rows.add(Block.Row.group(group));
      }
      rows.add(new Block.Row(Block.RowKind.PLAIN, cells.subList(grouping, cells.size())));
    }
    return new Block.Table(drawn.id() + "-data", drawn.plot().caption(), columns, rows, "");
  }

  /** A table's rows, parted before every group heading. */
  public List<List<Block.Row>> groups(Block.Table table) {
    var groups = new ArrayList<List<Block.Row>>();
    for (var row : table.rows()) {
      if (groups.isEmpty() || row.kind() == Block.RowKind.GROUP) groups.add(new ArrayList<>());
      groups.getLast().add(row);
    }
    return groups;
  }
}
