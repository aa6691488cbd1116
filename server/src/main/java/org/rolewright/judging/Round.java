package org.rolewright.judging;

import java.time.Instant;
import java.util.Optional;

/**
 * A round of judging.
 *
 * @param number from 1
 */
public record Round(int number, String openedBy, Instant openedAt, Optional<Closing> closing) {

  /** How it ended, and what the panel was shown. */
  public record Closing(String by, Instant at, RoundResult result) {}

  boolean isOpen() {
    return closing.isEmpty();
  }
}
