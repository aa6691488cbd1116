package org.rolewright.platform.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** Brings an empty database to the program's schema, and refuses one of another age. */
public final class Migrations {
  private Migrations() {}

  /** The database does not fit the program; the message says what to do. */
  public static final class WrongAge extends RuntimeException {
    WrongAge(String message) {
      super(message);
    }
  }

  /**
   * Makes the schema in an empty database; otherwise only checks it.
   *
   * @throws WrongAge when the database was made by an older or a newer program
   */
  public static void prepare(DataSource database) {
    var flyway = flyway(database);
    var info = flyway.info();
    if (info.applied().length == 0) {
      flyway.migrate();
      return;
    }
    for (var migration : info.all()) refuseUnknown(migration.getState(), migration.getScript());
    if (info.pending().length > 0)
      throw new WrongAge(
          "This database is older than this program (it lacks "
              + info.pending()[0].getScript()
              + ").\nNothing was changed. Make a backup, then run: ./run migrate");
    flyway.validate();
  }

  /** Brings an older database up to date. */
  public static int migrate(DataSource database) {
    var flyway = flyway(database);
    for (var migration : flyway.info().all())
      refuseUnknown(migration.getState(), migration.getScript());
    return flyway.migrate().migrationsExecuted;
  }

  private static void refuseUnknown(MigrationState state, String script) {
    if (state == MigrationState.FUTURE_SUCCESS
        || state == MigrationState.MISSING_SUCCESS
        || state == MigrationState.FUTURE_FAILED)
      throw new WrongAge(
          "This database is newer than this program (it has \""
              + script
              + "\").\nNothing was changed. Start the newer program that last used it, or another DATA_DIR or DATABASE_URL.");
  }

  private static Flyway flyway(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load();
  }
}
