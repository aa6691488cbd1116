package org.rolewright.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.rolewright.Browsers;
import org.rolewright.faults.Exam;
import org.rolewright.faults.FaultyLine;
import org.rolewright.faults.FaultyLine.Fate;
import org.rolewright.faults.Site;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.platform.json.Json;

/** {@code ./run soak}: candidates in real browsers whose line and service fail all the time. */
public final class Soak {
  private static final Map<Fate, Double> WEATHER =
      Map.of(Fate.REQUEST_DROPPED, 0.25, Fate.REPLY_DROPPED, 0.25);
  private static final int EXAM_SECONDS = 7_200;

  final Browsers browsers = new Browsers();
  private final Random random;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int looks;
  private int choices;

  /** Something did not come about. */
  static final class Broken extends RuntimeException {
    Broken(String what) {
      super(what);
    }
  }

  /** What came of it. */
  public record Result(
      long seed,
      int choices,
      int looks,
      Map<String, Integer> events,
      List<String> lost,
      List<String> wrong) {}

  private Soak(long seed) {
    random = new Random(seed);
  }

  public static void main(String[] arguments) throws Exception {
    var minutes = 1.0;
    var seed = (long) ThreadLocalRandom.current().nextInt(1_000_000);
    for (var n = 0; n + 1 < arguments.length; n += 2)
      switch (arguments[n]) {
        case "--minutes" -> minutes = Double.parseDouble(arguments[n + 1]);
        case "--seed" -> seed = Long.parseLong(arguments[n + 1]);
        default -> {
          System.err.println("./run soak [--minutes N] [--seed S]");
          System.exit(2);
        }
      }
    var result = run(Math.round(minutes * 60_000), seed, 3);
    result.lost.forEach(one -> System.out.println("LOST: " + one));
    result.wrong.forEach(one -> System.out.println("WRONG: " + one));
    System.out.println(
        Json.write(
            Map.of(
                "seed", result.seed,
                "choices", result.choices,
                "looks", result.looks,
                "events", result.events,
                "lost", result.lost.size(),
                "wrong", result.wrong.size())));
    System.exit(result.lost.isEmpty() && result.wrong.isEmpty() ? 0 : 1);
  }

  private static Result run(long millis, long seed, int candidates)
      throws IOException, SQLException, InterruptedException {
    var folder = Files.createTempDirectory("rolewright-soak");
    var postgres = EmbeddedPostgres.start(folder.resolve("database"));
    try {
      Site.createDatabase(postgres);
      return run(Site.database(postgres), folder.resolve("program"), millis, 1, seed, candidates);
    } finally {
      postgres.close();
    }
  }

  /** So many milliseconds and choices at least, and what it takes to begin and to end. */
  static Result run(URI database, Path folder, long millis, int least, long seed, int candidates)
      throws IOException, SQLException, InterruptedException {
    var soak = new Soak(seed);
    var exam = Exam.prepare(database, folder, EXAM_SECONDS, candidates, soak.random);
    try (var line = new FaultyLine(seed);
        var site = new Site(database, folder, line)) {
      soak.sit(exam, site, millis, least);
    } catch (Broken e) {
      soak.wrong(e.getMessage());
    } finally {
      soak.browsers.close();
    }
    return new Result(seed, soak.choices, soak.looks, soak.counts, soak.lost, soak.wrong);
  }

  private void sit(Exam exam, Site site, long millis, int least)
      throws SQLException, InterruptedException {
    var candidates = new ArrayList<Candidate>();
    for (var seat : exam.seats())
      candidates.add(new Candidate(this, site, seat.code(), new Random(random.nextLong())));
    site.line.weather(WEATHER);
    var begin = System.currentTimeMillis();
    var kill = begin + millis / 3;
    while (System.currentTimeMillis() < begin + millis || choices < least) {
      if (System.currentTimeMillis() > kill) {
        count("killedProgram");
        site.killProgram();
        kill = System.currentTimeMillis() + 10_000 + random.nextInt(20_000);
      }
      for (var candidate : candidates) candidate.act();
    }
    site.line.weather(Map.of());
    for (var candidate : candidates) candidate.end();
    count("requestDropped", site.line.count(Fate.REQUEST_DROPPED));
    count("replyDropped", site.line.count(Fate.REPLY_DROPPED));
  }

  void count(String event) {
    count(event, 1);
  }

  private void count(String event, int times) {
    counts.merge(event, times, Integer::sum);
  }

  void chosen() {
    choices++;
  }

  void looked() {
    looks++;
  }

  void lost(String what) {
    lost.add(what);
  }

  void wrong(String what) {
    wrong.add(what);
  }
}
