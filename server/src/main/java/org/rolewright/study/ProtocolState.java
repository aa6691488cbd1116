package org.rolewright.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The protocol as it stands: a draft, or frozen.
 *
 * @param warnings what a reader of the scales may stumble over
 * @param frozen empty while a draft
 */
public record ProtocolState(
    Protocol protocol, int version, List<ScaleWarning> warnings, Optional<Frozen> frozen) {
  /** When and by whom it was frozen, and the hash that shows it unchanged. */
  public record Frozen(String hash, Instant at, String by) {}
}
