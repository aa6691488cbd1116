package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.ItemType;
import org.rolewright.itembank.ItembankService.Use;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;

/** What forms take from the bank, and what comes back from exams. */
class PoolTest {
  private static final Actor PROGRAM = new Actor.Program("test");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static TestBank bank;
  private static ItembankService service;

  @BeforeAll
  static void start() {
    bank = new TestBank();
    service = bank.installation().wiring().itembanks;
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static <T> T in(Function<Tx, T> work) {
    return bank.installation().wiring().database.transaction(work);
  }

  private static void run(Consumer<Tx> work) {
    bank.installation().wiring().database.run(work);
  }

  private static ItemVersionId id(JsonNode version) {
    return new ItemVersionId(UUID.fromString(version.get("id").asText()));
  }

  private static JsonNode approved(Object draft) {
    var version = bank.create(bank.writer, draft);
    bank.execute(
        "update itembank.item_version set state = 'approved' where id = '%s'"
            .formatted(version.get("id").asText()));
    return version;
  }

  private static List<PoolItem> pool() {
    var blueprint = new BlueprintId(UUID.fromString(bank.blueprint()));
    return in(tx -> service.pool(tx, blueprint));
  }

  private static Optional<PoolItem> find(JsonNode version) {
    return pool().stream().filter(one -> one.version().equals(id(version))).findFirst();
  }

  private static PoolItem get(JsonNode version) {
    return find(version).orElseThrow();
  }

  @Test
  void the_pool_holds_the_newest_usable_version_of_each_item() {
    var draft = bank.create(bank.writer, bank.draft());
    assertTrue(find(draft).isEmpty(), "a draft is for nobody");
    var first = approved(bank.draft());
    var item = get(first);
    assertEquals(ItemType.SINGLE, item.type());
    assertEquals(Set.of(Language.ENGLISH, Language.SPANISH), item.languages());
    assertEquals(Optional.of(1), item.keyPosition());
    assertEquals(first.get("hash").asText(), item.hash());
    // Stem 9 words, options 2 + 3 + 3 + 3, and "(es)" with each text of the Spanish: 20 + 5.
    assertEquals(25, item.words());
    assertEquals(25 / 3.0 + 25, item.secondsEstimate(), 1e-9);
    assertFalse(item.evidence().isPresent());

    var second =
        bank.writer
            .call("renewItem")
            .with("itemId", first.get("item").asText())
            .body(Map.of("from", first.get("id").asText(), "reason", "A clearer stem is wanted."))
            .expect(201)
            .json();
    assertTrue(find(first).isPresent(), "the old version serves until the new one is approved");
    bank.execute(
        "update itembank.item_version set state = 'approved' where id = '"
            + second.get("id").asText()
            + "'");
    assertTrue(find(first).isEmpty());
    assertTrue(find(second).isPresent());
  }

  @Test
  void a_used_version_becomes_operational_or_a_pilot_and_never_changes() {
    var scored = approved(bank.draft());
    var pilot = approved(bank.draft());
    run(tx -> {
      service.pin(tx, PROGRAM, id(scored), Use.SCORED);
      service.pin(tx, PROGRAM, id(pilot), Use.PILOT);
      service.pin(tx, PROGRAM, id(pilot), Use.PILOT);
    });
    assertEquals(ItemState.OPERATIONAL, get(scored).state());
    assertEquals(ItemState.PILOT, get(pilot).state());
    assertTrue(get(scored).usedAt().isPresent());
    var draft = bank.create(bank.writer, bank.draft());
    var refusal =
        assertThrows(
            Refusal.BrokenRule.class,
            () -> run(tx -> service.pin(tx, PROGRAM, id(draft), Use.SCORED)));
    assertEquals("a_form_takes_approved_items", refusal.key());
  }

  @Test
  void exposure_is_exact_however_often_it_is_told() {
    var version = approved(bank.draft());
    var other = approved(bank.draft());
    var sittings = new ArrayList<UUID>();
    for (int n = 0; n < 7; n++) sittings.add(UUID.randomUUID());
    for (int twice = 0; twice < 2; twice++)
      for (var sitting : sittings)
        run(tx -> service.recordExposure(tx, sitting, "A", DAY, List.of(id(version), id(other))));
    run(tx ->
        service.recordExposure(tx, UUID.randomUUID(), "B", DAY.plusDays(1), List.of(id(version))));
    run(tx -> service.recordExposure(tx, UUID.randomUUID(), "B", DAY, List.of()));
    assertEquals(8, get(version).exposure());
    assertEquals(7, get(other).exposure());
    assertEquals(Optional.of(DAY.plusDays(1)), get(version).lastSeen());
    var statistics =
        bank.expert
            .call("readItemStatistics")
            .with("versionId", version.get("id").asText())
            .expect(200)
            .json();
    assertEquals(8, statistics.at("/exposure/total").asInt());
    assertEquals("A", statistics.at("/exposure/byForm/0/form").asText());
    assertEquals(7, statistics.at("/exposure/byForm/0/count").asInt());
  }

  private static Evidence evidence(UUID run, double p, double rpb, Instant at) {
    var options = List.of(new Evidence.OptionFigures("a", 30, 0.25, OptionalDouble.of(-0.2)));
    return new Evidence(
        run,
        "A",
        DAY,
        DAY,
        120,
        new Evidence.Figures(p, OptionalDouble.of(rpb), OptionalDouble.of(41), options),
        at);
  }

  @Test
  void evidence_belongs_to_a_version_and_the_newest_speaks() {
    var version = approved(bank.draft());
    var run = UUID.randomUUID();
    var then = Instant.parse("2026-11-01T00:00:00Z");
    run(tx -> service.recordEvidence(tx, Map.of(id(version), evidence(run, 0.7, 0.3, then))));
    run(tx -> service.recordEvidence(tx, Map.of(id(version), evidence(run, 0.1, 0.1, then))));
    assertEquals(0.7, get(version).evidence().orElseThrow().p());
    assertEquals(41, get(version).secondsEstimate());
    assertEquals(List.of(), get(version).rests());
    var later = evidence(UUID.randomUUID(), 0.97, 0.05, then.plusSeconds(60));
    run(tx -> service.recordEvidence(tx, Map.of(id(version), later)));
    assertEquals(0.97, get(version).evidence().orElseThrow().p());
    assertEquals(List.of("statistics"), get(version).rests());
    var statistics =
        bank.expert
            .call("readItemStatistics")
            .with("versionId", version.get("id").asText())
            .expect(200)
            .json();
    assertEquals(2, statistics.get("evidence").size());
    assertEquals(0.97, statistics.at("/evidence/0/figures/p").asDouble());
    assertEquals("a", statistics.at("/evidence/0/figures/options/0/id").asText());
  }

  @Test
  void an_item_rests_when_enough_saw_it_and_a_pilot_ends() {
    var pilot = approved(bank.draft());
    var live = approved(bank.draft());
    run(tx -> {
      service.pin(tx, PROGRAM, id(pilot), Use.PILOT);
      service.pin(tx, PROGRAM, id(live), Use.SCORED);
    });
    rule(rules -> {
      rules.put("pilotTarget", 3);
      rules.put("exposureLimit", 4);
    });
    for (int n = 0; n < 3; n++) {
      assertEquals(List.of(), get(pilot).rests());
      run(tx ->
          service.recordExposure(tx, UUID.randomUUID(), "A", DAY, List.of(id(pilot), id(live))));
    }
    assertEquals(List.of("pilotDone"), get(pilot).rests());
    assertEquals(List.of(), get(live).rests());
    run(tx -> service.recordExposure(tx, UUID.randomUUID(), "A", DAY, List.of(id(live))));
    assertEquals(List.of("exposureLimit"), get(live).rests());
    var statistics =
        bank.expert
            .call("readItemStatistics")
            .with("versionId", pilot.get("id").asText())
            .expect(200)
            .json();
    assertTrue(statistics.at("/pilot/done").asBoolean());
    rule(rules -> {
      rules.put("pilotTarget", 100);
      rules.remove("exposureLimit");
    });
    assertEquals(List.of(), get(live).rests());
  }

  private static void rule(Consumer<ObjectNode> change) {
    var view = bank.of(bank.expert.call("readBankRules")).expect(200).json();
    var rules = (ObjectNode) view.get("rules");
    change.accept(rules);
    bank.of(bank.expert.call("putBankRules"))
        .with("If-Match", TestBank.tag(view.get("version").asInt()))
        .body(rules)
        .expect(200);
  }

  @Test
  void references_that_expire_are_named() {
    var draft = bank.draft();
    var references = draft.putArray("references");
    references.add(
        TestBank.tree(
            Map.of("citation", "Handbook", "expiresOn", LocalDate.now().plusDays(30).toString())));
    var soon = bank.create(bank.writer, draft);
    references.removeAll();
    references.add(
        TestBank.tree(
            Map.of("citation", "Handbook", "expiresOn", LocalDate.now().minusDays(1).toString())));
    var past = bank.create(bank.writer, draft);
    assertEquals("[\"referenceExpires\"]", warnings(soon));
    assertEquals("[\"referenceExpired\"]", warnings(past));
  }

  private static String warnings(JsonNode version) {
    var items = bank.of(bank.writer.call("listItems")).expect(200).json().get("items");
    for (var item : items)
      if (item.get("version").equals(version.get("id"))) return item.get("warnings").toString();
    throw new AssertionError("not listed");
  }
}
