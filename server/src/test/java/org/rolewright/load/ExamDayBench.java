package org.rolewright.load;

import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.rolewright.platform.json.Json;

/**
 * A day on which ten thousand sit an exam at once: some start while the others save, all save for
 * minutes, and all hand in within one turn of saves. Afterwards what was acknowledged is counted in
 * the database.
 */
final class ExamDayBench {
  private static final int AT_ONCE = 8;
  private final int candidates;
  private final int starts;
  private final double startSeconds;
  private final double savesPerSecond;
  private final double minutes;

  ExamDayBench(Options options) {
    candidates = options.number("candidates", 10_000);
    starts = options.number("starts", 500);
    startSeconds = options.decimal("start-seconds", 30);
    savesPerSecond = options.decimal("saves", 1_000);
    minutes = options.decimal("minutes", 10);
  }

  void run() throws IOException {
    var folder = Path.of("server", "target", "bench-exam-day");
    try (var site = new Site(folder, candidates)) {
      var day =
          new ExamDay(
              site.address,
              begun(site, site.codes.subList(starts, candidates)),
              site.codes.subList(0, starts),
              seconds(candidates / savesPerSecond),
              seconds(startSeconds),
              seconds(minutes * 60));
      ExamDaySimulation.day = day;
      // Gatling's own main method would end the program.
      Gatling$.MODULE$.fromArgs(
          new String[] {"-s", ExamDaySimulation.class.getName(), "-nr", "-rf", folder.toString()});
      day.heard().forEach(ExamDayBench::print);
      check(site, day);
      var all = new LinkedHashMap<String, Object>();
      all.put("candidates", candidates);
      day.heard().forEach((what, latencies) -> all.put(what, figures(latencies)));
      all.put("failures", day.failures());
      all.put("ok", day.failures().isEmpty());
      System.out.println(Json.write(all));
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** The set-up: comes in and starts, as quickly as it goes. */
  private List<Seat> begun(Site site, List<String> codes) {
    var began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var coming =
          codes.stream()
              .map(code -> CompletableFuture.supplyAsync(() -> begun(site, code), threads))
              .toList();
      var seats = coming.stream().map(CompletableFuture::join).toList();
      System.out.printf(
          Locale.ROOT,
          "%,d came in and started in %.0f s%n",
          seats.size(),
          (System.nanoTime() - began) / 1e9);
      return seats;
    }
  }

  private static Seat begun(Site site, String code) {
    try {
      return Seat.begun(site.address, code);
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  /** Everything that was acknowledged is stored, and every sitting is closed, once. */
  private void check(Site site, ExamDay day) {
    var acknowledged = day.count("save") + day.count(ExamDay.BESIDE_STARTS);
    var stored = site.count("delivery.answer_event");
    var closed = site.count("delivery.sitting where state = 'closed' and reason = 'candidate'");
    day.failed("events lost or doubled", stored - acknowledged);
    day.failed("sittings not handed in", candidates - closed);
    System.out.printf(
        Locale.ROOT,
        "%,d saves acknowledged, %,d events stored, %,d sittings handed in%n",
        acknowledged,
        stored,
        closed);
  }

  private static void print(String what, ExamDay.Latencies latencies) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,d, p50 %d ms, p99 %d ms, slowest %d ms%n",
        what,
        latencies.count(),
        latencies.percentile(0.5),
        latencies.percentile(0.99),
        latencies.percentile(1));
  }

  private static Map<String, Object> figures(ExamDay.Latencies latencies) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("answered", latencies.count());
    figures.put("p50_ms", latencies.percentile(0.5));
    figures.put("p99_ms", latencies.percentile(0.99));
    figures.put("slowest_ms", latencies.percentile(1));
    return figures;
  }
}
