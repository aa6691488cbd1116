package org.rolewright.blueprint;

import java.time.Instant;
import java.util.Optional;
import org.rolewright.analysis.AnalysisRunId;

/** A version in a list. */
public record BlueprintSummary(
    BlueprintId id,
    AnalysisRunId run,
    int version,
    Blueprint.State state,
    int testLength,
    Instant proposedAt,
    Optional<Instant> adoptedAt) {}
