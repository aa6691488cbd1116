package org.rolewright.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a published form keeps, tried by somebody who may write any statement to the database. */
class FrozenFormTest {
  private static FormBank given;
  private static JsonNode form;

  @BeforeAll
  static void publish() {
    given = new FormBank(8);
    form = given.published("FIX-1", 0);
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update form.form set code = 'OTHER' where id = '{form}'",
        "update form.form set checksum = repeat('0', 64) where id = '{form}'",
        "update form.form set state = 'draft', published_by = null, published_at = null where id = '{form}'",
        "update form.form set seconds_allowed = 60 where id = '{form}'",
        "delete from form.form where id = '{form}'",
        "truncate form.form cascade",
        "update form.part set document = '{}' where form_id = '{form}'",
        "delete from form.part where form_id = '{form}'",
        "insert into form.part values ('{form}', 9, 'break', null, '{}')",
        "update form.placement set scored = false where form_id = '{form}'",
        "update form.placement set position = position + 100 where form_id = '{form}'",
        "delete from form.placement where form_id = '{form}' and position = 1",
        "truncate form.placement",
        "update form.placement set version_hash = repeat('0', 64) where form_id = '{form}'",
        "update itembank.item_version set content = content || '{\"credit\":\"partial\"}' where id = '{version}'",
        "update itembank.item_version set level = 'analysis', revision = 9 where id = '{version}'",
        "delete from itembank.item_version where id = '{version}'"
      })
  void nothing_of_a_published_form_can_be_changed_by_sql(String statement) {
    var before = given.first.call("readForm").with("formId", id()).expect(200).text();
    assertThrows(IllegalStateException.class, () -> given.sql(filled(statement)), statement);
    assertEquals(before, given.first.call("readForm").with("formId", id()).expect(200).text());
  }

  private static String id() {
    return form.get("id").asText();
  }

  private static String filled(String statement) {
    return statement
        .replace("{form}", id())
        .replace("{version}", given.formItems(0).getFirst().version());
  }

  @Test
  void even_without_the_guard_of_the_bank_an_item_on_a_form_keeps_its_hash() {
    var version = given.formItems(0).getFirst().version();
    given.sql("alter table itembank.item_version disable trigger user");
    try {
      var refused =
          assertThrows(
              IllegalStateException.class,
              () ->
                  given.sql(
                      "update itembank.item_version set content = content || '{\"x\":1}' where id = '"
                          + version
                          + "'"));
      assertTrue(
          refused.getCause().getMessage().contains("a_placed_item_never_changes"),
          refused.getCause().getMessage());
    } finally {
      given.sql("alter table itembank.item_version enable trigger user");
    }
  }

  @Test
  void a_draft_takes_no_version_under_a_false_hash_and_no_item_twice() {
    var draft = given.filled("DRAFT-1", 2);
    var id = draft.get("id").asText();
    var other = given.formItems(3).getLast();
    var insert =
        "insert into form.placement (form_id, position, section, version_id, version_hash, scored, item_id)"
            + " values ('%s', 50, 1, '%s', repeat('a', 64), true, '%s')";
    assertThrows(
        IllegalStateException.class,
        () -> given.sql(insert.formatted(id, other.version(), other.item())));
    assertThrows(
        IllegalStateException.class,
        () ->
            given.sql(
                "update form.placement set item_id = '%s' where form_id = '%s' and position = 1"
                    .formatted(UUID.randomUUID(), id)));
  }

  @Test
  void nobody_publishes_alone_or_an_unapproved_item_by_sql() {
    var draft = given.filled("DRAFT-2", 2);
    var id = draft.get("id").asText();
    var publish =
        "update form.form set state = 'published', proposed_by = changed_by, proposed_at = now(),"
            + " checksum = repeat('0', 64), meter = '{}', published_by = changed_by,"
            + " published_at = now() where id = '%s'";
    assertThrows(IllegalStateException.class, () -> given.sql(publish.formatted(id)));
    var version = given.formItems(2).getFirst().version();
    var second =
        publish.replace(
            "published_by = changed_by",
            "published_by = (select id from identity.person where id <> changed_by limit 1)");
    given.sql("alter table itembank.item_version disable trigger user");
    given.sql("update itembank.item_version set state = 'draft' where id = '" + version + "'");
    try {
      assertThrows(IllegalStateException.class, () -> given.sql(second.formatted(id)));
    } finally {
      given.sql(
          "update itembank.item_version set state = 'operational' where id = '" + version + "'");
      given.sql("alter table itembank.item_version enable trigger user");
    }
  }

  @Test
  void the_checksum_covers_every_item_and_later_stages_read_the_same_form() {
    var wiring = given.bank.installation().wiring();
    var published =
        wiring.database.transaction(
            tx -> wiring.forms.published(tx, new FormId(UUID.fromString(id()))));
    assertEquals(form.get("checksum").asText(), published.checksum());
    assertEquals(12, published.itemCount());
    assertEquals(12, published.scoredCount());
    assertFalse(published.retired());
    assertEquals(1, published.sections().size());
    assertTrue(published.items().stream().allMatch(item -> item.hash().length() == 64), "hashes");
    var draft = given.filled("DRAFT-3", 1);
    assertThrows(
        org.rolewright.platform.Refusal.Conflict.class,
        () ->
            wiring.database.transaction(tx ->
                wiring.forms.published(tx, new FormId(UUID.fromString(draft.get("id").asText())))));
  }
}
