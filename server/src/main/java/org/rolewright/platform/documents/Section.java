package org.rolewright.platform.documents;

import java.util.List;

/** A headed part; its number is given when the document is laid out. */
public record Section(String id, String heading, List<Block> blocks, List<Section> sections) {
  public Section {
    blocks = List.copyOf(blocks);
    sections = List.copyOf(sections);
  }

  public static Section of(String id, String heading, Block... blocks) {
    return new Section(id, heading, List.of(blocks), List.of());
  }

  public Section with(Section... inner) {
    return new Section(id, heading, blocks, List.of(inner));
  }
}
