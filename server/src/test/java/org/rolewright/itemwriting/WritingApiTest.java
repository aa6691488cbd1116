package org.rolewright.itemwriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Role;

/** What writers are helped with, over HTTP. */
class WritingApiTest {
  private TestBank bank;

  @BeforeEach
  void start() {
    bank = new TestBank();
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  private ApiClient.Call call(String operation) {
    return bank.of(bank.expert.call(operation));
  }

  private static Map<String, Object> unsaved(String stem) {
    return Map.of("content", TestBank.single(stem));
  }

  @Test
  void a_writer_reads_what_an_editor_would_say_in_the_own_language() {
    var negative = unsaved("Which of these is not the first step of a home visit?");
    var call = bank.of(bank.writer.call("lintItem")).body(negative);
    var finding = call.expect(200).json().at("/findings/0");
    assertEquals("/stem/en", finding.get("pointer").asText());
    assertEquals("negativeLeadIn", finding.get("code").asText());
    assertTrue(finding.get("message").asText().startsWith("The question asks with \"not\""));
    var spanish = call.header("Accept-Language", "es").expect(200).json().at("/findings/0/message");
    assertTrue(spanish.asText().startsWith("El ítem usa «not»"), spanish.asText());
  }

  @Test
  void the_bank_is_read_as_a_whole() {
    for (var stem :
        List.of(
            "Which step comes first in a home visit?",
            "Which step is least useful in a home visit?",
            "Which step ends a home visit well?"))
      bank.create(bank.writer, bank.draft(TestBank.single(stem)));
    var read = call("lintBank").expect(200).json();
    assertEquals(1, read.get("items").size());
    assertEquals("negativeLeadIn", read.at("/items/0/findings/0/code").asText());
    // Three items with four options, each with the second as key.
    assertEquals(
        List.of(0, 3, 0, 0),
        StreamSupport.stream(read.at("/keyBalance/0/counts").spliterator(), false)
            .map(JsonNode::asInt)
            .toList());
    assertFalse(read.at("/keyBalance/0").has("p"), "three items are too few to judge");
    bank.of(bank.writer.call("lintBank")).expect(403);
  }

  @Test
  void items_that_say_nearly_the_same_are_found_and_the_item_itself_is_not() {
    var first = bank.create(bank.expert, bank.draft());
    bank.create(bank.expert, bank.draft(TestBank.single("How long is sugar kept dry in a tin?")));
    var like = Map.of("content", bank.draft().get("content"));
    var found = call("findSimilarItems").body(like).expect(200).json().get("items");
    assertEquals(first.get("item"), found.at("/0/item"));
    assertTrue(found.at("/0/likeness").asDouble() > 0.9);
    assertTrue(found.at("/0").has("title"));
    var hidden = bank.of(bank.writer.call("findSimilarItems")).body(like).expect(200).json();
    assertFalse(hidden.at("/items/0").has("title"), "another's text stays closed to writers");

    var itself = Map.of("content", like.get("content"), "except", first.get("item").asText());
    var others = call("findSimilarItems").body(itself).expect(200).json().get("items");
    for (var other : others) assertFalse(other.get("item").equals(first.get("item")));
  }

  @Test
  void coverage_counts_an_item_once_and_an_assignment_fills_a_gap() {
    bank.create(bank.writer, bank.draft());
    var cell = call("readCoverage").with("forms", 3).expect(200).json().at("/cells/0");
    int needed = cell.get("needed").asInt();
    assertEquals(0, needed % 3, "three forms need three times the items of one");
    assertEquals(1, cell.get("draft").asInt());
    assertEquals(needed - 1, cell.get("gap").asInt());

    var writer = bank.writerPerson.id().value();
    var wish =
        Map.of(
            "person", writer, "task", cell.get("task").asText(), "count", 2, "dueOn", "2099-01-31");
    var id = UUID.randomUUID();
    call("putWritingAssignment")
        .with("assignmentId", id)
        .with("If-Match", TestBank.tag(0))
        .body(wish)
        .expect(200);
    var after = call("readCoverage").with("forms", 3).expect(200).json().at("/cells/0");
    assertEquals(2, after.get("assigned").asInt());
    assertEquals(Math.max(0, needed - 3), after.get("gap").asInt());

    bank.create(bank.writer, bank.draft(TestBank.single("Who is told first of a home visit?")));
    var own = bank.of(bank.writer.call("listWritingAssignments")).expect(200).json();
    assertEquals(1, own.at("/assignments/0/begun").asInt());
    assertEquals("open", own.at("/assignments/0/state").asText());
    call("withdrawWritingAssignment").with("assignmentId", id).expect(204);
    var last = call("readCoverage").with("forms", 3).expect(200).json().at("/cells/0");
    assertEquals(0, last.get("assigned").asInt());
  }

  @Test
  void only_those_who_may_write_are_asked_and_an_old_assignment_is_overdue() {
    var task = bank.cell(0, 0).get("id").asText();
    var auditor = bank.person(Role.AUDITOR).id().value();
    var names = call("listWriters").expect(200).json().get("people");
    for (var one : names) assertFalse(one.get("person").asText().equals(auditor.toString()));
    var call =
        call("putWritingAssignment")
            .with("assignmentId", UUID.randomUUID())
            .with("If-Match", TestBank.tag(0));
    var wish = Map.of("person", auditor, "task", task, "count", 2, "dueOn", "2099-01-31");
    assertEquals("writingNeedsAWriter", call.body(wish).expect(422).code());
    var late =
        Map.of(
            "person",
            bank.writerPerson.id().value(),
            "task",
            task,
            "count",
            1,
            "dueOn",
            LocalDate.now().minusDays(2).toString());
    assertEquals("overdue", call.body(late).expect(200).json().get("state").asText());
    assertEquals("stale", call.body(late).expect(412).code());
  }

  @Test
  void a_bank_goes_out_as_a_table_and_comes_in_again_without_loss() {
    for (var content : ItemsOfEveryType.all()) bank.create(bank.expert, bank.draft(content));
    var table = call("exportItems").expect(200).text();
    var again = call("previewItemImport").bytes("text/csv", utf8(table)).expect(200).json();
    assertEquals(ItemsOfEveryType.all().size(), again.get("rows").size());
    for (var row : again.get("rows"))
      assertEquals("same", row.get("change").asText(), row.toString());

    var renamed = table.replaceAll("(?m)^I(\\d{4}),", "N$1,");
    var preview = call("previewItemImport").bytes("text/csv", utf8(renamed)).expect(200).json();
    for (var row : preview.get("rows"))
      assertEquals("new", row.get("change").asText(), row.toString());
    assertEquals(
        "stale",
        call("importItems")
            .bytes("text/csv", utf8(table))
            .with("hash", preview.get("hash").asText())
            .expect(412)
            .code());
    call("importItems")
        .bytes("text/csv", utf8(renamed))
        .with("hash", preview.get("hash").asText())
        .expect(200);
    // Read back over another way than the table: every copy holds what its original holds.
    var contents = new java.util.HashMap<String, JsonNode>();
    for (var item : call("listItems").expect(200).json().get("items")) {
      var version =
          bank.expert.call("readItemVersion").with("versionId", item.get("version").asText());
      var read = version.expect(200).json();
      contents.put(read.get("code").asText(), read.get("content"));
    }
    for (var code : contents.keySet())
      if (code.startsWith("I"))
        assertEquals(contents.get(code), contents.get("N" + code.substring(1)));
  }

  @Test
  void a_table_with_a_mistake_is_shown_line_by_line_and_nothing_of_it_is_taken() {
    var task = bank.cell(0, 0).get("code").asText();
    var ksa = bank.cell(0, 0).at("/ksas/0/code").asText();
    var head = "code,task,ksas,level,type,stem en,a en,b en,key\n";
    var good = "X1," + task + "," + ksa + ",recall,single,Which comes first?,One,Two,a\n";
    var rows =
        List.of(
            "X2,IX.Z," + ksa + ",recall,single,Which?,One,Two,a",
            "X3," + task + ",none,recall,single,Which?,One,Two,a",
            "X4," + task + "," + ksa + ",deep,single,Which?,One,Two,a",
            "X5," + task + "," + ksa + ",recall,essay,Which?,One,Two,a",
            "X6," + task + "," + ksa + ",recall,single,,One,Two,a",
            "X7," + task + "," + ksa + ",recall,single,Which?,One,Two,c",
            "X1," + task + "," + ksa + ",recall,single,Which?,One,Two,a",
            "X8," + task + "," + ksa + ",recall,single,=1+1,One,Two,a");
    var file = head + good + String.join("\n", rows) + "\n";
    var preview = call("previewItemImport").bytes("text/csv", utf8(file)).expect(200).json();
    assertEquals("new", preview.at("/rows/0/change").asText());
    for (int at = 1; at <= rows.size(); at++) {
      assertEquals("error", preview.at("/rows/" + at + "/change").asText(), rows.get(at - 1));
      assertTrue(preview.at("/rows/" + at + "/message").asText().length() > 10);
      assertEquals(at + 2, preview.at("/rows/" + at + "/line").asInt());
    }
    assertEquals(
        "itemSheetHasErrors",
        call("importItems")
            .bytes("text/csv", utf8(file))
            .with("hash", preview.get("hash").asText())
            .expect(422)
            .code());
    assertEquals(0, call("listItems").expect(200).json().get("items").size());
    assertEquals(
        "itemSheetColumn",
        call("previewItemImport").bytes("text/csv", utf8("code,task\nX,I.A\n")).expect(422).code());
  }

  private static byte[] utf8(String table) {
    return table.getBytes(StandardCharsets.UTF_8);
  }
}
