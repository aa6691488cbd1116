package org.rolewright.accommodation;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * What is granted or refused; never why it was needed.
 *
 * @param granted empty when refused
 * @param answer words to the candidate
 * @param validUntil last day on which it applies
 */
record AccommodationDecision(
    Optional<Accommodation> granted, String answer, Optional<LocalDate> validUntil) {
  AccommodationDecision {
    if (granted.isPresent() && validUntil.isEmpty())
      throw new Refusal.BrokenRule("what_is_granted_has_a_period");
    if (granted.filter(Accommodation::givesNothing).isPresent())
      throw new Refusal.BrokenRule("nothingIsGranted");
    validUntil = granted.isPresent() ? validUntil : Optional.empty();
  }
}
