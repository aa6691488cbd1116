package org.rolewright.form;

import java.time.Instant;
import java.util.Optional;

/** A form in a list. */
public record FormSummary(
    FormId id,
    int number,
    String code,
    Form.State state,
    boolean proposed,
    int length,
    int scored,
    int pilot,
    Instant changedAt,
    Optional<Instant> publishedAt,
    Optional<FormId> replaces) {

  static FormSummary of(Form form) {
    var items = form.items();
    int scored = (int) items.stream().filter(Placed::scored).count();
    return new FormSummary(
        form.id(),
        form.number(),
        form.code(),
        form.state(),
        form.proposed().isPresent(),
        form.length(),
        scored,
        items.size() - scored,
        form.changed().at(),
        form.published().map(signature -> signature.at()),
        form.replaces());
  }
}
