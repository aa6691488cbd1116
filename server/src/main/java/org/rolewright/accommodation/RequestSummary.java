package org.rolewright.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.rolewright.eligibility.CandidateId;

/**
 * A candidate in the list of those who decide accommodations.
 *
 * @param askedAt when the request that waits came
 * @param granted whether the newest decision granted something
 */
record RequestSummary(
    CandidateId candidate,
    String name,
    Optional<Instant> askedAt,
    Optional<Boolean> granted,
    Optional<LocalDate> validUntil) {
  /** Who waits comes first, the longest waiting at the top. */
  static final Comparator<RequestSummary> WAITING_FIRST =
      Comparator.comparing((RequestSummary one) -> one.askedAt().orElse(Instant.MAX))
          .thenComparing(RequestSummary::name);
}
