package org.rolewright.platform.db;

import java.sql.Connection;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * One running transaction. It begins and ends in a use case ({@link Database#transaction});
 * building blocks and repositories take it as their first argument.
 */
public record Tx(DSLContext sql) {
  /** Lends the connection to a library that brings its own SQL. */
  public void lend(Consumer<Connection> library) {
    sql.connection(library::accept);
  }
}
