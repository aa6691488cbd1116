package org.rolewright.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.timing.ClosingReason;

/**
 * What somebody sees who decides about late answers of a sitting: how they came, not what they say.
 *
 * @param mayDecide whether the one who asks may: not who proctored
 */
public record LateAnswersView(
    UUID sittingId,
    String name,
    Instant startedAt,
    Instant closedAt,
    ClosingReason reason,
    boolean mayDecide,
    List<Line> answers) {

  /**
   * A late answer.
   *
   * @param clientId the browser it comes from
   * @param seq its number there
   * @param standing {@code late}, or {@code outside} for an item that was not open then
   * @param effect {@code adds} an answer, {@code replaces} one, or changes {@code nothing} because
   *     a newer one counts
   */
  public record Line(
      UUID clientId,
      int seq,
      int item,
      Instant typedAt,
      Instant receivedAt,
      String standing,
      String effect,
      Optional<Verdict> verdict) {}

  /** What was decided. */
  public record Verdict(boolean admitted, String reason, String by, Instant at) {}
}
