package org.rolewright.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rolewright.TestDatabase;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Migrations;

/** The rules R4 and R10 of README's invariants, and databases of another age. */
class MigrationTest {
  private static final URI DATABASE = TestDatabase.migrated();

  @Test
  void R4_foreign_keys_cross_schemas_only_leftwards() {
    var wrong = new TreeSet<String>();
    for (var row :
        query(
            """
            select f.nspname, t.nspname, c.conname from pg_constraint c
            join pg_class fc on fc.oid = c.conrelid join pg_namespace f on f.oid = fc.relnamespace
            join pg_class tc on tc.oid = c.confrelid join pg_namespace t on t.oid = tc.relnamespace
            where c.contype = 'f'\
            """))
      if (River.ORDER.indexOf(row.get(1)) > River.ORDER.indexOf(row.get(0))
          || !River.ORDER.contains(row.get(1))) wrong.add(row.toString());
    assertEquals(new TreeSet<>(), wrong);
  }

  @Test
  void R10_every_schema_table_and_column_has_a_comment() {
    var silent = new TreeSet<String>();
    query(
            """
            select n.nspname, '', '' from pg_namespace n
            where n.nspname !~ '^(pg_|information_schema|public)' and obj_description(n.oid, 'pg_namespace') is null
            union all
            select n.nspname, c.relname, '' from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^(pg_|information_schema|public)'
              and obj_description(c.oid, 'pg_class') is null
            union all
            select n.nspname, c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
              and n.nspname !~ '^(pg_|information_schema|public)' and col_description(c.oid, a.attnum) is null\
            """)
        .forEach(row -> silent.add(String.join(".", row)));
    assertEquals(new TreeSet<>(), silent);
  }

  @Test
  void R10_every_constraint_is_named_as_a_sentence() {
    var unnamed = new TreeSet<String>();
    for (var row :
        query(
            """
            select n.nspname, t.relname, c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
            join pg_namespace n on n.oid = t.relnamespace
            where c.contype in ('p', 'u', 'f', 'c', 'x') and n.nspname !~ '^(pg_|information_schema|public)'\
            """))
      if (row.get(2).matches(row.get(1) + "(_.*)?_(pkey|key|fkey|check|excl)\\d*")
          || row.get(2).split("_").length < 3) unnamed.add(String.join(".", row));
    assertEquals(new TreeSet<>(), unnamed);
  }

  @Test
  void schemas_are_those_of_the_river() {
    for (var row :
        query(
            "select nspname, '', '' from pg_namespace where nspname !~ '^(pg_|information_schema|public)'"))
      assertTrue(River.ORDER.contains(row.get(0)), row.get(0));
  }

  @Test
  void an_empty_database_is_made_ready_and_stays_so() {
    try (var database = Database.open(TestDatabase.empty(), 2)) {
      Migrations.prepare(database.dataSource());
      Migrations.prepare(database.dataSource());
    }
  }

  @Test
  void a_newer_database_is_refused_and_left_alone() {
    var newer = TestDatabase.migrated();
    TestDatabase.execute(
        newer,
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
          installed_by, execution_time, success)
        values (9999, '999912312359', 'later', 'SQL', 'V999912312359__later.sql', 1, 'later', 1, true)\
        """);
    var refusal = refusal(newer);
    assertTrue(refusal.contains("newer") && refusal.contains("V999912312359__later.sql"), refusal);
  }

  @Test
  void an_older_database_is_refused_until_somebody_says_migrate() {
    var older = TestDatabase.migrated();
    TestDatabase.execute(
        older,
        "delete from flyway_schema_history where installed_rank = (select max(installed_rank) from flyway_schema_history)");
    var refusal = refusal(older);
    assertTrue(refusal.contains("older") && refusal.contains("./run migrate"), refusal);
  }

  private static String refusal(URI url) {
    try (var database = Database.open(url, 2)) {
      return assertThrows(
              Migrations.WrongAge.class, () -> Migrations.prepare(database.dataSource()))
          .getMessage();
    }
  }

  private static List<List<String>> query(String sql) {
    try (var database = Database.open(DATABASE, 1);
        var connection = database.dataSource().getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      var all = new java.util.ArrayList<List<String>>();
      while (rows.next()) all.add(List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
