package org.rolewright.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.scoring.Score.DomainScore;

/** Levels counted by hand: a cut of 60 % asks for 6 of the 10 points of a domain. */
class ResultLevelTest {
  private static ResultView.Level level(String raw, OptionalDouble error) {
    var domain =
        new DomainScore(
            UUID.randomUUID(), new BigDecimal(raw), new BigDecimal("10.0000"), error, true);
    return ResultService.level(domain, 0.6);
  }

  @Test
  void near_is_within_one_standard_error_of_the_level_that_passes() {
    var error = OptionalDouble.of(1.5);
    assertEquals(ResultView.Level.BELOW, level("4.5000", error));
    assertEquals(ResultView.Level.NEAR, level("4.6000", error));
    assertEquals(ResultView.Level.NEAR, level("7.4000", error));
    assertEquals(ResultView.Level.REACHED, level("7.5000", error));
  }

  /** 30 days after 1 March is 31 March. */
  @Test
  void the_last_day_for_asking_counts_to_its_end() {
    var released = Instant.parse("2026-03-01T09:00:00Z");
    assertTrue(ResultService.mayAsk(released, Instant.parse("2026-03-31T23:59:59Z")));
    assertFalse(ResultService.mayAsk(released, Instant.parse("2026-04-01T00:00:00Z")));
  }

  @Test
  void without_an_error_nothing_is_near() {
    assertEquals(ResultView.Level.BELOW, level("5.9999", OptionalDouble.empty()));
    assertEquals(ResultView.Level.REACHED, level("6.0000", OptionalDouble.empty()));
  }
}
