package org.rolewright.platform.documents;

import java.util.HashSet;
import java.util.List;
import org.rolewright.platform.text.Language;

/** A whole document: what it is, which edition, and what it says. */
public record Document(
    Language language,
    Cover cover,
    Edition edition,
    List<Section> sections,
    List<Section> appendices) {

  public Document {
    sections = List.copyOf(sections);
    appendices = List.copyOf(appendices);
    var ids = new HashSet<String>();
    sections.forEach(section -> claim(section, ids));
    appendices.forEach(section -> claim(section, ids));
  }

  private static void claim(Section section, HashSet<String> ids) {
    claim(section.id(), ids);
    for (var block : section.blocks()) {
      if (block instanceof Block.Table table) claim(table.id(), ids);
      if (block instanceof Block.Drawn drawn) claim(drawn.id(), ids);
    }
    section.sections().forEach(inner -> claim(inner, ids));
  }

  private static void claim(String id, HashSet<String> ids) {
    if (!id.matches("[a-z][a-z0-9-]*")) throw new IllegalArgumentException("not an id: " + id);
    if (!ids.add(id))
      throw new IllegalArgumentException("two parts of a document are called " + id);
  }
}
