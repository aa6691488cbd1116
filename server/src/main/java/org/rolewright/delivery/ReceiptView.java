package org.rolewright.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rolewright.timing.ClosingReason;

/**
 * What a candidate keeps: that the sitting is over, and a hash by which the answers can be
 * recognised later.
 *
 * @param digest SHA-256 over the final answers
 * @param receipt its beginning, short enough to be read out
 * @param amended what late answers changed that a person let count afterwards
 */
public record ReceiptView(
    SittingId sittingId,
    String displayName,
    SittingView.Exam exam,
    Instant startedAt,
    Instant closedAt,
    ClosingReason reason,
    int answered,
    int unanswered,
    String digest,
    String receipt,
    Optional<Amended> amended) {

  /** How the answers stand with those that were let count after the end. */
  record Amended(Instant at, int answered, int unanswered, String digest) {}

  static ReceiptView of(Sitting closed, int answered, Optional<Amended> amended) {
    var plan = closed.plan();
    var digest = closed.digest().orElseThrow();
    return new ReceiptView(
        closed.id(),
        plan.displayName(),
        new SittingView.Exam(plan.examTitle(), plan.formCode()),
        closed.times().startedAt().orElseThrow(),
        closed.closedAt().orElseThrow(),
        closed.times().reason().orElseThrow(),
        answered,
        plan.items().size() - answered,
        digest,
        digest.substring(0, 16).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-"),
        amended);
  }
}
