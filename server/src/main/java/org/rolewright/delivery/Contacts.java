package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What reaches this program, kept in memory: when each sitting was last heard of, for the proctors,
 * written down every few seconds by whoever {@link #take}s it, so that saving an answer does not
 * have to; and since when posts are here that are not stored yet.
 */
public final class Contacts {
  /** However long a post waits to be stored, no sitting ends later for it than this. */
  private static final Duration LONGEST_STAY = Duration.ofSeconds(10);

  private final Map<Long, Contact> heard = new ConcurrentHashMap<>();
  private final Set<Stay> here = ConcurrentHashMap.newKeySet();

  /** A post that is here; each is itself and equals no other. */
  static final class Stay {
    private final long since;

    private Stay(long since) {
      this.since = since;
    }
  }

  Stay arrive(long since) {
    var stay = new Stay(since);
    here.add(stay);
    return stay;
  }

  void leave(Stay stay) {
    here.remove(stay);
  }

  /**
   * When the post came that has waited longest to be stored. What ends after that does not end yet.
   *
   * @param now by the clock of the database
   * @param tick the monotonic counter then
   */
  Instant setBack(Instant now, long tick) {
    var longest = here.stream().mapToLong(stay -> tick - stay.since).max().orElse(0);
    return now.minusNanos(Math.clamp(longest, 0, LONGEST_STAY.toNanos()));
  }

  /**
   * A sign of life.
   *
   * @param waiting how many events wait on the device
   */
  record Contact(Instant at, int waiting) {}

  void heard(long sitting, Instant at, int waiting) {
    heard.put(sitting, new Contact(at, waiting));
  }

  /** What was heard since the last time. */
  Map<Long, Contact> take() {
    var taken = new java.util.HashMap<Long, Contact>();
    heard.keySet().forEach(sitting -> taken.put(sitting, heard.remove(sitting)));
    return taken;
  }
}
