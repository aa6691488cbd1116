package org.rolewright.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;

/**
 * Two databases that differ only in keys, rationales, credit and statistics, and in the checksums
 * that follow from them, send a candidate equal bytes: bodies, headers and lengths of whole
 * sittings. Only times, and the identities of refused requests, are taken out.
 */
class KeyIndependenceTest {
  private static final long SEED = 20261123;
  private static final String CANARY = "the canary of a rationale";

  @Test
  void what_a_candidate_gets_is_the_same_whatever_the_keys_are() {
    String english;
    String spanish;
    URI one;
    List<ItemVersionId> items;
    try (var hall = ExamHall.open(ExamHall.Shape.plain().withReading())) {
      english = hall.candidate(Language.ENGLISH);
      spanish = hall.candidate(Language.SPANISH);
      one = hall.rolewright.databaseUrl();
      items =
          hall
              .wiring
              .database
              .transaction(tx -> hall.wiring.forms.published(tx, hall.form))
              .items()
              .stream()
              .map(placed -> placed.versionId())
              .toList();
    }
    var other = TestDatabase.copy(one);
    var first = world(one, items, false, english, spanish);
    var second = world(other, items, true, english, spanish);
    assertNotEquals(first.keys, second.keys);
    assertEquals(ExamHall.ITEMS, second.keys.size());
    for (var at = 0; at < first.sent.size(); at++)
      assertEquals(first.sent.get(at), second.sent.get(at));
    assertEquals(first.sent.size(), second.sent.size());
    assertFalse(second.sent.toString().contains(CANARY));
  }

  /** What is in the bank of a world, and what was sent. */
  private record World(List<String> keys, List<String> sent) {}

  private static World world(
      URI database, List<ItemVersionId> items, boolean changed, String... codes) {
    try (var rolewright = Installation.repeatable(database, SEED)) {
      var wiring = rolewright.wiring();
      if (changed)
        for (var item : items)
          change(
              database,
              item,
              wiring.database.transaction(tx -> wiring.itembanks.version(tx, item).content()));
      var keys =
          items.stream()
              .map(item ->
                  wiring.database.transaction(
                      tx -> Json.write(wiring.itembanks.version(tx, item).content())))
              .toList();
      var sent = new ArrayList<String>();
      for (var code : codes) new Sitting(rolewright, sent).walk(code);
      return new World(keys, sent);
    }
  }

  /** Another key, other rationales, other credit, other figures: past all guards of the bank. */
  private static void change(URI database, ItemVersionId item, ItemContent content) {
    var tree = (ObjectNode) Json.tree(Json.write(content));
    tree.set("key", otherKey(tree));
    tree.put(
        "credit", content instanceof ItemContent.Multiple ? "whole" : tree.get("credit").asText());
    tree.putObject("rationale").put("en", CANARY).put("es", CANARY + " y más");
    for (var option : tree.path("options"))
      ((ObjectNode) option).putObject("rationale").put("en", CANARY + " of " + option.get("id"));
    TestDatabase.execute(
        database,
        """
        set session_replication_role = replica;
        update itembank.item_version set content = '%1$s' where id = '%2$s';
        update form.placement p set version_hash = v.hash from itembank.item_version v where v.id = p.version_id and v.id = '%2$s';
        update form.form set checksum = encode(sha256((checksum || '%2$s')::bytea), 'hex') where checksum is not null;
        insert into itembank.evidence (version_id, run_id, form, seen_from, seen_to, candidates, figures, recorded_at)
        values ('%2$s', gen_random_uuid(), 'Z', '2026-01-01', '2026-01-02', 500, '{"p": 0.31, "rpb": 0.12}', now());
        insert into itembank.exposure (version_id, sitting_id, form, seen_on) values ('%2$s', gen_random_uuid(), 'Z', '2026-01-01')\
        """
            .formatted(Json.write(tree).replace("'", "''"), item.value()));
  }

  private static ObjectNode otherKey(ObjectNode item) {
    var key = (ObjectNode) item.get("key");
    switch (item.get("type").asText()) {
      case "single" -> ((ArrayNode) key.get("options")).removeAll().add("d");
      case "multiple" -> ((ArrayNode) key.get("options")).removeAll().add("b").add("c").add("d");
      case "ordering" ->
          ((ArrayNode) key.get("order")).removeAll().add("a").add("b").add("c").add("d");
      case "matching" -> ((ObjectNode) key.get("pairs")).put("p1", "d").put("p2", "b");
      case "text" ->
          ((ObjectNode) key.get("accepted")).putArray("en").add("something else, longer");
      default -> key.put("value", "99").put("tolerance", "5");
    }
    return key;
  }

  /** A sitting from the door to the receipt and past it, and all that came back. */
  private record Sitting(Installation rolewright, List<String> sent) {
    void walk(String code) {
      var first = rolewright.visitor();
      var token = enter(first, code, 1);
      call(first, "readSitting", token);
      keep("startExam", first.call("startExam").with("X-Sitting", token).body(Map.of()));
      keep(
          "startExam",
          first.call("startExam").with("X-Sitting", token).body(Map.of("agreementVersion", "3")));
      for (var item = 1; item <= ExamHall.ITEMS; item++)
        for (var value : List.of("b", List.of("a", "c"), Map.of("p1", "a"), "12.5"))
          post(first, token, 1, (item - 1) * 4 + seq(value), "answer", item, value);
      post(first, token, 1, 200, "answer", 1, "a");
      post(first, token, 1, 49, "flag", 3, true);
      call(first, "readSitting", token);
      var second = rolewright.visitor();
      var other = enter(second, code, 2);
      keep("submitExam", submitting(second, other, 2, 0));
      call(second, "takePen", other);
      post(first, token, 1, 50, "answer", 5, "from the old device");
      post(second, other, 2, 1, "answer", 7, "c");
      call(second, "readSitting", other);
      keep("submitExam", submitting(second, other, 2, 9));
      keep("submitExam", submitting(second, other, 2, 1));
      post(second, other, 2, 2, "answer", 7, "too late");
      post(second, other, 2, 3, "exit", null, Map.of("question", "fair", "answer", "yes"));
      for (var operation : List.of("readReceipt", "readSitting", "takePen"))
        call(second, operation, other);
    }

    private static int seq(Object value) {
      return switch (value) {
        case List<?> _ -> 2;
        case Map<?, ?> _ -> 3;
        case String text when text.equals("12.5") -> 4;
        default -> 1;
      };
    }

    private String enter(ApiClient client, String code, int device) {
      var answer = keep("enterExam", Candidate.entering(client, code, new UUID(1, device)));
      return Json.tree(answer).get("token").asText();
    }

    private ApiClient.Call submitting(ApiClient client, String token, int epoch, int lastSeq) {
      return client
          .call("submitExam")
          .with("X-Sitting", token)
          .body(Map.of("epoch", epoch, "lastSeq", lastSeq));
    }

    private void post(
        ApiClient client,
        String token,
        int epoch,
        int seq,
        String kind,
        Integer item,
        Object value) {
      var event = Candidate.event(seq, kind, item, value);
      keep(
          "postEvents",
          client
              .call("postEvents")
              .with("X-Sitting", token)
              .body(Map.of("epoch", epoch, "events", List.of(event))));
    }

    private void call(ApiClient client, String operation, String token) {
      keep(operation, client.call(operation).with("X-Sitting", token));
    }

    private String keep(String operation, ApiClient.Call call) {
      var answer = call.send();
      var headers = new TreeMap<>(answer.headers());
      headers.remove("date");
      headers.replaceAll((name, values) -> name.equals("content-length") ? length(answer) : values);
      sent.add(operation + " " + answer.status() + " " + headers + "\n" + timeless(answer.text()));
      return answer.text();
    }

    /** The length is compared without the digits of times, which come and go. */
    private static List<String> length(ApiClient.Answer answer) {
      var length = Integer.parseInt(answer.headers().get("content-length").getFirst());
      assertEquals(answer.bytes().length, length);
      return List.of("" + timeless(answer.text()).length());
    }

    private static String timeless(String text) {
      return text.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"", "\"TIME\"")
          .replaceAll("\"(remainingMs|partRemainingMs)\":\\d+", "\"$1\":0")
          .replaceAll("\"requestId\":\"[0-9a-f-]{36}\"", "\"requestId\":\"ID\"");
    }
  }
}
