package org.rolewright.platform.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.text.Formats;

/** The numbers of sections, tables, figures and notes, in reading order. */
final class Numbers {
  /** Does not break: a number stays with its word. */
  private static final String SPACE = "\u00a0";

  private final Formats formats;
  private final Map<String, String> labels = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int tables;
  private int figures;

  Numbers(Document document, Formats formats) {
    this.formats = formats;
    int chapter = 0;
    for (var section : document.sections()) number(section, String.valueOf(++chapter));
    char letter = 'A';
    for (var appendix : document.appendices()) {
      number(appendix, String.valueOf(letter));
      labels.put(appendix.id(), formats.text("document.appendix") + SPACE + letter++);
    }
  }

  /** {@code 2.1}, {@code Table 3}, {@code Appendix B}. */
  String of(String id) {
    var label = labels.get(id);
    if (label == null) throw new IllegalArgumentException("the document has no part " + id);
    return label;
  }

  /** The notes' words; a note's number is its place, from one. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  int note(Inline.Footnote note) {
    return notes.indexOf(note.text()) + 1;
  }

  private void number(Section section, String number) {
    labels.put(section.id(), number);
    section.blocks().forEach(this::number);
    int inner = 0;
    for (var part : section.sections()) number(part, number + "." + ++inner);
  }

  private void number(Block block) {
    switch (block) {
      case Block.Table table ->
          labels.put(table.id(), formats.text("document.table") + SPACE + ++tables);
      case Block.Drawn drawn ->
          labels.put(drawn.id(), formats.text("document.figure") + SPACE + ++figures);
      case Block.Paragraph paragraph -> paragraph.words().forEach(this::note);
      case Block.Remark remark -> remark.words().forEach(this::note);
      case Block.Bullets _, Block.Steps _, Block.Definitions _, Block.PageBreak _ -> {}
    }
  }

  private void note(Inline inline) {
    if (inline instanceof Inline.Footnote(String text) && !notes.contains(text)) notes.add(text);
  }
}
