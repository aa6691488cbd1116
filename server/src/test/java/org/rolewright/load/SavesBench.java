package org.rolewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rolewright.platform.json.Json;

/**
 * Acknowledged saves a second, beside one-row upserts of pgbench on the same PostgreSQL: in turns,
 * at tables of growing size. A save is a request through the whole HTTP stack, whose 200 comes
 * after the commit.
 */
final class SavesBench {
  private static final int SEATS_EACH = 10;
  private static final int ROUNDS = 4;
  private final int connections;
  private final double seconds;
  private final int[] sizes;
  private final String pgbench;
  private final Path folder = Path.of("server", "target", "bench-saves");

  SavesBench(Options options) throws IOException {
    connections = options.number("connections", 64);
    seconds = options.decimal("seconds", 4);
    var most = options.number("events", 1_000_000);
    sizes =
        Arrays.stream(new int[] {1_000, 10_000, 100_000, 1_000_000})
            .filter(n -> n <= most)
            .toArray();
    pgbench = Pgbench.find();
  }

  /** Processor time of the service and its database, and of pgbench with its, in microseconds. */
  private record Cost(double save, double upsert) {}

  /** One size: how many events were stored before, and what was measured. */
  private record Line(int events, double saves, double upserts, double p50, double p99, Cost cost) {
    double ratio() {
      return saves / upserts;
    }
  }

  void run() throws IOException, InterruptedException {
    try (var site = new Site(folder, connections * SEATS_EACH)) {
      var upserts = new Pgbench(pgbench, site, folder);
      var savers = new ArrayList<Saver>();
      for (var n = 0; n < connections; n++)
        savers.add(new Saver(site, site.codes.subList(n * SEATS_EACH, (n + 1) * SEATS_EACH)));
      System.out.println("warming up");
      upserts.perSecond(connections, 3);
      saves(site, savers, 20);
      var lines = new ArrayList<Line>();
      for (var size : sizes) lines.add(line(site, upserts, savers, size));
      print(lines);
    }
  }

  /** The two take turns, some seconds each, so that what else the machine does meets both. */
  private Line line(Site site, Pgbench upserts, List<Saver> savers, int size)
      throws IOException, InterruptedException {
    refill(site, size);
    savers.forEach(Saver::again);
    var theirs = new double[ROUNDS];
    var theirCost = 0.0;
    var ours = new ArrayList<Wire.Result>();
    var ourCost = 0.0;
    for (var round = 0; round < ROUNDS; round++) {
      var began = site.databaseCpu() + Cpu.seconds(ProcessHandle.current().pid());
      theirs[round] = upserts.perSecond(connections, seconds);
      theirCost += site.databaseCpu() + Cpu.seconds(ProcessHandle.current().pid()) - began;
      var between = site.databaseCpu() + site.programCpu();
      ours.add(saves(site, savers, seconds));
      ourCost += site.databaseCpu() + site.programCpu() - between;
    }
    var all = Wire.Result.together(ours);
    var perSecond = Arrays.stream(theirs).average().orElseThrow();
    var line =
        new Line(
            size,
            all.perSecond(),
            perSecond,
            all.percentile(0.5),
            all.percentile(0.99),
            new Cost(
                ourCost / all.answers() * 1e6, theirCost / (perSecond * ROUNDS * seconds) * 1e6));
    System.out.printf(
        Locale.ROOT,
        "%,9d events stored: %,8.0f saves/s, pgbench %,8.0f/s, ratio %.2f, p50 %.1f ms, p99 %.1f ms; processor time %.0f and %.0f us%n",
        size,
        line.saves,
        line.upserts,
        line.ratio(),
        line.p50,
        line.p99,
        line.cost.save,
        line.cost.upsert);
    return line;
  }

  private static Wire.Result saves(Site site, List<Saver> savers, double seconds)
      throws IOException {
    try (var wire = new Wire(site.address.getHost(), site.address.getPort(), savers)) {
      return wire.flood(seconds);
    }
  }

  /** So many events of others, and none of those who save now. */
  private static void refill(Site site, int size) {
    site.execute(
        """
        set session_replication_role = replica;
        truncate delivery.answer_event, delivery.late_decision;
        insert into delivery.answer_event (device, seq, epoch, kind, item, value, typed_at, received_at, standing)
        select 1000000 + n / 200, 1 + n %% 200, 1, 'answer', 1 + n %% 12, '"b"', now(), now(), 'counts' from generate_series(0, %d - 1) n;
        """
            .formatted(size));
    site.execute("vacuum analyze delivery.answer_event");
    site.execute("checkpoint");
  }

  private static void print(List<Line> lines) {
    var all = new LinkedHashMap<String, Object>();
    all.put("saves_per_s", Math.round(median(lines.stream().mapToDouble(Line::saves).toArray())));
    all.put(
        "pgbench_per_s", Math.round(median(lines.stream().mapToDouble(Line::upserts).toArray())));
    all.put("ratio", rounded(median(lines.stream().mapToDouble(Line::ratio).toArray())));
    all.put("p50_ms", rounded(median(lines.stream().mapToDouble(Line::p50).toArray())));
    all.put("p99_ms", rounded(lines.stream().mapToDouble(Line::p99).max().orElse(0)));
    all.put(
        "cpu_us_per_save",
        rounded(median(lines.stream().mapToDouble(line -> line.cost.save).toArray())));
    all.put(
        "cpu_us_per_upsert",
        rounded(median(lines.stream().mapToDouble(line -> line.cost.upsert).toArray())));
    all.put(
        "by_events",
        lines.stream()
            .map(line ->
                Map.of(
                    "events", line.events,
                    "saves_per_s", Math.round(line.saves),
                    "ratio", rounded(line.ratio()),
                    "p99_ms", rounded(line.p99)))
            .toList());
    System.out.println(Json.write(all));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    var middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** One connection that saves for its candidates in turn. */
  private static final class Saver implements Wire.Talk {
    private final List<Seat> seats = new ArrayList<>();
    private int turn;

    Saver(Site site, List<String> codes) throws IOException, InterruptedException {
      for (var code : codes) seats.add(Seat.begun(site.address, code));
    }

    void again() {
      seats.forEach(seat -> seat.seq = 0);
    }

    @Override
    public byte[] next() {
      return seats.get(turn++ % seats.size()).save();
    }

    @Override
    public void heard(int status, byte[] body) {
      if (status != 200)
        throw new IllegalStateException(status + ": " + new String(body, StandardCharsets.UTF_8));
    }
  }
}
