package org.rolewright.load;

import io.gatling.javaapi.core.Session;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plan of an exam day, and what was heard on it. */
final class ExamDay {
  static final String BESIDE_STARTS = "save beside starts";
  private final URI address;
  private final List<Seat> early;
  private final List<String> late;
  private final Duration turn;
  private final Duration startTime;
  private final Duration saveTime;
  private final Map<String, Latencies> heard = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private volatile long began;

  /**
   * @param early are under way when the day begins
   * @param late are the codes of those who come in one after the other while it begins
   * @param turn passes between two saves of a candidate
   * @param startTime is how long the late ones take to come in
   * @param saveTime is how long all save after that
   */
  ExamDay(
      URI address,
      List<Seat> early,
      List<String> late,
      Duration turn,
      Duration startTime,
      Duration saveTime) {
    this.address = address;
    this.early = early;
    this.late = late;
    this.turn = turn;
    this.startTime = startTime;
    this.saveTime = saveTime;
  }

  URI address() {
    return address;
  }

  List<Seat> early() {
    return early;
  }

  List<String> late() {
    return late;
  }

  Duration turn() {
    return turn;
  }

  Duration startTime() {
    return startTime;
  }

  void begin() {
    began = System.nanoTime();
  }

  private Duration passed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Until everybody's last save. */
  Duration left() {
    var left = startTime.plus(saveTime).minus(passed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Counts an answer, or a failure under its status; no status where no answer came. Saves while
   * late ones come in, and the generator opens its connections, are told apart.
   */
  synchronized void heard(String what, Session session) {
    var status = session.contains("status") ? session.getInt("status") : 0;
    if (status != 200) failures.merge(what + " " + status, 1, Integer::sum);
    else {
      var took = session.getInt("took") + (session.contains("entry") ? session.getInt("entry") : 0);
      var early = what.equals("save") && passed().compareTo(startTime) < 0;
      heard.computeIfAbsent(early ? BESIDE_STARTS : what, _ -> new Latencies()).add(took);
    }
  }

  synchronized void failed(String what, long times) {
    if (times != 0) failures.merge(what, (int) times, Integer::sum);
  }

  Map<String, Latencies> heard() {
    return heard;
  }

  int count(String what) {
    var latencies = heard.get(what);
    return latencies == null ? 0 : latencies.count();
  }

  Map<String, Integer> failures() {
    return failures;
  }

  /** Milliseconds from a request to the end of its answer. */
  static final class Latencies {
    private int[] milliseconds = new int[1 << 10];
    private int count;

    private void add(int took) {
      if (count == milliseconds.length) milliseconds = Arrays.copyOf(milliseconds, count * 2);
      milliseconds[count++] = took;
    }

    int count() {
      return count;
    }

    /** What this share of the answers stayed within. */
    int percentile(double share) {
      var sorted = Arrays.copyOf(milliseconds, count);
      Arrays.sort(sorted);
      return count == 0 ? 0 : sorted[(int) Math.min(count - 1, share * count)];
    }
  }
}
