package org.rolewright.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;

class ImportApiTest {
  private static final String FILE =
      """
      domain,task,task id,ksa type,ksa text
      Advice,Advise clients on diet,T1,Knowledge,Food groups
      Advice,Advise clients on diet,T1,skill,Active listening
      Records,"Keep records, notes and plans",T2,S,Active listening
      """;
  private static final String ONET =
      """
      Task ID,Task,Task Type,Incumbents Responding
      101,"Keep records of visits, calls and letters.",Core,61
      102,Refer people to services.,Supplemental,62
      """;
  private static Installation rolewright;
  private static ApiClient expert;
  private final UUID study = UUID.randomUUID();

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    expert = rolewright.signedIn(rolewright.expert());
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  @BeforeEach
  void a_study() {
    expert
        .call("createStudy")
        .with("studyId", study)
        .body(Map.of("title", "Community Health Worker"))
        .expect(201);
  }

  private ApiClient.Call preview(byte[] file) {
    return expert.call("previewImport").with("studyId", study).bytes("text/csv", file);
  }

  private JsonNode preview(String file) {
    return preview(utf8(file)).expect(200).json();
  }

  private ApiClient.Call take(String file, String hash) {
    return expert
        .call("importStatements")
        .with("studyId", study)
        .with("hash", hash)
        .bytes("text/csv", utf8(file));
  }

  private void take(String file) {
    take(file, preview(file).get("hash").asText()).expect(200);
  }

  private JsonNode board() {
    return expert.call("readWorkshop").with("studyId", study).expect(200).json();
  }

  private static List<String> changes(JsonNode preview) {
    return preview.get("rows").findValuesAsText("change");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_preview_stores_nothing_and_the_import_stores_what_it_showed() {
    var preview = preview(FILE);
    assertEquals(List.of("new", "new", "new"), changes(preview));
    assertTrue(board().get("domains").isEmpty());
    take(FILE, preview.get("hash").asText()).expect(200);
    var board = board();
    assertEquals(List.of("Advice", "Records"), board.get("domains").findValuesAsText("title"));
    assertEquals("T2", board.at("/domains/1/tasks/0/source").asText());
    assertEquals(2, board.get("ksas").size());
    assertEquals("SKILL", board.at("/ksas/1/type").asText());
    assertEquals(2, board.at("/ksas/1/tasks").size());
    assertTrue(board.get("orphans").isEmpty());
  }

  @Test
  void importing_the_same_file_again_changes_nothing() {
    take(FILE);
    var before = board();
    assertEquals(List.of("same", "same", "same"), changes(preview(FILE)));
    take(FILE);
    assertEquals(before, board());
  }

  @Test
  void a_changed_line_is_shown_beside_what_stands_and_becomes_a_new_wording() {
    take(FILE);
    var changed =
        """
        domain,task,task id
        Records,Advise families on diet,T1
        """;
    var preview = preview(changed);
    assertEquals(List.of("changed"), changes(preview));
    assertEquals("Advise clients on diet", preview.at("/rows/0/before/1").asText());
    assertEquals("Advice", preview.at("/rows/0/before/0").asText());
    take(changed);
    var board = board();
    assertEquals(2, board.at("/domains/1/tasks").size(), "moved, and nothing deleted");
    assertEquals(2, board.at("/domains/1/tasks/1/wording").asInt());
    assertEquals(2, board.get("ksas").size());
  }

  @Test
  void a_preview_that_no_longer_holds_is_refused() {
    var hash = preview(FILE).get("hash").asText();
    take("domain,task\nAdvice,Advise clients on diet\n");
    assertEquals("stale", take(FILE, hash).expect(412).code());
  }

  @Test
  void nothing_is_stored_when_one_line_is_refused() {
    var file = FILE + "Advice\n,No domain,,,\nAdvice,=1+1,,,\nAdvice,Advise,,odd,x\n";
    var preview = preview(file);
    assertEquals(
        List.of("new", "new", "new", "error", "error", "error", "error"), changes(preview));
    assertTrue(preview.at("/rows/5/message").asText().contains("=1+1"));
    var refused = take(file, preview.get("hash").asText()).expect(400).json();
    assertEquals(
        List.of("line 5", "line 6", "line 7", "line 8"),
        refused.get("errors").findValuesAsText("pointer"));
    assertTrue(board().get("domains").isEmpty());
  }

  @Test
  void lines_that_repeat_or_contradict_each_other_are_refused() {
    var file =
        """
        domain,task,task id
        Advice,Advise clients,T1
        Advice,Advise clients,T1
        Advice,Advise families,T1
        Records,Advise clients,T1
        """;
    var preview = preview(file);
    assertEquals(List.of("new", "error", "error", "error"), changes(preview));
    assertTrue(preview.at("/rows/1/message").asText().contains("2"));
  }

  @Test
  void what_was_dropped_does_not_come_back_by_an_import() {
    take(FILE);
    var task = board().at("/domains/0/tasks/0/id").asText();
    expert
        .call("dropStatement")
        .with("studyId", study)
        .with("statementId", task)
        .body(Map.of("reason", "Nobody does it"))
        .expect(204);
    var preview = preview(FILE);
    assertEquals(List.of("error", "error", "same"), changes(preview));
    assertTrue(preview.at("/rows/0/message").asText().contains("Nobody does it"));
  }

  @Test
  void a_file_that_cannot_be_read_is_refused_whole() {
    var windows = "domain,task\nDiabetes,Orientar al niño\n";
    assertEquals(
        "csvNotUtf8",
        preview(windows.getBytes(Charset.forName("windows-1252"))).expect(422).code());
    assertEquals("csvEmpty", preview(utf8("domain,task\n")).expect(422).code());
    assertEquals("csvColumns", preview(utf8("area,task\nx,y\n")).expect(422).code());
    var long_ = "domain,task\n" + "Advice,Advise clients\n".repeat(50_000);
    assertEquals("csvTooManyLines", preview(utf8(long_)).expect(422).code());
  }

  @Test
  void a_spanish_header_and_spanish_types_are_understood() {
    var file = "Dominio;Tarea;Tipo de KSA;Texto de KSA\nConsejo;Orientar;conocimiento;Dietas\n";
    take(file);
    assertEquals("KNOWLEDGE", board().at("/ksas/0/type").asText());
  }

  @Test
  void tasks_of_onet_keep_their_number_and_wait_to_be_sorted() {
    take(ONET);
    var board = board();
    assertEquals("Not yet sorted", board.at("/domains/0/title").asText());
    assertEquals("O*NET 101", board.at("/domains/0/tasks/0/source").asText());
    assertEquals(List.of("same", "same"), changes(preview(ONET)));
  }

  @Test
  void five_thousand_lines_are_taken_in_at_once() {
    var file = new StringBuilder("domain,task,ksa type,ksa text\n");
    for (var n = 0; n < 5_000; n++)
      file.append("Domain ")
          .append(n % 10)
          .append(",Do thing ")
          .append(n)
          .append(",K,Fact ")
          .append(n % 50)
          .append('\n');
    take(file.toString());
    assertEquals(10, board().get("domains").size());
    assertEquals(50, board().get("ksas").size());
  }
}
