package org.rolewright.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rolewright.Installation;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.db.EmbeddedPostgres;

/**
 * An embedded PostgreSQL with an exam and its seats, and the program on it in a process of its own.
 */
final class Site implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final Process program;
  final List<String> codes;
  final URI address;

  Site(Path folder, int candidates) throws IOException {
    this.folder = folder;
    delete(folder);
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    execute(postgres.url(), "create database exam");
    codes = prepare(candidates);
    var address = new CompletableFuture<String>();
    program = start(address);
    this.address = URI.create(address.orTimeout(120, TimeUnit.SECONDS).join());
  }

  private List<String> prepare(int candidates) {
    var codes = new ArrayList<String>();
    try (var rolewright = Installation.on(database(), folder)) {
      var hall = ExamHall.in(rolewright, ExamHall.Shape.plain());
      for (var n = 1; n <= candidates; n++) {
        codes.add(hall.candidate());
        if (n % 1000 == 0) System.out.printf(Locale.ROOT, "%,d candidates booked%n", n);
      }
    }
    return codes;
  }

  private Process start(CompletableFuture<String> address) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of(System.getProperty("bench.jvm", "").split(" ")));
    command.removeIf(String::isEmpty);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.rolewright.Main"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", "0",
                "HOST", "127.0.0.1",
                "DEMO", "false",
                "DATA_DIR", folder.toString(),
                "DATABASE_URL", database().toString()));
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.ofVirtual().start(() -> listen(process, address));
    return process;
  }

  private static void listen(Process process, CompletableFuture<String> address) {
    try (var lines = process.inputReader()) {
      for (String line; (line = lines.readLine()) != null; )
        if (line.contains("/workbench/"))
          address.complete(
              line.replaceAll(".*(http://\\S+?)/workbench/.*", "$1")
                  .replace("localhost", "127.0.0.1"));
        else if (line.contains(" ERROR ") || line.contains("Exception")) System.err.println(line);
    } catch (IOException _) {
      // it has ended
    }
    address.completeExceptionally(new IllegalStateException("the program ended"));
  }

  URI database() {
    return postgres.url("exam");
  }

  double programCpu() {
    return Cpu.seconds(program.pid());
  }

  double databaseCpu() throws IOException {
    return Cpu.seconds(postgres.pid());
  }

  /** Past the program, as the owner of the database. */
  void execute(String sql) {
    execute(database(), sql);
  }

  /** Rows of a table. */
  long count(String from) {
    try (var connection = connection(database());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(from, e);
    }
  }

  private static Connection connection(URI url) throws SQLException {
    var user = url.getUserInfo().split(":", 2);
    var jdbc = "jdbc:postgresql://127.0.0.1:" + url.getPort() + url.getPath();
    return DriverManager.getConnection(jdbc, user[0], user[1]);
  }

  private static void execute(URI url, String sql) {
    try (var connection = connection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    program.destroy();
    program.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    postgres.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
