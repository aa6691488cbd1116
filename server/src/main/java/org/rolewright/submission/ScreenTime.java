package org.rolewright.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.delivery.StoredEvent;
import org.rolewright.timing.TimeAdjustment;

/**
 * How long each item was on the screen, by the clocks of the devices. A stay begins when the item
 * is seen and ends when it is left; where the page went away without leaving, at the last that was
 * heard of it. Time in which the exam clock stood is taken out, moved to the device's clock by the
 * smallest delay between doing and receiving.
 */
final class ScreenTime {
  private final List<TimeAdjustment> stops;
  private final Map<Integer, Duration> seen = new HashMap<>();

  private ScreenTime(List<TimeAdjustment> stops) {
    this.stops = stops;
  }

  /** Seconds and their parts by item; an item that was never seen is not in it. */
  static Map<Integer, Duration> of(List<StoredEvent> events, List<TimeAdjustment> adjustments) {
    var time = new ScreenTime(adjustments);
    Map<UUID, List<StoredEvent>> byDevice =
        events.stream().collect(Collectors.groupingBy(StoredEvent::client));
    byDevice.values().forEach(time::device);
    return time.seen;
  }

  private void device(List<StoredEvent> events) {
    var ordered = events.stream().sorted(Comparator.comparingInt(StoredEvent::seq)).toList();
    var delay =
        ordered.stream()
            .map(event -> Duration.between(event.typedAt(), event.receivedAt()))
            .min(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    for (var at = 0; at < ordered.size(); at++)
      if (ordered.get(at).kind().equals("seen") && ordered.get(at).item().isPresent())
        stay(ordered.get(at), end(ordered, at), delay);
  }

  private static Instant end(List<StoredEvent> events, int begin) {
    var last = events.get(begin).typedAt();
    for (var at = begin + 1; at < events.size(); at++) {
      var event = events.get(at);
      if (event.kind().equals("seen") || event.kind().equals("exit")) return last;
      last = event.typedAt();
      if (event.kind().equals("left")) return last;
    }
    return last;
  }

  private void stay(StoredEvent begin, Instant end, Duration delay) {
    var time = overlap(begin.typedAt(), end, Instant.MIN, Instant.MAX);
    for (var stop : stops)
      time =
          time.minus(
              overlap(begin.typedAt(), end, stop.from().minus(delay), stop.until().minus(delay)));
    seen.merge(begin.item().getAsInt(), time, Duration::plus);
  }

  private static Duration overlap(Instant from, Instant to, Instant begin, Instant end) {
    var first = from.isAfter(begin) ? from : begin;
    var last = to.isBefore(end) ? to : end;
    return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
  }
}
