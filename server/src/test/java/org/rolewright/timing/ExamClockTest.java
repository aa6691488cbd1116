package org.rolewright.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExamClockTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private long nanos = 5_000_000_000L;
  private Duration wallOff = Duration.ZERO;
  private Duration databaseOff = Duration.ZERO;
  private final ExamClock clock = new ExamClock(() -> moment().plus(wallOff), () -> nanos);

  private Instant moment() {
    return NOON.plusNanos(nanos - 5_000_000_000L);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private boolean look() {
    return clock.compare(clock.tick(), moment().plus(databaseOff));
  }

  @Test
  void clocks_that_go_on_together_are_trusted() {
    for (var second = 0; second < 100; second++) {
      pass(Duration.ofSeconds(1));
      assertTrue(look());
    }
  }

  @Test
  void a_jump_of_either_clock_is_seen_at_the_next_look() {
    look();
    wallOff = Duration.ofHours(1);
    pass(Duration.ofMillis(250));
    assertFalse(look());
    assertEquals(Duration.ofHours(1), clock.doubt().wall());
    wallOff = Duration.ZERO;
    assertTrue(look(), "back where it was: trusted again");
    databaseOff = Duration.ofDays(-3);
    assertFalse(look());
    assertEquals(Duration.ofDays(-3), clock.doubt().database());
    assertTrue(clock.doubt().since().isPresent());
  }

  @Test
  void a_jump_of_less_than_a_second_is_borne() {
    look();
    databaseOff = Duration.ofMillis(900);
    assertTrue(look());
  }

  @Test
  void clocks_that_creep_as_clocks_do_are_followed_and_faster_ones_are_not() {
    look();
    for (var minute = 0; minute < 600; minute++) {
      pass(Duration.ofMinutes(1));
      databaseOff = databaseOff.plusMillis(20); // 333 millionths
      assertTrue(look(), "after minute " + minute);
    }
    var looks = 0;
    while (look()) {
      pass(Duration.ofMillis(250));
      databaseOff = databaseOff.plusMillis(25); // a tenth too fast
      looks++;
    }
    assertTrue(looks < 60, "noticed after " + looks + " looks");
  }

  @Test
  void an_answer_that_took_long_is_no_jump() {
    look();
    var before = clock.tick();
    var asked = moment();
    pass(Duration.ofSeconds(8));
    assertTrue(clock.compare(before, asked.plusSeconds(1)));
    assertTrue(clock.compare(before, asked.plusSeconds(7)));
  }

  @Test
  void a_person_who_confirms_the_clocks_makes_them_the_measure() {
    look();
    databaseOff = Duration.ofHours(2);
    assertFalse(look());
    clock.confirm();
    assertTrue(look());
    pass(Duration.ofSeconds(1));
    assertTrue(look());
  }
}
