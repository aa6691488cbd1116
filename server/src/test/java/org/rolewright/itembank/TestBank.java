package org.rolewright.itembank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.blueprint.AdoptedBlueprint;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.blueprint.Change;
import org.rolewright.blueprint.ReasonedChange;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** A study with an adopted blueprint, people who write and review, and the API to its bank. */
public final class TestBank implements AutoCloseable {
  private final Installation rolewright = Installation.serving();
  private final AdoptedBlueprint blueprint = AdoptedBlueprint.of(rolewright, 2, 3, 12);
  public final Actor.Person writerPerson = person(Role.ITEM_WRITER);
  public final ApiClient writer = signedIn(writerPerson);
  public final ApiClient expert = signedIn(blueprint.expert());
  private final JsonNode cells = of(expert.call("listItemCells")).expect(200).json();

  public Installation installation() {
    return rolewright;
  }

  public StudyId study() {
    return blueprint.study();
  }

  /** Who leads the study. */
  public Actor.Person expertPerson() {
    return blueprint.expert();
  }

  /** A call that is about this study. */
  public ApiClient.Call of(ApiClient.Call call) {
    return call.with("studyId", study().value());
  }

  public Actor.Person person(Role... roles) {
    return installation().person(roles);
  }

  public ApiClient signedIn(Actor.Person person) {
    return installation().signedIn(person);
  }

  public String blueprint() {
    return cells.get("blueprint").asText();
  }

  /** The version that somebody had read, as a header has it. */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /** A domain by its place in the outline. */
  public JsonNode domain(int at) {
    return cells.at("/domains/" + at);
  }

  /** A cell by its place in the outline. */
  public JsonNode cell(int domain, int task) {
    return cells.at("/domains/" + domain + "/tasks/" + task);
  }

  /** A single choice in both languages, complete enough to be reviewed. */
  public ObjectNode draft() {
    return draft(single("Which of these comes first in a home visit?"));
  }

  /** A draft with this content on the first task. */
  public ObjectNode draft(Object content) {
    var cell = cell(0, 0);
    return tree(
        Map.of(
            "blueprint", blueprint(),
            "task", cell.get("id").asText(),
            "level", "application",
            "ksas", List.of(cell.at("/ksas/0/id").asText()),
            "content", content,
            "references", List.of(Map.of("citation", "Handbook of home visits", "edition", "3"))));
  }

  public static ObjectNode tree(Object value) {
    return (ObjectNode) Json.tree(Json.write(value));
  }

  /** A single choice with four options, the second right. */
  public static Map<String, Object> single(String stem) {
    return Map.of(
        "type",
        "single",
        "stem",
        both("<p>" + stem + "</p>"),
        "options",
        List.of(
            option("a", "Take notes"),
            option("b", "Ask for consent"),
            option("c", "Weigh the child"),
            option("d", "Call the clinic")),
        "key",
        Map.of("options", List.of("b")),
        "credit",
        "whole");
  }

  public static Map<String, Object> option(String id, String text) {
    return Map.of(
        "id", id, "text", both(text), "rationale", both("Because of " + text), "stays", false);
  }

  /** The same words marked for both languages. */
  public static Map<String, String> both(String text) {
    return Map.of("en", text, "es", text + " (es)");
  }

  /** Enters a draft as this person. */
  public JsonNode create(ApiClient who, Object draft) {
    return of(who.call("createItem"))
        .with("itemId", UUID.randomUUID())
        .body(draft)
        .expect(201)
        .json()
        .get("version");
  }

  /** A second blueprint comes in force, which leaves this task out. */
  public String adoptWithout(String task) {
    var blueprints = installation().wiring().blueprints;
    var expert = expertPerson();
    var before = blueprints.blueprint(expert, new BlueprintId(UUID.fromString(blueprint())));
    var proposed = blueprints.propose(expert, before.run(), 12);
    var change =
        new Change(
            Change.Kind.EXCLUDE_TASK,
            Optional.of(UUID.fromString(task)),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    var changed =
        blueprints.change(
            expert,
            proposed.id(),
            proposed.revision(),
            new ReasonedChange(change, "No longer part of the role."));
    blueprints.adopt(person(Role.CERTIFICATION_EXPERT), changed.id(), changed.revision());
    return changed.id().value().toString();
  }

  /** Past every use case: as the stage before would leave it. */
  public void execute(String sql) {
    TestDatabase.execute(installation().databaseUrl(), sql);
  }

  @Override
  public void close() {
    rolewright.close();
  }
}
