package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Raw SQL against what the database keeps: whoever gets past our code breaks nothing. */
class ItemGuardsTest {
  private static TestBank bank;

  @BeforeAll
  static void start() {
    bank = new TestBank();
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static void refused(String rule, String sql) {
    var refusal = assertThrows(IllegalStateException.class, () -> bank.execute(sql), sql);
    var server = ((PSQLException) refusal.getCause()).getServerErrorMessage();
    assertEquals(rule, server.getConstraint(), server.toString());
  }

  private static String insert(String item, String blueprint, String task, String domain) {
    return """
    insert into itembank.item_version (id, item_id, number, blueprint_id, task_id, domain_id, level, content,
      plain, author, written_at, changed_by, changed_at, reason, state)
    values ('%s', '%s', 9, %s, %s, %s, 'recall', '{"type":"single"}', 'x', 'x', now(), 'x', now(),
      'long enough reason', 'retired')\
    """
        .formatted(UUID.randomUUID(), item, blueprint, task, domain);
  }

  private static String quoted(JsonNode text) {
    return "'" + text.asText() + "'";
  }

  @Test
  void an_item_without_a_cell_of_an_adopted_blueprint_cannot_be() {
    var version = bank.create(bank.writer, bank.draft());
    var item = version.get("item").asText();
    var task = quoted(version.get("task"));
    var domain = quoted(version.get("domain"));
    var blueprint = quoted(version.get("blueprint"));
    var nobody = "'" + UUID.randomUUID() + "'";
    refused("an_item_measures_a_cell_of_a_blueprint", insert(item, blueprint, nobody, domain));
    refused("an_item_measures_a_cell_of_a_blueprint", insert(item, nobody, task, domain));
    refused("an_item_measures_a_cell_of_a_blueprint", insert(item, blueprint, task, nobody));
    var otherDomain = "'" + bank.domain(1).get("id").asText() + "'";
    refused("an_item_measures_a_cell_of_a_blueprint", insert(item, blueprint, task, otherDomain));
    // Null parts of a foreign key are never checked: the columns forbid them.
    assertThrows(
        IllegalStateException.class, () -> bank.execute(insert(item, "null", task, domain)));
    assertThrows(
        IllegalStateException.class, () -> bank.execute(insert(item, blueprint, "null", domain)));
    assertThrows(
        IllegalStateException.class, () -> bank.execute(insert(item, blueprint, task, "null")));
    refused("an_adopted_blueprint_never_changes", "delete from blueprint.cell");
    refused("an_adopted_blueprint_never_changes", "update blueprint.cell set items = 0");
    refused("an_adopted_blueprint_never_changes", "delete from blueprint.cell_ksa");
  }

  @Test
  void an_item_without_a_ksa_that_its_task_needs_cannot_be() {
    var version = bank.create(bank.writer, bank.draft());
    var id = version.get("id").asText();
    refused(
        "an_item_measures_at_least_one_ksa",
        insert(
            version.get("item").asText(),
            quoted(version.get("blueprint")),
            quoted(version.get("task")),
            quoted(version.get("domain"))));
    refused(
        "an_item_measures_at_least_one_ksa",
        "delete from itembank.version_ksa where version_id = '" + id + "'");
    var foreign = bank.cell(1, 0).at("/ksas/0/id").asText();
    refused(
        "an_item_measures_a_ksa_that_its_task_needs",
        "update itembank.version_ksa set ksa_id = '"
            + foreign
            + "' where version_id = '"
            + id
            + "'");
    refused(
        "a_ksa_belongs_to_the_cell_of_its_item",
        """
        update itembank.version_ksa set task_id = '%s', ksa_id = '%s' where version_id = '%s'\
        """
            .formatted(bank.cell(1, 0).get("id").asText(), foreign, id));
  }

  @Test
  void a_version_that_was_reviewed_or_used_cannot_be_changed() {
    var version = bank.create(bank.writer, bank.draft());
    var id = version.get("id").asText();
    bank.execute(
        "update itembank.item_version set state = 'content_review' where id = '" + id + "'");
    changeless(id);
    bank.execute(
        "update itembank.item_version set state = 'approved', used_at = now() where id = '"
            + id
            + "'");
    changeless(id);
    refused(
        "an_approved_item_version_is_never_reopened",
        "update itembank.item_version set state = 'draft' where id = '" + id + "'");
    refused(
        "a_used_item_version_stays_used",
        "update itembank.item_version set used_at = null where id = '" + id + "'");
  }

  private static void changeless(String id) {
    for (var change :
        new String[] {
          "content = '{\"type\":\"single\",\"key\":{\"options\":[\"a\"]}}'",
          "level = 'recall'",
          "plain = ''",
          "number = 7",
          "task_id = '" + bank.cell(0, 1).get("id").asText() + "'"
        })
      refused(
          "only_a_draft_of_an_item_changes",
          "update itembank.item_version set " + change + " where id = '" + id + "'");
    refused("an_item_version_stays", "delete from itembank.item_version where id = '" + id + "'");
    refused(
        "only_a_draft_of_an_item_changes",
        "delete from itembank.version_ksa where version_id = '" + id + "'");
    refused(
        "only_a_draft_of_an_item_changes",
        "delete from itembank.reference where version_id = '" + id + "'");
    refused(
        "only_a_draft_of_an_item_changes",
        "update itembank.reference set citation = 'other' where version_id = '" + id + "'");
  }

  @Test
  void the_hash_is_the_databases_own() {
    var version = bank.create(bank.writer, bank.draft());
    var id = version.get("id").asText();
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () ->
                bank.execute(
                    "update itembank.item_version set hash = repeat('0', 64) where id = '"
                        + id
                        + "'"));
    assertEquals("428C9", ((PSQLException) refusal.getCause()).getSQLState(), "a generated column");
  }

  @Test
  void what_was_recorded_stays() {
    var version = bank.create(bank.writer, bank.draft());
    var id = version.get("id").asText();
    refused(
        "records_of_use_never_change",
        "delete from itembank.saved_text where version_id = '" + id + "'");
    bank.execute(
        "insert into itembank.exposure values ('"
            + id
            + "', gen_random_uuid(), 'A', current_date)");
    refused(
        "records_of_use_never_change",
        "delete from itembank.exposure where version_id = '" + id + "'");
    refused("records_of_use_never_change", "update itembank.exposure set seen_on = '2020-01-01'");
  }
}
