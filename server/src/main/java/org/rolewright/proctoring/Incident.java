package org.rolewright.proctoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An irregularity report, in its newest version. */
public record Incident(
    UUID id,
    int version,
    Optional<UUID> sittingId,
    String category,
    String severity,
    String text,
    String statement,
    String outcome,
    String reportedBy,
    Instant at) {}
