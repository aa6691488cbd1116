package org.rolewright.marking;

import java.util.Optional;
import java.util.UUID;
import org.rolewright.blueprint.Blueprint.Signature;
import org.rolewright.form.FormId;
import org.rolewright.itembank.ItemVersionId;

/** What somebody proposed about the key of an item that was given, and what became of it. */
public record KeyChange(
    UUID id,
    FormId form,
    ItemVersionId version,
    KeyRule rule,
    String reason,
    Signature proposed,
    Optional<Decision> decision) {

  /** What another person said. */
  public record Decision(boolean agreed, String because, Signature by) {}
}
