package org.rolewright.audit;

import java.util.Optional;
import java.util.UUID;

/** The thing that was acted on. */
public record Subject(String kind, Optional<UUID> id) {
  public static Subject of(String kind, UUID id) {
    return new Subject(kind, Optional.of(id));
  }
}
