package org.rolewright.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.form.FormId;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;

/**
 * One candidate before one form, as stored.
 *
 * @param number short number, for events and devices
 * @param revision grows with every change that the candidate's page has to learn of
 * @param epoch newest epoch granted to any device
 * @param fromItem first item that may be answered now
 * @param agreed version of the agreement that was accepted
 */
public record Sitting(
    long number,
    SittingId id,
    BookingId admission,
    ExamWindowId window,
    FormId form,
    Plan plan,
    SittingClock.Times times,
    int revision,
    int epoch,
    int fromItem,
    Optional<String> agreed,
    List<Integer> breaksTaken,
    Instant arrivedAt,
    Optional<Instant> closedAt,
    Optional<String> digest) {

  public SittingState state() {
    return times.state();
  }

  /** The clock, to be moved on and handed back to {@link #moved}. */
  public SittingClock clock() {
    return new SittingClock(plan.schedule(), times);
  }

  /** The same sitting with its clock moved on; a new part begins at its first item. */
  Sitting moved(SittingClock clock) {
    var after = clock.times();
    var samePart = after.part() == times.part() && times.startedAt().isPresent();
    var from =
        samePart || after.startedAt().isEmpty()
            ? fromItem
            : plan.parts().get(after.part()).fromItem();
    return copy(after, epoch, from, agreed, breaksTaken);
  }

  Sitting penGiven() {
    return copy(times, epoch + 1, fromItem, agreed, breaksTaken);
  }

  Sitting agreedTo(Optional<String> version) {
    return copy(times, epoch, fromItem, version, breaksTaken);
  }

  Sitting tookBreak(int number) {
    var taken = new ArrayList<>(breaksTaken);
    taken.add(number);
    return copy(times, epoch, fromItem, agreed, List.copyOf(taken));
  }

  Sitting closed(Instant at, String newDigest) {
    return new Sitting(
        number,
        id,
        admission,
        window,
        form,
        plan,
        times,
        revision,
        epoch,
        fromItem,
        agreed,
        breaksTaken,
        arrivedAt,
        Optional.of(at),
        Optional.of(newDigest));
  }

  private Sitting copy(
      SittingClock.Times newTimes,
      int newEpoch,
      int from,
      Optional<String> newAgreed,
      List<Integer> taken) {
    return new Sitting(
        number,
        id,
        admission,
        window,
        form,
        plan,
        newTimes,
        revision + 1,
        newEpoch,
        from,
        newAgreed,
        taken,
        arrivedAt,
        closedAt,
        digest);
  }

  /** Last item that may be answered now. */
  int toItem() {
    return part().map(Plan.Part::toItem).orElse(0);
  }

  boolean linear() {
    return part().map(Plan.Part::linear).orElse(false);
  }

  private Optional<Plan.Part> part() {
    return times.startedAt().map(_ -> plan.parts().get(times.part()));
  }
}
