package org.rolewright.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.scoring.SatExam.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.scoring.SatExam;
import org.rolewright.scoring.Score;
import org.rolewright.standard.JudgedForm;

/** Forty candidates, of whom twelve passed, state their groups; expected counts are by hand. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FairnessApiTest {
  private static SatExam exam;
  private static List<Score> passed;
  private static List<Score> failed;

  @BeforeAll
  static void release() {
    exam = SatExam.forty();
    JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    exam.released();
    var scores = exam.scores();
    passed = scores.stream().filter(Score::passed).toList();
    failed = scores.stream().filter(score -> !score.passed()).toList();
    assertEquals(12, passed.size());
  }

  @AfterAll
  static void close() {
    exam.close();
  }

  private static void state(Score score, Map<String, String> background) {
    own(exam.visitor().call("putOwnBackground"), score).body(background).expect(204);
  }

  private static ApiClient.Call issuing(ApiClient who, UUID id) {
    return who.call("issueImpactTable")
        .with("studyId", exam.hall.study.value())
        .with("tableId", id);
  }

  @Test
  @Order(1)
  void what_is_stated_is_voluntary_and_taken_back_at_will() {
    var who = passed.getFirst();
    var empty = own(exam.visitor().call("readOwnBackground"), who).expect(200).json();
    assertTrue(empty.get("open").asBoolean());
    assertFalse(empty.has("stated"));
    own(exam.visitor().call("putOwnBackground"), who).body(Map.of()).expect(400);
    own(exam.visitor().call("putOwnBackground"), who).body(Map.of("gender", "x")).expect(400);
    state(who, Map.of("gender", "woman", "age", "from_40"));
    state(who, Map.of("gender", "another"));
    var stated =
        own(exam.visitor().call("readOwnBackground"), who).expect(200).json().get("stated");
    assertEquals("{\"gender\":\"another\"}", stated.toString());
    own(exam.visitor().call("withdrawOwnBackground"), who).expect(204);
    own(exam.visitor().call("withdrawOwnBackground"), who).expect(204);
    assertFalse(
        own(exam.visitor().call("readOwnBackground"), who).expect(200).json().has("stated"));
  }

  @Test
  @Order(2)
  void the_form_opens_when_the_exam_is_over() {
    var applied = UUID.randomUUID();
    exam.hall.execute(
        """
        insert into eligibility.application (id, study_id, email, language, state, name, born_on, attested, link_number,
            link_hash, link_until, links_mailed, links_since, confirmed, changed_at, submitted_at, authorised_at, authorised_until)
          values ('%1$s', '%2$s', '%1$s@example.org', 'en', 'accepted', 'Early', '1990-01-01', 'yes', 1,
            sha256('token-of-%1$s'::bytea), now() + interval '1 year', 1, now(), true, now(), now(), now(), now() + interval '1 year')\
        """
            .formatted(applied, exam.hall.study.value()));
    var early = exam.hall.rolewright.visitor();
    var token = "token-of-" + applied;
    assertFalse(
        early
            .call("readOwnBackground")
            .with("X-Candidate", token)
            .expect(200)
            .json()
            .get("open")
            .asBoolean());
    var refused =
        early
            .call("putOwnBackground")
            .with("X-Candidate", token)
            .body(Map.of("age", "under_40"))
            .expect(409);
    assertEquals("backgroundComesAfterTheExam", refused.code());
    early.call("readOwnBackground").with("X-Candidate", "no-such-token".repeat(4)).expect(404);
  }

  @Test
  @Order(3)
  void a_table_waits_for_twenty_statements() {
    for (var score : failed.subList(0, 19)) state(score, Map.of("age", "under_40"));
    var refused = issuing(exam.first, UUID.randomUUID()).expect(409);
    assertEquals("aTableCountsTwentyMore", refused.code());
    assertTrue(refused.text().contains("20"));
    for (var score : failed.subList(0, 19))
      own(exam.visitor().call("withdrawOwnBackground"), score).expect(204);
  }

  /**
   * Gender: of 16 women 8 passed, of 15 men 3, of 9 others 1. Age: all under 40 but the others.
   * Ethnicity: 20 with 6 passed, 20 with 6 passed.
   */
  private static List<Map<String, String>> backgrounds(boolean pass) {
    var all = new ArrayList<Map<String, String>>();
    int women = 8;
    int men = pass ? 3 : 12;
    int others = pass ? 1 : 8;
    for (int i = 0; i < women + men + others; i++) {
      var one = new HashMap<String, String>();
      one.put("gender", i < women ? "woman" : i < women + men ? "man" : "another");
      one.put("ethnicity", i < (pass ? 6 : 14) ? "asian" : "white");
      one.put("age", i < women + men ? "under_40" : "from_40");
      all.add(one);
    }
    return all;
  }

  private static JsonNode part(JsonNode table, String trait) {
    for (var part : table.at("/table/parts"))
      if (part.get("trait").asText().equals(trait)) return part;
    throw new AssertionError(trait);
  }

  @Test
  @Order(4)
  void a_table_counts_groups_and_hides_the_small_ones() {
    for (var pass : List.of(true, false)) {
      var people = pass ? passed : failed;
      var stated = backgrounds(pass);
      for (int i = 0; i < people.size(); i++) state(people.get(i), stated.get(i));
    }
    var id = UUID.randomUUID();
    var made = issuing(exam.first, id).expect(200).json();
    assertEquals(made, issuing(exam.first, id).expect(200).json(), "sent again, it is the same");
    assertEquals(40, made.at("/table/candidates").asInt());
    assertEquals(40, made.at("/table/statements").asInt());
    var gender = part(made, "gender");
    assertEquals("[\"man\",\"another\"]", gender.get("hidden").toString(), "40 − 31 would be 9");
    assertEquals("woman", gender.at("/shown/0/group").asText());
    assertEquals(0.5, gender.at("/shown/0/rate").asDouble());
    var ethnicity = part(made, "ethnicity").get("shown");
    assertEquals(2, ethnicity.size());
    assertEquals(1, ethnicity.at("/1/ratio").asDouble(), 1e-12);
    assertEquals("alike", ethnicity.at("/1/verdict").asText());
    assertEquals(0, part(made, "age").get("shown").size(), "9 are 40 or older");
    assertFalse(made.toString().contains("\"passed\":1,"), "one of nine passed");
  }

  @Test
  @Order(5)
  void two_tables_are_twenty_statements_apart_and_a_table_stays() {
    own(exam.visitor().call("withdrawOwnBackground"), passed.getFirst()).expect(204);
    assertEquals(
        "aTableCountsTwentyMore", issuing(exam.second, UUID.randomUUID()).expect(409).code());
    refused("an_impact_table_stays", "update fairness.issue set statements = 30");
    refused("an_impact_table_stays", "delete from fairness.issue");
    refused("an_impact_table_stays", "truncate fairness.issue");
    refused(
        "an_impact_table_counts_twenty_statements_more",
        "insert into fairness.issue select gen_random_uuid(), study_id, statements + 19, content,"
            + " issued_by, now() from fairness.issue");
  }

  /** As if the table had been made when of 20 people 10 were women. */
  @Test
  @Order(6)
  void a_group_that_grew_by_a_few_is_hidden_in_the_next_table() {
    state(passed.getFirst(), Map.of("gender", "woman", "ethnicity", "asian", "age", "under_40"));
    var women = "content #> '{parts,0,shown,0}' || '{\"candidates\": 10, \"passed\": 5}'";
    exam.hall.execute("alter table fairness.issue disable trigger user");
    exam.hall.execute(
        "update fairness.issue set statements = 20, content = jsonb_set(content || '{\"statements\": 20}', '{parts,0,shown,0}', "
            + women
            + ")");
    exam.hall.execute("alter table fairness.issue enable trigger user");
    var made = issuing(exam.second, UUID.randomUUID()).expect(200).json();
    assertEquals(
        "[\"woman\",\"another\"]", part(made, "gender").get("hidden").toString(), "six women more");
  }

  private static void refused(String rule, String sql) {
    TestDatabase.assertRefused(rule, () -> exam.hall.execute(sql));
  }

  @Test
  @Order(7)
  void reading_is_on_the_trail_and_what_was_stated_is_nowhere_in_plain_words() {
    var auditor = exam.hall.rolewright.person(Role.AUDITOR);
    var tables =
        exam.hall
            .rolewright
            .signedIn(auditor)
            .call("listImpactTables")
            .with("studyId", exam.hall.study.value())
            .expect(200)
            .json()
            .get("tables");
    assertEquals(2, tables.size());
    exam.hall.wiring.database.run(tx -> {
      assertEquals(1, tx.sql().fetchCount(reads(auditor)));
      var plain = "select 1 from fairness.statement where encode(sealed, 'escape') ~ 'woman|asian'";
      assertEquals(0, tx.sql().fetch(plain).size());
      assertEquals(
          1, tx.sql().fetch("select distinct length(sealed) from fairness.statement").size());
      var told = "select 1 from audit.entry where detail::text ~ 'woman|asian|under_40'";
      assertEquals(0, tx.sql().fetch(told).size());
    });
    for (var role : List.of(Role.SME, Role.PROCTOR, Role.ITEM_WRITER)) {
      var who = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(role));
      who.call("listImpactTables").with("studyId", exam.hall.study.value()).expect(403);
      issuing(who, UUID.randomUUID()).expect(403);
    }
  }

  private static org.jooq.Select<?> reads(Actor.Person who) {
    return org.jooq
        .impl
        .DSL
        .selectFrom("audit.entry")
        .where("action = 'fairness.read' and actor = ?", who.id().value());
  }

  @Test
  @Order(8)
  void candidates_and_staff_find_their_pages_on_any_screen() {
    try (var browsers = new Browsers()) {
      for (var look : Look.tried()) {
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          Browsers.show(page, address("/candidate/#/application/" + token() + "/background"));
          page.locator("input[name=gender]").first().check();
          page.locator("button.primary").click();
          page.locator("button.danger").waitFor();
          Browsers.settle(page);
          inspect(page, look, "background");
          page.locator("button.danger").click();
          page.locator("dialog button.danger").click();
          page.locator("main button.danger").waitFor(detached());
        }
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          Browsers.signIn(page, exam.hall.rolewright.baseUrl(), exam.hall.expert);
          Browsers.show(
              page, address("/workbench/#/studies/" + exam.hall.study.value() + "/fairness"));
          page.locator("main table").first().waitFor();
          inspect(page, look, "tables");
        }
      }
    }
    assertFalse(
        own(exam.visitor().call("readOwnBackground"), passed.getFirst())
            .expect(200)
            .json()
            .has("stated"));
  }

  private static com.microsoft.playwright.Locator.WaitForOptions detached() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }

  private static String token() {
    return SatExam.token(passed.getFirst());
  }

  private static String address(String path) {
    return exam.hall.rolewright.baseUrl() + path;
  }

  private static void inspect(Page page, Look look, String name) {
    page.evaluate("scrollTo(0, 0)");
    Browsers.inspect(page, "fairness-" + name + "-" + look.name());
    assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
  }
}
