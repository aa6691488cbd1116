package org.rolewright.accommodation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rolewright.eligibility.CandidateId;

/**
 * A candidate's request and what was decided before, as those who decide see it.
 *
 * @param mark under which the trail names the candidate in this matter
 * @param wish empty where no request waits
 * @param decisions the newest first
 */
record WaitingRequest(
    CandidateId candidate,
    String name,
    String mark,
    Optional<Instant> askedAt,
    Optional<Wish> wish,
    List<Evidence> evidence,
    List<Made> decisions) {

  /** A decision that was made. */
  record Made(int number, AccommodationDecision decision, String by, Instant at) {}
}
