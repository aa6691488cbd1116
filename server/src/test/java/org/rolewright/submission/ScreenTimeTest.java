package org.rolewright.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.delivery.StoredEvent;
import org.rolewright.timing.TimeAdjustment;

/** Expected times are counted by hand from the seconds in the events. */
class ScreenTimeTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final UUID PHONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID DESK = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private final List<StoredEvent> events = new ArrayList<>();

  /** The phone's clock is right, the desk's an hour fast; both take two seconds to send. */
  private void happens(UUID device, int second, String kind, int item) {
    var ahead = device.equals(DESK) ? 3600 : 0;
    events.add(
        new StoredEvent(
            device,
            events.size() + 1,
            1,
            kind,
            item == 0 ? OptionalInt.empty() : OptionalInt.of(item),
            Optional.empty(),
            NINE.plusSeconds(second + ahead),
            NINE.plusSeconds(second + 2),
            "counts",
            Optional.empty()));
  }

  private Map<Integer, Duration> seen(TimeAdjustment... stops) {
    return ScreenTime.of(events, List.of(stops));
  }

  @Test
  void stays_at_an_item_are_added_up() {
    happens(PHONE, 0, "seen", 1);
    happens(PHONE, 20, "left", 1);
    happens(PHONE, 20, "seen", 2);
    happens(PHONE, 25, "left", 2);
    happens(PHONE, 25, "seen", 1);
    happens(PHONE, 32, "left", 1);
    assertEquals(Map.of(1, Duration.ofSeconds(27), 2, Duration.ofSeconds(5)), seen());
  }

  @Test
  void a_page_that_went_away_counts_to_the_last_that_was_heard_of_it() {
    happens(PHONE, 0, "seen", 1);
    happens(PHONE, 9, "answer", 1);
    happens(PHONE, 600, "seen", 1);
    happens(PHONE, 601, "left", 1);
    assertEquals(Map.of(1, Duration.ofSeconds(10)), seen());
  }

  @Test
  void time_in_which_the_clock_stood_is_taken_out_on_the_clock_of_the_device() {
    happens(DESK, 0, "seen", 1);
    happens(DESK, 100, "left", 1);
    var pause =
        new TimeAdjustment(
            TimeAdjustment.Kind.PAUSE,
            Duration.ofSeconds(30),
            NINE.plusSeconds(42),
            NINE.plusSeconds(72),
            "noise");
    assertEquals(Map.of(1, Duration.ofSeconds(70)), seen(pause));
  }

  @Test
  void devices_beside_each_other_each_have_their_own_stays() {
    happens(PHONE, 0, "seen", 1);
    happens(DESK, 5, "seen", 2);
    happens(PHONE, 10, "left", 1);
    happens(DESK, 25, "left", 2);
    assertEquals(Map.of(1, Duration.ofSeconds(10), 2, Duration.ofSeconds(20)), seen());
  }

  @Test
  void a_clock_that_was_set_back_gives_no_time() {
    happens(PHONE, 100, "seen", 1);
    happens(PHONE, 40, "left", 1);
    assertEquals(Map.of(1, Duration.ZERO), seen());
  }
}
