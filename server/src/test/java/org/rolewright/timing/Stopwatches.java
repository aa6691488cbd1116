package org.rolewright.timing;

import java.util.List;

/**
 * An exam's time told in another way than the program does: no deadline anywhere, only stopwatches
 * that count down while they run. The reference for {@link SittingClockTest}.
 */
final class Stopwatches {
  enum Phase {
    WORKING,
    BREAK,
    ENDED
  }

  private final List<Schedule.Step> steps;
  private long now;
  private long examLeft;
  private long partLeft;
  private long breakLeft;
  private boolean breakStops;
  private boolean paused;
  int part;
  Phase phase = Phase.WORKING;

  Stopwatches(Schedule schedule, long start) {
    steps = schedule.steps();
    now = start;
    examLeft = schedule.allowed().toMillis();
    begin(schedule.first());
  }

  private void begin(int to) {
    part = to;
    var step = steps.get(to);
    var time = step.time().map(length -> length.toMillis());
    if (step.kind() == Schedule.Kind.BREAK) {
      startBreak(time.orElseThrow(), step.stopsClock());
      partLeft = Long.MAX_VALUE / 4;
    } else {
      phase = Phase.WORKING;
      partLeft = time.orElse(Long.MAX_VALUE / 4);
    }
  }

  void startBreak(long length, boolean stops) {
    phase = Phase.BREAK;
    breakLeft = length;
    breakStops = stops;
  }

  /** Lets time go by. */
  void until(long moment) {
    while (now < moment && phase != Phase.ENDED && !paused) {
      var step = moment - now;
      if (phase == Phase.BREAK) step = Math.min(step, breakLeft);
      var runs = phase == Phase.WORKING || !breakStops;
      if (runs) step = Math.min(step, Math.min(examLeft, partLeft));
      now += step;
      if (phase == Phase.BREAK) breakLeft -= step;
      if (runs) {
        examLeft -= step;
        partLeft -= step;
      }
      if (runs && examLeft == 0) phase = Phase.ENDED;
      else if (phase == Phase.BREAK && breakLeft == 0) endBreak();
      else if (runs && partLeft == 0) endPart();
    }
    if (phase != Phase.ENDED) now = moment;
  }

  void endBreak() {
    phase = Phase.WORKING;
    if (steps.get(part).kind() == Schedule.Kind.BREAK) endPart();
  }

  private void endPart() {
    for (var next = part + 1; next < steps.size(); next++) {
      var kind = steps.get(next).kind();
      if (kind == Schedule.Kind.QUESTIONS || kind == Schedule.Kind.BREAK) {
        begin(next);
        return;
      }
    }
    phase = Phase.ENDED;
  }

  void goTo(int to) {
    begin(to);
  }

  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
  }

  void extend(long extra) {
    examLeft += extra;
    partLeft += extra;
  }

  /** When time ended; now, as long as it has not. */
  long now() {
    return now;
  }

  long examLeft() {
    return examLeft;
  }

  long partLeft() {
    return partLeft;
  }

  boolean partIsTimed() {
    return steps.get(part).kind() == Schedule.Kind.QUESTIONS && steps.get(part).time().isPresent();
  }
}
