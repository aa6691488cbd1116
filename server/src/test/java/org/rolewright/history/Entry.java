package org.rolewright.history;

import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One line of a history. Times are milliseconds by the clock of whoever looks on, who sits on the
 * same machine as the database.
 */
public sealed interface Entry {
  /** When it was known. */
  long at();

  /** What concerns one sitting. */
  sealed interface OfSitting extends Entry {
    UUID sitting();
  }

  /**
   * A device came in.
   *
   * @param allowedMs the time that the candidate was granted, computed by the onlooker
   */
  record Entered(long at, UUID sitting, UUID device, long allowedMs) implements OfSitting {}

  /** A device was told that it has the pen. */
  record Granted(long at, UUID sitting, UUID device, int epoch) implements OfSitting {}

  /**
   * The candidate did something, and the device keeps it; nothing was sent yet.
   *
   * @param value JSON text; {@code null} for taken back
   */
  record Typed(
      long at, UUID sitting, UUID device, int epoch, int seq, String kind, int item, String value)
      implements OfSitting {
    boolean isAnswer() {
      return kind.equals("answer");
    }

    /** Whether it is the newer of two. */
    boolean isAfter(Typed other) {
      return epoch != other.epoch ? epoch > other.epoch : seq > other.seq;
    }

    @Override
    public String toString() {
      return "question "
          + item
          + " = "
          + value
          + " (epoch "
          + epoch
          + ", number "
          + seq
          + " of device "
          + device
          + " in sitting "
          + sitting
          + ")";
    }
  }

  /** Events left the device, for the first time or again. */
  record Sent(long at, UUID sitting, UUID device, int first, int last) implements OfSitting {}

  /**
   * The service said that it holds everything up to a number.
   *
   * @param sentAt when the question for it had left
   * @param deadline as told with it, while the clock ran
   */
  record Acknowledged(
      long at, long sentAt, UUID sitting, UUID device, int ackSeq, OptionalLong deadline)
      implements OfSitting {}

  /** The answers that a page was given to show, by question. */
  record Shown(long at, long sentAt, UUID sitting, UUID device, Map<Integer, String> answers)
      implements OfSitting {}

  /** The candidate hands in. */
  record SubmitSent(long at, UUID sitting, UUID device, int lastSeq) implements OfSitting {}

  /** The candidate holds a receipt. */
  record Receipt(long at, UUID sitting, UUID device, String reason, long closedAt, String digest)
      implements OfSitting {}

  /**
   * A person acts on a sitting, once however often it is sent.
   *
   * @param act pause, resume, extraTime or end
   * @param ms of extra time
   * @param acknowledged false when it leaves, true when the answer said that it was done
   */
  record Act(long at, UUID sitting, String act, long ms, boolean acknowledged)
      implements OfSitting {}

  /** Something was broken on purpose. */
  record Fault(long at, long until, String kind) implements Entry {}

  /** Nothing happens any more. */
  record Ended(long at) implements Entry {}
}
