package org.rolewright.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rolewright.ApiClient;
import org.rolewright.TestDatabase;
import org.rolewright.itembank.Evidence;
import org.rolewright.itembank.ItemDraft;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;

/** A bank with as many operational items in every cell, and two people who lead the study. */
public final class FormBank implements AutoCloseable {
  private static final List<String> LEVELS = List.of("recall", "application", "analysis");
  private static final int DOMAINS = 2;
  private static final int TASKS = 3;

  public final TestBank bank = new TestBank();
  public final ApiClient first = bank.expert;
  public final ApiClient second = bank.signedIn(bank.person(Role.CERTIFICATION_EXPERT));

  /** The items, cell by cell. */
  public final List<Given> items = new ArrayList<>();

  /** An item and where it belongs. */
  public record Given(String item, String version, int domain, int task, String level) {}

  public FormBank(int eachCell) {
    var wiring = bank.installation().wiring();
    wiring.database.run(tx -> {
      for (int d = 0; d < DOMAINS; d++)
        for (int t = 0; t < TASKS; t++)
          for (int i = 0; i < eachCell; i++) {
            var level = LEVELS.get(i % LEVELS.size());
            var id = new ItemId(UUID.randomUUID());
            var version =
                wiring
                    .itemDrafts
                    .create(tx, bank.writerPerson, bank.study(), id, draft(d, t, level, i))
                    .version();
            items.add(new Given(text(id.value()), text(version.id().value()), d, t, level));
          }
    });
    bank.execute("update itembank.item_version set state = 'operational'");
  }

  private static String text(UUID id) {
    return id.toString();
  }

  private ItemDraft draft(int domain, int task, String level, int number) {
    var content =
        new HashMap<>(
            TestBank.single("Question %d of task %d.%d?".formatted(number, domain, task)));
    content.put("key", Map.of("options", List.of("abcd".substring(number % 4, number % 4 + 1))));
    var cell = bank.cell(domain, task);
    var draft = bank.draft(content);
    draft.put("task", cell.get("id").asText()).put("level", level);
    draft.putArray("ksas").add(cell.at("/ksas/0/id").asText());
    return Json.read(draft.toString(), ItemDraft.class);
  }

  /** Says how an item did: so many in a thousand right. */
  public void evidence(Map<String, Integer> right) {
    var wiring = bank.installation().wiring();
    var run = UUID.randomUUID();
    var day = LocalDate.of(2026, 3, 1);
    wiring.database.run(tx ->
        wiring.itembanks.recordEvidence(
            tx,
            right.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        one -> new ItemVersionId(UUID.fromString(one.getKey())),
                        one ->
                            new Evidence(
                                run,
                                "OLD-1",
                                day,
                                day,
                                400,
                                new Evidence.Figures(
                                    one.getValue() / 1000.0,
                                    OptionalDouble.of(0.3),
                                    OptionalDouble.empty(),
                                    List.of()),
                                Instant.EPOCH)))));
  }

  /** The items that make a form of the blueprint's own length, other than so many of each cell. */
  public List<Given> formItems(int skip) {
    var blueprint =
        first
            .call("readBlueprint")
            .with("blueprintId", bank.blueprint())
            .expect(200)
            .json()
            .get("outline");
    var chosen = new ArrayList<Given>();
    for (int d = 0; d < DOMAINS; d++)
      for (int t = 0; t < TASKS; t++) {
        int domain = d;
        int task = t;
        int wanted = blueprint.at("/domains/" + d + "/tasks/" + t + "/items").asInt();
        items.stream()
            .filter(item -> item.domain() == domain && item.task() == task)
            .skip(skip)
            .limit(wanted)
            .forEach(chosen::add);
      }
    return chosen;
  }

  /** A new draft with the usual parts. */
  public JsonNode draft(String code) {
    return bank.of(first.call("createForm"))
        .with("formId", UUID.randomUUID())
        .body(Map.of("code", code, "languages", List.of("en", "es")))
        .expect(201)
        .json();
  }

  /** The draft as a request to save it with these items in its section. */
  public static Map<String, Object> input(JsonNode form, List<Given> scored, List<Given> pilot) {
    var choices = new ArrayList<Map<String, Object>>();
    scored.forEach(one -> choices.add(choice(one, true)));
    pilot.forEach(one -> choices.add(choice(one, false)));
    var parts = new ArrayList<JsonNode>();
    for (var part : form.get("parts")) {
      var copy = (com.fasterxml.jackson.databind.node.ObjectNode) part.deepCopy();
      if (copy.get("kind").asText().equals("questions")) {
        copy.remove("number");
        copy.set("items", Json.mapper().valueToTree(choices));
      }
      parts.add(copy);
    }
    var input = new HashMap<String, Object>();
    input.put("code", form.get("code").asText());
    input.put("length", form.get("length").asInt());
    input.put("languages", form.get("languages"));
    input.put("secondsAllowed", form.get("secondsAllowed").asInt());
    input.put("parts", parts);
    return input;
  }

  private static Map<String, Object> choice(Given item, boolean scored) {
    return Map.of("versionId", item.version(), "scored", scored, "common", false);
  }

  public static ApiClient.Call on(ApiClient.Call call, JsonNode form) {
    return call.with("formId", form.get("id").asText())
        .with("If-Match", "\"" + form.get("revision").asInt() + "\"");
  }

  /** A draft that meets its blueprint, saved. */
  public JsonNode filled(String code, int skip) {
    var draft = draft(code);
    return on(first.call("saveForm"), draft)
        .body(input(draft, formItems(skip), List.of()))
        .expect(200)
        .json();
  }

  /** A form signed by both. */
  public JsonNode published(String code, int skip) {
    var proposed =
        on(first.call("proposeForm"), filled(code, skip)).body(Map.of()).expect(200).json();
    return on(second.call("publishForm"), proposed)
        .body(Map.of("checksum", proposed.get("checksum").asText()))
        .expect(200)
        .json();
  }

  /** What the database says to a statement that no program of ours would send. */
  public void sql(String statement) {
    TestDatabase.execute(bank.installation().databaseUrl(), statement);
  }

  @Override
  public void close() {
    bank.close();
  }
}
