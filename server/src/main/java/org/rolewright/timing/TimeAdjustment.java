package org.rolewright.timing;

import java.time.Duration;
import java.time.Instant;

/**
 * Time given back or added: the only way in which a deadline moves.
 *
 * @param from when the clock stopped, or the time was given
 * @param until when it went on; the same moment for extra time
 */
public record TimeAdjustment(
    Kind kind, Duration added, Instant from, Instant until, String reason) {
  /** Why time is added. */
  public enum Kind {
    /** A proctor had stopped the clock. */
    PAUSE,
    /** A break that stops the clock. */
    BREAK,
    /** Extra time. */
    EXTRA
  }
}
