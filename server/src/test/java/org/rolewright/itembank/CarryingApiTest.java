package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.itembank.Carrying.Why;
import org.rolewright.platform.Role;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.KsaType;
import org.rolewright.workshop.TaskId;

/** A second blueprint is adopted, which leaves out one task; the items come along. */
class CarryingApiTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static TestBank bank;
  private static JsonNode draft;
  private static JsonNode tried;
  private static JsonNode reviewed;
  private static JsonNode orphan;
  private static JsonNode retired;
  private static String second;

  @BeforeAll
  static void start() {
    bank = new TestBank();
    draft = created(0, 0, "draft");
    tried = created(0, 1, "operational");
    reviewed = created(0, 2, "content_review");
    orphan = created(1, 0, "approved");
    retired = created(1, 1, "retired");
    seen(tried);
    second = bank.adoptWithout(bank.cell(1, 0).get("id").asText());
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static JsonNode created(int domain, int task, String state) {
    var cell = bank.cell(domain, task);
    var written = bank.draft();
    written.put("task", cell.get("id").asText());
    written.putArray("ksas").add(cell.at("/ksas/0/id").asText());
    var version = bank.create(bank.writer, written);
    bank.execute(
        "update itembank.item_version set state = '%s' where id = '%s'"
            .formatted(state, version.get("id").asText()));
    return version;
  }

  /** One sitting, and what a scoring run found. */
  private static void seen(JsonNode version) {
    var wiring = bank.installation().wiring();
    var found =
        new Evidence(
            UUID.randomUUID(),
            "A",
            DAY,
            DAY,
            120,
            new Evidence.Figures(0.7, OptionalDouble.of(0.3), OptionalDouble.of(41), List.of()),
            Instant.parse("2026-11-22T10:00:00Z"));
    wiring.database.run(tx -> {
      wiring.itembanks.recordExposure(tx, UUID.randomUUID(), "A", DAY, List.of(id(version)));
      wiring.itembanks.recordEvidence(tx, Map.of(id(version), found));
    });
  }

  private static ItemVersionId id(JsonNode version) {
    return new ItemVersionId(UUID.fromString(version.get("id").asText()));
  }

  private static JsonNode preview() {
    return bank.of(bank.expert.call("previewCarrying")).expect(200).json();
  }

  private static ApiClient.Call carry(ApiClient who, String blueprint) {
    return bank.of(who.call("carryItems"))
        .body(Map.of("blueprint", blueprint, "reason", "Version 2 of the blueprint is in force."));
  }

  private static Map<String, String> left(JsonNode carrying) {
    return StreamSupport.stream(carrying.get("left").spliterator(), false)
        .collect(
            Collectors.toMap(one -> one.get("version").asText(), one -> one.get("why").asText()));
  }

  private static Set<String> versions(JsonNode list) {
    var versions = new TreeSet<String>();
    list.forEach(one -> versions.add(one.get("version").asText()));
    return versions;
  }

  private static JsonNode newest(JsonNode version) {
    return bank.expert
        .call("readItem")
        .with("itemId", version.get("item").asText())
        .expect(200)
        .json()
        .at("/versions/0");
  }

  private static String text(JsonNode version) {
    return version.get("id").asText();
  }

  @Test
  void items_come_along_with_their_state_their_author_and_their_past() {
    var writer = bank.person(Role.ITEM_WRITER);
    bank.of(bank.signedIn(writer).call("previewCarrying")).expect(403);
    carry(bank.signedIn(writer), second).expect(403);
    var before = preview();
    assertEquals(2, before.get("version").asInt());
    assertEquals(new TreeSet<>(Set.of(text(draft), text(tried))), versions(before.get("ready")));
    var expected = Map.of(text(reviewed), "in_review", text(orphan), "task_gone");
    assertEquals(expected, left(before));
    carry(bank.expert, bank.blueprint()).expect(412);

    assertEquals(expected, left(carry(bank.expert, second).expect(200).json()));
    var next = newest(tried);
    assertEquals(2, next.get("number").asInt());
    assertEquals("operational", next.get("state").asText());
    assertEquals(second, next.get("blueprint").asText());
    assertEquals(tried.get("content"), next.get("content"));
    assertEquals(tried.get("ksas"), next.get("ksas"));
    assertEquals(tried.get("references"), next.get("references"));
    assertEquals(tried.get("author"), next.get("author"));
    assertEquals(tried.get("changedBy"), next.get("changedBy"));
    assertEquals("Version 2 of the blueprint is in force.", next.get("reason").asText());
    var statistics =
        bank.expert.call("readItemStatistics").with("versionId", text(next)).expect(200).json();
    assertEquals(0.7, statistics.at("/evidence/0/figures/p").asDouble());
    assertEquals(1, statistics.at("/exposure/total").asInt());

    var old = bank.expert.call("readItemVersion").with("versionId", text(tried)).expect(200).json();
    assertEquals(tried.get("hash"), old.get("hash"));
    assertEquals(bank.blueprint(), old.get("blueprint").asText());

    var rewritten = newest(draft);
    assertEquals(text(draft), text(rewritten));
    assertEquals(second, rewritten.get("blueprint").asText());
    assertEquals(draft.get("changedBy"), rewritten.get("changedBy"));
    assertEquals(2, rewritten.get("revision").asInt());

    var stray =
        bank.of(bank.expert.call("readStudyLineage")).expect(200).json().at("/orphans/items");
    assertEquals(2, stray.size(), stray.toString());
    assertFalse(stray.toString().contains(draft.get("code").asText()));
    assertFalse(stray.toString().contains(tried.get("code").asText()));

    carry(bank.expert, second).expect(200);
    assertEquals(text(next), text(newest(tried)));
    assertEquals(1, newest(retired).get("number").asInt());
  }

  @Test
  void what_would_measure_something_else_takes_a_person() {
    var given = bank.installation().wiring();
    var version = given.database.transaction(tx -> given.itembanks.version(tx, id(orphan)));
    var elsewhere = new DomainId(UUID.randomUUID());
    var other = new KsaId(UUID.randomUUID());
    assertEquals(
        Optional.of(Why.TASK_GONE),
        why(version, cells(version.domain(), new TaskId(UUID.randomUUID()), version.ksas())));
    assertEquals(
        Optional.of(Why.DOMAIN_MOVED),
        why(version, cells(elsewhere, version.task(), version.ksas())));
    assertEquals(
        Optional.of(Why.KSA_GONE),
        why(version, cells(version.domain(), version.task(), List.of(other))));
    assertEquals(
        Optional.empty(), why(version, cells(version.domain(), version.task(), version.ksas())));
  }

  private static Optional<Why> why(ItemVersion version, BlueprintCells cells) {
    return Carrying.of(cells, List.of(version)).left().stream().map(Carrying.Left::why).findFirst();
  }

  private static BlueprintCells cells(DomainId domain, TaskId task, List<KsaId> needed) {
    var ksas =
        needed.stream()
            .map(ksa -> new BlueprintCells.Ksa(ksa, "K", KsaType.KNOWLEDGE, "Something"))
            .toList();
    var cell = new BlueprintCells.Cell(task, "I.A", "A task", 1, ksas);
    return new BlueprintCells(
        new BlueprintId(UUID.randomUUID()),
        2,
        List.of(new BlueprintCells.Domain(domain, "I", "A domain", 1, List.of(cell))));
  }
}
