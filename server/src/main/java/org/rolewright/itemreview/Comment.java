package org.rolewright.itemreview;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.itembank.Author;

/**
 * A remark on a version.
 *
 * @param round in which it was made
 * @param pointer JSON pointer of the field in the content; empty for the whole
 * @param resolution empty while it is open
 */
public record Comment(
    UUID id,
    int round,
    Optional<String> pointer,
    String text,
    Author author,
    Instant at,
    Optional<Resolution> resolution) {

  /** What was done about it. */
  public record Resolution(String answer, String by, Instant at) {}

  boolean open() {
    return resolution.isEmpty();
  }
}
