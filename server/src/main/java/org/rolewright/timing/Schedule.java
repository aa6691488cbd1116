package org.rolewright.timing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rolewright.accommodation.Accommodation;
import org.rolewright.form.Part;
import org.rolewright.form.PublishedForm;

/**
 * The times of a form for one candidate, accommodations included.
 *
 * @param allowed time for the whole exam
 * @param steps the parts of the form in their order
 */
public record Schedule(Duration allowed, List<Step> steps) {
  public Schedule {
    if (allowed.isNegative() || allowed.isZero()) throw new IllegalArgumentException("no time");
    steps = List.copyOf(steps);
  }

  /** What kind of part a step is, as far as time goes. */
  public enum Kind {
    /** Agreement or tutorial: before the clock starts. */
    READING,
    QUESTIONS,
    BREAK,
    /** After submitting. */
    EXIT
  }

  /**
   * One part.
   *
   * @param time the part's own time, or the length of the break
   * @param optional whether a break may be passed over
   * @param stopsClock whether the break costs no exam time
   */
  public record Step(Kind kind, Optional<Duration> time, boolean optional, boolean stopsClock) {
    public static Step reading() {
      return new Step(Kind.READING, Optional.empty(), false, false);
    }

    public static Step questions(Optional<Duration> ownTime) {
      return new Step(Kind.QUESTIONS, ownTime, false, false);
    }

    public static Step pause(Duration length, boolean optional, boolean stopsClock) {
      return new Step(Kind.BREAK, Optional.of(length), optional, stopsClock);
    }

    public static Step exit() {
      return new Step(Kind.EXIT, Optional.empty(), true, false);
    }
  }

  /**
   * The times of a form for a candidate. Extra minutes go to the whole exam; a part with a time of
   * its own takes the share of its length.
   */
  public static Schedule of(PublishedForm form, Accommodation granted) {
    var steps = new ArrayList<Step>();
    var before = 0L;
    for (var part : form.parts()) {
      switch (part) {
        case Part.Agreement _, Part.Tutorial _ -> steps.add(Step.reading());
        case Part.Break pause ->
            steps.add(
                Step.pause(
                    Duration.ofSeconds(pause.seconds()), pause.optional(), pause.stopsClock()));
        case Part.Exit _ -> steps.add(Step.exit());
        case Part.Questions section -> {
          var start = before;
          before += section.seconds().orElse(0);
          var end = before;
          steps.add(
              Step.questions(
                  section
                      .seconds()
                      .map(seconds ->
                          personal(seconds, granted.timeFactor(), 0)
                              .plusMillis(
                                  share(form, granted, end) - share(form, granted, start)))));
        }
      }
    }
    return new Schedule(
        personal(form.secondsAllowed(), granted.timeFactor(), granted.extraMinutes()), steps);
  }

  /** What the first so many seconds of timed parts take of the extra minutes, in milliseconds. */
  private static long share(PublishedForm form, Accommodation granted, long seconds) {
    return Math.floorDiv(granted.extraMinutes() * 60_000L * seconds, form.secondsAllowed());
  }

  /** Time after the accommodation, exact to the millisecond; the factor has two decimals. */
  public static Duration personal(long seconds, BigDecimal factor, long extraMinutes) {
    var hundredths = factor.movePointRight(2).longValueExact();
    return Duration.ofMillis(
        Math.addExact(
            Math.multiplyExact(seconds, Math.multiplyExact(10, hundredths)),
            Math.multiplyExact(extraMinutes, 60_000)));
  }

  /** The first part with questions, where the clock starts. */
  public int first() {
    for (var part = 0; part < steps.size(); part++)
      if (steps.get(part).kind() == Kind.QUESTIONS) return part;
    throw new IllegalStateException("no part has questions");
  }

  /** The part after this one that takes place before submitting; empty after the last. */
  public OptionalInt next(int part) {
    for (var next = part + 1; next < steps.size(); next++)
      if (isQuestionsOrBreak(next)) return OptionalInt.of(next);
    return OptionalInt.empty();
  }

  /** Forward only; nothing but optional breaks is passed over. */
  public boolean mayEnter(int from, int to) {
    if (to <= from || to >= steps.size() || !isQuestionsOrBreak(to)) return false;
    return steps.subList(from + 1, to).stream()
        .allMatch(step -> step.kind() == Kind.BREAK && step.optional());
  }

  private boolean isQuestionsOrBreak(int part) {
    var kind = steps.get(part).kind();
    return kind == Kind.QUESTIONS || kind == Kind.BREAK;
  }

  public Optional<Duration> ownTime(int part) {
    var step = steps.get(part);
    return step.kind() == Kind.QUESTIONS ? step.time() : Optional.empty();
  }
}
