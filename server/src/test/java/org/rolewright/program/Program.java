package org.rolewright.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.rolewright.ApiClient;
import org.rolewright.Main;
import org.rolewright.platform.http.Contract;

/** The real program in a process of its own, as {@code ./run} starts it, to be killed at will. */
public final class Program implements AutoCloseable {
  private static final Contract CONTRACT = Contract.load();
  private final Process process;
  private final Thread reader;
  private final List<String> printed = new ArrayList<>();
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final CompletableFuture<String> setupToken = new CompletableFuture<>();

  private Program(Process process) {
    this.process = process;
    this.reader = Thread.startVirtualThread(this::read);
  }

  /**
   * Starts the program.
   *
   * @param prefix words before {@code java}, e.g. to enter a namespace
   */
  static Program start(Path dataDir, List<String> prefix, String... words) throws IOException {
    return start(dataDir, Map.of(), prefix, words);
  }

  /** With the demonstration study in an empty folder. */
  static Program startWithDemonstration(Path dataDir) throws IOException {
    return start(dataDir, Map.of("DEMO", "true"), List.of());
  }

  /**
   * On a database that runs elsewhere.
   *
   * @param main the program's own, or one that gives it another outside
   */
  public static Program start(Path dataDir, URI databaseUrl, Class<?> main) throws IOException {
    return start(dataDir, Map.of("DATABASE_URL", databaseUrl.toString()), List.of(), main);
  }

  private static Program start(
      Path dataDir, Map<String, String> settings, List<String> prefix, String... words)
      throws IOException {
    return start(dataDir, settings, prefix, Main.class, words);
  }

  private static Program start(
      Path dataDir,
      Map<String, String> settings,
      List<String> prefix,
      Class<?> main,
      String... words)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", "0",
                "HOST", "127.0.0.1",
                "DEMO", "false",
                "DATA_DIR", dataDir.toString()));
    builder.environment().putAll(settings);
    return new Program(builder.start());
  }

  static Program start(Path dataDir, String... words) throws IOException {
    return start(dataDir, List.of(), words);
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line; (line = lines.readLine()) != null; ) {
        synchronized (printed) {
          printed.add(line);
        }
        find(line, "/account/#/setup/").ifPresent(setupToken::complete);
        if (line.contains("workbench"))
          address.complete(line.replaceAll("\\s*workbench\\s*|/workbench/\\s*$", ""));
      }
    } catch (IOException _) {
      // killed
    }
    address.completeExceptionally(new IllegalStateException("ended: " + output()));
  }

  private static java.util.Optional<String> find(String line, String before) {
    var at = line.indexOf(before);
    return at < 0
        ? java.util.Optional.empty()
        : java.util.Optional.of(line.substring(at + before.length()).strip());
  }

  public String output() {
    synchronized (printed) {
      return String.join("\n", printed);
    }
  }

  ApiClient visitor() {
    return new ApiClient(address(), CONTRACT);
  }

  /** Done when the process has ended. */
  public CompletableFuture<Process> exit() {
    return process.onExit();
  }

  public long pid() {
    return process.pid();
  }

  public String address() {
    return address.orTimeout(120, TimeUnit.SECONDS).join();
  }

  /** The words behind a sign on the first printed line that has it; waits for it. */
  public String printed(String sign) throws InterruptedException {
    until(_ -> find(sign).isPresent());
    return find(sign).orElseThrow();
  }

  private java.util.Optional<String> find(String sign) {
    return output()
        .lines()
        .filter(line -> line.contains(sign))
        .findFirst()
        .map(line -> line.substring(line.indexOf(sign) + sign.length()).strip());
  }

  String setupToken() {
    return setupToken.orTimeout(120, TimeUnit.SECONDS).join();
  }

  /** Signal 9: no goodbye. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end and returns the exit code. */
  int ended() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) throw new IllegalStateException("runs on");
    reader.join();
    return process.exitValue();
  }

  /** Ctrl-C. */
  int stop() throws InterruptedException {
    process.toHandle().destroy(); // Process.destroy would close its output, too
    return ended();
  }

  /** Waits until something is so. */
  public static void until(Predicate<Long> so) throws InterruptedException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!so.test(System.nanoTime())) {
      if (System.nanoTime() > end) throw new IllegalStateException("not within a minute");
      Thread.sleep(200);
    }
  }

  static Path folder(String name) throws IOException {
    Files.createDirectories(Path.of("target", "program"));
    return Files.createTempDirectory(Path.of("target", "program").toAbsolutePath(), name);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
