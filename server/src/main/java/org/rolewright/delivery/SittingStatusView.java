package org.rolewright.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingState;

/**
 * How a sitting stands for one device, after what it sent was stored.
 *
 * @param ackSeq greatest number stored of this device, with all before it
 * @param epoch newest epoch granted to this device; 0 for none
 * @param writing whether this device holds the pen
 * @param running whether the clock runs
 * @param remainingMs exam time left at {@code serverNow}
 */
public record SittingStatusView(
    int ackSeq,
    int epoch,
    int currentEpoch,
    boolean writing,
    SittingState status,
    int part,
    int revision,
    Instant serverNow,
    boolean running,
    OptionalLong remainingMs,
    Optional<Instant> deadline,
    OptionalLong partRemainingMs,
    Optional<Instant> partDeadline,
    OptionalLong breakRemainingMs,
    int fromItem,
    int toItem,
    Optional<ClosingReason> reason) {

  /** The times as stored, and the device. */
  record Row(
      int ackSeq,
      int epoch,
      int currentEpoch,
      SittingState state,
      int part,
      int revision,
      Instant now,
      Optional<Instant> deadline,
      Optional<Instant> partDeadline,
      Optional<Instant> stoppedAt,
      Optional<Instant> breakUntil,
      int fromItem,
      int toItem,
      Optional<ClosingReason> reason) {
    /** After so many events more were stored, and the items before {@code reached} were closed. */
    Row after(int added, int reached) {
      return new Row(
          ackSeq + added,
          epoch,
          currentEpoch,
          state,
          part,
          revision,
          now,
          deadline,
          partDeadline,
          stoppedAt,
          breakUntil,
          Math.max(fromItem, reached),
          toItem,
          reason);
    }
  }

  static SittingStatusView of(Row row) {
    var going = row.state.underWay();
    var running = going && row.stoppedAt.isEmpty();
    var at = row.stoppedAt.orElse(row.now);
    return new SittingStatusView(
        row.ackSeq,
        row.epoch,
        row.currentEpoch,
        row.epoch > 0 && row.epoch == row.currentEpoch,
        row.state,
        row.part,
        row.revision,
        row.now,
        running,
        left(row.deadline.filter(_ -> going), at),
        row.deadline.filter(_ -> running),
        left(row.partDeadline.filter(_ -> going), at),
        row.partDeadline.filter(_ -> running),
        left(row.breakUntil.filter(_ -> row.state == SittingState.ON_BREAK), row.now),
        row.fromItem,
        row.toItem,
        row.reason);
  }

  private static OptionalLong left(Optional<Instant> end, Instant at) {
    return end.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, Duration.between(at, end.get()).toMillis()));
  }
}
