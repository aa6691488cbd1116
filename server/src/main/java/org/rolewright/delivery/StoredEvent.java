package org.rolewright.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.rolewright.platform.PersonId;

/**
 * Something a candidate did, as it was stored.
 *
 * @param client the browser it comes from
 * @param standing {@code counts}, {@code late}, {@code outside} or {@code doubt}
 */
public record StoredEvent(
    UUID client,
    int seq,
    int epoch,
    String kind,
    OptionalInt item,
    Optional<String> value,
    Instant typedAt,
    Instant receivedAt,
    String standing,
    Optional<Decision> decision) {

  /** What a person decided about an answer that came late or to an item that was not open. */
  public record Decision(boolean admitted, PersonId person, String reason, Instant at) {}

  public boolean answers() {
    return kind.equals("answer");
  }

  /** Whether it counted when it came in. */
  public boolean inTime() {
    return standing.equals("counts") || standing.equals("doubt");
  }

  /** Whether it counts now. */
  public boolean counts() {
    return inTime() || decision.filter(Decision::admitted).isPresent();
  }
}
