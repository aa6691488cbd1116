package org.rolewright.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Watches whether the clock of the database, the wall clock of this machine and its monotonic
 * counter go on together. The database's clock decides every deadline; when it or the wall clock
 * jumps, nobody may be closed for it. From then on {@link #trusted} is false, until the clocks
 * agree again or a person confirms them.
 */
public final class ExamClock {
  /** Clocks that differ by more than this are in doubt. */
  public static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** A first agreement is made only when the answers came this quickly: its error lasts. */
  private static final Duration QUICK = Duration.ofMillis(100);

  /** How fast an agreed difference may creep, as clocks do: 500 millionths. */
  private static final long CREEP = 2000;

  private final InstantSource wallClock;
  private final LongSupplier monotonic;
  private Optional<Agreement> agreed = Optional.empty();
  private Optional<Memory> recalled = Optional.empty();
  private Doubt doubt = Doubt.NONE;

  /** What the clocks showed when the counter did. */
  private record Agreement(long nanos, Instant wall, Instant database) {}

  /**
   * How far the clocks are from where they should be.
   *
   * @param since when doubt began, by the wall clock then
   */
  public record Doubt(Optional<Instant> since, Duration wall, Duration database) {
    static final Doubt NONE = new Doubt(Optional.empty(), Duration.ZERO, Duration.ZERO);
  }

  /**
   * What outlasts a restart of the program.
   *
   * @param apart how far the database's clock was ahead of the wall clock when they agreed
   */
  public record Memory(Duration apart, Doubt doubt) {
    /** Whether it makes no difference. */
    public boolean isLike(Memory other) {
      return doubt.since.isPresent() == other.doubt.since.isPresent()
          && apart.minus(other.apart).abs().compareTo(TOLERANCE.dividedBy(10)) < 0;
    }
  }

  /**
   * The database told the time.
   *
   * @param asked the counter before
   * @param answered the counter after
   */
  public record Reading(long asked, long answered, Instant told) {}

  /**
   * @param monotonic nanoseconds that never jump
   */
  public ExamClock(InstantSource wallClock, LongSupplier monotonic) {
    this.wallClock = wallClock;
    this.monotonic = monotonic;
  }

  /** The counter now, to be handed to {@link #compare}. */
  public long tick() {
    return monotonic.getAsLong();
  }

  /**
   * Compares the clocks.
   *
   * @param before the counter before the database was asked
   * @param database what it answered
   * @return whether they can be trusted
   */
  public synchronized boolean compare(long before, Instant database) {
    var after = monotonic.getAsLong();
    var wall = wallClock.instant();
    var later = monotonic.getAsLong();
    if (agreed.isEmpty()) {
      if (!asBefore(wall, database, Duration.ofNanos(later - before))) return false;
      if (later - before > QUICK.toNanos()) return trusted();
      agreed = Optional.of(new Agreement(after, wall, database));
    }
    var base = agreed.get();
    var wallOff = distance(base.wall, base.nanos, after, later, wall);
    var databaseOff = distance(base.database, base.nanos, before, after, database);
    if (beyond(wallOff) || beyond(databaseOff)) {
      doubt = new Doubt(doubt.since.or(() -> Optional.of(wall)), wallOff, databaseOff);
      return false;
    }
    doubt = Doubt.NONE;
    agreed = Optional.of(crept(base, after, wallOff, databaseOff));
    return true;
  }

  /**
   * After a restart the counter tells nothing of the time before; how far the clocks are apart
   * does, unless both had jumped alike. Then only a person can end the doubt.
   */
  private boolean asBefore(Instant wall, Instant database, Duration slack) {
    if (recalled.isEmpty()) return true;
    var known = recalled.get();
    var moved = Duration.between(wall, database).minus(known.apart);
    var alike =
        known.doubt.since.isPresent() && !beyond(known.doubt.wall.minus(known.doubt.database));
    if (alike || moved.abs().compareTo(TOLERANCE.plus(slack)) > 0) {
      if (!alike) doubt = new Doubt(doubt.since.or(() -> Optional.of(wall)), Duration.ZERO, moved);
      return false;
    }
    doubt = Doubt.NONE;
    return true;
  }

  /** How far {@code seen} lies from where the counter says it should, between two readings. */
  private static Duration distance(Instant base, long nanos, long from, long to, Instant seen) {
    var early = Duration.between(base.plusNanos(from - nanos), seen);
    var late = Duration.between(base.plusNanos(to - nanos), seen);
    return early.isNegative() ? early : late.isPositive() ? late : Duration.ZERO;
  }

  private static boolean beyond(Duration off) {
    return off.abs().compareTo(TOLERANCE) > 0;
  }

  private static Agreement crept(Agreement base, long now, Duration wallOff, Duration databaseOff) {
    var most = Duration.ofNanos((now - base.nanos) / CREEP);
    return new Agreement(
        now,
        base.wall.plusNanos(now - base.nanos).plus(bounded(wallOff, most)),
        base.database.plusNanos(now - base.nanos).plus(bounded(databaseOff, most)));
  }

  private static Duration bounded(Duration off, Duration most) {
    if (off.abs().compareTo(most) <= 0) return off;
    return off.isNegative() ? most.negated() : most;
  }

  /**
   * What the database's clock showed when the counter stood at {@code then}: as the clocks agreed,
   * within what a later reading leaves open.
   */
  public synchronized Instant databaseAt(long then, Reading reading) {
    var latest = reading.told.minusNanos(reading.asked - then);
    var earliest = reading.told.minusNanos(reading.answered - then);
    if (agreed.isEmpty()) return latest;
    var known = agreed.get().database.plusNanos(then - agreed.get().nanos);
    if (known.isBefore(earliest)) return earliest;
    return known.isAfter(latest) ? latest : known;
  }

  /** To be kept for a restart; empty until the clocks agreed. */
  public synchronized Optional<Memory> memory() {
    return agreed
        .map(base -> new Memory(Duration.between(base.wall, base.database), doubt))
        .or(() -> recalled.map(known -> new Memory(known.apart, doubt)));
  }

  /** Goes on from what was kept. */
  public synchronized void recall(Memory memory) {
    recalled = Optional.of(memory);
    doubt = memory.doubt;
  }

  public synchronized boolean trusted() {
    return doubt.since.isEmpty();
  }

  public synchronized Doubt doubt() {
    return doubt;
  }

  /** A person says that the clocks are right as they are now. */
  public synchronized void confirm() {
    agreed = Optional.empty();
    recalled = Optional.empty();
    doubt = Doubt.NONE;
  }
}
