/**
 * The database: the embedded PostgreSQL, its migrations, and transactions. The only place besides
 * the repositories that knows jOOQ.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.db;
