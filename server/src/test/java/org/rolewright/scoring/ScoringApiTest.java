package org.rolewright.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.scoring.SatExam.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.standard.JudgedForm;

/**
 * One exam of six single choices that forty people sat, from its first run to a rescoring. Expected
 * scores are counted by hand: of forty, the nth has the first n mod 6 of five items right, and the
 * key of the last item, which only the weak choose, is wrong.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScoringApiTest {
  private static final SatExam EXAM = SatExam.forty();
  private static String firstRun;
  private static String secondRun;

  @AfterAll
  static void close() {
    EXAM.close();
  }

  private static ApiClient.Call on(ApiClient.Call call, String run) {
    return call.with("runId", run);
  }

  private static Map<String, Object> hash(String run) {
    return Map.of("resultHash", EXAM.read(run).at("/run/resultHash").asText());
  }

  private static JsonNode item(String run, int at) {
    return EXAM.read(run).at("/items/" + at);
  }

  @Test
  @Order(1)
  void without_a_cut_items_can_be_looked_at_but_nothing_is_released() {
    var run = EXAM.run(EXAM.first, "a first look");
    var view = EXAM.read(run);
    assertFalse(view.at("/run").has("cut"));
    assertEquals(40, view.at("/run/figures/sittings").asInt());
    var refused = on(EXAM.first.call("signScores"), run).body(hash(run)).expect(409);
    assertEquals("released_scores_have_a_cut", refused.code());
  }

  @Test
  @Order(2)
  void a_run_holds_the_item_whose_key_only_the_weak_choose() {
    JudgedForm.adopted(EXAM.hall.rolewright, EXAM.hall.study, EXAM.hall.form, 60);
    firstRun = EXAM.run(EXAM.first, "spring scores");
    var view = EXAM.read(firstRun);
    assertEquals(4, view.at("/run/cut/raw").asInt(), "60 % of six points, rounded up");
    var last = item(firstRun, 5);
    assertTrue(last.get("discrimination").asDouble() < 0);
    assertEquals(14 / 40.0, last.get("p").asDouble(), 1e-12, "those with none or one right");
    assertTrue(last.get("flags").toString().contains("negative_discrimination"));
    assertTrue(last.get("flags").toString().contains("distractor_above_key"));
    var refused = on(EXAM.first.call("signScores"), firstRun).body(hash(firstRun)).expect(409);
    assertEquals("scores_are_released_when_every_hold_is_decided", refused.code());
    var scores = on(EXAM.first.call("listScores"), firstRun).expect(200).json().get("scores");
    assertEquals(40, scores.size());
    var points = 0;
    for (var score : scores) points += score.at("/result/raw").asInt();
    assertEquals(110, points, "7 × (0 + 1 + 2 + 3) + 6 × (4 + 5) for five items, 14 for the last");
  }

  private static void decide(String run, String version, String verdict) {
    on(EXAM.first.call("decideHold"), run)
        .with("versionId", version)
        .body(Map.of("verdict", verdict, "reason", "The panel looked at it."))
        .expect(204);
  }

  private static String verdict(String run, String version) {
    for (var hold : EXAM.read(run).get("holds"))
      if (hold.get("version").asText().equals(version))
        return hold.at("/decision/verdict").asText("open");
    throw new AssertionError("the item is not held");
  }

  @Test
  @Order(3)
  void the_newest_verdict_holds_for_the_same_key_only() {
    var version = item(firstRun, 5).get("version").asText();
    decide(firstRun, version, "keep");
    var kept = EXAM.run(EXAM.first, "the same again");
    assertEquals("keep", verdict(kept, version));
    decide(kept, version, "change");
    var changed = EXAM.run(EXAM.first, "after a second look");
    assertEquals("open", verdict(changed, version), "the older verdict is overturned");
    decide(changed, version, "keep");
    agreed(version, Map.of("kind", "also_right", "responses", List.of("d")));
    firstRun = EXAM.run(EXAM.first, "nobody chose d, so the figures are the same");
    assertEquals("open", verdict(firstRun, version), "it was another key that was kept");
  }

  private static void agreed(String version, Map<String, Object> rule) {
    var change = UUID.randomUUID();
    proposing(change, version, rule).expect(200);
    deciding(EXAM.second, change).expect(200);
  }

  @Test
  @Order(4)
  void a_key_is_changed_by_two_people_and_never_by_one() {
    var version = item(firstRun, 5).get("version").asText();
    var change = UUID.randomUUID();
    var fault =
        proposing(change, version, Map.of("kind", "also_right", "responses", List.of("z")))
            .expect(422);
    assertEquals("aKeyFitsItsItem", fault.code());
    proposing(change, version, Map.of("kind", "also_right", "responses", List.of("c"))).expect(200);
    var another =
        proposing(UUID.randomUUID(), version, Map.of("kind", "drop", "responses", List.of()))
            .expect(422);
    assertEquals("one_change_of_a_key_waits_at_a_time", another.code());
    var alone = deciding(EXAM.first, change).expect(422);
    assertEquals("two_people_change_a_key", alone.code());
    refused(
        "two_people_change_a_key",
        "update marking.key_change set agreed = true, decided_by = proposed_by, decided_at = now()"
            + " where decided_at is null");
    deciding(EXAM.second, change).expect(200);
    assertEquals("a_key_change_stays", deciding(EXAM.third, change).expect(409).code());
    var listed =
        EXAM.first.call("listKeyChanges").with("formId", EXAM.hall.form.value()).expect(200).json();
    assertTrue(listed.at("/changes/0/decision/agreed").asBoolean());
  }

  private static ApiClient.Call proposing(UUID id, String version, Map<String, Object> rule) {
    var body = new java.util.HashMap<>(rule);
    body.put("versionId", version);
    body.put("reason", "Answer c is right as well since the new guideline.");
    return EXAM.first
        .call("proposeKeyChange")
        .with("formId", EXAM.hall.form.value())
        .with("changeId", id)
        .body(body);
  }

  private static ApiClient.Call deciding(ApiClient who, UUID change) {
    return who.call("decideKeyChange")
        .with("changeId", change)
        .body(Map.of("agreed", true, "because", "The guideline says so."));
  }

  private static void keepAll(String run) {
    for (var hold : EXAM.read(run).get("holds")) decide(run, hold.get("version").asText(), "keep");
  }

  @Test
  @Order(5)
  void scores_computed_before_a_key_was_changed_cannot_be_released() {
    keepAll(firstRun);
    var refused = on(EXAM.first.call("signScores"), firstRun).body(hash(firstRun)).expect(409);
    assertEquals("whatWasScoredHasChanged", refused.code());
  }

  @Test
  @Order(6)
  void two_people_release_and_neither_may_be_the_one_who_signed() {
    secondRun = EXAM.run(EXAM.third, "with both answers of item 6");
    var rule = EXAM.read(secondRun).at("/run/keys/" + item(secondRun, 5).get("version").asText());
    assertEquals("[\"d\",\"c\"]", rule.get("responses").toString(), "both further right answers");
    keepAll(secondRun);
    assertEquals(
        "scoresAreSignedFirst",
        on(EXAM.second.call("releaseScores"), secondRun).body(hash(secondRun)).expect(409).code());
    var other = Map.of("resultHash", "0".repeat(64));
    on(EXAM.first.call("signScores"), secondRun).body(other).expect(412);
    on(EXAM.first.call("signScores"), secondRun).body(hash(secondRun)).expect(204);
    for (var one : List.of(EXAM.first, EXAM.third))
      assertEquals(
          "two_people_release_scores",
          on(one.call("releaseScores"), secondRun).body(hash(secondRun)).expect(422).code());
    refused(
        "two_people_release_scores",
        "update scoring.run set state = 'released', released_by = signed_by, released_at = now()"
            + " where id = '%s'".formatted(secondRun));
    on(EXAM.second.call("releaseScores"), secondRun).body(hash(secondRun)).expect(204);
    assertEquals("released", EXAM.read(secondRun).at("/run/state").asText());
    refused("a_score_never_changes", "update scoring.score set raw = raw + 1");
  }

  @Test
  @Order(7)
  void released_scores_are_read_by_later_stages_and_the_bank_learns_from_them() {
    var scores = EXAM.scores();
    assertEquals(40, scores.size());
    // Item 6 gives everybody a point now: whoever has three of the others right passes.
    assertEquals(19, scores.stream().filter(Score::passed).count(), "right = 3, 4 or 5");
    var best = scores.stream().filter(score -> score.raw().intValueExact() == 6).findFirst();
    assertEquals(800, best.orElseThrow().scaled());
    var one =
        EXAM.hall.wiring.database.transaction(
            tx -> EXAM.hall.wiring.scoring.findReleased(tx, scores.getFirst().sitting()));
    assertEquals(scores.getFirst(), one.orElseThrow());
    var version = item(secondRun, 0).get("version").asText();
    var evidence =
        EXAM.first.call("readItemStatistics").with("versionId", version).expect(200).json();
    assertEquals(40, evidence.at("/evidence/0/candidates").asInt());
  }

  @Test
  @Order(8)
  void a_rescoring_lists_the_scores_and_decisions_that_it_changes() {
    var version = item(secondRun, 0).get("version").asText();
    agreed(version, Map.of("kind", "drop", "responses", List.of()));
    var run = EXAM.run(EXAM.first, "item 1 was known before");
    assertEquals(4, EXAM.read(run).at("/run/cut/raw").asInt(), "4 of 6 is 3.33 of 5, so 4");
    var changes = on(EXAM.first.call("listScoreChanges"), run).expect(200).json().get("changes");
    var decisions = 0;
    for (var one : changes) if (one.get("decisionChanged").asBoolean()) decisions++;
    assertEquals(7, decisions, "those with 3 of the others right had four points, now three");
    assertEquals(40, changes.size(), "everybody's greatest score is another");
  }

  @Test
  @Order(9)
  void pictures_tables_and_yearly_statistics_tell_the_same() {
    var drawn =
        on(EXAM.first.call("drawScoringFigure"), secondRun)
            .with("figure", "distribution")
            .with("width", 360)
            .expect(200)
            .text();
    assertTrue(drawn.startsWith("<svg"));
    on(EXAM.first.call("drawScoringFigure"), secondRun).with("figure", "items").expect(200);
    var options =
        on(EXAM.first.call("readScoringFigure"), secondRun)
            .with("figure", "options")
            .with("item", item(secondRun, 5).get("version").asText())
            .expect(200)
            .json();
    assertTrue(options.get("caption").asText().contains("Item"));
    var rows =
        EXAM.first
            .call("readAnnualStatistics")
            .with("studyId", EXAM.hall.study.value())
            .expect(200)
            .json()
            .get("rows");
    assertEquals(1, rows.size());
    assertEquals(EXAM.read(secondRun).at("/run/figures"), rows.get(0).get("figures"));
    var forms =
        EXAM.first
            .call("listScoring")
            .with("studyId", EXAM.hall.study.value())
            .expect(200)
            .json()
            .at("/forms/0");
    assertEquals(7, forms.get("runs").size());
    assertTrue(forms.get("cut").asBoolean());
  }

  @Test
  @Order(10)
  void whoever_may_not_score_is_refused() {
    var proctor = EXAM.hall.rolewright.signedIn(EXAM.hall.rolewright.person(Role.PROCTOR));
    on(proctor.call("readScoringRun"), secondRun).expect(403);
    var auditor = EXAM.hall.rolewright.signedIn(EXAM.hall.rolewright.person(Role.AUDITOR));
    on(auditor.call("readScoringRun"), secondRun).expect(200);
    on(auditor.call("signScores"), secondRun).body(hash(secondRun)).expect(403);
    proposing(
            UUID.randomUUID(),
            UUID.randomUUID().toString(),
            Map.of("kind", "drop", "responses", List.of()))
        .expect(404);
  }

  @Test
  @Order(11)
  void what_was_released_is_added_to_and_emptied_by_nobody() {
    var of = " from scoring.%s where run_id = '" + secondRun + "' limit 1";
    var stays = "a_scoring_run_never_changes";
    refused(stays, "insert into scoring.item select *" + of.formatted("item"));
    refused(stays, "insert into scoring.score select *" + of.formatted("score"));
    refused(
        stays,
        "insert into scoring.hold select run_id, version_id, '{comments}'" + of.formatted("item"));
    refused(
        stays,
        "insert into scoring.run select (jsonb_populate_record(run, '{\"id\": \"%s\"}')).* from"
                .formatted(UUID.randomUUID())
            + " scoring.run where id = '%s'".formatted(secondRun));
    refused("a_score_never_changes", "truncate scoring.hold");
    refused("a_score_never_changes", "truncate scoring.item cascade");
    refused("a_request_about_a_result_stays", "truncate result.request");
  }

  private static void refused(String rule, String sql) {
    TestDatabase.assertRefused(rule, () -> EXAM.hall.execute(sql));
  }

  @Test
  @Order(12)
  void an_appeal_outlives_a_rescoring_and_a_late_answer_is_no_fault_of_the_older_scores() {
    var score = EXAM.scores().getFirst();
    own(EXAM.visitor().call("askAboutResult"), score)
        .with("scoreId", score.id())
        .with("requestId", UUID.randomUUID())
        .body(Map.of("kind", "appeal", "reason", "My last answer came in late."))
        .expect(200);
    admitLate(score);
    var run = EXAM.run(EXAM.first, "with a late answer");
    keepAll(run);
    on(EXAM.second.call("signScores"), run).body(hash(run)).expect(204);
    on(EXAM.third.call("releaseScores"), run).body(hash(run)).expect(204);
    var result = own(EXAM.visitor().call("readOwnResults"), score).expect(200).json();
    assertNotEquals(score.id().toString(), result.at("/results/0/id").asText());
    assertEquals("appeal", result.at("/results/0/asked/0/kind").asText());
    var found = EXAM.hall.wiring.recounts.recount(new Actor.Program("test"));
    assertEquals(List.of(), found.faults());
    assertEquals(80, found.scores(), "those in force and those that they replaced");
  }

  /** A late answer to the last item, which somebody lets count. */
  private static void admitLate(Score score) {
    EXAM.hall.execute(
        """
        insert into delivery.answer_event
          select d.number, 100, 1, 'answer', e.item, '"a"', now(), now(), 'late' from delivery.sitting s
          join delivery.device d on d.sitting = s.number join delivery.answer_event e on e.device = d.number and e.seq = 6
          where s.id = '%1$s';
        insert into delivery.late_decision (device, seq, person_id, reason, at, admitted)
          select e.device, e.seq, p.id, 'The line was down.', now(), true
          from delivery.answer_event e, (select id from identity.person limit 1) p where e.seq = 100\
        """
            .formatted(score.sitting().value()));
  }

  @Test
  @Order(13)
  void scores_computed_again_are_the_same_and_whatever_was_tampered_with_is_found() {
    var program = new Actor.Program("test");
    var found = EXAM.hall.wiring.recounts.recount(program);
    assertEquals(List.of(), found.faults());
    assertEquals(80, found.scores());
    tamper(
        "alter table scoring.score disable trigger all;"
            + " update scoring.score set points[1] = 1 - points[1] where id = (select id from"
            + " scoring.score where run_id = '"
            + secondRun
            + "' limit 1)",
        "the score is another");
    tamper(
        "alter table delivery.answer_event disable trigger all; update delivery.answer_event set value = '\"d\"' where seq = 1",
        "on record are others");
  }

  private static void tamper(String sql, String fault) {
    EXAM.hall.execute(sql);
    var faults = EXAM.hall.wiring.recounts.recount(new Actor.Program("test")).faults();
    assertTrue(faults.stream().anyMatch(one -> one.endsWith(fault)), faults.toString());
  }
}
