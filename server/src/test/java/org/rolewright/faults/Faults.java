package org.rolewright.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.rolewright.faults.FaultyLine.Fate;
import org.rolewright.history.Checker;
import org.rolewright.history.Entry;
import org.rolewright.history.Finding;
import org.rolewright.history.History;
import org.rolewright.history.Ledger;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.platform.json.Json;

/** {@code ./run faults}: an exam day on which everything goes wrong, and what is left of it. */
public final class Faults {
  /** Everything that is left to do when the storm is over takes no longer. */
  private static final Duration AFTERMATH = Duration.ofSeconds(120);

  private final Options options;
  private final Path folder;
  private final Random random;
  private final Set<Sitter> working = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  private Faults(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
    random = new Random(options.seed());
  }

  public static void main(String[] arguments) throws Exception {
    var options = Options.of(arguments);
    if (options.isEmpty()) {
      System.err.println(Options.HELP);
      System.exit(2);
    }
    var disk = OwnDisk.of(options.get());
    if (disk.isEmpty()) System.exit(OwnDisk.again(arguments, options.get()));
    System.exit(new Faults(options.get(), disk.get()).run() ? 0 : 1);
  }

  /** Whether every promise was kept. */
  private boolean run() throws IOException, InterruptedException, SQLException {
    var file = options.historyFile();
    try (var history = new History(file)) {
      var notebook = new Notebook(history);
      System.out.println("seed " + options.seed() + ", history in " + file);
      var postgres = startPostgres();
      try {
        return day(postgres, notebook).isEmpty();
      } finally {
        postgres.close();
      }
    }
  }

  private EmbeddedPostgres startPostgres() {
    return EmbeddedPostgres.start(
        folder.resolve("database"),
        "max_wal_size=64MB",
        "min_wal_size=32MB",
        "wal_writer_delay=10000ms",
        "max_connections=60");
  }

  private List<Finding> day(EmbeddedPostgres postgres, Notebook notebook)
      throws IOException, InterruptedException, SQLException {
    Site.createDatabase(postgres);
    var dataDir = folder.resolve("program");
    var exam =
        Exam.prepare(Site.database(postgres), dataDir, options.seconds(), options.seats(), random);
    var middle =
        options
            .control()
            .map(Control::middle)
            .orElse((request, service) -> service.answer(request));
    try (var line = new FaultyLine(options.seed(), middle)) {
      Site.shiftClock(postgres, options.control().map(control -> control.sql).orElse("select 1"));
      try (var site = new Site(Site.database(postgres), dataDir, line)) {
        var storm = storm(site, postgres, notebook);
        sit(exam, site, notebook, storm);
        return report(site, notebook, storm);
      }
    }
  }

  private Storm storm(Site site, EmbeddedPostgres postgres, Notebook notebook) {
    var storm = new Storm(site, postgres, notebook, new Random(options.seed()));
    if (OwnDisk.limited(folder)) storm.withDisk(folder);
    else System.out.println("no disk of its own (unshare): diskFull is left out");
    if (!options.only().isEmpty()) storm.only(options.only());
    options.control().ifPresent(control -> storm.only(control.faults));
    return storm;
  }

  private void sit(Exam exam, Site site, Notebook notebook, Storm storm)
      throws IOException, InterruptedException, SQLException {
    var seats = new ConcurrentLinkedQueue<>(exam.seats());
    var caller = new Caller(site.line::port);
    try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < options.candidates(); n++) {
        var theirs = new Random(random.nextLong());
        room.submit(() -> occupy(seats, notebook, caller, theirs));
      }
      var proctor = new Proctor(notebook, caller, exam, new Random(random.nextLong()), () -> over);
      room.submit(proctor);
      site.line.weather(Storm.WEATHER);
      storm.rage(System.currentTimeMillis() + options.millis());
      over = true;
      site.line.weather(Map.of());
      room.shutdown();
      if (!room.awaitTermination(AFTERMATH.toSeconds(), TimeUnit.SECONDS)) {
        notebook.blame(
            Finding.violation(
                "everybody comes to an end",
                working() + proctor.lastSeen() + "\n" + site.lastWords()));
        room.shutdownNow();
      }
    }
    for (var fate : Fate.values())
      notebook.count(fate.name().toLowerCase(Locale.ROOT), site.line.count(fate));
  }

  /** One place in the room: when a candidate has ended, the next comes. */
  private void occupy(
      ConcurrentLinkedQueue<Sitter.Seat> seats, Notebook notebook, Caller caller, Random theirs) {
    while (!over) {
      var seat = seats.poll();
      if (seat == null) return;
      var sitter = new Sitter(seat, notebook, caller, theirs, () -> over);
      working.add(sitter);
      try {
        sitter.run();
        working.remove(sitter);
      } catch (RuntimeException e) {
        e.printStackTrace();
        notebook.blame(Finding.violation("a candidate is served", e));
      }
    }
  }

  private List<String> working() {
    return working.stream().map(Sitter::lastSeen).toList();
  }

  private List<Finding> report(Site site, Notebook notebook, Storm storm) throws SQLException {
    var findings = new ArrayList<>(notebook.findings());
    notebook.add(new Entry.Ended(System.currentTimeMillis()));
    int sittings;
    try (var connection = site.connect()) {
      var stored = Ledger.read(connection);
      sittings = stored.size();
      findings.addAll(Checker.check(notebook.entries(), stored));
    }
    var result = new LinkedHashMap<String, Object>();
    result.put("saves", notebook.saves());
    result.put("sittings", sittings);
    result.put("replies", notebook.replies());
    result.put("recovery_ms", storm.recoveries());
    result.put("faults", notebook.faults());
    for (var kind : Finding.Kind.values())
      result.put(word(kind), findings.stream().filter(one -> one.kind() == kind).count());
    var rules =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    if (!rules.isEmpty()) result.put("broken", rules);
    options
        .control()
        .ifPresent(
            control -> result.put("caught", control.rules.stream().anyMatch(rules::containsKey)));
    findings.stream().limit(20).forEach(System.out::println);
    System.out.println(Json.write(result));
    return findings;
  }

  private static String word(Finding.Kind kind) {
    return switch (kind) {
      case LOST -> "lost";
      case WRONG -> "wrong";
      case VIOLATION -> "violations";
    };
  }
}
