package org.rolewright.delivery;

import java.util.List;
import org.rolewright.platform.Sha256;

/**
 * What a device sends at once.
 *
 * @param tokenHash of the sitting token that came with it
 * @param epoch in which the events were made
 * @param waiting how many more wait on the device
 * @param events in the order of their numbers, without a gap; none to hear how things stand
 * @param arrived the monotonic counter when it was here
 */
record Post(Token tokenHash, int epoch, int waiting, List<SittingEvent> events, long arrived) {
  /** SHA-256 of a sitting token. */
  record Token(byte[] hash) {
    static Token of(String token) {
      return new Token(Sha256.of(token));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Token token && java.util.Arrays.equals(hash, token.hash);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(hash);
    }
  }

  /** Only to hear how things stand. */
  static Post asking(Token token) {
    return new Post(token, 0, 0, List.of(), 0);
  }

  /** The same device, other events. */
  Post with(List<SittingEvent> others) {
    return new Post(tokenHash, epoch, waiting, others, arrived);
  }

  boolean asksOnly() {
    return events.isEmpty();
  }

  int firstSeq() {
    return asksOnly() ? 0 : events.getFirst().seq();
  }

  /** Whether the events move the clock or the place, so that they are taken one after the other. */
  boolean steps() {
    return events.stream().anyMatch(event -> SittingEvent.STEPS.contains(event.kind()));
  }
}
