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

  /** The program starts again: its counter begins anew. */
  private ExamClock restarted() {
    var again = new ExamClock(() -> moment().plus(wallOff), () -> nanos);
    again.recall(clock.memory().orElseThrow());
    return again;
  }

  private boolean look(ExamClock at) {
    return at.compare(at.tick(), moment().plus(databaseOff));
  }

  @Test
  void a_restart_forgets_no_doubt_which_ends_when_the_clocks_are_as_far_apart_as_before() {
    databaseOff = Duration.ofMinutes(7); // as they agreed
    look();
    databaseOff = Duration.ofMinutes(67);
    assertFalse(look());
    var again = restarted();
    assertFalse(again.trusted());
    assertFalse(look(again));
    assertEquals(Duration.ofHours(1), again.doubt().database());
    databaseOff = Duration.ofMinutes(7);
    assertTrue(look(again));
    assertTrue(again.trusted());
  }

  @Test
  void a_jump_while_the_program_was_away_is_seen_at_the_first_look() {
    look();
    databaseOff = Duration.ofHours(-1);
    var again = restarted();
    assertFalse(look(again));
    assertTrue(again.doubt().since().isPresent());
    again.confirm();
    assertTrue(look(again));
  }

  @Test
  void when_both_had_jumped_alike_a_restart_waits_for_a_person() {
    look();
    wallOff = Duration.ofHours(1);
    databaseOff = Duration.ofHours(1);
    assertFalse(look());
    var again = restarted();
    assertFalse(look(again), "nothing tells this from how it was");
    again.confirm();
    assertTrue(look(again));
  }

  @Test
  void what_the_database_would_have_told_earlier_is_known_within_what_a_reading_leaves_open() {
    databaseOff = Duration.ofMinutes(7);
    look();
    var then = nanos;
    var expected = moment().plus(databaseOff);
    pass(Duration.ofSeconds(20));
    var asked = nanos;
    pass(Duration.ofSeconds(4)); // the program stood still
    var told = moment().plus(databaseOff).minusSeconds(4);
    assertEquals(expected, clock.databaseAt(then, new ExamClock.Reading(asked, nanos, told)));
    var quick = new ExamClock.Reading(nanos, nanos, moment().plus(databaseOff).plusMillis(30));
    assertEquals(expected.plusMillis(30), clock.databaseAt(then, quick), "the reading is nearer");
  }
}
