package org.rolewright.candidacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rolewright.platform.Refusal;

/**
 * Slows down who guesses admission codes. Wrong codes are counted by their first signs, so a
 * guesser makes only those wait whose code begins like the guesses.
 */
final class GuessLimit {
  private static final int FREE = 10;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int SIGNS = 4;
  private static final int MOST_KEPT = 50_000;

  private final InstantSource clock;
  private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();

  private record Wrong(int count, Instant since) {}

  GuessLimit(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @throws Refusal.Busy after too many wrong codes that begin like this one
   */
  void check(String code) {
    var known = wrong.get(beginning(code));
    if (known != null && known.count() >= FREE && !over(known))
      throw new Refusal.Busy("tooManyWrongCodes");
  }

  void wrong(String code) {
    if (wrong.size() >= MOST_KEPT) wrong.values().removeIf(this::over);
    if (wrong.size() >= MOST_KEPT) wrong.clear();
    wrong.merge(
        beginning(code),
        new Wrong(1, clock.instant()),
        (before, fresh) -> over(before) ? fresh : new Wrong(before.count() + 1, before.since()));
  }

  private boolean over(Wrong counted) {
    return counted.since().plus(SPAN).isBefore(clock.instant());
  }

  private static String beginning(String code) {
    var plain = AdmissionCodes.plain(code);
    return plain.substring(0, Math.min(SIGNS, plain.length()));
  }
}
