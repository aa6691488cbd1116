package org.rolewright.platform.db;

import org.jooq.DSLContext;

/**
 * One running transaction. It begins and ends in a use case ({@link Database#transaction});
 * building blocks and repositories take it as their first argument.
 */
public record Tx(DSLContext sql) {}
