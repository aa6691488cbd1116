package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.item.ItemType;

/** The bank of the demonstration lives, and two forms that a second person signed stand. */
class DemonstrationFormsTest {
  private static final List<String> ON_THE_WAY =
      List.of("draft", "content_review", "editorial", "fairness_review");

  private static LoadedDemonstration demonstration;
  private static ApiClient expert;
  private static Map<String, JsonNode> items;
  private static List<JsonNode> forms;

  @BeforeAll
  static void load() {
    demonstration = LoadedDemonstration.withForms();
    expert = demonstration.expert();
    items = new HashMap<>();
    list("listItems", "items").forEach(item -> items.put(item.get("item").asText(), item));
    forms =
        stream(list("listForms", "forms"))
            .map(form ->
                expert.call("readForm").with("formId", form.get("id").asText()).expect(200).json())
            .toList();
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  private static JsonNode list(String operation, String name) {
    return expert
        .call(operation)
        .with("studyId", LoadedDemonstration.STUDY)
        .expect(200)
        .json()
        .get(name);
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode blueprint(int version) {
    var id =
        stream(list("listBlueprints", "blueprints"))
            .filter(one -> one.get("version").asInt() == version)
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    return expert.call("readBlueprint").with("blueprintId", id).expect(200).json();
  }

  private static List<JsonNode> placed(JsonNode form) {
    return stream(form.get("parts"))
        .filter(part -> part.get("kind").asText().equals("questions"))
        .flatMap(part -> stream(part.get("items")))
        .toList();
  }

  @Test
  void every_form_has_its_items_by_the_blueprint_and_none_is_on_both() {
    var tasks = new HashMap<String, Integer>();
    blueprint(1)
        .at("/outline/domains")
        .forEach(domain ->
            domain
                .get("tasks")
                .forEach(task -> {
                  if (task.get("items").asInt() > 0)
                    tasks.put(task.get("task").asText(), task.get("items").asInt());
                }));
    assertEquals(60, tasks.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(2, forms.size());
    var seen = new HashSet<String>();
    for (var form : forms) {
      var scored = new HashMap<String, Integer>();
      for (var item : placed(form)) {
        assertTrue(seen.add(item.get("itemId").asText()), "an item is on a form twice or on both");
        var task = items.get(item.get("itemId").asText()).get("task").asText();
        if (item.get("scored").asBoolean()) scored.merge(task, 1, Integer::sum);
      }
      assertEquals(tasks, scored);
      assertEquals(70, placed(form).size());
    }
  }

  @Test
  void every_type_of_item_is_on_the_forms() {
    var types = new TreeSet<String>();
    for (var form : forms)
      placed(form)
          .forEach(item -> types.add(items.get(item.get("itemId").asText()).get("type").asText()));
    var all = new TreeSet<String>();
    for (var type : ItemType.values()) all.add(type.code());
    assertEquals(all, types);
  }

  @Test
  void a_candidate_agrees_learns_works_rests_works_and_is_asked() {
    for (var form : forms)
      assertEquals(
          List.of("agreement", "tutorial", "questions", "break", "questions", "exit"),
          stream(form.get("parts")).map(part -> part.get("kind").asText()).toList());
  }

  @Test
  void two_people_signed_each_form() {
    for (var form : forms) {
      assertEquals("Alex Expert", form.at("/proposed/name").asText());
      assertEquals("Sam Second", form.at("/published/name").asText());
    }
  }

  @Test
  void items_stand_in_every_state_of_their_life() {
    var counts =
        items.values().stream()
            .collect(
                Collectors.groupingBy(item -> item.get("state").asText(), Collectors.counting()));
    for (var state : ON_THE_WAY) assertEquals(5, counts.get(state), state);
    assertEquals(120, counts.get("operational"));
    assertEquals(20, counts.get("pilot"));
    assertEquals(30, counts.get("approved"));
    for (var item : items.values()) {
      if (!ON_THE_WAY.subList(1, 4).contains(item.get("state").asText())) continue;
      var review = review(item);
      assertTrue(review.get("unresolved").asInt() > 0, item.get("code").asText());
      assertTrue(review.get("round").has("reviewers"), item.get("code").asText());
    }
  }

  private static JsonNode review(JsonNode item) {
    return expert
        .call("readReview")
        .with("versionId", item.get("version").asText())
        .expect(200)
        .json();
  }

  /** Who wrote an item is no judge of it: content by two, then editorial, then fairness. */
  @Test
  void what_is_on_a_form_was_accepted_by_others_than_its_writer() {
    for (var item : placed(forms.getFirst())) {
      var review = review(items.get(item.get("itemId").asText()));
      var author = review.at("/version/author/name").asText();
      assertEquals("Wen Writer", author);
      assertEquals(3, review.get("history").size());
      int votes = 0;
      for (var round : review.get("history"))
        for (var reviewer : round.get("reviewers")) {
          assertEquals("accept", reviewer.at("/vote/decision").asText());
          assertNotEquals(author, reviewer.get("name").asText());
          votes++;
        }
      assertEquals(4, votes);
    }
  }

  @Test
  void the_river_shows_the_bank_and_the_forms_left_to_right() {
    var stages = list("readStudyProgress", "stages");
    assertEquals(
        List.of(
            "study",
            "workshop",
            "survey",
            "analysis",
            "blueprint",
            "itembank",
            "form",
            "standard",
            "candidacy",
            "scoring",
            "credential",
            "report"),
        stream(stages).map(stage -> stage.get("stage").asText()).toList());
    assertEquals("done", stages.at("/5/state").asText());
    assertEquals("170 of 190 items can be used", stages.at("/5/note").asText());
    assertEquals("done", stages.at("/6/state").asText());
    assertEquals("Published forms: 2", stages.at("/6/note").asText());
    assertEquals("Adopted cut scores: 1", stages.at("/7/note").asText());
  }

  @Test
  void ten_panelists_judged_the_first_form_and_two_experts_adopted_the_cut() {
    var panel = list("listStandardSettings", "settings").get(0);
    assertEquals(10, panel.get("panelists").asInt());
    assertEquals("locked", panel.get("state").asText());
    var id = panel.get("id").asText();
    var setting = expert.call("readStandardSetting").with("settingId", id).expect(200).json();
    var rounds = setting.get("held");
    // who had the best candidates in mind stands out at first, and comes nearer after the talk
    assertEquals(1, flagged(rounds.get(0)));
    assertEquals(0, flagged(rounds.get(1)));
    assertTrue(rounds.at("/1/result/change/deviationRatio").asDouble() < 0.6);
    var cut = expert.call("listCuts").with("settingId", id).expect(200).json().at("/cuts/0");
    assertNotEquals(cut.at("/proposed/name").asText(), cut.at("/adopted/name").asText());
    double recommended = rounds.at("/1/result/cut").asDouble();
    assertEquals((int) Math.ceil(recommended), cut.at("/terms/raw").asInt());
  }

  private static long flagged(JsonNode round) {
    return stream(round.at("/result/raters"))
        .filter(rater -> rater.get("flags").toString().contains("cut_far"))
        .count();
  }

  @Test
  void writers_have_open_assignments() {
    var open =
        stream(list("listWritingAssignments", "assignments"))
            .filter(one -> one.get("state").asText().equals("open"))
            .count();
    assertEquals(2, open);
  }

  @Test
  void loading_again_changes_nothing() {
    var before = entries();
    demonstration.loadForms();
    assertEquals(before, entries());
  }

  private static int entries() {
    return demonstration
        .signedIn("auditor@demo.example")
        .call("verifyAudit")
        .expect(200)
        .json()
        .get("entries")
        .asInt();
  }

  /** README tells visitors to. */
  @Test
  void the_second_expert_can_adopt_the_longer_blueprint() {
    var draft = blueprint(2);
    assertEquals("draft", draft.get("state").asText());
    var second = demonstration.signedIn("second.expert@demo.example");
    var adopted =
        second
            .call("adoptBlueprint")
            .with("blueprintId", draft.get("id").asText())
            .with("If-Match", "\"" + draft.get("revision").asInt() + "\"")
            .expect(200)
            .json();
    assertEquals("adopted", adopted.get("state").asText());
    assertFalse(adopted.at("/hash").asText().isEmpty());
  }
}
