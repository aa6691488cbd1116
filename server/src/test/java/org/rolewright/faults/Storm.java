package org.rolewright.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.rolewright.faults.FaultyLine.Fate;
import org.rolewright.history.Entry;
import org.rolewright.history.Finding;
import org.rolewright.platform.db.EmbeddedPostgres;

/**
 * Breaks one thing after another, and waits each time until answers are saved again by themselves.
 */
final class Storm {
  /** Without a person. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  static final Map<Fate, Double> WEATHER =
      Map.of(
          Fate.REQUEST_DROPPED, 0.03,
          Fate.REPLY_DROPPED, 0.03,
          Fate.HALF_OPEN, 0.005,
          Fate.DELAYED, 0.01,
          Fate.DOUBLED, 0.02,
          Fate.REPEATED, 0.02,
          Fate.SLOW, 0.005);

  /** One way to break something; it is whole again when this returns. */
  interface Blow {
    void strike() throws IOException, InterruptedException, SQLException;
  }

  private final Site site;
  private final EmbeddedPostgres postgres;
  private final Notebook notebook;
  private final Random random;
  private final Map<String, Blow> blows = new TreeMap<>();
  private final Map<String, List<Long>> recoveries = new TreeMap<>();

  Storm(Site site, EmbeddedPostgres postgres, Notebook notebook, Random random) {
    this.site = site;
    this.postgres = postgres;
    this.notebook = notebook;
    this.random = random;
    blows.put("killProgram", site::killProgram);
    blows.put("killDatabase", () -> Site.signal("KILL", Site.processes(postgres)));
    blows.put("killBackend", this::killBackend);
    blows.put("pauseProgram", () -> stop(site.programProcesses()));
    blows.put("pauseDatabase", () -> stop(Site.processes(postgres)));
    blows.put("cableStuck", () -> cable(Cable.Way.STUCK));
    blows.put("cableDeaf", () -> cable(Cable.Way.DEAF));
    blows.put("cableReset", site.cable::reset);
    blows.put("cableVanished", site.cable::vanish);
    blows.put("lineCut", this::cutLine);
    blows.put("connectionsTaken", this::takeConnections);
    blows.put("databaseClock", () -> awhile(site::moveDatabaseClock));
    blows.put("programClock", () -> awhile(site::moveProgramClock));
    blows.put("machineClock", () -> awhile(this::moveMachineClock));
    blows.put("killedAtWrongClock", () -> awhile(this::killAtWrongClock));
  }

  /** With a disk of its own that can be filled. */
  Storm withDisk(Path disk) {
    blows.put("diskFull", () -> fill(disk.resolve("filler")));
    return this;
  }

  /** These only. */
  Storm only(List<String> kinds) {
    blows.keySet().retainAll(kinds);
    return this;
  }

  /** Until a moment; the first round has each kind once. */
  void rage(long until) throws IOException, InterruptedException, SQLException {
    var round = new ArrayList<String>();
    while (System.currentTimeMillis() < until) {
      if (round.isEmpty()) {
        round.addAll(blows.keySet());
        java.util.Collections.shuffle(round, random);
      }
      Thread.sleep(500 + random.nextInt(1_500));
      strike(round.removeLast());
    }
  }

  private void strike(String kind) throws IOException, InterruptedException, SQLException {
    var began = System.currentTimeMillis();
    blows.get(kind).strike();
    var healed = System.currentTimeMillis();
    notebook.add(new Entry.Fault(began, healed, kind));
    while (notebook.newestSave() < healed) {
      if (System.currentTimeMillis() - healed > RECOVERY.toMillis()) {
        notebook.blame(
            Finding.violation("everything recovers by itself", kind + "\n" + site.lastWords()));
        return;
      }
      Thread.sleep(20);
    }
    var took = System.currentTimeMillis() - healed;
    recoveries.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
    System.out.printf(
        "%-17s healed after %5d ms, saving again after %5d ms%n", kind, healed - began, took);
  }

  /** By kind, the longest time in milliseconds until answers were saved again. */
  Map<String, Long> recoveries() {
    var longest = new TreeMap<String, Long>();
    recoveries.forEach(
        (kind, all) -> longest.put(kind, all.stream().mapToLong(Long::longValue).max().orElse(0)));
    return longest;
  }

  private void pause() throws InterruptedException {
    Thread.sleep(500 + random.nextInt(3_500));
  }

  private void killBackend() throws IOException, InterruptedException {
    var processes = Site.processes(postgres);
    Site.signal("KILL", List.of(processes.get(1 + random.nextInt(processes.size() - 1))));
  }

  private void stop(List<ProcessHandle> processes) throws IOException, InterruptedException {
    Site.signal("STOP", processes);
    pause();
    Site.signal("CONT", processes);
  }

  private void cable(Cable.Way way) throws InterruptedException {
    site.cable.become(way);
    pause();
    if (way == Cable.Way.DEAF) site.cable.reset();
    site.cable.become(Cable.Way.OPEN);
  }

  private void cutLine() throws InterruptedException {
    site.line.cut(true);
    pause();
    site.line.cut(false);
  }

  /** Others have taken every connection, and the service loses its own. */
  private void takeConnections() throws SQLException, InterruptedException {
    var taken = new ArrayList<Connection>();
    try {
      site.cable.reset();
      while (taken.size() < 200) taken.add(site.connect());
    } catch (SQLException _) {
      // that was the last
    }
    pause();
    for (var connection : taken) connection.close();
  }

  /** Sets a clock wrong by so many hours, or right. */
  private interface Clock {
    void move(int hours) throws IOException, SQLException, InterruptedException;
  }

  /** A clock jumps by hours, and comes back. */
  private void awhile(Clock clock) throws IOException, SQLException, InterruptedException {
    clock.move(List.of(-72, -1, 1, 72).get(random.nextInt(4)));
    pause();
    clock.move(0);
  }

  private void moveMachineClock(int hours) throws IOException, SQLException {
    site.moveProgramClock(hours);
    site.moveDatabaseClock(hours);
  }

  /** Whoever comes up again must not take the wrong clock for right. */
  private void killAtWrongClock(int hours) throws SQLException, InterruptedException {
    site.moveDatabaseClock(hours);
    if (hours == 0) return;
    Thread.sleep(500);
    site.killProgram();
    var killed = System.currentTimeMillis();
    while (notebook.newestSave() < killed && System.currentTimeMillis() - killed < 30_000)
      Thread.sleep(20);
  }

  private void fill(Path filler) throws IOException, InterruptedException {
    try (var out = Files.newOutputStream(filler)) {
      var block = new byte[1 << 16];
      while (true) out.write(block);
    } catch (IOException _) {
      // no space left, as wanted
    }
    pause();
    Files.delete(filler);
  }
}
