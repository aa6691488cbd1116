package org.rolewright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.rolewright.platform.json.Json;

/**
 * A day on which ten thousand sit an exam at once: some start while the others save, all save for
 * minutes, each on a connection of its own, and all hand in within seconds. Afterwards what was
 * acknowledged is counted in the database.
 */
final class ExamDayBench {
  private static final int AT_ONCE = 8;
  private final int candidates;
  private final int starts;
  private final double startSeconds;
  private final double savesPerSecond;
  private final double minutes;
  private final double submitSeconds;
  private final Map<String, Integer> failures = Collections.synchronizedMap(new TreeMap<>());

  ExamDayBench(Options options) {
    candidates = options.number("candidates", 10_000);
    starts = options.number("starts", 500);
    startSeconds = options.decimal("start-seconds", 30);
    savesPerSecond = options.decimal("saves", 1_000);
    minutes = options.decimal("minutes", 10);
    submitSeconds = options.decimal("submit-seconds", 10);
  }

  void run() throws IOException, InterruptedException {
    var folder = Path.of("server", "target", "bench-exam-day");
    try (var site = new Site(folder, candidates)) {
      var early = begun(site, site.codes.subList(starts, candidates));
      var beginning = CompletableFuture.supplyAsync(() -> latecomers(site));
      var saving = pace(site, early, savesPerSecond, startSeconds, Seat::save, "save");
      var seats = new ArrayList<>(early);
      var started = beginning.join();
      seats.addAll(started.seats);
      print("starts beside saves", started.result);
      print("saves beside starts", saving);
      var saved = pace(site, seats, savesPerSecond, minutes * 60, Seat::save, "save");
      print("saves", saved);
      var submitted =
          pace(site, seats, candidates / submitSeconds, submitSeconds, Seat::submit, "submit");
      print("submits", submitted);
      check(site, saving.answers() + saved.answers());
      var all = new LinkedHashMap<String, Object>();
      all.put("candidates", candidates);
      all.put("saves", figures(saved));
      all.put("starts", figures(started.result));
      all.put("submits", figures(submitted));
      all.put("failures", failures);
      all.put("ok", failures.isEmpty());
      System.out.println(Json.write(all));
    }
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

  private record Started(List<Seat> seats, Wire.Result result) {}

  /** Each comes in and starts at its moment, whether or not those before it are through. */
  private Started latecomers(Site site) {
    var began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var nanos = new long[starts];
      var seats = new ArrayList<CompletableFuture<Seat>>();
      for (var n = 0; n < starts; n++) {
        var at = n;
        var due = began + (long) (n * startSeconds / starts * 1e9);
        seats.add(
            CompletableFuture.supplyAsync(
                () -> {
                  LockSupport.parkNanos(due - System.nanoTime());
                  var seat = begun(site, site.codes.get(at));
                  nanos[at] = System.nanoTime() - due;
                  return seat;
                },
                threads));
      }
      var all = seats.stream().map(CompletableFuture::join).toList();
      return new Started(all, Wire.Result.of(nanos, System.nanoTime() - began));
    }
  }

  private Wire.Result pace(
      Site site,
      List<Seat> seats,
      double perSecond,
      double seconds,
      Function<Seat, byte[]> request,
      String name)
      throws IOException {
    var talks = seats.stream().map(seat -> talk(seat, request, name)).toList();
    try (var wire = new Wire(site.address.getHost(), site.address.getPort(), talks)) {
      return wire.pace(perSecond, (int) Math.round(perSecond * seconds));
    }
  }

  private Wire.Talk talk(Seat seat, Function<Seat, byte[]> request, String name) {
    return new Wire.Talk() {
      @Override
      public byte[] next() {
        return request.apply(seat);
      }

      @Override
      public void heard(int status, byte[] body) {
        if (status != 200) failures.merge(name + " " + status, 1, Integer::sum);
      }
    };
  }

  /** Everything that was acknowledged is stored, and every sitting is closed, once. */
  private void check(Site site, int acknowledged) {
    var stored = site.count("delivery.answer_event");
    var closed = site.count("delivery.sitting where state = 'closed' and reason = 'candidate'");
    if (stored != acknowledged)
      failures.put("events lost or doubled", (int) (stored - acknowledged));
    if (closed != candidates) failures.put("sittings not handed in", (int) (candidates - closed));
    System.out.printf(
        Locale.ROOT,
        "%,d saves acknowledged, %,d events stored, %,d sittings handed in%n",
        acknowledged,
        stored,
        closed);
  }

  private static void print(String what, Wire.Result result) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,d in %.1f s, p50 %.1f ms, p99 %.1f ms, slowest %.0f ms%n",
        what,
        result.answers(),
        result.seconds(),
        result.percentile(0.5),
        result.percentile(0.99),
        result.percentile(1));
  }

  private static Map<String, Object> figures(Wire.Result result) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("answered", result.answers());
    figures.put("seconds", rounded(result.seconds()));
    figures.put("p50_ms", rounded(result.percentile(0.5)));
    figures.put("p99_ms", rounded(result.percentile(0.99)));
    figures.put("slowest_ms", rounded(result.percentile(1)));
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
