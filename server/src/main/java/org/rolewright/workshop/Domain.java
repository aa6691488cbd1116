package org.rolewright.workshop;

import java.util.Optional;

/**
 * A performance domain on the board.
 *
 * @param dropped why it was dropped; empty while it stands
 * @param version 0 when new
 */
public record Domain(
    DomainId id, String title, String definition, Optional<String> dropped, int version) {
  public Domain {
    title = title.strip().replaceAll("\\s+", " ");
    definition = definition.strip();
  }

  /** A domain to be entered. */
  public static Domain fresh(DomainId id, String title, String definition) {
    return new Domain(id, title, definition, Optional.empty(), 0);
  }

  boolean says(Domain other) {
    return title.equals(other.title) && definition.equals(other.definition);
  }

  boolean stands() {
    return dropped.isEmpty();
  }
}
