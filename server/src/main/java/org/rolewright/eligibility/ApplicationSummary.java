package org.rolewright.eligibility;

import java.time.Instant;
import java.util.Optional;

/** An application in the list of those who decide. */
record ApplicationSummary(
    CandidateId id,
    String name,
    String email,
    ApplicationState state,
    Instant changedAt,
    Optional<Instant> submittedAt,
    Optional<Instant> authorisedUntil) {}
