package org.rolewright.judging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.TestDatabase;
import org.rolewright.form.FormBank;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;

/** A panel over HTTP, from the first person asked to the adopted cut: one conversation. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JudgingApiTest {
  private static final String SETTING = UUID.randomUUID().toString();
  private static final List<Actor.Person> PEOPLE = new ArrayList<>();
  private static final List<ApiClient> PANEL = new ArrayList<>();
  private static FormBank given;
  private static ApiClient first;
  private static ApiClient second;
  private static JsonNode form;
  private static List<String> versions;

  @BeforeAll
  static void fill() {
    given = new FormBank(8);
    first = given.first;
    second = given.second;
    form = given.published("JUDGED-1", 0);
    for (int i = 0; i < 4; i++) PEOPLE.add(given.bank.person(Role.SME));
    PEOPLE.forEach(person -> PANEL.add(given.bank.signedIn(person)));
  }

  @AfterAll
  static void stop() {
    given.close();
  }

  private static ApiClient.Call on(ApiClient.Call call) {
    return call.with("settingId", SETTING);
  }

  private static JsonNode read() {
    return on(first.call("readStandardSetting")).expect(200).json();
  }

  private static JsonNode mine(int panelist) {
    return on(PANEL.get(panelist).call("readMyPanel")).expect(200).json();
  }

  private static ApiClient.Call begin(ApiClient who, String id) {
    return given
        .bank
        .of(who.call("createStandardSetting"))
        .with("settingId", id)
        .body(
            Map.of(
                "form",
                form.get("id").asText(),
                "method",
                "modified_angoff",
                "rounds",
                2,
                "showsDifficulty",
                false));
  }

  private static ApiClient.Call ask(int panelist, boolean trained) {
    var body =
        trained
            ? Map.of("position", "Nurse", "trainedOn", "2026-05-04", "training", "Half a day")
            : Map.of("position", "Nurse");
    return on(first.call("putStandardPanelist"))
        .with("personId", PEOPLE.get(panelist).id().value())
        .body(body);
  }

  private static ApiClient.Call round(ApiClient.Call call, int number) {
    return on(call).with("round", number);
  }

  @Test
  @Order(1)
  void a_panel_begins_with_the_candidate_that_the_study_describes() {
    assertEquals("theCandidateIsDescribedFirst", begin(first, SETTING).expect(422).code());
    given
        .bank
        .of(first.call("wordCandidate"))
        .with("If-Match", "\"0\"")
        .body(Map.of("text", "Works alone on a plain day."))
        .expect(204);
    var begun = begin(first, SETTING).expect(201).json();
    assertEquals("preparing", begun.get("state").asText());
    assertEquals("Works alone on a plain day.", begun.at("/candidate/text").asText());
    assertEquals(form.get("checksum"), begun.get("formChecksum"));
    assertEquals(12, begun.get("items").size());
    versions = begun.get("items").findValuesAsText("version");
    assertEquals(begun, begin(first, SETTING).expect(201).json());
    begin(PANEL.getFirst(), UUID.randomUUID().toString()).expect(403);
    var list = given.bank.of(first.call("listStandardSettings")).expect(200).json();
    assertEquals(1, list.get("settings").size());
  }

  @Test
  @Order(2)
  void a_panelist_is_an_expert_who_neither_leads_nor_trains() {
    var eligible = given.bank.of(first.call("listEligiblePanelists")).expect(200).json();
    assertEquals(4, eligible.get("people").size());
    assertEquals(
        "aPanelistMayJudge",
        on(first.call("putStandardPanelist"))
            .with("personId", given.bank.writerPerson.id().value())
            .body(Map.of("position", "Writer"))
            .expect(422)
            .code());
    for (int i = 0; i < 4; i++) ask(i, i > 0).expect(200);
    assertEquals(4, read().get("panel").size());
    on(stranger().call("readMyPanel")).expect(404);
    var mine = given.bank.of(PANEL.getFirst().call("listMyPanels")).expect(200).json();
    assertEquals(SETTING, mine.at("/settings/0/id").asText());
  }

  @Test
  @Order(3)
  void keys_open_to_a_panelist_once_they_have_answered_everything_themselves() {
    assertEquals(0, mine(0).get("items").size(), "nothing before the promise");
    answer(0, 0).expect(409);
    on(PANEL.getFirst().call("signPanelPromise")).body(Map.of("text", "I promise.")).expect(412);
    for (int p = 0; p < 4; p++) prepare(p);
    var items = mine(0).get("items");
    assertEquals(12, items.size());
    for (var item : items) {
      assertEquals("\"a\"", item.get("response").toString());
      assertTrue(item.at("/key/options").isArray());
    }
    assertEquals("answers_stay_once_keys_are_open", answer(0, 0).expect(422).code());
    refused("answers_stay_once_keys_are_open", "delete from judging.answer");
    refused("keys_stay_open_to_a_panelist", "update judging.panelist set sat_at = null");
    refused("keys_stay_open_to_a_panelist", "update judging.panelist set sat_at = now()");
  }

  /** An expert who does not sit on the panel. */
  private static ApiClient stranger() {
    return given.bank.signedIn(given.bank.person(Role.SME));
  }

  private static ApiClient.Call answer(int panelist, int item) {
    return on(PANEL.get(panelist).call("putPanelAnswer"))
        .with("versionId", versions.get(item))
        .body(Map.of("response", "a"));
  }

  private static void prepare(int panelist) {
    var who = PANEL.get(panelist);
    on(who.call("signPanelPromise"))
        .body(Map.of("text", mine(panelist).get("promise").asText()))
        .expect(204);
    for (int i = 0; i < 12; i++) {
      assertFalse(mine(panelist).at("/items/0").has("key"), "no key before the exam is over");
      on(who.call("finishPanelExam")).expect(409);
      answer(panelist, i).expect(204);
    }
    on(who.call("finishPanelExam")).expect(204);
  }

  @Test
  @Order(4)
  void a_round_opens_once_everybody_is_prepared() {
    assertEquals(
        "aPanelIsPreparedFirst", round(first.call("openStandardRound"), 1).expect(422).code());
    ask(0, true).expect(200);
    rate(0, 1, 0, 50).expect(422);
    round(first.call("openStandardRound"), 2).expect(409);
    round(PANEL.getFirst().call("openStandardRound"), 1).expect(403);
    assertEquals(
        "judging",
        round(first.call("openStandardRound"), 1).expect(200).json().get("state").asText());
  }

  private static ApiClient.Call rate(int panelist, int number, int item, int percent) {
    return round(PANEL.get(panelist).call("putPanelRating"), number)
        .with("versionId", versions.get(item))
        .body(Map.of("percent", percent));
  }

  private static void rateAll(int panelist, int number, IntBinaryOperator percent) {
    for (int i = 0; i < 12; i++)
      rate(panelist, number, i, percent.applyAsInt(panelist, i)).expect(204);
  }

  @Test
  @Order(5)
  void ratings_are_sealed_until_the_round_is_closed() {
    // 37 stands for nothing else in what anybody is sent
    rateAll(0, 1, (_, _) -> 37);
    assertEquals("everyItemIsRatedFirst", hand(1, 1).expect(409).code());
    hand(0, 1).expect(204);
    assertEquals("ratings_handed_in_stay", rate(0, 1, 0, 90).expect(422).code());
    assertEquals(37, mine(0).at("/open/ratings/" + versions.getFirst()).asInt());
    var seen =
        List.of(
            on(first.call("readStandardSetting")),
            on(second.call("readStandardSetting")),
            on(given.bank.signedIn(given.bank.person(Role.AUDITOR)).call("readStandardSetting")),
            on(PANEL.get(1).call("readMyPanel")));
    for (var call : seen) {
      var answer = call.expect(200).json();
      if (holds(answer, 37)) fail("a sealed rating is shown: " + answer);
    }
    assertEquals(12, read().at("/held/0/progress/0/rated").asInt());
    assertFalse(read().at("/held/0").has("result"));
    var trail = second.call("listAuditEntries").with("limit", 50).expect(200).json();
    assertTrue(trail.toString().contains("judging.handIn"));
    assertFalse(holds(trail.at("/entries"), 37), "not on the trail either");
    var guessed = versions.stream().collect(Collectors.toMap(version -> version, _ -> 37));
    var tried = Sha256.hex(Json.canonical(new TreeMap<>(guessed)));
    assertFalse(trail.toString().contains(tried), "nor can a guess be tried against the trail");
    assertEquals(
        "everybodyHandsInFirst", round(first.call("closeStandardRound"), 1).expect(409).code());
  }

  private static boolean holds(JsonNode node, int number) {
    if (node.isNumber()) return node.asDouble() == number || node.asDouble() == number / 100.0;
    for (var child : node) if (holds(child, number)) return true;
    return false;
  }

  private static ApiClient.Call hand(int panelist, int number) {
    return round(PANEL.get(panelist).call("handInPanelRatings"), number);
  }

  @Test
  @Order(6)
  void a_closed_round_becomes_figures_and_shows_panelists_no_names() {
    rateAll(1, 1, (_, item) -> 40 + item);
    rateAll(2, 1, (_, item) -> 42 + item);
    for (int p = 1; p < 3; p++) hand(p, 1).expect(204);
    var gone =
        on(first.call("dismissStandardPanelist")).with("personId", PEOPLE.get(3).id().value());
    gone.body(Map.of("because", "Called away to an emergency")).expect(200);
    assertEquals("youLeftThisPanel", rate(3, 1, 0, 50).expect(409).code());
    var closed = round(first.call("closeStandardRound"), 1).expect(200).json();
    var result = closed.at("/held/0/result");
    // by hand: cuts 12·.37 = 4.44, 12·.40 + .66 = 5.46, 12·.42 + .66 = 5.70; mean 5.20
    assertEquals(5.2, result.get("cut").asDouble(), 1e-9);
    assertEquals(5.46, result.get("median").asDouble(), 1e-9);
    double sd = Math.sqrt((0.76 * 0.76 + 0.26 * 0.26 + 0.5 * 0.5) / 2);
    assertEquals(sd / Math.sqrt(3), result.get("standardError").asDouble(), 1e-9);
    // modified z of the first: .6745·(4.44 − 5.46)/median(1.02, 0, .24) = −2.87, not beyond 3.5
    var lowest = result.get("raters").findParents("cut").getFirst();
    for (var rater : result.get("raters")) if (rater.get("cut").asDouble() < 5) lowest = rater;
    assertEquals(-0.6744897501960817 * 1.02 / 0.24, lowest.get("distance").asDouble(), 1e-9);
    assertEquals(37, mine(0).at("/held/0/own/" + versions.getFirst()).asInt());
    var shown = mine(1).get("held").toString();
    for (var person : PEOPLE) assertFalse(shown.contains(person.id().value().toString()));
    var picture = round(PANEL.get(1).call("drawStandardRound"), 1);
    assertTrue(picture.with("version", versions.getFirst()).expect(200).text().contains("<svg"));
    var table = round(first.call("readStandardRoundFigure"), 1).expect(200).json();
    // of the cuts 4.44, 5.46 and 5.70 one lies from 4 to 5 and two from 5 to 6
    assertEquals("1", table.at("/data/rows/0/1").asText());
    assertEquals("2", table.at("/data/rows/1/1").asText());
    round(stranger().call("drawStandardRound"), 1).expect(404);
    round(first.call("drawStandardRound"), 2).expect(404);
    assertEquals("ratings_of_a_closed_round_stay", rate(1, 1, 0, 50).expect(422).code());
  }

  @Test
  @Order(7)
  void what_was_said_is_kept_between_rounds() {
    var note = UUID.randomUUID();
    var call = on(first.call("putStandardNote")).with("noteId", note);
    var body =
        Map.of(
            "round", 1, "version", versions.getFirst(), "text", "The stem is longer than usual.");
    call.body(body).expect(200);
    assertEquals(1, call.body(body).expect(200).json().get("notes").size());
    assertEquals("The stem is longer than usual.", mine(2).at("/notes/0/text").asText());
    on(first.call("putStandardNote"))
        .with("noteId", UUID.randomUUID())
        .body(Map.of("round", 2, "text", "Too early"))
        .expect(409);
    assertEquals(
        "twoRoundsAreClosedFirst", on(first.call("lockStandardRatings")).expect(409).code());
    on(first.call("readCutOptions")).expect(409);
  }

  @Test
  @Order(8)
  void locked_ratings_stay() {
    round(first.call("openStandardRound"), 2).expect(200);
    refused(
        "ratings_of_a_closed_round_stay", "update judging.rating set round = 2 where round = 1");
    for (int p = 0; p < 3; p++) {
      rateAll(p, 2, (panelist, item) -> 40 + panelist + item);
      hand(p, 2).expect(204);
    }
    var closed = round(first.call("closeStandardRound"), 2).expect(200).json();
    // cuts 5.46, 5.58, 5.70 after 4.44, 5.46, 5.70: 12 + 12 ratings changed, by 3.0… and .01
    assertEquals(5.58, closed.at("/held/1/result/cut").asDouble(), 1e-9);
    assertEquals(0.38, closed.at("/held/1/result/change/cut").asDouble(), 1e-9);
    assertEquals(24, closed.at("/held/1/result/change/judgements").asInt());
    assertEquals("theRoundsWereHeld", round(first.call("openStandardRound"), 3).expect(409).code());
    assertEquals(
        "locked", on(first.call("lockStandardRatings")).expect(200).json().get("state").asText());
    assertEquals("theRatingsAreLocked", ask(0, false).expect(409).code());
    assertEquals("theRatingsAreLocked", rate(0, 2, 0, 10).expect(409).code());
    for (var statement :
        List.of(
            "update judging.rating set percent = 99",
            "delete from judging.handover",
            "update judging.round set result = '{}'"))
      refused("ratings_of_a_closed_round_stay", statement);
    for (var statement :
        List.of(
            "update judging.setting set candidate = 'Another'",
            "update judging.panelist set position = 'Another'",
            "update judging.panelist set left_at = null, left_because = null",
            "delete from judging.note",
            "update judging.note set text = 'Another'",
            "update judging.item set position = position + 100",
            "truncate judging.setting cascade",
            "truncate judging.rating",
            "truncate judging.handover",
            "truncate judging.answer",
            "truncate judging.note")) refused("locked_ratings_stay", statement);
  }

  private static void refused(String rule, String statement) {
    TestDatabase.assertRefused(rule, () -> given.sql(statement));
  }

  @Test
  @Order(9)
  void two_people_adopt_one_of_the_options() {
    var options = on(first.call("readCutOptions")).with("sem", "1.5").expect(200).json();
    assertEquals(3, options.get("families").size());
    assertEquals(6, options.at("/families/0/options/2/raw").asInt());
    // 5.58 − 2·1.5 = 2.58 passes from 3 on
    assertEquals(3, options.at("/families/1/options/0/raw").asInt());
    var cut = UUID.randomUUID();
    assertEquals("aCutIsOneOfTheOptions", propose(cut, Map.of("error", "both")).expect(422).code());
    Map<String, Object> sem = Map.of("error", "measurement", "sem", 1.5);
    assertEquals("the_error_of_measurement_has_a_source", propose(cut, sem).expect(422).code());
    var proposed = propose(cut, Map.of("error", "judgement")).expect(201).json();
    on(PANEL.getFirst().call("withdrawCut")).expect(403);
    on(second.call("withdrawCut")).expect(204);
    adopt(second, cut, proposed).expect(404);
    proposed = propose(cut, Map.of("error", "judgement")).expect(201).json();
    assertEquals("two_people_adopt_a_cut", adopt(first, cut, proposed).expect(422).code());
    second.call("adoptCut").with("cutId", cut).body(Map.of("hash", "0".repeat(64))).expect(412);
    adopt(PANEL.getFirst(), cut, proposed).expect(403);
    refused(
        "two_people_adopt_a_cut",
        "update standard.cut set adopted_by = proposed_by, adopted_at = now() where id = '%s'"
            .formatted(cut));
    refused(
        "panelists_do_not_decide_on_their_cut",
        "update standard.cut set adopted_by = '%s', adopted_at = now() where id = '%s'"
            .formatted(PEOPLE.getFirst().id().value(), cut));
    var adopted = adopt(second, cut, proposed).expect(200).json();
    assertEquals(6, adopted.at("/terms/raw").asInt());
    assertEquals(proposed.get("hash"), adopted.get("hash"));
    refused("an_adopted_cut_never_changes", "update standard.cut set raw = 1");
    refused("an_adopted_cut_never_changes", "delete from standard.cut");
    var cuts = on(first.call("listCuts")).expect(200).json().get("cuts");
    assertEquals(adopted, cuts.get(0));
  }

  @Test
  @Order(10)
  void another_team_can_come_to_the_same_cut_from_the_archive() throws Exception {
    var archive = on(second.call("exportStandard")).expect(200).bytes();
    assertArrayEquals(archive, on(second.call("exportStandard")).expect(200).bytes());
    on(PANEL.getFirst().call("exportStandard")).expect(403);
    var files = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(7, files.size());
    var lines = files.get("ratings.csv").lines().skip(1).toList();
    assertEquals(2 * 3 * 12, lines.size());
    var byItem =
        lines.stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[0].equals("2"))
            .collect(
                Collectors.groupingBy(
                    cells -> cells[2],
                    Collectors.averagingDouble(cells -> Double.parseDouble(cells[4]) / 100)));
    assertEquals(5.58, byItem.values().stream().mapToDouble(x -> x).sum(), 1e-9);
    for (var rater : Json.tree(files.get("results.json")).findValuesAsText("person"))
      assertTrue(files.get("panel.csv").contains(rater), "who is meant stands in panel.csv");
    assertTrue(files.get("notes.csv").contains("The stem is longer than usual."));
    assertTrue(files.get("candidate.txt").contains("Works alone on a plain day."));
    assertTrue(files.get("decisions.json").contains("The board follows the panel."));
  }

  private static ApiClient.Call propose(UUID cut, Map<String, Object> terms) {
    var body = new HashMap<>(terms);
    body.put("multiple", 0);
    body.put("reason", "The board follows the panel.");
    return on(first.call("proposeCut")).with("cutId", cut).body(body);
  }

  private static ApiClient.Call adopt(ApiClient who, UUID cut, JsonNode proposed) {
    return who.call("adoptCut")
        .with("cutId", cut)
        .body(Map.of("hash", proposed.get("hash").asText()));
  }
}
