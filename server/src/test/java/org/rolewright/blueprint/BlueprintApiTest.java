package org.rolewright.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.platform.Role;
import org.rolewright.study.StudyId;

/** From the proposed draft to the adopted blueprint, over HTTP. */
class BlueprintApiTest {
  private static final String REASON = "The panel discussed this at its meeting in May.";
  private static LoadedDemonstration demonstration;
  private static ApiClient proposer;
  private static ApiClient second;

  @BeforeAll
  static void load() {
    demonstration = LoadedDemonstration.withStudy();
    proposer = demonstration.proposer();
    second = demonstration.expert();
    outline().expect(404);
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  /** Each test begins with a draft of its own, proposed by the same person. */
  @BeforeEach
  void propose() {
    for (var one : list())
      if (one.get("state").asText().equals("draft")) {
        var draft = proposer.call("readBlueprint").with("blueprintId", one.get("id").asText());
        int revision = draft.expect(200).json().get("revision").asInt();
        on(proposer.call("withdrawBlueprint"), one.get("id").asText(), revision).expect(204);
      }
    proposal(proposer, 120).expect(201);
  }

  private static ApiClient.Call proposal(ApiClient who, int items) {
    return who.call("proposeBlueprint")
        .with("runId", demonstration.run())
        .body(Map.of("testLength", items));
  }

  /** As a visitor asks for it. */
  private static ApiClient.Call outline() {
    var visitor = demonstration.installation().visitor();
    return visitor.call("showContentOutline").with("studyId", LoadedDemonstration.STUDY);
  }

  private String id() {
    return list().get(0).get("id").asText();
  }

  private static JsonNode list() {
    return second
        .call("listBlueprints")
        .with("studyId", LoadedDemonstration.STUDY)
        .expect(200)
        .json()
        .get("blueprints");
  }

  private JsonNode read() {
    return second.call("readBlueprint").with("blueprintId", id()).expect(200).json();
  }

  private static ApiClient.Call on(ApiClient.Call call, String id, int revision) {
    return call.with("blueprintId", id).with("If-Match", "\"" + revision + "\"");
  }

  @Test
  void a_draft_is_changed_with_reasons_and_adopted_by_a_second_person() {
    var draft = read();
    assertEquals("draft", draft.get("state").asText());
    assertEquals(120, items(draft.get("outline")));
    var id = id();

    var refused = on(proposer.call("adoptBlueprint"), id, 1).expect(422);
    assertEquals("the_proposer_cannot_adopt", refused.code());
    assertTrue(refused.json().get("detail").asText().contains("second person"));

    var task = borderline(draft);
    var include = Map.of("kind", "INCLUDE_TASK", "subject", task.get("task").asText());
    var wish = Map.of("change", include, "reason", REASON);
    var silent = Map.of("change", include, "reason", "because");
    on(proposer.call("changeBlueprint"), id, 1).body(silent).expect(400);
    var changed = on(proposer.call("changeBlueprint"), id, 1).body(wish).expect(200).json();
    assertEquals(2, changed.get("revision").asInt());
    var kept = changed.at("/adjustments/0");
    assertEquals(task.get("code"), kept.get("subject"));
    assertEquals("0.00 %", kept.get("before").asText());
    assertEquals(REASON, kept.get("reason").asText());
    on(proposer.call("changeBlueprint"), id, 1).body(wish).expect(412);
    on(second.call("adoptBlueprint"), id, 1).expect(412);

    var adopted = on(second.call("adoptBlueprint"), id, 2).expect(200).json();
    assertEquals("adopted", adopted.get("state").asText());
    assertEquals(64, adopted.get("hash").asText().length());
    assertEquals(
        "notADraft", on(proposer.call("changeBlueprint"), id, 2).body(wish).expect(409).code());
    cellsAreThoseIncluded(adopted);
    outlineIsPublic();
    aNewVersionBegins();
  }

  /** The cells are for the item bank; the database holds them with the KSAs of each task. */
  private static void cellsAreThoseIncluded(JsonNode adopted) {
    var included = new TreeSet<String>();
    for (var domain : adopted.at("/outline/domains"))
      for (var task : domain.get("tasks"))
        if (task.get("included").asBoolean()) included.add(task.get("task").asText());
    var services = demonstration.installation().wiring();
    var cells =
        services.database.transaction(
            tx -> services.blueprints.cells(tx, new StudyId(LoadedDemonstration.STUDY)));
    var stored = new TreeSet<String>();
    for (var domain : cells.domains())
      for (var cell : domain.tasks()) {
        stored.add(cell.id().value().toString());
        assertFalse(cell.ksas().isEmpty(), cell.code() + " needs some KSA");
      }
    assertEquals(included, stored);
  }

  private static int items(JsonNode outline) {
    int items = 0;
    for (var domain : outline.get("domains")) {
      int inside = 0;
      for (var task : domain.get("tasks")) inside += task.get("items").asInt();
      assertEquals(domain.get("items").asInt(), inside, "tasks add up to their domain");
      items += inside;
    }
    return items;
  }

  /** A task near a cut that the rule leaves out. */
  private static JsonNode borderline(JsonNode blueprint) {
    for (var domain : blueprint.at("/outline/domains"))
      for (var task : domain.get("tasks"))
        if (task.get("borderline").asBoolean() && !task.get("included").asBoolean()) return task;
    throw new AssertionError("no borderline task is left out");
  }

  private void outlineIsPublic() {
    var page = outline().expect(200);
    assertTrue(page.text().contains("Health education") && page.text().contains("synthetic"));
    var visitor = demonstration.installation().visitor();
    var pdf =
        visitor.call("printContentOutline").with("studyId", LoadedDemonstration.STUDY).expect(200);
    assertTrue(pdf.text().startsWith("%PDF-"));
  }

  private void aNewVersionBegins() {
    int adopted = list().get(0).get("version").asInt();
    var proposed = proposal(second, 90).expect(201).json();
    assertEquals(adopted + 1, proposed.get("version").asInt());
    on(second.call("withdrawBlueprint"), proposed.get("id").asText(), 1).expect(204);
    assertEquals("withdrawn", list().get(0).get("state").asText());
    assertEquals("adopted", list().get(1).get("state").asText());
  }

  @Test
  void whoever_changed_the_draft_last_cannot_adopt_it_but_the_first_proposer_can() {
    var id = id();
    var longer = Map.of("kind", "TEST_LENGTH", "min", 150);
    on(second.call("changeBlueprint"), id, 1)
        .body(Map.of("change", longer, "reason", REASON))
        .expect(200);
    assertEquals(
        "the_proposer_cannot_adopt", on(second.call("adoptBlueprint"), id, 2).expect(422).code());
    on(proposer.call("adoptBlueprint"), id, 2).expect(200);
  }

  @Test
  void a_study_has_one_draft() {
    var refused = proposal(second, 90).expect(422);
    assertEquals("a_study_has_one_draft_blueprint", refused.code());
  }

  @Test
  void a_change_can_be_tried_without_being_made() {
    var domain = read().at("/outline/domains/0");
    var bounds =
        Map.of(
            "kind", "DOMAIN_ITEMS", "subject", domain.get("domain").asText(), "min", 40, "max", 50);
    var outline =
        second.call("tryBlueprintChange").with("blueprintId", id()).body(bounds).expect(200);
    assertEquals(40, outline.json().at("/domains/0/items").asInt());
    assertEquals(120, items(outline.json()));
    assertEquals(domain, read().at("/outline/domains/0"));
    var impossible =
        Map.of(
            "kind",
            "DOMAIN_ITEMS",
            "subject",
            domain.get("domain").asText(),
            "min",
            130,
            "max",
            140);
    assertEquals(
        "minimumsExceedTheTest",
        second
            .call("tryBlueprintChange")
            .with("blueprintId", id())
            .body(impossible)
            .expect(422)
            .code());
    var sme = demonstration.installation().signedIn(demonstration.person(Role.SME));
    sme.call("tryBlueprintChange").with("blueprintId", id()).body(bounds).expect(403);
    assertFalse(
        sme.call("drawBlueprintFigure")
            .with("blueprintId", id())
            .with("width", 360)
            .expect(200)
            .text()
            .contains("NaN"));
    assertEquals(
        6,
        sme.call("readBlueprintFigure")
            .with("blueprintId", id())
            .expect(200)
            .json()
            .at("/data/rows")
            .size());
  }
}
