package org.rolewright.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.rolewright.platform.Refusal;

/**
 * Slows down who guesses codes: wrong ones are counted by the number they were tried on, and all
 * together. A right code is never held up, so that guessing keeps no holder out.
 */
final class KnockLimit {
  static final int WRONG_PER_NUMBER = 10;
  static final int WRONG_PER_MINUTE = 600;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Wrong> byNumber = new HashMap<>();
  private Wrong all = new Wrong(0, Instant.EPOCH);

  private record Wrong(int count, Instant since) {
    Wrong more() {
      return new Wrong(count + 1, since);
    }

    boolean isOver(Duration span, Instant now) {
      return since.plus(span).isBefore(now);
    }
  }

  KnockLimit(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts a wrong code.
   *
   * @throws Refusal.Busy after too many for this number, or for all numbers within a minute
   */
  synchronized void wrong(Signs number) {
    var now = clock.instant();
    if (all.isOver(MINUTE, now)) begin(now);
    all = all.more();
    if (all.count() > WRONG_PER_MINUTE) throw new Refusal.Busy("tooManyWrongCertificates");
    var counted =
        byNumber.merge(
            number.plain(),
            new Wrong(1, now),
            (before, fresh) -> before.isOver(SPAN, now) ? fresh : before.more());
    if (counted.count() > WRONG_PER_NUMBER) throw new Refusal.Busy("tooManyWrongCertificateCodes");
  }

  /** What is kept stays small: a span has no more entries than its minutes allow. */
  private void begin(Instant now) {
    all = new Wrong(0, now);
    byNumber.values().removeIf(one -> one.isOver(SPAN, now));
  }
}
