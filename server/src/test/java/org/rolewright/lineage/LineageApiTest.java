package org.rolewright.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Role;

/**
 * From an item back to the words of the panel and forward again. What is expected is asked of the
 * stages themselves: the list of the workshop, the run of the analysis, the blueprint.
 */
class LineageApiTest {
  private static TestBank bank;
  private static ApiClient auditor;
  private static JsonNode item;
  private static JsonNode outline;
  private static JsonNode run;

  @BeforeAll
  static void writeAnItemOnTheFirstTask() {
    bank = new TestBank();
    auditor = bank.signedIn(bank.person(Role.AUDITOR));
    item = bank.create(bank.writer, bank.draft());
    var blueprint =
        bank.expert.call("readBlueprint").with("blueprintId", bank.blueprint()).expect(200).json();
    outline = blueprint.get("outline");
    run =
        bank.expert
            .call("readAnalysis")
            .with("runId", blueprint.get("run").asText())
            .expect(200)
            .json();
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static JsonNode study() {
    return bank.of(auditor.call("readStudyLineage")).expect(200).json();
  }

  private static JsonNode task(JsonNode cell) {
    return bank.of(auditor.call("readTaskLineage"))
        .with("taskId", cell.get("id").asText())
        .expect(200)
        .json();
  }

  private static ApiClient.Call lineage(JsonNode version) {
    return bank.of(auditor.call("readItemLineage")).with("itemId", version.get("item").asText());
  }

  @Test
  void an_item_leads_back_to_its_ksa_task_domain_and_blueprint() {
    var lineage = lineage(item).expect(200).json();
    assertEquals(item.get("code"), lineage.at("/shown/code"));
    assertEquals(bank.writerPerson.name(), lineage.at("/shown/writtenBy").asText());
    assertEquals(1, lineage.get("ksas").size());
    assertEquals(bank.cell(0, 0).at("/ksas/0/text"), lineage.at("/ksas/0/text"));
    var origin = lineage.get("origin");
    assertEquals(outline.at("/domains/0/tasks/0/text"), origin.at("/task/text"));
    assertEquals(outline.at("/domains/0/tasks/0/items"), origin.at("/task/items"));
    assertEquals(outline.at("/domains/0/title"), origin.at("/domain/title"));
    assertEquals(outline.at("/domains/0/weight"), origin.at("/domain/share"));
    assertEquals(bank.blueprint(), origin.at("/blueprint/id").asText());
    assertTrue(origin.at("/blueprint/current").asBoolean());
  }

  @Test
  void an_item_leads_back_to_what_peers_said_with_its_uncertainty() {
    var origin = lineage(item).expect(200).json().get("origin");
    var found = run.at("/findings/tasks/0");
    assertEquals(found.at("/importance/mean"), origin.at("/ratings/importance"));
    assertEquals(found.at("/frequency/mean"), origin.at("/ratings/frequency"));
    assertEquals(found.get("performing"), origin.at("/ratings/performing"));
    assertEquals(found.get("weight"), origin.at("/ratings/weight"));
    assertEquals(run.at("/findings/domains/0/weight"), origin.at("/domain/weight"));
    assertTrue(origin.at("/ratings/importance/interval/lower").isNumber());
    assertEquals(run.get("id"), origin.at("/ratings/run"));
    assertEquals("Survey of 2026", origin.at("/survey/title").asText());
  }

  @Test
  void the_wording_is_the_one_that_was_rated_also_when_the_workshop_goes_on() {
    var before = lineage(item).expect(200).json().at("/origin/task");
    var task = bank.cell(0, 0);
    var stated =
        bank.of(bank.expert.call("readWorkshop")).expect(200).json().at("/domains/0/tasks/0");
    bank.of(bank.expert.call("putStatement"))
        .with("statementId", task.get("id").asText())
        .with("If-Match", TestBank.tag(stated.get("version").asInt()))
        .body(
            Map.of(
                "kind", "TASK",
                "domain", outline.at("/domains/0/domain").asText(),
                "text", "Weigh newborn children at home so that growth is known",
                "source", ""))
        .expect(204);
    var after = lineage(item).expect(200).json().at("/origin/task");
    assertEquals(before, after);
    assertEquals(1, after.get("wording").asInt());
    assertFalse(after.get("wordedBy").asText().isBlank());
  }

  @Test
  void a_task_leads_forward_to_its_items_by_ksa() {
    var measured = task(bank.cell(0, 0));
    assertEquals(bank.cell(0, 0).get("ksas").size(), measured.get("ksas").size());
    var items =
        measured.get("ksas").findValues("items").stream()
            .flatMap(all -> all.findValuesAsText("version").stream())
            .toList();
    assertTrue(items.contains(item.get("id").asText()));
    assertEquals(
        List.of(), task(bank.cell(1, 1)).get("ksas").findValuesAsText("version"), "none there");
  }

  @Test
  void a_task_and_a_ksa_without_items_are_orphans_until_an_item_measures_them() {
    var lone = bank.cell(1, 0);
    var before = study();
    assertTrue(ids(before.at("/orphans/tasks")).contains(lone.get("id").asText()));
    assertTrue(ids(before.at("/orphans/ksas")).contains(lone.at("/ksas/0/id").asText()));
    assertFalse(ids(before.at("/orphans/tasks")).contains(bank.cell(0, 0).get("id").asText()));

    var draft = bank.draft(TestBank.single("What is done first in the second domain?"));
    draft.put("task", lone.get("id").asText());
    draft.putArray("ksas").add(lone.at("/ksas/0/id").asText());
    bank.create(bank.writer, draft);
    var after = study();
    assertFalse(ids(after.at("/orphans/tasks")).contains(lone.get("id").asText()));
    assertFalse(ids(after.at("/orphans/ksas")).contains(lone.at("/ksas/0/id").asText()));
    assertTrue(ids(after.at("/orphans/ksas")).contains(lone.at("/ksas/1/id").asText()));
    var cell =
        after
            .get("cells")
            .valueStream()
            .filter(one -> one.at("/task/id").equals(lone.get("id")))
            .findFirst()
            .orElseThrow();
    assertEquals(1, cell.get("inWork").asInt());
    assertEquals(0, cell.get("ready").asInt());
  }

  private static List<String> ids(JsonNode all) {
    return all.valueStream().map(one -> one.get("id").asText()).toList();
  }

  @Test
  void nothing_that_an_item_says_is_told() {
    var told = lineage(item).expect(200).text() + task(bank.cell(0, 0));
    assertFalse(told.contains("Which of these comes first"), "a stem");
    assertFalse(told.contains("Ask for consent"), "an option");
  }

  @Test
  void what_is_not_there_is_not_found() {
    var nowhere = UUID.randomUUID();
    bank.of(auditor.call("readTaskLineage")).with("taskId", nowhere).expect(404);
    bank.of(auditor.call("readItemLineage")).with("itemId", nowhere).expect(404);
    lineage(item).with("version", 7).expect(404);
    auditor.call("readStudyLineage").with("studyId", nowhere).expect(404);
    bank.of(bank.installation().visitor().call("readStudyLineage")).expect(401);
  }
}
