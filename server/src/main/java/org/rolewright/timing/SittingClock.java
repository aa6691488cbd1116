package org.rolewright.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rolewright.platform.Refusal;
import org.rolewright.timing.TimeAdjustment.Kind;

/**
 * The clock of one sitting: pure, so that a rehearsal runs the very code of the exam on made-up
 * times. Whoever calls says what time it is, first {@link #settle}s what is due by then, and never
 * goes back. While the clock stands the deadline stands still; time given back moves it by an
 * adjustment when the clock goes on.
 */
public final class SittingClock {
  /** What is received this long after a deadline still counts: it was on its way. */
  public static final Duration GRACE = Duration.ofSeconds(3);

  private final Schedule schedule;
  private final List<TimeAdjustment> adjustments = new ArrayList<>();
  private SittingState state;
  private Optional<Instant> startedAt;
  private Duration allowed;
  private Duration adjusted;
  private int part;
  private Optional<Instant> partStartedAt;
  private Duration partAdjusted;
  private Optional<Instant> pausedAt;
  private Optional<Break> running;
  private Optional<ClosingReason> reason;

  /** A break that runs. */
  public record Break(Instant from, Instant until, boolean stopsClock) {
    private Break later(Duration by) {
      return new Break(from.plus(by), until.plus(by), stopsClock);
    }
  }

  /** Everything that is stored of a clock. */
  public record Times(
      SittingState state,
      Optional<Instant> startedAt,
      Duration allowed,
      Duration adjusted,
      int part,
      Optional<Instant> partStartedAt,
      Duration partAdjusted,
      Optional<Instant> pausedAt,
      Optional<Break> running,
      Optional<ClosingReason> reason) {
    /** Before the start. */
    public static Times before(SittingState state, Duration allowed) {
      return new Times(
          state,
          Optional.empty(),
          allowed,
          Duration.ZERO,
          0,
          Optional.empty(),
          Duration.ZERO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  public SittingClock(Schedule schedule, Times times) {
    this.schedule = schedule;
    state = times.state();
    startedAt = times.startedAt();
    allowed = times.allowed();
    adjusted = times.adjusted();
    part = times.part();
    partStartedAt = times.partStartedAt();
    partAdjusted = times.partAdjusted();
    pausedAt = times.pausedAt();
    running = times.running();
    reason = times.reason();
  }

  public Times times() {
    return new Times(
        state,
        startedAt,
        allowed,
        adjusted,
        part,
        partStartedAt,
        partAdjusted,
        pausedAt,
        running,
        reason);
  }

  /** The adjustments made since this clock was taken up. */
  public List<TimeAdjustment> adjustments() {
    return List.copyOf(adjustments);
  }

  public SittingState state() {
    return state;
  }

  public int part() {
    return part;
  }

  /** When the exam ends, if the clock is not stopped; empty before the start. */
  public Optional<Instant> deadline() {
    return startedAt.map(start -> start.plus(allowed).plus(adjusted));
  }

  /** When the part ends that has a time of its own. */
  public Optional<Instant> partDeadline() {
    return schedule
        .ownTime(part)
        .flatMap(own -> partStartedAt.map(start -> start.plus(own).plus(partAdjusted)));
  }

  /** When the candidate came into the part. */
  public Optional<Instant> partStartedAt() {
    return partStartedAt;
  }

  /** Since when the clock stands. */
  public Optional<Instant> stoppedAt() {
    return running.filter(Break::stopsClock).map(Break::from).or(() -> pausedAt);
  }

  /** Exam time left; it can be below zero during the grace. */
  public Optional<Duration> remaining(Instant now) {
    return deadline().map(end -> Duration.between(stoppedAt().orElse(now), end));
  }

  public Optional<Duration> partRemaining(Instant now) {
    return partDeadline().map(end -> Duration.between(stoppedAt().orElse(now), end));
  }

  /** What is received after this moment is late; never while the clock stands. */
  public Optional<Instant> countsUntil() {
    if (!state.underWay() || stoppedAt().isPresent()) return Optional.empty();
    return Stream.concat(deadline().stream(), partDeadline().stream())
        .min(Instant::compareTo)
        .map(end -> end.plus(GRACE));
  }

  /** When the server has to act next. */
  public Optional<Instant> due() {
    return switch (state) {
      case OPEN -> countsUntil();
      case ON_BREAK ->
          Stream.concat(running.stream().map(Break::until), countsUntil().stream())
              .min(Instant::compareTo);
      case ARRIVED, ADMITTED, PAUSED, CLOSED -> Optional.empty();
    };
  }

  /** Does everything that is due by now: ends breaks, ends parts, closes. */
  public void settle(Instant now) {
    while (due().filter(due -> !due.isAfter(now)).isPresent()) {
      if (state == SittingState.ON_BREAK && !running.orElseThrow().until().isAfter(due().get()))
        endBreak(running.orElseThrow().until());
      else if (partDeadline().filter(end -> end.isBefore(deadline().orElseThrow())).isPresent())
        endPart();
      else close(ClosingReason.TIME);
    }
  }

  private void endPart() {
    var next = schedule.next(part);
    if (next.isPresent()) move(next.getAsInt(), partDeadline().orElseThrow());
    else close(ClosingReason.TIME);
  }

  /**
   * Starts.
   *
   * @param cutOff the end of the window, where no time runs past it
   */
  public void start(Instant now, Optional<Instant> cutOff) {
    require(state == SittingState.ADMITTED, "notAdmittedYet");
    startedAt = Optional.of(now);
    cutOff
        .map(end -> Duration.between(now, end))
        .filter(left -> left.compareTo(allowed) < 0)
        .ifPresent(left -> allowed = left);
    require(allowed.isPositive(), "examWindowOver");
    state = SittingState.OPEN;
    move(schedule.first(), now);
  }

  /** Goes on to a later part. */
  public void enter(int to, Instant now) {
    if (state == SittingState.ON_BREAK) endBreak(now);
    if (part == to) return;
    require(state == SittingState.OPEN && schedule.mayEnter(part, to), "partNotOpen");
    move(to, partDeadline().filter(end -> end.isBefore(now)).orElse(now));
  }

  /** Takes a break that stops the clock. */
  public void takeBreak(Duration length, Instant now) {
    require(state == SittingState.OPEN && !timeIsOver(now), "noBreakNow");
    beginBreak(new Break(now, now.plus(length), true));
  }

  private boolean timeIsOver(Instant now) {
    return countsUntil().filter(end -> end.minus(GRACE).isBefore(now)).isPresent();
  }

  public void returnFromBreak(Instant now) {
    require(state == SittingState.ON_BREAK, "noBreakNow");
    endBreak(now);
  }

  public void pause(Instant now) {
    require(state == SittingState.OPEN || state == SittingState.ON_BREAK, "notUnderWay");
    pausedAt = Optional.of(now);
    state = SittingState.PAUSED;
  }

  /** Goes on; the time that the clock stood is given back. */
  public void resume(Instant now, String why) {
    require(state == SittingState.PAUSED, "notPaused");
    var since = pausedAt.orElseThrow();
    var stood = passed(since, now);
    adjust(new TimeAdjustment(Kind.PAUSE, stood, since, now, why));
    running = running.map(pause -> pause.later(stood));
    pausedAt = Optional.empty();
    state = running.isPresent() ? SittingState.ON_BREAK : SittingState.OPEN;
  }

  /** Adds time to the exam, and to the part where that has a time of its own. */
  public void extend(Duration extra, Instant now, String why) {
    require(state.underWay(), "notUnderWay");
    adjust(new TimeAdjustment(Kind.EXTRA, extra, now, now, why));
  }

  public void close(ClosingReason why) {
    state = SittingState.CLOSED;
    reason = Optional.of(why);
    pausedAt = Optional.empty();
    running = Optional.empty();
  }

  private void move(int to, Instant at) {
    part = to;
    partStartedAt = Optional.of(at);
    partAdjusted = Duration.ZERO;
    var step = schedule.steps().get(to);
    if (step.kind() == Schedule.Kind.BREAK)
      beginBreak(new Break(at, at.plus(step.time().orElseThrow()), step.stopsClock()));
  }

  private void beginBreak(Break begun) {
    running = Optional.of(begun);
    state = SittingState.ON_BREAK;
  }

  private void endBreak(Instant at) {
    var ended = running.orElseThrow();
    running = Optional.empty();
    state = SittingState.OPEN;
    if (ended.stopsClock())
      adjust(new TimeAdjustment(Kind.BREAK, passed(ended.from(), at), ended.from(), at, ""));
    if (schedule.steps().get(part).kind() == Schedule.Kind.BREAK)
      schedule.next(part).ifPresent(next -> move(next, at));
  }

  /** No less than nothing, should the clock of the database have been set back meanwhile. */
  private static Duration passed(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  private void adjust(TimeAdjustment adjustment) {
    adjustments.add(adjustment);
    adjusted = adjusted.plus(adjustment.added());
    partAdjusted = partAdjusted.plus(adjustment.added());
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) throw new Refusal.Conflict(refusal);
  }
}
