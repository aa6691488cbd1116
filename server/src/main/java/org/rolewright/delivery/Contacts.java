package org.rolewright.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each sitting was last heard of, for the proctors. Kept in memory and written down every few
 * seconds by whoever {@link #take}s it, so that saving an answer does not have to.
 */
public final class Contacts {
  private final Map<Long, Contact> heard = new ConcurrentHashMap<>();

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
