package org.rolewright.proctoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.rolewright.candidacy.ExamWindowId;

/**
 * The room, as the console shows it.
 *
 * @param clockTrusted whether the server's clocks agree; if not, nobody is closed for time
 */
public record RosterView(
    ExamWindowId windowId, Instant serverNow, boolean clockTrusted, List<Row> rows) {

  /**
   * One candidate.
   *
   * @param state {@code expected} before the admission code was traded, then the sitting's
   * @param remainingMs exam time left
   * @param waiting events that waited on the device when it was last heard of
   * @param extraMs time given by proctors
   * @param unread messages of the candidate that no proctor has read
   */
  public record Row(
      UUID admissionId,
      Optional<UUID> sittingId,
      String name,
      OptionalInt seat,
      String state,
      boolean checkedIn,
      int part,
      int answered,
      int items,
      boolean running,
      Optional<Instant> deadline,
      OptionalLong remainingMs,
      Connection connection,
      Optional<Instant> lastContactAt,
      OptionalInt waiting,
      int devices,
      long extraMs,
      int incidents,
      int unread,
      Optional<String> reason) {

    /** The row as it stays while only time goes by. */
    Row withoutTime() {
      return new Row(
          admissionId,
          sittingId,
          name,
          seat,
          state,
          checkedIn,
          part,
          answered,
          items,
          running,
          deadline,
          OptionalLong.empty(),
          connection,
          Optional.empty(),
          waiting,
          devices,
          extraMs,
          incidents,
          unread,
          reason);
    }
  }

  /** Whether a device is heard of. */
  public enum Connection {
    NEVER,
    ONLINE,
    AWAY;

    private static final Duration SILENCE = Duration.ofSeconds(20);

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Connection of(Optional<Instant> last, Instant now) {
      if (last.isEmpty()) return NEVER;
      return last.get().isBefore(now.minus(SILENCE)) ? AWAY : ONLINE;
    }
  }

  /** Whether nothing but the time differs. */
  boolean sameAs(RosterView other) {
    return clockTrusted == other.clockTrusted
        && rows.stream()
            .map(Row::withoutTime)
            .toList()
            .equals(other.rows.stream().map(Row::withoutTime).toList());
  }
}
