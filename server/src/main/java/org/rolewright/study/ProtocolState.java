package org.rolewright.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The protocol as it stands: a draft, or frozen.
 *
 * @param warnings what a reader of the scales may stumble over
 * @param overlaps stages of the calendar that begin before an earlier one is over
 * @param frozen empty while a draft
 */
public record ProtocolState(
    Protocol protocol,
    int version,
    List<ScaleWarning> warnings,
    List<Calendar.Overlap> overlaps,
    Optional<Frozen> frozen) {
  /** When and by whom it was frozen, and the hash that shows it unchanged. */
  public record Frozen(String hash, Instant at, String by) {}
}
