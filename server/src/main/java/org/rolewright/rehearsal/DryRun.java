package org.rolewright.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.candidacy.Admission;
import org.rolewright.candidacy.LateRule;
import org.rolewright.form.PublishedForm;
import org.rolewright.timing.Schedule;
import org.rolewright.timing.SittingClock;
import org.rolewright.timing.SittingState;

/**
 * One candidate sits the exam on made-up time, several times over: on time and late, with and
 * without breaks, with and without a pause by a proctor, always to the last moment. Whoever gets
 * less working time than the form and the accommodation give is found.
 */
final class DryRun {
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private final Admission admission;
  private final Schedule schedule;
  private final Duration late;
  private final List<Finding> findings = new ArrayList<>();
  private int schedules;

  /** How this course of the exam goes. */
  private record Course(boolean breaks, boolean pause) {}

  DryRun(PublishedForm form, Admission admission, Duration late) {
    this.admission = admission;
    this.late = late;
    schedule = Schedule.of(form, admission.accommodation());
  }

  DryRun run() {
    for (var start :
        List.of(
            admission.opensAt(),
            admission.opensAt().plus(late.dividedBy(2)),
            admission.opensAt().plus(late)))
      if (start.isAfter(admission.closesAt()))
        find(Finding.Kind.DOOR, start, start.plus(schedule.allowed()), admission.closesAt());
      else
        for (var breaks : List.of(true, false))
          for (var pause : List.of(true, false)) sit(start, new Course(breaks, pause));
    return this;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  int schedules() {
    return schedules;
  }

  /** Works to the end, counting the time in which the clock ran. */
  private void sit(Instant start, Course course) {
    schedules++;
    var clock =
        new SittingClock(
            schedule, SittingClock.Times.before(SittingState.ADMITTED, schedule.allowed()));
    clock.start(start, cutOff());
    var now = start;
    if (course.pause) {
      now = now.plus(schedule.allowed().dividedBy(100));
      clock.settle(now);
      clock.pause(now);
      now = now.plus(PAUSE);
      clock.resume(now, "");
    }
    if (course.breaks)
      for (var seconds : admission.accommodation().extraBreakSeconds()) {
        clock.takeBreak(Duration.ofSeconds(seconds), now);
        now = now.plusSeconds(seconds);
        clock.settle(now);
      }
    var end = workToTheEnd(clock, now, course);
    var due = start.plus(schedule.allowed()).plus(clock.times().adjusted());
    if (end.isBefore(due)) find(Finding.Kind.CUT_OFF, start, due, end);
  }

  /**
   * Goes on at the last moment: stays in the first part without a time of its own as long as the
   * later ones allow, leaves optional breaks out or takes them whole. Returns when work ended.
   */
  private Instant workToTheEnd(SittingClock clock, Instant from, Course course) {
    var now = from;
    var slack = slack(course);
    while (true) {
      var next = schedule.next(clock.part());
      if (clock.state() == SittingState.OPEN
          && clock.partDeadline().isEmpty()
          && next.isPresent()) {
        now = now.plus(slack);
        slack = Duration.ZERO;
        clock.enter(afterBreak(next.getAsInt(), course), now);
        continue;
      }
      var due = clock.due().orElseThrow();
      clock.settle(due);
      if (clock.state() == SittingState.CLOSED) return due.minus(SittingClock.GRACE);
      now = clock.partStartedAt().orElse(due);
    }
  }

  /** Exam time that neither a timed part nor a break with a running clock takes. */
  private Duration slack(Course course) {
    var left = schedule.allowed();
    for (var step : schedule.steps()) {
      var breakThatCosts =
          step.kind() == Schedule.Kind.BREAK
              && !step.stopsClock()
              && (course.breaks || !step.optional());
      if (breakThatCosts || step.kind() == Schedule.Kind.QUESTIONS)
        left = left.minus(step.time().orElse(Duration.ZERO));
    }
    return left.isNegative() ? Duration.ZERO : left;
  }

  private int afterBreak(int next, Course course) {
    var step = schedule.steps().get(next);
    var beyond = schedule.next(next);
    return !course.breaks && step.optional() && beyond.isPresent() ? beyond.getAsInt() : next;
  }

  private Optional<Instant> cutOff() {
    return Optional.of(admission.closesAt())
        .filter(_ -> admission.lateRule() == LateRule.UNTIL_WINDOW_END);
  }

  private void find(Finding.Kind kind, Instant start, Instant deadline, Instant cutOff) {
    findings.add(new Finding(admission.displayName(), kind, start, deadline, cutOff));
  }
}
