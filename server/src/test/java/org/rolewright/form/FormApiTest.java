package org.rolewright.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.form.FormBank.input;
import static org.rolewright.form.FormBank.on;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.platform.Role;

/** Forms over HTTP, from the empty draft to the retired form. */
class FormApiTest {
  private static FormBank given;

  @BeforeAll
  static void fill() {
    given = new FormBank(8);
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  private static JsonNode meter(JsonNode form) {
    return given
        .first
        .call("readFormMeter")
        .with("formId", form.get("id").asText())
        .expect(200)
        .json();
  }

  private static List<String> problems(JsonNode meter, boolean blocking) {
    var kinds = new java.util.ArrayList<String>();
    for (var problem : meter.get("problems"))
      if (problem.get("blocking").asBoolean() == blocking) kinds.add(problem.get("kind").asText());
    return kinds;
  }

  @Test
  void a_new_form_has_the_usual_parts_the_blueprints_length_and_nothing_to_score() {
    var draft = given.draft("NEW-1");
    assertEquals("draft", draft.get("state").asText());
    assertEquals(12, draft.get("length").asInt());
    assertEquals(900, draft.get("secondsAllowed").asInt());
    var kinds = draft.get("parts").findValuesAsText("kind");
    assertTrue(kinds.containsAll(List.of("agreement", "tutorial", "questions", "exit")));
    var meter = meter(draft);
    assertEquals(List.of("no_items", "empty_section"), problems(meter, true));
    assertFalse(meter.get("meetsBlueprint").asBoolean());
    on(given.first.call("proposeForm"), draft).body(Map.of()).expect(422);
    on(given.first.call("removeForm"), draft).expect(204);
    given.first.call("readForm").with("formId", draft.get("id").asText()).expect(404);
  }

  @Test
  void the_meter_counts_what_stands_on_the_form() {
    var form = given.filled("METER-1", 0);
    var meter = meter(form);
    assertEquals(12, meter.get("scored").asInt());
    assertTrue(meter.get("meetsBlueprint").asBoolean());
    assertEquals(List.of(), problems(meter, true));
    assertEquals(List.of("untried"), problems(meter, false));
    int keys = 0;
    for (var key : meter.get("keys")) keys += key.get("count").asInt();
    assertEquals(12, keys);
    int levels = 0;
    for (var level : meter.get("levels")) levels += level.get("scored").asInt();
    assertEquals(12, levels);

    var items = given.formItems(0);
    var fewer =
        on(given.first.call("saveForm"), form)
            .body(input(form, items.subList(1, 12), given.formItems(4).subList(0, 1)))
            .expect(200)
            .json();
    var short1 = meter(fewer);
    assertEquals(11, short1.get("scored").asInt());
    assertEquals(1, short1.get("pilot").asInt());
    assertEquals(List.of("domains", "tasks", "untried"), problems(short1, false));
    var domain = short1.at("/domains/" + items.getFirst().domain());
    assertEquals(domain.get("wanted").asInt() - 1, domain.get("scored").asInt());
  }

  @Test
  void difficulty_is_the_mean_of_what_earlier_administrations_found() {
    var items = given.formItems(5).subList(0, 4);
    given.evidence(
        Map.of(
            items.get(0).version(), 600,
            items.get(1).version(), 700,
            items.get(2).version(), 800,
            items.get(3).version(), 900));
    var draft = given.draft("P-1");
    var saved =
        on(given.first.call("saveForm"), draft)
            .body(input(draft, items, List.of()))
            .expect(200)
            .json();
    var difficulty = meter(saved).get("difficulty");
    // by hand: mean .75, deviations ±.05 and ±.15, so SD = √((.0025 + .0225)/2) = √.0125
    assertEquals(4, difficulty.get("known").asInt());
    assertEquals(0.75, difficulty.get("mean").asDouble(), 1e-9);
    assertEquals(Math.sqrt(0.0125), difficulty.get("deviation").asDouble(), 1e-9);
    assertEquals(3.0, difficulty.get("expected").asDouble(), 1e-9);
    assertEquals(0.3, difficulty.get("discrimination").asDouble(), 1e-9);
  }

  @Test
  void enemies_and_a_retired_item_keep_a_form_from_being_published() {
    var items = given.formItems(0);
    var enemies = List.of(items.get(0).item(), items.get(1).item());
    given
        .bank
        .of(given.first.call("putItemSet"))
        .with("setId", UUID.randomUUID())
        .with("If-Match", "\"0\"")
        .body(Map.of("kind", "enemy", "reason", "One gives the other away", "items", enemies))
        .send();
    try {
      var form = given.filled("ENEMY-1", 0);
      assertEquals(List.of("enemies"), problems(meter(form), true));
      assertEquals(
          "aFormIsMendedFirst",
          on(given.first.call("proposeForm"), form).body(Map.of()).expect(422).code());
    } finally {
      given.sql("delete from itembank.item_set");
    }
    var form = given.filled("RETIRED-1", 0);
    given.sql(
        "update itembank.item_version set state = 'retired' where id = '%s'"
            .formatted(items.get(0).version()));
    try {
      assertEquals(List.of("not_usable"), problems(meter(form), true));
    } finally {
      given.sql(
          "update itembank.item_version set state = 'operational' where id = '%s'"
              .formatted(items.get(0).version()));
    }
  }

  @Test
  void two_people_publish_and_both_sign_the_same_checksum() {
    var form = given.filled("TWO-1", 1);
    var proposed = on(given.first.call("proposeForm"), form).body(Map.of()).expect(200).json();
    var checksum = proposed.get("checksum").asText();
    var sign = Map.of("checksum", checksum);
    assertEquals(
        "two_people_publish_a_form",
        on(given.first.call("publishForm"), proposed).body(sign).expect(422).code());
    on(given.second.call("publishForm"), proposed)
        .body(Map.of("checksum", "0".repeat(64)))
        .expect(412);
    on(given.second.call("publishForm"), form).body(sign).expect(412);
    var published = on(given.second.call("publishForm"), proposed).body(sign).expect(200).json();
    assertEquals("published", published.get("state").asText());
    assertEquals(checksum, published.get("checksum").asText());
    assertEquals(
        "a_published_form_never_changes",
        on(given.first.call("saveForm"), published)
            .body(input(published, given.formItems(1), List.of()))
            .expect(409)
            .code());
    assertTrue(meter(published).get("meetsBlueprint").asBoolean());
  }

  @Test
  void a_change_takes_the_proposal_back() {
    var form = given.filled("BACK-1", 1);
    var proposed = on(given.first.call("proposeForm"), form).body(Map.of()).expect(200).json();
    var changed =
        on(given.second.call("saveForm"), proposed)
            .body(input(proposed, given.formItems(2), List.of()))
            .expect(200)
            .json();
    assertFalse(changed.has("checksum"));
    assertEquals(
        "aFormIsProposedFirst",
        on(given.second.call("publishForm"), changed)
            .body(Map.of("checksum", proposed.get("checksum").asText()))
            .expect(409)
            .code());
  }

  @Test
  void a_form_off_its_blueprint_says_why() {
    var draft = given.draft("OFF-1");
    var items = given.formItems(2).subList(0, 9);
    var form =
        on(given.first.call("saveForm"), draft)
            .body(input(draft, items, List.of()))
            .expect(200)
            .json();
    assertEquals(
        "aFormMeetsItsBlueprint",
        on(given.first.call("proposeForm"), form).body(Map.of()).expect(422).code());
    var why = "A short form for a trial of the new centre.";
    var proposed =
        on(given.first.call("proposeForm"), form).body(Map.of("deviation", why)).expect(200).json();
    assertEquals(why, proposed.get("deviation").asText());
  }

  @Test
  void a_published_form_is_retired_comes_back_and_is_replaced_under_a_new_number() {
    var form = given.published("LIFE-1", 3);
    var because = Map.of("because", "An item was seen on the internet.");
    on(given.first.call("retireForm"), form).body(Map.of("because", "no")).expect(400);
    var retired = on(given.first.call("retireForm"), form).body(because).expect(200).json();
    assertEquals("retired", retired.get("state").asText());
    assertEquals(because.get("because"), retired.at("/retired/because").asText());
    var back = on(given.second.call("reinstateForm"), retired).body(because).expect(200).json();
    assertEquals("published", back.get("state").asText());
    assertFalse(back.has("retired"));

    var next =
        given
            .bank
            .of(given.first.call("createForm"))
            .with("formId", UUID.randomUUID())
            .body(
                Map.of(
                    "code", "LIFE-2",
                    "languages", List.of("en", "es"),
                    "like", form.get("id").asText(),
                    "replaces", form.get("id").asText()))
            .expect(201)
            .json();
    assertTrue(next.get("number").asInt() > form.get("number").asInt());
    assertEquals(form.get("id"), next.get("replaces"));
    assertEquals(12, items(next).size());
    assertEquals(versions(form), versions(next));
    assertNotEquals(form.get("id"), next.get("id"));
    var list = given.bank.of(given.first.call("listForms")).expect(200).json().get("forms");
    assertEquals(next.get("code"), list.at("/0/code"));
  }

  private static JsonNode items(JsonNode form) {
    for (var part : form.get("parts")) if (part.has("items")) return part.get("items");
    throw new AssertionError("no section");
  }

  private static List<String> versions(JsonNode form) {
    return items(form).findValuesAsText("versionId");
  }

  @Test
  void the_pool_says_where_items_stand_and_nothing_of_their_content() {
    var form = given.filled("POOL-1", 0);
    var pool = given.first.call("listFormPool").with("formId", form.get("id").asText()).expect(200);
    assertEquals(48, pool.json().get("items").size());
    assertFalse(pool.text().contains("Question 1"), "no text of an item");
    assertFalse(pool.text().contains("key"), "no key");
    var used = versions(form);
    for (var item : pool.json().get("items"))
      if (used.contains(item.get("version").asText()))
        assertTrue(
            item.get("forms").findValuesAsText("").isEmpty()
                && item.get("forms").toString().contains("POOL-1"));
  }

  @Test
  void an_auditor_reads_forms_and_changes_none_and_a_writer_sees_none() {
    var form = given.filled("WHO-1", 0);
    var auditor = given.bank.signedIn(given.bank.person(Role.AUDITOR));
    auditor.call("readForm").with("formId", form.get("id").asText()).expect(200);
    auditor.call("readFormMeter").with("formId", form.get("id").asText()).expect(200);
    auditor.call("listFormPool").with("formId", form.get("id").asText()).expect(403);
    on(auditor.call("proposeForm"), form).body(Map.of()).expect(403);
    given.bank.writer.call("readForm").with("formId", form.get("id").asText()).expect(403);
  }

  @Test
  void formatted_texts_are_cleaned_and_unknown_versions_refused() {
    var draft = given.draft("CLEAN-1");
    var body = input(draft, given.formItems(0), List.of());
    var parts = (List<?>) body.get("parts");
    ((com.fasterxml.jackson.databind.node.ObjectNode) parts.getFirst())
        .putObject("text")
        .put("en", "<p onclick='x()'>Agree<script>alert(1)</script></p>");
    var saved = on(given.first.call("saveForm"), draft).body(body).expect(200).json();
    assertEquals("<p>Agree</p>", saved.at("/parts/0/text/en").asText());
    var unknown = new FormBank.Given("x", UUID.randomUUID().toString(), 0, 0, "recall");
    on(given.first.call("saveForm"), saved)
        .body(input(saved, List.of(unknown), List.of()))
        .expect(404);
    var twice = List.of(given.formItems(0).getFirst(), given.formItems(0).getFirst());
    on(given.first.call("saveForm"), saved).body(input(saved, twice, List.of())).expect(422);
  }
}
