package org.rolewright.workshop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement on the board, in the wording in force.
 *
 * @param domain of a task; empty for a KSA
 * @param source where it was taken from; empty when written here
 * @param wording number of the wording, from 1
 * @param dropped why it was dropped; empty while it stands
 */
public record Statement(
    UUID id,
    StatementKind kind,
    Optional<DomainId> domain,
    String text,
    String source,
    int wording,
    String author,
    Instant writtenAt,
    Optional<String> dropped,
    int version) {

  boolean says(StatementInput other) {
    return kind == other.kind() && text.equals(other.text()) && domain.equals(other.domain());
  }

  boolean stands() {
    return dropped.isEmpty();
  }

  boolean isTask() {
    return kind == StatementKind.TASK;
  }
}
