package org.rolewright.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.program.Program;

/**
 * A database, a cable to it, and the program at the other end, which is started again when it ends.
 */
public final class Site implements AutoCloseable {
  private static final String DATABASE = "exam";
  final Cable cable;
  public final FaultyLine line;
  private final URI database;
  private final Path dataDir;
  private final Thread supervisor;
  private volatile Program program;
  private volatile boolean closing;

  public Site(URI database, Path dataDir, FaultyLine line) throws IOException {
    this.database = database;
    this.dataDir = dataDir;
    this.line = line;
    cable = new Cable(database.getPort());
    MovedClock.move(dataDir, 0);
    program = start();
    line.leadTo(port());
    supervisor = Thread.ofVirtual().start(this::supervise);
  }

  public static URI database(EmbeddedPostgres postgres) {
    return postgres.url(DATABASE);
  }

  public static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
    execute(postgres.url(), "create database " + DATABASE);
  }

  /** Puts a clock before the database's own, which can be moved; then does what a control needs. */
  static void shiftClock(EmbeddedPostgres postgres, String more) throws SQLException {
    execute(
        postgres.url(DATABASE),
        """
        create schema shifted;
        create table shifted.clock as select 0 as hours;
        create function shifted.clock_timestamp() returns timestamptz language sql volatile as
        $$ select pg_catalog.clock_timestamp() + (select hours from shifted.clock) * interval '1 hour' $$;
        alter database exam set search_path = public, shifted, pg_catalog;
        """
            + more);
  }

  private Program start() throws IOException {
    var over =
        database.toString().replace(":" + database.getPort() + "/", ":" + cable.port() + "/");
    return Program.start(dataDir, URI.create(over), MovedClock.class);
  }

  private int port() {
    return URI.create(program.address()).getPort();
  }

  /** As systemd does: whatever ended is started again at once. */
  private void supervise() {
    try {
      while (!closing) {
        program.exit().join();
        while (!closing) {
          program = start();
          try {
            line.leadTo(port());
            break;
          } catch (RuntimeException _) {
            Thread.sleep(500); // it could not start: its database is away
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      if (!closing) throw new IllegalStateException(e);
    }
  }

  public Connection connect() throws SQLException {
    return connect(database);
  }

  private static Connection connect(URI url) throws SQLException {
    var user = url.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + url.getPort() + url.getPath(), user[0], user[1]);
  }

  private void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(URI url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public void killProgram() throws InterruptedException {
    program.kill();
  }

  void moveProgramClock(int hours) throws IOException {
    MovedClock.move(dataDir, hours);
  }

  void moveDatabaseClock(int hours) throws SQLException {
    execute("update shifted.clock set hours = " + hours);
  }

  List<ProcessHandle> programProcesses() {
    return ProcessHandle.of(program.pid()).stream().toList();
  }

  /** The database and all its processes. */
  static List<ProcessHandle> processes(EmbeddedPostgres postgres) throws IOException {
    return ProcessHandle.of(postgres.pid()).stream()
        .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
        .toList();
  }

  static void signal(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add("" + process.pid()));
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  String lastWords() {
    var lines = program.output().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  @Override
  public void close() throws IOException {
    closing = true;
    program.close();
    supervisor.interrupt();
    cable.close();
    line.close();
  }
}
