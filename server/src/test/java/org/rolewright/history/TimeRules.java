package org.rolewright.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.rolewright.history.Told.Place;

/** What must hold of time, pen and closing of one sitting. */
final class TimeRules {
  /** What arrives so long after the deadline was on its way and counts. */
  private static final long GRACE_MS = 3_000;

  /** Two sides read the same clock, and round it. */
  private static final long ROUNDING_MS = 5;

  /** So well is known on one clock what another showed when something arrived. */
  private static final long BETWEEN_CLOCKS_MS = 100;

  /** Beyond this nothing explains why the server has not closed. */
  private static final long PATIENCE_MS = 60_000;

  /** A jump of a clock is felt a little before and after it is noted. */
  private static final long AROUND_MS = 3_000;

  private final Told told;
  private final StoredSitting stored;
  private final Onlooker onlooker;
  private final List<Finding> found;

  /**
   * Who wrote the history.
   *
   * @param end of the history
   * @param faults made on purpose
   */
  record Onlooker(long end, List<Entry.Fault> faults) {
    private List<Entry.Fault> ofClock() {
      return faults.stream().filter(fault -> fault.kind().endsWith("Clock")).toList();
    }
  }

  TimeRules(Told told, StoredSitting stored, Onlooker onlooker, List<Finding> found) {
    this.told = told;
    this.stored = stored;
    this.onlooker = onlooker;
    this.found = found;
  }

  void check() {
    everyEpochHasOneOwner();
    if (stored.startedAt().isEmpty()) return;
    theTimeIsWhatWasGranted();
    timeChangesByActsOnly();
    everyDeadlineToldIsTrue();
    stored.events().stream().filter(event -> event.kind().equals("answer")).forEach(this::judge);
    if (stored.closed()) closedOnceAndNotTooSoon();
    else closedWhenItHadToBe();
  }

  private void everyEpochHasOneOwner() {
    Map<Integer, UUID> owners = new HashMap<>();
    for (var device : stored.devices())
      for (var epoch : device.epochs())
        if (owners.put(epoch, device.id()) != null)
          violation("an epoch is given to one device", "epoch " + epoch);
    for (var granted : told.all(Entry.Granted.class))
      if (!granted.device().equals(owners.get(granted.epoch())))
        violation("an epoch that was given stays given", granted);
  }

  private void theTimeIsWhatWasGranted() {
    for (var entered : told.all(Entry.Entered.class))
      if (entered.allowedMs() != stored.allowedMs())
        violation(
            "the time is what was granted, to the millisecond",
            stored.allowedMs() + " ms instead of " + entered.allowedMs());
    var first = told.all(Entry.Entered.class).stream().mapToLong(Entry.Entered::at).min();
    if (first.isPresent() && (start() < first.getAsLong() - ROUNDING_MS || start() > onlooker.end))
      violation("no sitting starts by a clock that jumped", "started at " + start());
  }

  private void timeChangesByActsOnly() {
    if (sum(stored.adjustments()) != stored.adjustedMs())
      violation("the deadline is moved by adjustments only", stored.adjustedMs() + " ms");
    var extra = sum(adjustments("extra"));
    if (extra < extra(true) || extra > extra(false))
      violation("extra time is what a person gave", extra + " ms");
    var pauses = adjustments("pause");
    if (pauses.size() > told.acts("pause", false).size())
      violation("nobody is paused but by a person", pauses);
    for (var pause : pauses)
      if (pause.ms() != pause.until() - pause.from())
        violation("the time of a pause is given back whole", pause);
  }

  private List<StoredSitting.Adjustment> adjustments(String kind) {
    return stored.adjustments().stream().filter(one -> one.kind().equals(kind)).toList();
  }

  private static long sum(List<StoredSitting.Adjustment> adjustments) {
    return adjustments.stream().mapToLong(StoredSitting.Adjustment::ms).sum();
  }

  private long extra(boolean acknowledged) {
    return told.acts("extraTime", acknowledged).stream().mapToLong(Entry.Act::ms).sum();
  }

  private void everyDeadlineToldIsTrue() {
    var end = start() + stored.allowedMs();
    Set<Long> possible = new HashSet<>(Set.of(end));
    for (var adjustment : stored.adjustments()) possible.add(end += adjustment.ms());
    for (var ack : told.all(Entry.Acknowledged.class))
      if (ack.deadline().isPresent() && !possible.contains(ack.deadline().getAsLong()))
        violation("a page is told its own deadline", ack + ", possible: " + possible);
  }

  private void judge(StoredSitting.Event event) {
    var place = new Place(event.device(), event.seq());
    if (duringClockFault(place)) return;
    if (event.counts() && (event.receivedAt() > stored.deadline() + GRACE_MS || afterEnd(event, 0)))
      violation("nothing counts after the time", event);
    if (event.standing().equals("late") && inTime(event))
      violation("nothing in time is late", event);
    if (event.standing().equals("outside")) violation("an open question may be answered", event);
    if (told.typed(place)
        .filter(typed -> event.receivedAt() < typed.at() - BETWEEN_CLOCKS_MS)
        .isPresent()) violation("nothing arrives before it was typed", event);
    if (told.heldSince(place).filter(at -> event.receivedAt() > at + BETWEEN_CLOCKS_MS).isPresent())
      violation("nothing is acknowledged before it arrived", event);
  }

  private boolean duringClockFault(Place place) {
    return onlooker.ofClock().stream()
        .anyMatch(fault -> told.underWay(place, fault.at() - AROUND_MS, fault.until() + AROUND_MS));
  }

  /** By the end that the database knows, unless its clock was moved when it was noted. */
  private boolean afterEnd(StoredSitting.Event event, long least) {
    return stored.closed()
        && !handedInDuringClockFault()
        && event.receivedAt() - stored.closedAt().orElseThrow() > least;
  }

  private boolean handedInDuringClockFault() {
    return told.all(Entry.SubmitSent.class).stream()
        .anyMatch(sent ->
            onlooker.ofClock().stream()
                .anyMatch(fault ->
                    sent.at() >= fault.at() - AROUND_MS && sent.at() <= fault.until() + AROUND_MS));
  }

  /** In time by what had been given until then, and before the end. */
  private boolean inTime(StoredSitting.Event event) {
    var given =
        stored.adjustments().stream()
            .filter(one -> one.until() <= event.receivedAt())
            .mapToLong(StoredSitting.Adjustment::ms)
            .sum();
    return event.receivedAt() <= start() + stored.allowedMs() + given + GRACE_MS
        && !handedInDuringClockFault()
        && !afterEnd(event, -1);
  }

  private void closedOnceAndNotTooSoon() {
    switch (stored.reason()) {
      case "time" -> checkClosedByTime(stored.closedAt().orElseThrow());
      case "candidate" -> {
        if (told.all(Entry.SubmitSent.class).isEmpty())
          violation("nobody hands in but the candidate", stored.reason());
      }
      default -> {
        if (told.acts("end", false).isEmpty())
          violation("nobody is ended but by a person", stored.reason());
      }
    }
    if (stored.closings() != 1) violation("a sitting closes once", stored.closings() + " times");
    for (var receipt : told.all(Entry.Receipt.class))
      if (!OptionalLong.of(receipt.closedAt()).equals(stored.closedAt())
          || !receipt.reason().equals(stored.reason()))
        violation("every receipt tells the same", receipt);
  }

  private void checkClosedByTime(long closedAt) {
    if (closedAt < stored.deadline())
      violation("no sitting ends before its time", (stored.deadline() - closedAt) + " ms too soon");
    if (closedAt > onlooker.end + ROUNDING_MS)
      violation("no sitting ends for a clock that jumped", "closed at " + closedAt);
  }

  private void closedWhenItHadToBe() {
    for (var receipt : told.all(Entry.Receipt.class))
      violation("who has a receipt is closed", receipt);
    if (stored.state().equals("open") && stored.deadline() + GRACE_MS + PATIENCE_MS < onlooker.end)
      violation("the server closes when the time is over", stored.state());
  }

  private long start() {
    return stored.startedAt().orElseThrow();
  }

  private void violation(String rule, Object detail) {
    found.add(Finding.violation(rule, "sitting " + stored.id() + ": " + detail));
  }
}
