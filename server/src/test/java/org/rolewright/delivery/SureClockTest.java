package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.delivery.EventRepository.Outcome;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingState;

class SureClockTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private final ExamClock clocks = new ExamClock(() -> NINE, () -> 0);
  private final SureClock clock = new SureClock(clocks);

  @BeforeEach
  void agree() {
    clocks.compare(0, NINE);
  }

  /** What a batch was judged by, row after row. */
  private static List<Optional<Outcome>> judgedAt(Duration... sinceNine) {
    return Stream.of(sinceNine)
        .map(since -> Optional.of(new Outcome(1, true, 0, 1, status(NINE.plus(since)))))
        .toList();
  }

  private static SittingStatusView status(Instant now) {
    return SittingStatusView.of(
        new SittingStatusView.Row(
            1,
            1,
            1,
            SittingState.OPEN,
            0,
            1,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            12,
            Optional.empty()));
  }

  @Test
  void a_batch_judged_by_clocks_that_agree_stands() {
    var batch = judgedAt(Duration.ZERO, Duration.ofMillis(900));
    assertEquals(batch, clock.checked(() -> batch));
    assertEquals(List.of(Optional.empty()), clock.checked(() -> List.of(Optional.empty())));
  }

  @Test
  void a_batch_is_judged_anew_when_the_clock_jumped_between_its_rows() {
    for (var jump : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
      clocks.confirm();
      agree();
      var batch = judgedAt(Duration.ZERO, jump, Duration.ZERO);
      assertThrows(SureClock.Jumped.class, () -> clock.checked(() -> batch));
      assertEquals(false, clocks.trusted());
    }
  }
}
