package org.rolewright.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Refusal;

class SittingClockTest {
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

  private static Schedule exam(Schedule.Step... steps) {
    return new Schedule(Duration.ofMinutes(60), List.of(steps));
  }

  private static Schedule oneHour() {
    return exam(Schedule.Step.questions(Optional.empty()));
  }

  private static SittingClock started(Schedule schedule) {
    var clock =
        new SittingClock(
            schedule, SittingClock.Times.before(SittingState.ADMITTED, schedule.allowed()));
    clock.start(NINE, Optional.empty());
    return clock;
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }

  @Test
  void an_exam_of_an_hour_begun_at_nine_ends_at_ten_and_closes_after_the_grace() {
    var clock = started(oneHour());
    assertEquals(Optional.of(at("10:00:00")), clock.deadline());
    clock.settle(at("10:00:02.999"));
    assertEquals(SittingState.OPEN, clock.state());
    clock.settle(at("10:00:03"));
    assertEquals(SittingState.CLOSED, clock.state());
    assertEquals(Optional.of(ClosingReason.TIME), clock.times().reason());
  }

  @Test
  void a_pause_is_given_back_to_the_millisecond_and_nothing_ends_while_it_lasts() {
    var clock = started(oneHour());
    clock.pause(at("09:59:59.999"));
    clock.settle(at("23:00:00"));
    assertEquals(SittingState.PAUSED, clock.state());
    assertEquals(Optional.of(Duration.ofMillis(1)), clock.remaining(at("22:00:00")));
    clock.resume(at("23:00:00.500"), "fire alarm");
    assertEquals(Optional.of(at("23:00:00.501")), clock.deadline());
    assertEquals(
        Duration.between(at("09:59:59.999"), at("23:00:00.500")), clock.times().adjusted());
  }

  @Test
  void extra_time_goes_to_the_exam_and_to_the_part_that_runs() {
    var clock =
        started(
            exam(
                Schedule.Step.questions(Optional.of(Duration.ofMinutes(20))),
                Schedule.Step.questions(Optional.of(Duration.ofMinutes(40)))));
    clock.extend(Duration.ofMinutes(5), at("09:10:00"), "screen froze");
    assertEquals(Optional.of(at("09:25:00")), clock.partDeadline());
    assertEquals(Optional.of(at("10:05:00")), clock.deadline());
    clock.settle(at("09:25:03"));
    assertEquals(1, clock.part());
    assertEquals(Optional.of(at("10:05:00")), clock.partDeadline());
  }

  @Test
  void a_break_that_stops_the_clock_costs_nothing_and_ends_by_itself() {
    var clock = started(oneHour());
    clock.takeBreak(Duration.ofMinutes(10), at("09:30:00"));
    assertEquals(Optional.empty(), clock.countsUntil());
    clock.settle(at("11:00:00"));
    assertEquals(Optional.of(at("10:10:00")), clock.deadline());
    assertEquals(SittingState.CLOSED, clock.state());
  }

  @Test
  void a_candidate_who_returns_early_gets_back_what_the_break_took() {
    var clock = started(oneHour());
    clock.takeBreak(Duration.ofMinutes(10), at("09:30:00"));
    clock.returnFromBreak(at("09:31:00.250"));
    assertEquals(Optional.of(at("10:01:00.250")), clock.deadline());
  }

  @Test
  void a_clock_set_back_during_a_break_or_a_pause_takes_no_time_away() {
    var clock = started(oneHour());
    clock.takeBreak(Duration.ofMinutes(10), at("09:30:00"));
    clock.returnFromBreak(at("09:20:00"));
    clock.pause(at("09:40:00"));
    clock.resume(at("09:35:00"), "set back");
    assertEquals(Optional.of(at("10:00:00")), clock.deadline());
    assertEquals(
        List.of(Duration.ZERO, Duration.ZERO),
        clock.adjustments().stream().map(TimeAdjustment::added).toList());
  }

  @Test
  void a_break_that_does_not_stop_the_clock_moves_no_deadline() {
    var clock =
        started(
            exam(
                Schedule.Step.questions(Optional.empty()),
                Schedule.Step.pause(Duration.ofMinutes(10), false, false),
                Schedule.Step.questions(Optional.empty())));
    clock.enter(1, at("09:30:00"));
    clock.settle(at("09:40:00"));
    assertEquals(2, clock.part());
    assertEquals(Optional.of(at("10:00:00")), clock.deadline());
  }

  @Test
  void parts_are_entered_forward_and_only_optional_breaks_are_passed_over() {
    var schedule =
        exam(
            Schedule.Step.questions(Optional.empty()),
            Schedule.Step.pause(Duration.ofMinutes(10), true, true),
            Schedule.Step.questions(Optional.empty()),
            Schedule.Step.pause(Duration.ofMinutes(10), false, true),
            Schedule.Step.questions(Optional.empty()));
    var clock = started(schedule);
    clock.enter(2, at("09:10:00"));
    assertThrows(Refusal.Conflict.class, () -> clock.enter(0, at("09:11:00")));
    assertThrows(Refusal.Conflict.class, () -> clock.enter(4, at("09:11:00")));
    assertEquals(2, clock.part());
  }

  @Test
  void a_cut_off_takes_only_what_lies_behind_it() {
    var clock =
        new SittingClock(
            oneHour(), SittingClock.Times.before(SittingState.ADMITTED, Duration.ofHours(1)));
    clock.start(NINE, Optional.of(at("09:45:00")));
    assertEquals(Optional.of(at("09:45:00")), clock.deadline());
  }

  @Test
  void time_and_a_half_of_a_minute_is_ninety_seconds() {
    assertEquals(Duration.ofSeconds(90), Schedule.personal(60, new BigDecimal("1.5"), 0));
    assertEquals(
        Duration.ofMillis(1_250 + 120_000), Schedule.personal(1, new BigDecimal("1.25"), 2));
  }

  /** Against stopwatches that know no deadline. */
  @Test
  void a_hundred_thousand_courses_of_an_exam_are_exact_to_the_millisecond() {
    var ended = 0;
    for (var seed = 0; seed < 100_000; seed++) ended += new Course(seed).run();
    assertTrue(ended > 50_000, "most courses come to their end: " + ended);
  }

  /** One made-up exam, sat by somebody to whom anything may happen at any millisecond. */
  private static final class Course {
    private final Random random;
    private final String name;
    private final Schedule schedule;
    private final SittingClock clock;
    private final Stopwatches reference;
    private long now = NINE.toEpochMilli();

    Course(int seed) {
      random = new Random(seed);
      name = "seed " + seed;
      schedule = schedule();
      clock = started(schedule);
      reference = new Stopwatches(schedule, now);
    }

    private Schedule schedule() {
      var steps = new ArrayList<Schedule.Step>();
      if (random.nextBoolean()) steps.add(Schedule.Step.reading());
      for (var section = 1 + random.nextInt(3); section > 0; section--) {
        steps.add(
            Schedule.Step.questions(
                random.nextBoolean()
                    ? Optional.of(Duration.ofMillis(1 + random.nextInt(2_000_000)))
                    : Optional.empty()));
        if (section > 1 && random.nextBoolean())
          steps.add(
              Schedule.Step.pause(
                  Duration.ofMillis(1 + random.nextInt(900_000)),
                  random.nextBoolean(),
                  random.nextBoolean()));
      }
      if (random.nextBoolean()) steps.add(Schedule.Step.exit());
      return new Schedule(Duration.ofMillis(1 + random.nextInt(5_000_000)), steps);
    }

    /** 1 when time came to its end. */
    int run() {
      for (var turn = 0; turn < 12; turn++) {
        now += random.nextInt(600_000);
        clock.settle(Instant.ofEpochMilli(now));
        reference.until(now);
        if (inGrace()) continue;
        compare();
        if (reference.phase == Stopwatches.Phase.ENDED) return 1;
        act(Instant.ofEpochMilli(now));
        compare();
      }
      return 0;
    }

    /** Time is over, but what is on its way still counts: the server has not acted yet. */
    private boolean inGrace() {
      return clock.countsUntil().isPresent()
          && clock.countsUntil().get().minus(SittingClock.GRACE).toEpochMilli() <= now;
    }

    private void act(Instant moment) {
      switch (random.nextInt(6)) {
        case 0 -> pause(moment);
        case 1 -> {
          var extra = random.nextInt(600_000);
          clock.extend(Duration.ofMillis(extra), moment, "");
          reference.extend(extra);
        }
        case 2 -> {
          if (clock.state() != SittingState.OPEN) return;
          var length = 1 + random.nextInt(600_000);
          clock.takeBreak(Duration.ofMillis(length), moment);
          reference.startBreak(length, true);
        }
        case 3 -> {
          if (clock.state() != SittingState.ON_BREAK) return;
          clock.returnFromBreak(moment);
          reference.endBreak();
        }
        case 4 -> {
          var next = schedule.next(clock.part());
          if (clock.state() != SittingState.OPEN || next.isEmpty()) return;
          clock.enter(next.getAsInt(), moment);
          reference.goTo(next.getAsInt());
        }
        default -> {
          // nothing happens
        }
      }
    }

    private void pause(Instant moment) {
      clock.pause(moment);
      reference.pause();
      now += random.nextInt(600_000);
      clock.settle(Instant.ofEpochMilli(now));
      clock.resume(Instant.ofEpochMilli(now), "");
      reference.until(now);
      reference.resume();
    }

    private void compare() {
      var ended = reference.phase == Stopwatches.Phase.ENDED;
      assertEquals(ended, clock.state() == SittingState.CLOSED, name);
      var moment = Instant.ofEpochMilli(reference.now());
      if (ended && reference.examLeft() > 0) return;
      assertEquals(reference.examLeft(), left(clock.deadline(), moment), name);
      if (ended) return;
      assertEquals(reference.part, clock.part(), name);
      assertEquals(
          reference.phase == Stopwatches.Phase.BREAK, clock.state() == SittingState.ON_BREAK, name);
      if (reference.partIsTimed())
        assertEquals(reference.partLeft(), left(clock.partDeadline(), moment), name);
      assertEquals(
          schedule.allowed().plus(sum(clock)),
          Duration.between(NINE, clock.deadline().orElseThrow()),
          name);
    }

    private long left(Optional<Instant> end, Instant moment) {
      return Duration.between(clock.stoppedAt().orElse(moment), end.orElseThrow()).toMillis();
    }

    private static Duration sum(SittingClock clock) {
      return clock.adjustments().stream()
          .map(TimeAdjustment::added)
          .reduce(Duration.ZERO, Duration::plus);
    }
  }
}
