package org.rolewright.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Role;
import org.rolewright.study.StudyId;

class WorkshopApiTest {
  private static Installation rolewright;
  private static ApiClient expert;
  private final UUID study = UUID.randomUUID();
  private final UUID domain = UUID.randomUUID();

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
  void a_study_with_one_domain() {
    call("createStudy").body(Map.of("title", "Community Health Worker")).expect(201);
    enterDomain(domain, "Advice");
  }

  private ApiClient.Call call(String operationId) {
    return expert.call(operationId).with("studyId", study);
  }

  private ApiClient.Call on(UUID statement, ApiClient.Call call) {
    return call.with("statementId", statement);
  }

  private void enterDomain(UUID id, String title) {
    call("putDomain")
        .with("domainId", id)
        .with("If-Match", version(0))
        .body(Map.of("title", title))
        .expect(204);
  }

  private UUID enterTask(String text) {
    return enterTask(domain, text);
  }

  private UUID enterTask(UUID in, String text) {
    var id = UUID.randomUUID();
    on(id, call("putStatement"))
        .with("If-Match", version(0))
        .body(Map.of("kind", "TASK", "domain", in, "text", text))
        .expect(204);
    return id;
  }

  private UUID enterKsa(String text) {
    var id = UUID.randomUUID();
    on(id, call("putStatement"))
        .with("If-Match", version(0))
        .body(Map.of("kind", "SKILL", "text", text))
        .expect(204);
    return id;
  }

  private ApiClient.Call publish(int latest) {
    return call("publishTaskList")
        .with("taskListId", UUID.randomUUID())
        .with("If-Match", version(latest));
  }

  private JsonNode board() {
    return call("readWorkshop").expect(200).json();
  }

  private List<String> tasks(int domainIndex) {
    return board().at("/domains/" + domainIndex + "/tasks").findValuesAsText("text");
  }

  private static String version(int version) {
    return "\"" + version + "\"";
  }

  @Test
  void statements_stand_in_the_order_they_were_written() {
    for (var n = 0; n < 30; n++) enterTask("Advise client " + n);
    assertEquals("Advise client 0", tasks(0).getFirst());
    assertEquals("Advise client 29", tasks(0).getLast());
    assertEquals("I.AD", board().at("/domains/0/tasks/29/code").asText());
  }

  @Test
  void sending_a_new_statement_twice_is_harmless() {
    var id = enterTask("Advise clients");
    var again =
        on(id, call("putStatement"))
            .with("If-Match", version(0))
            .body(Map.of("kind", "TASK", "domain", domain, "text", "Advise clients"));
    again.expect(204);
    assertEquals(1, tasks(0).size());
  }

  @Test
  void every_wording_is_kept_with_its_author() {
    var id = enterTask("Advise clients");
    var sme = rolewright.person(Role.SME);
    rolewright
        .signedIn(sme)
        .call("putStatement")
        .with("studyId", study)
        .with("statementId", id)
        .with("If-Match", version(1))
        .body(Map.of("kind", "TASK", "domain", domain, "text", "Advise clients on diet"))
        .expect(204);
    var wordings = on(id, call("listWordings")).expect(200).json().get("wordings");
    assertEquals(
        List.of("Advise clients on diet", "Advise clients"), wordings.findValuesAsText("text"));
    assertEquals(sme.name(), wordings.at("/0/author").asText());
    assertEquals(2, board().at("/domains/0/tasks/0/wording").asInt());
  }

  @Test
  void of_two_who_word_a_statement_at_once_the_second_is_told() {
    var id = enterTask("Advise clients");
    var wish = Map.of("kind", "TASK", "domain", domain, "text", "Advise clients on diet");
    on(id, call("putStatement")).with("If-Match", version(1)).body(wish).expect(204);
    var late = Map.of("kind", "TASK", "domain", domain, "text", "Advise clients on sleep");
    on(id, call("putStatement")).with("If-Match", version(1)).body(late).expect(412);
    assertEquals(List.of("Advise clients on diet"), tasks(0));
  }

  @Test
  void statements_are_moved_within_and_between_domains() {
    var other = UUID.randomUUID();
    enterDomain(other, "Records");
    var first = enterTask("Advise one");
    enterTask("Advise two");
    var third = enterTask("Advise three");
    on(third, call("placeStatement")).body(Map.of("domain", domain, "position", 0)).expect(204);
    assertEquals(List.of("Advise three", "Advise one", "Advise two"), tasks(0));
    on(first, call("placeStatement")).body(Map.of("domain", other, "position", 9)).expect(204);
    assertEquals(List.of("Advise three", "Advise two"), tasks(0));
    assertEquals(List.of("Advise one"), tasks(1));
    call("placeDomain").with("domainId", other).body(Map.of("position", 0)).expect(204);
    assertEquals("Records", board().at("/domains/0/title").asText());
    assertEquals(
        "a_task_and_only_a_task_has_a_domain",
        on(first, call("placeStatement")).body(Map.of("position", 0)).expect(422).code());
  }

  @Test
  void what_is_dropped_is_kept_with_its_reason_and_comes_back() {
    var id = enterTask("Advise clients");
    var inUse = call("dropDomain").with("domainId", domain).body(Map.of("reason", "Too thin"));
    assertEquals("domainHoldsTasks", inUse.expect(422).code());
    on(id, call("dropStatement")).body(Map.of("reason", " ")).expect(400);
    on(id, call("dropStatement")).body(Map.of("reason", "Nobody does it")).expect(204);
    call("dropDomain").with("domainId", domain).body(Map.of("reason", "Too thin")).expect(204);
    var board = board();
    assertTrue(board.get("domains").isEmpty());
    assertEquals(
        List.of("Too thin", "Nobody does it"), board.get("dropped").findValuesAsText("reason"));
    assertEquals("domainIsDropped", on(id, call("restoreStatement")).expect(422).code());
    call("restoreDomain").with("domainId", domain).expect(204);
    on(id, call("restoreStatement")).expect(204);
    assertEquals(List.of("Advise clients"), tasks(0));
  }

  @Test
  void what_stands_alone_is_shown() {
    enterDomain(UUID.randomUUID(), "Empty");
    var linked = enterTask("Advise clients");
    var alone = enterTask("Refer clients");
    var skill = enterKsa("Active listening");
    var unused = enterKsa("Driving");
    call("linkKsa").with("taskId", linked).with("ksaId", skill).expect(204);
    call("linkKsa").with("taskId", linked).with("ksaId", skill).expect(204);
    assertEquals(
        "linkJoinsTaskAndKsa",
        call("linkKsa").with("taskId", skill).with("ksaId", linked).expect(422).code());
    var orphans = board().get("orphans");
    assertEquals(
        List.of("TASK_WITHOUT_KSA", "DOMAIN_WITHOUT_TASK", "KSA_WITHOUT_TASK"),
        orphans.findValuesAsText("kind"));
    assertEquals(alone.toString(), orphans.at("/0/id").asText());
    assertEquals(unused.toString(), orphans.at("/2/id").asText());
    call("unlinkKsa").with("taskId", linked).with("ksaId", skill).expect(204);
    assertEquals(5, board().get("orphans").size());
  }

  @Test
  void wordings_that_could_be_better_are_shown() {
    enterTask("Understand clients");
    enterTask("Refer  clients.");
    enterTask("refer clients");
    var tasks = board().at("/domains/0/tasks");
    assertEquals("[\"VAGUE_VERB\"]", tasks.at("/0/warnings").toString());
    assertEquals("[\"REPEATED\"]", tasks.at("/1/warnings").toString());
    assertEquals("[\"REPEATED\"]", tasks.at("/2/warnings").toString());
  }

  @Test
  void a_published_list_is_numbered_frozen_and_says_what_changed() {
    assertEquals("taskListNeedsTasks", publish(0).expect(422).code());
    var kept = enterTask("Advise clients");
    var dropped = enterTask("Refer clients");
    var first = publish(0).expect(200).json();
    assertEquals(1, first.get("version").asInt());
    assertEquals("I.B", first.at("/domains/0/tasks/1/code").asText());
    assertEquals("taskListUnchanged", publish(1).expect(409).code());
    publish(0).expect(412);

    on(dropped, call("dropStatement")).body(Map.of("reason", "Rare")).expect(204);
    on(kept, call("putStatement"))
        .with("If-Match", version(1))
        .body(Map.of("kind", "TASK", "domain", domain, "text", "Advise families"))
        .expect(204);
    var changes = board().get("changes");
    assertEquals(List.of("REWORDED", "DROPPED"), changes.findValuesAsText("kind"));
    assertEquals("Advise clients", changes.at("/0/before").asText());
    var second = publish(1).expect(200).json();
    assertEquals(2, second.get("version").asInt());
    assertEquals(
        first,
        call("readTaskList").with("taskListId", first.get("id").asText()).expect(200).json());
    assertEquals(
        List.of("2", "1"),
        call("listTaskLists").expect(200).json().get("taskLists").findValuesAsText("version"));
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.execute(
                rolewright.databaseUrl(), "update workshop.task_list set document = '{}'"));
    var wiring = rolewright.wiring();
    var latest = wiring.database.transaction(tx -> wiring.workshops.latest(tx, new StudyId(study)));
    assertEquals(second.get("hash").asText(), latest.hash());
    assertEquals(kept, latest.tasks().findFirst().orElseThrow().id().value());
  }

  @Test
  void sending_the_same_publication_twice_makes_one_list() {
    enterTask("Advise clients");
    var id = UUID.randomUUID();
    for (var n = 0; n < 2; n++)
      call("publishTaskList").with("taskListId", id).with("If-Match", version(0)).expect(200);
    assertEquals(1, call("listTaskLists").expect(200).json().get("taskLists").size());
  }

  @Test
  void an_empty_domain_is_not_published() {
    enterTask("Advise clients");
    enterDomain(UUID.randomUUID(), "Empty");
    assertEquals("domainNeedsTasks", publish(0).expect(422).code());
  }

  @Test
  void the_draft_scope_of_service_is_a_page_and_a_pdf_in_the_readers_language() {
    enterTask("Advise <clients> & families");
    enterKsa("Active listening");
    var page = call("readScopeOfService").with("language", "es").expect(200).text();
    assertTrue(page.contains("Alcance del servicio"), page);
    assertTrue(page.contains("Advise &lt;clients&gt; &amp; families"), page);
    var pdf = call("printScopeOfService").expect(200);
    assertEquals("%PDF", new String(pdf.bytes(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    rolewright.visitor().call("printScopeOfService").with("studyId", study).expect(401);
  }

  @Test
  void an_sme_writes_but_does_not_publish_and_an_auditor_only_reads() {
    enterTask("Advise clients");
    var sme = rolewright.signedIn(rolewright.person(Role.SME));
    sme.call("publishTaskList")
        .with("studyId", study)
        .with("taskListId", UUID.randomUUID())
        .with("If-Match", version(0))
        .expect(403);
    var auditor = rolewright.signedIn(rolewright.person(Role.AUDITOR));
    auditor.call("readWorkshop").with("studyId", study).expect(200);
    auditor
        .call("putDomain")
        .with("studyId", study)
        .with("domainId", UUID.randomUUID())
        .with("If-Match", version(0))
        .body(Map.of("title", "Mine"))
        .expect(403);
  }

  @Test
  void fifteen_smes_who_write_at_once_lose_nothing() throws InterruptedException {
    var threads =
        java.util.stream.IntStream.range(0, 15)
            .mapToObj(n -> Thread.ofVirtual().start(() -> enterTask("Advise client " + n)))
            .toList();
    for (var thread : threads) thread.join();
    assertEquals(15, tasks(0).stream().distinct().count());
  }
}
