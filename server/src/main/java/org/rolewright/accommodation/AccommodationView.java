package org.rolewright.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a candidate sees of accommodations. The reason given is not among it: whoever else gets hold
 * of the link shall not read it.
 *
 * @param askedAt when the request that waits was sent; empty where none waits
 * @param evidence how many files are with it
 * @param decision the newest
 */
record AccommodationView(Optional<Instant> askedAt, int evidence, Optional<Answer> decision) {

  /** A decision without who made it. */
  record Answer(
      Optional<Accommodation> granted,
      String answer,
      Optional<LocalDate> validUntil,
      Instant decidedAt) {}
}
