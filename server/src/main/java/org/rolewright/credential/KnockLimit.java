package org.rolewright.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rolewright.platform.Refusal;

/** Slows down who guesses codes: wrong ones are counted by the number they were tried on. */
final class KnockLimit {
  private static final int FREE = 10;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 50_000;

  private final InstantSource clock;
  private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();

  private record Wrong(int count, Instant since) {}

  KnockLimit(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @throws Refusal.Busy after too many wrong codes for this number
   */
  void check(Signs number) {
    var known = wrong.get(number.plain());
    if (known != null && known.count() >= FREE && !over(known))
      throw new Refusal.Busy("tooManyWrongCertificateCodes");
  }

  void wrong(Signs number) {
    if (wrong.size() >= MOST_KEPT) wrong.values().removeIf(this::over);
    if (wrong.size() >= MOST_KEPT) wrong.clear();
    wrong.merge(
        number.plain(),
        new Wrong(1, clock.instant()),
        (before, fresh) -> over(before) ? fresh : new Wrong(before.count() + 1, before.since()));
  }

  private boolean over(Wrong counted) {
    return counted.since().plus(SPAN).isBefore(clock.instant());
  }
}
