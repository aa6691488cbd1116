package org.rolewright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.Executable;
import org.postgresql.util.PSQLException;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.EmbeddedPostgres;
import org.rolewright.platform.db.Migrations;

/**
 * Real PostgreSQL for tests: one server a test run, migrated once into a template, of which every
 * test class clones a database of its own in a tenth of a second.
 */
public final class TestDatabase {
  private static final AtomicInteger CLONES = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    var folder = Path.of("target", "test-postgres", "" + ProcessHandle.current().pid());
    // Clones last as long as the test run: there is nothing to save from a power cut.
    var server =
        EmbeddedPostgres.start(folder, "fsync=off", "full_page_writes=off", "max_connections=300");
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    execute(server.url(), "create database template");
    try (var template = Database.open(server.url("template"), 2)) {
      Migrations.prepare(template.dataSource());
    }
    return server;
  }

  /** A migrated, empty database. */
  public static URI migrated() {
    return create("template template");
  }

  /** A database without any schema. */
  public static URI empty() {
    return create("");
  }

  /** A copy of a database that nobody is connected to. */
  public static URI copy(URI of) {
    return create("template " + of.getPath().substring(1));
  }

  private static synchronized URI create(String how) {
    var name = "clone" + CLONES.incrementAndGet();
    execute(SERVER.url(), "create database " + name + " " + how);
    return SERVER.url(name);
  }

  /** All rows of some tables as text, as whoever holds the database reads them. */
  public static String dump(URI database, String... tables) {
    var rows = new StringBuilder();
    try (var owner = Database.open(database, 1);
        var connection = owner.dataSource().getConnection();
        var statement = connection.createStatement()) {
      for (var table : tables)
        try (var found = statement.executeQuery("select t::text from " + table + " t")) {
          while (found.next()) rows.append(found.getString(1)).append('\n');
        }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows.toString();
  }

  /** Demands that the database refuses a statement by the rule of this name. */
  public static void assertRefused(String rule, Executable statement) {
    Throwable cause = assertThrows(IllegalStateException.class, statement);
    while (cause.getCause() != null) cause = cause.getCause();
    var refusal = assertInstanceOf(PSQLException.class, cause).getServerErrorMessage();
    assertEquals(rule, refusal.getConstraint(), refusal.toString());
  }

  /** Runs a statement as the owner of the database, past all our code. */
  public static void execute(URI database, String sql) {
    try (var owner = Database.open(database, 1);
        var connection = owner.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
