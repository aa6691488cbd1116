package org.rolewright.workshop;

import java.util.Optional;
import java.util.UUID;

/**
 * A statement as somebody writes it.
 *
 * @param domain of a task; empty for a KSA
 * @param source where it was taken from, e.g. {@code O*NET 19031}; empty when written here
 */
public record StatementInput(
    UUID id, StatementKind kind, Optional<DomainId> domain, String text, String source) {
  public StatementInput {
    text = text.strip().replaceAll("\\s+", " ");
  }

  /** A task. */
  public static StatementInput task(TaskId id, DomainId domain, String text, String source) {
    return new StatementInput(id.value(), StatementKind.TASK, Optional.of(domain), text, source);
  }

  /** A KSA written here. */
  public static StatementInput ksa(KsaId id, KsaType type, String text) {
    return new StatementInput(id.value(), StatementKind.of(type), Optional.empty(), text, "");
  }
}
