package org.rolewright.history;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A sitting as it stands in the database in the end; times in milliseconds by the database's clock.
 *
 * @param closings how often the audit trail says that it was closed
 */
public record StoredSitting(
    UUID id,
    String state,
    OptionalLong startedAt,
    long allowedMs,
    long adjustedMs,
    OptionalLong closedAt,
    String reason,
    String digest,
    UUID form,
    int closings,
    List<Device> devices,
    List<Event> events,
    List<Adjustment> adjustments) {

  /** A device and the epochs it was given. */
  public record Device(UUID id, List<Integer> epochs) {}

  /**
   * An event.
   *
   * @param value JSON text; {@code null} for none
   */
  public record Event(
      UUID device,
      int seq,
      int epoch,
      String kind,
      int item,
      String value,
      long receivedAt,
      String standing) {
    boolean counts() {
      return standing.equals("counts") || standing.equals("doubt");
    }
  }

  /** Time given back or added; in the order in which it was. */
  public record Adjustment(String kind, long ms, long from, long until) {}

  boolean closed() {
    return state.equals("closed");
  }

  /** The end, as it stands after all adjustments. */
  long deadline() {
    return startedAt.orElseThrow() + allowedMs + adjustedMs;
  }
}
