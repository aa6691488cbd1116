package org.rolewright.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PSQLException;
import org.rolewright.platform.Refusal;

/**
 * A pool of connections to one PostgreSQL. A transaction either ends whole or leaves nothing; a
 * broken constraint becomes the refusal whose key is the constraint's name.
 */
public final class Database implements AutoCloseable {
  private static final Settings SETTINGS =
      new Settings().withRenderCatalog(false).withExecuteLogging(false);
  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * @param url {@code postgresql://user:password@host:port/name}
   */
  public static Database open(URI url, int connections) {
    var config = config(url, "rolewright", connections, Duration.ofSeconds(5));
    config.addDataSourceProperty("socketTimeout", "300");
    return new Database(new HikariDataSource(config));
  }

  /**
   * A pool of its own for short work that must not wait for other work. A connection can be dead
   * without either side being told: one that does not answer within ten seconds is given up here,
   * and its transaction is ended there, whatever it waits for, so that it holds no sitting. What
   * waits for somebody else's lock is told to try again before that.
   *
   * @param wait how long a transaction waits for a connection before it is refused
   * @param settings of its sessions, as {@code plan_cache_mode = force_generic_plan}
   */
  public static Database open(
      URI url, String name, int connections, Duration wait, String... settings) {
    var config = config(url, name, connections, wait);
    var all = new StringBuilder(config.getConnectionInitSql());
    for (var setting : settings) all.append("; set ").append(setting);
    config.addDataSourceProperty("socketTimeout", "10");
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setConnectionInitSql(
        all
            + "; set idle_in_transaction_session_timeout = '10s'; set lock_timeout = '8s'"
            + "; set client_connection_check_interval = '2s'");
    return new Database(new HikariDataSource(config));
  }

  private static HikariConfig config(URI url, String name, int connections, Duration wait) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(jdbcUrl(url));
    var user = url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    if (user.length > 0) config.setUsername(decoded(user[0]));
    if (user.length > 1) config.setPassword(decoded(user[1]));
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(wait.toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(10).toMillis());
    config.setAutoCommit(true);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setConnectionInitSql(
        "set time zone 'UTC'; set synchronous_commit = on; set tcp_keepalives_idle = 10;"
            + " set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3");
    return config;
  }

  private static String jdbcUrl(URI url) {
    var port = url.getPort() < 0 ? 5432 : url.getPort();
    var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return "jdbc:postgresql://" + url.getHost() + ":" + port + url.getRawPath() + query;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * One use case: commits when {@code work} returns, rolls back when it throws. By hand, because
   * jOOQ's own transactions ask the database for the isolation level each time, which takes as long
   * as a short use case itself.
   */
  public <T> T transaction(Function<Tx, T> work) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      return committed(connection, work);
    } catch (SQLException e) {
      throw refusalOr(new DataAccessException("transaction", e));
    } catch (DataAccessException e) {
      throw refusalOr(e);
    }
  }

  private static <T> T committed(Connection connection, Function<Tx, T> work) throws SQLException {
    try {
      var result = work.apply(new Tx(DSL.using(connection, SQLDialect.POSTGRES, SETTINGS)));
      connection.commit();
      return result;
    } catch (Throwable e) {
      try {
        connection.rollback();
      } catch (SQLException lost) {
        e.addSuppressed(lost); // the connection is gone, and the transaction with it
      }
      throw e;
    }
  }

  /** As {@link #transaction(Function)} where there is nothing to return. */
  public void run(Consumer<Tx> work) {
    transaction(tx -> {
      work.accept(tx);
      return true;
    });
  }

  /** Reads only, and all of it as it stood at one moment, whatever others write meanwhile. */
  public <T> T snapshot(Function<Tx, T> reading) {
    return transaction(tx -> {
      tx.sql().execute("set transaction isolation level repeatable read, read only");
      return reading.apply(tx);
    });
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return transaction(tx -> tx.sql().selectOne().fetchOne() != null);
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** For libraries that bring their own SQL: migrations, the job queue. */
  public DataSource dataSource() {
    return pool;
  }

  private static RuntimeException refusalOr(DataAccessException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) return refusal;
      if (cause instanceof HikariPool.PoolInitializationException
          || cause instanceof SQLTransientConnectionException)
        return new Refusal.Busy("databaseAway");
      if (cause instanceof SQLException sql && sql.getSQLState() != null)
        return fromState(sql.getSQLState(), cause, e);
    }
    return e;
  }

  private static RuntimeException fromState(String state, Throwable cause, DataAccessException e) {
    if (state.startsWith("23")
        && cause instanceof PSQLException postgres
        && postgres.getServerErrorMessage() != null
        && postgres.getServerErrorMessage().getConstraint() != null)
      return new Refusal.BrokenRule(postgres.getServerErrorMessage().getConstraint());
    return switch (state) {
      case "53100" -> new Refusal.Busy("storageFull");
      case "40001", "40P01", "55P03" -> new Refusal.Busy("tryAgain");
      default ->
          state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
              ? new Refusal.Busy("databaseAway")
              : e;
    };
  }

  @Override
  public void close() {
    pool.close();
  }
}
