package org.rolewright.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.PersonId;

/**
 * Somebody on a panel, and how they were prepared.
 *
 * @param position whom or what they stand for on the panel
 * @param training what they were trained in, and by whom
 * @param promise of confidentiality
 * @param satAt when they had answered all items themselves
 */
public record Panelist(
    PersonId person,
    String position,
    Optional<LocalDate> trainedOn,
    String training,
    Optional<Promise> promise,
    Optional<Instant> satAt,
    Optional<Leaving> left) {

  /** What they signed, in the words that they saw. */
  public record Promise(String text, Instant at) {}

  /** When and why they left. */
  public record Leaving(Instant at, String because) {}

  /** Whether they are still on the panel. */
  boolean remains() {
    return left.isEmpty();
  }

  /** Whether they may judge: trained, bound by their promise, and through the form themselves. */
  boolean ready() {
    return trainedOn.isPresent() && promise.isPresent() && satAt.isPresent();
  }
}
