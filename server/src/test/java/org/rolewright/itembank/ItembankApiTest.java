package org.rolewright.itembank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.platform.Role;

/** Writing items over HTTP: drafts, versions, two editors at once, who may read what. */
class ItembankApiTest {
  private static final String REASON = "The guideline of 2026 changed the first step.";
  private static TestBank bank;

  @BeforeAll
  static void start() {
    bank = new TestBank();
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static ApiClient.Call on(ApiClient.Call call, JsonNode version) {
    return call.with("versionId", version.get("id").asText());
  }

  private static ApiClient.Call edit(ApiClient who, JsonNode version) {
    return on(who.call("editItem"), version)
        .with("If-Match", TestBank.tag(version.get("revision").asInt()));
  }

  private static ObjectNode worded(String stem) {
    return bank.draft(TestBank.single(stem));
  }

  @Test
  void an_item_is_begun_once_and_written_anew() {
    var id = UUID.randomUUID();
    var begin = bank.draft();
    var call = bank.of(bank.writer.call("createItem")).with("itemId", id);
    var first = call.body(begin).expect(201).json().get("version");
    assertEquals("draft", first.get("state").asText());
    assertEquals(1, first.get("number").asInt());
    assertTrue(first.get("code").asText().matches("I\\d{4}"));
    assertEquals(first, call.body(begin).expect(201).json().get("version"));

    var edited = edit(bank.writer, first).body(worded("Which comes last?")).expect(200).json();
    assertEquals(2, edited.at("/version/revision").asInt());
    assertEquals("<p>Which comes last?</p>", edited.at("/version/content/stem/en").asText());
    assertFalse(first.get("hash").equals(edited.at("/version/hash")), "another text, another hash");
    var saved = on(bank.writer.call("listSavedTexts"), first).expect(200).json().get("texts");
    assertEquals(2, saved.size());
    assertEquals(
        begin.at("/content/stem/en").asText(), saved.at("/1/draft/content/stem/en").asText());
  }

  @Test
  void of_two_editors_the_later_sees_the_difference_and_no_text_is_lost() {
    var draft = bank.create(bank.writer, bank.draft());
    edit(bank.writer, draft).body(worded("Which comes first, in your view?")).expect(200);
    var late = worded("Which comes first by the handbook?");
    assertEquals("stale", edit(bank.expert, draft).body(late).expect(412).code());

    var comparison = on(bank.expert.call("compareItem"), draft).body(late).expect(200).json();
    assertEquals(
        "<p>Which comes first, in your view?</p>",
        comparison.at("/version/content/stem/en").asText());
    var stem = difference(comparison, "/content/stem/en");
    assertEquals("Which comes first", stem.at("/parts/0/text").asText());
    assertEquals("same", stem.at("/parts/0/kind").asText());
    assertEquals(", in your view", words(stem, "removed"));
    assertEquals(" by the handbook", words(stem, "added"));

    edit(bank.expert, comparison.get("version")).body(late).expect(200);
    var saved = on(bank.writer.call("listSavedTexts"), draft).expect(200).json().get("texts");
    assertEquals(3, saved.size());
    assertTrue(saved.toString().contains("in your view"), "the overwritten text is kept");
  }

  private static JsonNode difference(JsonNode answer, String pointer) {
    for (var one : answer.get("differences"))
      if (one.get("pointer").asText().equals(pointer)) return one;
    throw new AssertionError(pointer + " in " + answer);
  }

  private static String words(JsonNode difference, String kind) {
    var words = new StringBuilder();
    for (var part : difference.get("parts"))
      if (part.get("kind").asText().equals(kind)) words.append(part.get("text").asText());
    return words.toString();
  }

  @Test
  void every_type_is_kept_as_it_was_sent() {
    for (var content : contents()) {
      var stored = bank.create(bank.writer, bank.draft(content)).get("content");
      var expected = TestBank.tree(content);
      expected
          .properties()
          .forEach(field -> assertEquals(field.getValue(), stored.get(field.getKey())));
    }
  }

  /** One content of each type. */
  static List<Map<String, Object>> contents() {
    var stem = TestBank.both("<p>Do it.</p>");
    var options = List.of(TestBank.option("a", "one"), TestBank.option("b", "two"));
    return List.of(
        TestBank.single("Which?"),
        Map.of(
            "type",
            "multiple",
            "stem",
            stem,
            "options",
            options,
            "key",
            Map.of("options", List.of("a", "b")),
            "credit",
            "partial"),
        Map.of(
            "type",
            "ordering",
            "stem",
            stem,
            "options",
            options,
            "key",
            Map.of("order", List.of("b", "a")),
            "credit",
            "partial"),
        Map.of(
            "type",
            "matching",
            "stem",
            stem,
            "options",
            options,
            "prompts",
            List.of(Map.of("id", "p1", "text", TestBank.both("first"))),
            "key",
            Map.of("pairs", Map.of("p1", "b")),
            "credit",
            "partial"),
        Map.of(
            "type",
            "text",
            "stem",
            stem,
            "key",
            Map.of("accepted", Map.of("en", List.of("yes"), "es", List.of("sí"))),
            "credit",
            "whole"),
        Map.of(
            "type",
            "numeric",
            "stem",
            stem,
            "unit",
            TestBank.both("mg"),
            "key",
            Map.of("value", "12.50", "tolerance", "0.1"),
            "credit",
            "whole"));
  }

  @Test
  void what_contradicts_itself_is_refused() {
    refuse("a_key_names_options_of_its_item", "/key/options/0", "z");
    refuse("an_option_has_its_own_identity", "/options/1/id", "a");
    var two = bank.draft();
    ((ObjectNode) two.at("/content/key")).putArray("options").add("a").add("b");
    assertEquals("single_choice_has_one_key", refused(two, 422));
    var elsewhere = bank.draft();
    elsewhere.put("task", UUID.randomUUID().toString());
    assertEquals("an_item_measures_a_cell_of_a_blueprint", refused(elsewhere, 422));
    var foreign = bank.draft();
    foreign.putArray("ksas").add(UUID.randomUUID().toString());
    assertEquals("an_item_measures_a_ksa_that_its_task_needs", refused(foreign, 422));
    var none = bank.draft();
    none.putArray("ksas");
    assertEquals("malformed", refused(none, 400));
    var many = bank.draft();
    var options = ((ObjectNode) many.get("content")).putArray("options");
    for (int at = 0; at < 10_000; at++)
      options.add(TestBank.tree(Map.of("id", "o" + at, "text", Map.of("en", "x"))));
    assertEquals("malformed", refused(many, 400));
    var huge = worded("x".repeat(2_000_000));
    assertEquals("malformed", refused(huge, 400));
  }

  private static void refuse(String rule, String pointer, String value) {
    var draft = bank.draft();
    var at = com.fasterxml.jackson.core.JsonPointer.compile("/content" + pointer);
    var parent = draft.at(at.head());
    if (parent instanceof ObjectNode object) object.put(at.last().getMatchingProperty(), value);
    else
      ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
          .set(at.last().getMatchingIndex(), value);
    assertEquals(rule, refused(draft, 422));
  }

  private static String refused(ObjectNode draft, int status) {
    return bank.of(bank.writer.call("createItem"))
        .with("itemId", UUID.randomUUID())
        .body(draft)
        .expect(status)
        .code();
  }

  @Test
  void what_is_live_in_a_text_is_taken_out_and_the_writer_is_told() {
    var draft = worded("Which?<script>alert(1)</script>");
    var answer =
        bank.of(bank.writer.call("createItem"))
            .with("itemId", UUID.randomUUID())
            .body(draft)
            .expect(201)
            .json();
    assertEquals("<p>Which?</p>", answer.at("/version/content/stem/en").asText());
    assertEquals("/stem/en", answer.at("/notices/0/pointer").asText());
    assertTrue(answer.at("/notices/0/message").asText().contains("script"));
    var cleaned =
        bank.of(bank.writer.call("cleanItem"))
            .body(Map.of("content", draft.get("content")))
            .expect(200)
            .json();
    assertEquals(answer.at("/version/content"), cleaned.get("content"));
    assertEquals("<p>Which?</p>", cleaned.at("/candidate/en/stem").asText());
  }

  @Test
  void candidates_see_neither_key_nor_rationale() {
    for (var content : contents()) {
      var version = bank.create(bank.writer, bank.draft(content));
      var view =
          on(bank.writer.call("readCandidateView"), version).with("language", "es").expect(200);
      for (var word :
          List.of("key", "rationale", "Because", "stays", "credit", "level", "hash", "12.50"))
        assertFalse(view.text().contains(word), word + " in " + view.text());
      assertTrue(view.json().at("/item/stem").asText().contains("(es)"));
    }
  }

  @Test
  void content_is_for_its_author_and_those_who_lead() {
    var version = bank.create(bank.writer, bank.draft());
    on(bank.expert.call("readItemVersion"), version).expect(200);
    bank.expert.call("readItem").with("itemId", version.get("item").asText()).expect(200);
    var colleague = bank.signedIn(bank.person(Role.ITEM_WRITER));
    on(colleague.call("readItemVersion"), version).expect(403);
    on(colleague.call("readCandidateView"), version).expect(403);
    edit(colleague, version).body(bank.draft()).expect(403);
    for (var role : List.of(Role.SME, Role.AUDITOR, Role.ADMINISTRATOR)) {
      var reader = bank.signedIn(bank.person(role));
      on(reader.call("readItemVersion"), version).expect(403);
      var list = bank.of(reader.call("listItems")).expect(200);
      assertFalse(list.text().contains("\"title\""), role + " reads no texts");
      assertFalse(list.json().get("mayWrite").asBoolean());
    }
    var list = bank.of(bank.writer.call("listItems")).expect(200).json();
    for (var item : list.get("items"))
      assertEquals(item.get("mine").asBoolean(), item.has("title"), "titles of own items only");
  }

  @Test
  void who_prepares_candidates_is_kept_out_unless_the_study_says_otherwise() {
    var trainer = bank.person(Role.ITEM_WRITER);
    var client = bank.signedIn(trainer);
    var version = bank.create(client, bank.draft());
    var declared =
        bank.of(bank.expert.call("declareTrainer"))
            .with("personId", trainer.id().value())
            .body(Map.of("note", "Teaches the preparation course"))
            .expect(200)
            .json();
    assertEquals(trainer.name(), declared.at("/trainers/0/name").asText());
    var refused = on(client.call("readItemVersion"), version).expect(403);
    assertTrue(refused.json().get("detail").asText().contains("prepare candidates"));
    bank.of(client.call("createItem"))
        .with("itemId", UUID.randomUUID())
        .body(bank.draft())
        .expect(403);
    assertFalse(bank.of(client.call("listItems")).expect(200).text().contains("\"title\""));
    separate(false, "short", 0, 422);
    separate(false, "The board allows it for the pilot year.", 0, 200);
    on(client.call("readItemVersion"), version).expect(200);
    separate(true, "", 1, 200);
    on(client.call("readItemVersion"), version).expect(403);
    bank.of(bank.expert.call("withdrawTrainer")).with("personId", trainer.id().value()).expect(200);
    on(client.call("readItemVersion"), version).expect(200);
    var setting = bank.of(bank.expert.call("readSeparation")).expect(200);
    assertTrue(setting.json().get("barred").asBoolean());
  }

  private static void separate(boolean barred, String reason, int version, int status) {
    bank.of(bank.expert.call("putSeparation"))
        .with("If-Match", TestBank.tag(version))
        .body(Map.of("barred", barred, "reason", reason))
        .expect(status);
  }

  @Test
  void a_fixed_version_is_changed_by_its_next_version_and_an_old_text_comes_back() {
    var first = bank.create(bank.writer, bank.draft());
    approve(first);
    assertEquals(
        "only_a_draft_of_an_item_changes",
        edit(bank.writer, first).body(bank.draft()).expect(422).code());
    var second = renew(first, first);
    assertEquals(2, second.get("number").asInt());
    assertEquals("draft", second.get("state").asText());
    assertEquals(first.get("content"), second.get("content"));
    assertEquals("an_item_has_one_version_in_work", renewal(first, first).expect(422).code());
    edit(bank.writer, second).body(worded("Which comes second?")).expect(200);
    var differences =
        on(bank.writer.call("listItemDifferences"), second)
            .with("from", first.get("id").asText())
            .expect(200)
            .json();
    assertEquals(" second", words(difference(differences, "/content/stem/en"), "added"));
    approve(second);
    var third = renew(first, first);
    assertEquals(3, third.get("number").asInt());
    assertEquals(first.get("content"), third.get("content"));
    assertEquals(first.get("hash"), third.get("hash"), "the same text has the same hash");
    var versions =
        bank.writer.call("readItem").with("itemId", first.get("item").asText()).expect(200).json();
    assertEquals(3, versions.get("versions").size());
  }

  /** As its review would. */
  private static void approve(JsonNode version) {
    bank.execute(
        "update itembank.item_version set state = 'approved' where id = '"
            + version.get("id").asText()
            + "'");
  }

  private static ApiClient.Call renewal(JsonNode version, JsonNode from) {
    return bank.writer
        .call("renewItem")
        .with("itemId", version.get("item").asText())
        .body(Map.of("from", from.get("id").asText(), "reason", REASON));
  }

  private static JsonNode renew(JsonNode version, JsonNode from) {
    return renewal(version, from).expect(201).json();
  }

  @Test
  void an_approved_version_is_moved_on_by_those_who_lead() {
    var version = bank.create(bank.writer, bank.draft());
    var move = Map.of("to", "operational", "reason", REASON);
    assertEquals(
        "only_a_review_approves_an_item", moved(bank.expert, version, 1, move).expect(422).code());
    approve(version);
    moved(bank.writer, version, 1, move).expect(403);
    var live = moved(bank.expert, version, 1, move).expect(200).json();
    assertEquals("operational", live.get("state").asText());
    moved(bank.expert, version, 1, move).expect(412);
    var back = Map.of("to", "approved", "reason", REASON);
    assertEquals(
        "states_of_an_item_follow_each_other",
        moved(bank.expert, version, 2, back).expect(422).code());
    var retired = Map.of("to", "retired", "reason", REASON);
    assertEquals(
        "retired",
        moved(bank.expert, version, 2, retired).expect(200).json().get("state").asText());
  }

  private static ApiClient.Call moved(ApiClient who, JsonNode version, int revision, Object move) {
    return on(who.call("moveItem"), version).with("If-Match", TestBank.tag(revision)).body(move);
  }

  @Test
  void enemies_and_friends_are_named() {
    var one = bank.create(bank.writer, bank.draft()).get("item").asText();
    var two = bank.create(bank.writer, bank.draft()).get("item").asText();
    var id = UUID.randomUUID();
    var set =
        Map.of("kind", "enemy", "reason", "One gives the other away.", "items", List.of(one, two));
    var sets = put(id, 0, set).expect(200).json().get("sets");
    assertEquals(2, sets.get(sets.size() - 1).get("items").size());
    put(id, 0, set).expect(412);
    put(id, 1, Map.of("kind", "friend", "reason", "One case.", "items", List.of(one, two)))
        .expect(200);
    put(
            UUID.randomUUID(),
            0,
            Map.of("kind", "enemy", "reason", "x", "items", List.of(one, UUID.randomUUID())))
        .expect(404);
    var listed = bank.of(bank.writer.call("listItemSets")).expect(200);
    assertTrue(listed.text().contains("friend"));
    bank.of(bank.writer.call("removeItemSet")).with("setId", id).expect(204);
    assertFalse(
        bank.of(bank.writer.call("listItemSets")).expect(200).text().contains(id.toString()));
  }

  private static ApiClient.Call put(UUID id, int version, Object set) {
    return bank.of(bank.writer.call("putItemSet"))
        .with("setId", id)
        .with("If-Match", TestBank.tag(version))
        .body(set);
  }

  @Test
  void rules_of_the_bank_are_set_by_those_who_lead() {
    var rules = bank.of(bank.writer.call("readBankRules")).expect(200).json();
    assertEquals(0, rules.get("version").asInt());
    var wish = (ObjectNode) rules.get("rules");
    wish.put("pilotTarget", 120);
    var put =
        bank.of(bank.expert.call("putBankRules")).with("If-Match", TestBank.tag(0)).body(wish);
    assertEquals(120, put.expect(200).json().at("/rules/pilotTarget").asInt());
    put.expect(412);
    bank.of(bank.writer.call("putBankRules"))
        .with("If-Match", TestBank.tag(1))
        .body(wish)
        .expect(403);
  }

  @Test
  void statistics_are_read_without_content() {
    var version = bank.create(bank.writer, bank.draft());
    var auditor = bank.signedIn(bank.person(Role.AUDITOR));
    var statistics = on(auditor.call("readItemStatistics"), version).expect(200).json();
    assertEquals(0, statistics.at("/exposure/total").asInt());
  }
}
