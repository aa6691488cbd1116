package org.rolewright.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;

class StudyApiTest {
  private static Installation rolewright;
  private static ApiClient expert;
  private final UUID id = UUID.randomUUID();

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    expert = rolewright.signedIn(rolewright.expert());
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  private JsonNode create() {
    return call("createStudy").body(Map.of("title", "Community Health Worker")).expect(201).json();
  }

  private JsonNode read() {
    return call("readStudy").expect(200).json();
  }

  private ApiClient.Call call(String operationId) {
    return expert.call(operationId).with("studyId", id);
  }

  private static String version(int version) {
    return "\"" + version + "\"";
  }

  private ObjectNode protocol() {
    return (ObjectNode) read().at("/protocol/protocol");
  }

  @Test
  void a_study_begins_with_a_draft_protocol_once() {
    var first = create();
    assertEquals(first, create());
    assertFalse(first.get("demonstration").asBoolean());
    assertFalse(first.at("/protocol").has("frozen"));
    assertEquals(
        "Extremely important", first.at("/protocol/protocol/scales/0/anchors/4/label").asText());
    assertTrue(first.at("/protocol/warnings").isEmpty(), "the draft reads well");
    var listed = expert.call("listStudies").expect(200).json();
    assertTrue(listed.findValuesAsText("id").contains(id.toString()));
  }

  @Test
  void the_draft_speaks_the_language_of_who_begins_it() {
    var study =
        call("createStudy")
            .header("Accept-Language", "es")
            .body(Map.of("title", "Agente de salud"))
            .expect(201)
            .json();
    assertEquals(
        "Nada importante", study.at("/protocol/protocol/scales/0/anchors/0/label").asText());
    assertTrue(study.at("/protocol/warnings").isEmpty(), "the draft reads well");
  }

  @Test
  void of_two_who_write_the_programme_at_once_the_second_is_told() {
    create();
    var programme = Json.mapper().convertValue(Programme.titled("CHW"), ObjectNode.class);
    call("putProgramme")
        .with("If-Match", version(1))
        .body(programme.put("purpose", "First"))
        .expect(204);
    var late =
        call("putProgramme")
            .with("If-Match", version(1))
            .body(programme.put("purpose", "Second"))
            .expect(412);
    assertEquals("stale", late.code());
    assertEquals("First", read().at("/programme/purpose").asText());
    assertEquals(2, read().at("/version").asInt());
  }

  @Test
  void a_requirement_rests_on_evidence() {
    create();
    var requirement = UUID.randomUUID();
    var input = Map.of("kind", "EDUCATION", "text", "Secondary school", "evidence", "Survey 2024");
    call("putRequirement")
        .with("If-Match", version(0))
        .with("requirementId", requirement)
        .body(input)
        .expect(204);
    call("putRequirement")
        .with("If-Match", version(0))
        .with("requirementId", requirement)
        .body(input)
        .expect(412);
    call("putRequirement")
        .with("If-Match", version(0))
        .with("requirementId", UUID.randomUUID())
        .body(Map.of("kind", "EDUCATION", "text", "A degree", "evidence", " "))
        .expect(400);
    assertEquals(1, read().get("requirements").size());
    call("removeRequirement").with("requirementId", requirement).expect(204);
    assertTrue(read().get("requirements").isEmpty());
  }

  @Test
  void every_wording_of_the_minimally_competent_candidate_is_kept_with_its_author() {
    create();
    call("wordCandidate")
        .with("If-Match", version(0))
        .body(Map.of("text", "Works safely"))
        .expect(204);
    call("wordCandidate")
        .with("If-Match", version(1))
        .body(Map.of("text", "Works safely alone"))
        .expect(204);
    call("wordCandidate").with("If-Match", version(1)).body(Map.of("text", "Lost")).expect(412);
    var wordings = call("listCandidateWordings").expect(200).json().get("wordings");
    assertEquals(2, wordings.size());
    assertEquals("Works safely alone", wordings.at("/0/text").asText());
    assertTrue(wordings.at("/1/author").asText().startsWith("Person "));
    assertEquals("Works safely alone", read().at("/candidate/text").asText());
  }

  @Test
  void a_frozen_protocol_carries_its_hash_and_never_changes() {
    create();
    var draft = protocol().put("rationale", "As agreed");
    call("putProtocol").with("If-Match", version(1)).body(draft).expect(200);
    call("freezeProtocol").with("If-Match", version(1)).expect(412);
    var plan = call("freezeProtocol").with("If-Match", version(2)).expect(200).json();
    var stored = Json.read(plan.get("protocol").toString(), Protocol.class);
    assertEquals("As agreed", stored.rationale());
    assertEquals(Sha256.hex(Json.canonical(stored)), plan.get("hash").asText());

    assertEquals(
        "a_frozen_protocol_never_changes",
        call("putProtocol")
            .with("If-Match", version(3))
            .body(draft.put("rationale", "Otherwise"))
            .expect(409)
            .code());
    call("freezeProtocol").with("If-Match", version(3)).expect(409);
    assertThrows(
        IllegalStateException.class,
        () ->
            TestDatabase.execute(
                rolewright.databaseUrl(),
                "update study.protocol set document = '{}' where study_id = '" + id + "'"));
    assertEquals("As agreed", protocol().get("rationale").asText());
  }

  @Test
  void a_calendar_is_planned_frozen_and_hashed_with_the_protocol() {
    create();
    var draft = protocol();
    assertEquals(6, draft.at("/calendar/stages").size());
    assertEquals("PEERS", draft.get("raters").asText());
    ((ObjectNode) draft.at("/calendar/stages/0"))
        .put("starts", "2026-01-19")
        .put("ends", "2026-01-21");
    ((ObjectNode) draft.at("/calendar/stages/1"))
        .put("starts", "2026-01-20")
        .put("responsible", "Ana");
    draft
        .withArray("/calendar/stages")
        .addObject()
        .put("kind", "OTHER")
        .put("name", "Pilot")
        .put("responsible", "");
    var state = call("putProtocol").with("If-Match", version(1)).body(draft).expect(200).json();
    assertEquals(
        "[{\"stage\":\"SURVEY\",\"earlier\":\"WORKSHOP\"}]", state.get("overlaps").toString());
    var plan = call("freezeProtocol").with("If-Match", version(2)).expect(200).json();
    assertEquals(draft.get("calendar"), plan.at("/protocol/calendar"));
    var other = Json.read(draft.put("raters", "PANEL").toString(), Protocol.class);
    assertNotEquals(Sha256.hex(Json.canonical(other)), plan.get("hash").asText());
  }

  @Test
  void a_calendar_that_cannot_be_is_refused() {
    create();
    refusedCalendar(
        "stageEndsAfterItStarts",
        Map.of(
            "kind",
            "SURVEY",
            "name",
            "",
            "starts",
            "2026-03-02",
            "ends",
            "2026-03-01",
            "responsible",
            ""));
    refusedCalendar("otherStageHasAName", Map.of("kind", "OTHER", "name", " ", "responsible", ""));
    var once = Map.of("kind", "SURVEY", "name", "", "responsible", "");
    refusedCalendar("stageStandsOnce", once, once);
  }

  @SafeVarargs
  private void refusedCalendar(String code, Map<String, String>... stages) {
    var draft = protocol();
    draft.set("calendar", Json.mapper().valueToTree(Map.of("stages", stages)));
    assertEquals(
        code, call("putProtocol").with("If-Match", version(1)).body(draft).expect(422).code());
  }

  @Test
  void a_protocol_is_frozen_only_with_its_raters_and_its_reason() {
    create();
    var draft = protocol();
    draft.remove("raters");
    call("putProtocol").with("If-Match", version(1)).body(draft).expect(200);
    assertEquals(
        "protocolSaysWhoRates",
        call("freezeProtocol").with("If-Match", version(2)).expect(422).code());
    draft.put("raters", "PANEL").put("rationale", " ");
    call("putProtocol").with("If-Match", version(2)).body(draft).expect(200);
    assertEquals(
        "protocolSaysWhy", call("freezeProtocol").with("If-Match", version(3)).expect(422).code());
  }

  /** The text was written by hand, its hash computed by sha256sum of GNU coreutils 9.1. */
  @Test
  void a_protocol_frozen_before_there_were_calendars_keeps_its_hash() {
    create();
    var before =
        """
        {"exclusion":{"dropStraightLines":true,"leastAnsweredPercent":75.0},\
        "inclusion":{"frequencyCut":2.0,"importanceCut":3.0,"kind":"ALL","performingCut":67.0},\
        "rationale":"As before","replicates":2000,"scales":[\
        {"anchors":[{"code":1,"label":"Low"},{"code":2,"label":"High"},{"code":3,"label":"Top"}],"kind":"IMPORTANCE","question":"How important?"},\
        {"anchors":[{"code":1,"label":"Seldom"},{"code":2,"label":"Often"}],"kind":"FREQUENCY","question":"How often?"}],\
        "seed":7,"weighting":{"combination":"ADDITIVE","domain":"SUM","importanceShare":0.5}}\
        """;
    var hash = "578e7b296440742d06a9d4b0af413514c3bd42b60673ac97a9cfc2ca36e8ef9e";
    TestDatabase.execute(
        rolewright.databaseUrl(),
        "update study.protocol set frozen_at = now(), frozen_by = 'Ana', hash = '%s', document = '%s' where study_id = '%s'"
            .formatted(hash, before, id));
    var plan =
        rolewright
            .wiring()
            .database
            .transaction(tx -> rolewright.wiring().studies.frozen(tx, new StudyId(id)));
    assertEquals(hash, plan.hash());
    assertEquals(before, Json.canonical(plan.protocol()));
    assertEquals(hash, Sha256.hex(Json.canonical(plan.protocol())));
    assertFalse(protocol().has("calendar"));
    assertTrue(plan.protocol().asksPeers());
  }

  @Test
  void a_draft_is_no_plan_for_later_stages() {
    create();
    var wiring = rolewright.wiring();
    var refusal =
        assertThrows(
            Refusal.BrokenRule.class,
            () -> wiring.database.transaction(tx -> wiring.studies.frozen(tx, new StudyId(id))));
    assertEquals("protocolNotFrozen", refusal.key());
  }

  @Test
  void a_scale_that_misleads_is_shown_and_a_broken_one_refused() {
    create();
    var draft = protocol();
    var anchors = draft.withArray("/scales/0/anchors");
    ((ObjectNode) anchors.get(1)).put("label", "Not applicable");
    ((ObjectNode) anchors.get(2)).put("label", "Slightly important");
    anchors.remove(4);
    var state = call("putProtocol").with("If-Match", version(1)).body(draft).expect(200).json();
    assertEquals(
        java.util.List.of("NO_MIDPOINT", "SAYS_NOT_DONE"),
        state.get("warnings").findValuesAsText("problem"));
    ((ObjectNode) anchors.get(2)).put("label", "not APPLICABLE ");
    assertEquals(
        "scaleAnchorsDiffer",
        call("putProtocol").with("If-Match", version(2)).body(draft).expect(422).code());
  }

  @Test
  void a_cut_outside_its_scale_is_refused() {
    create();
    var draft = protocol();
    ((ObjectNode) draft.get("inclusion")).put("importanceCut", 6);
    assertEquals(
        "cutLiesOnTheScale",
        call("putProtocol").with("If-Match", version(1)).body(draft).expect(422).code());
  }

  @Test
  void the_panel_is_a_list_that_can_be_edited() {
    create();
    var panelist = UUID.randomUUID();
    var ana = Map.of("name", "Ana", "yearsOfExperience", 12, "conflictStatementOn", "2026-10-01");
    call("putPanelist")
        .with("If-Match", version(0))
        .with("panelistId", panelist)
        .body(ana)
        .expect(204);
    call("putPanelist")
        .with("If-Match", version(1))
        .with("panelistId", panelist)
        .body(Map.of("name", "Ana B.", "region", "North"))
        .expect(204);
    call("putPanelist")
        .with("If-Match", version(1))
        .with("panelistId", panelist)
        .body(ana)
        .expect(412);
    assertEquals("North", read().at("/panel/0/region").asText());
    assertFalse(read().at("/panel/0").has("yearsOfExperience"));
    call("removePanelist").with("panelistId", panelist).expect(204);
    assertTrue(read().get("panel").isEmpty());
  }

  /**
   * Cochran (1977), 4.1–4.2, by hand: 384.146 / (1 + 383.146 / 50 000) = 381.2; 382 / 0.25 = 1528.
   */
  @Test
  void the_sampling_plan_asks_for_enough_answers() {
    create();
    var input =
        Map.of(
            "incumbents", 50_000,
            "confidencePercent", 95,
            "proportionMarginPercent", 5,
            "meanMargin", 0.2,
            "meanSd", 1,
            "responseRatePercent", 25);
    var plan = expert.call("planSample").body(input).expect(200).json();
    assertEquals(382, plan.at("/proportion/required").asInt());
    assertFalse(read().has("sampling"));
    assertEquals(
        plan, call("putSamplingPlan").with("If-Match", version(0)).body(input).expect(200).json());
    call("putSamplingPlan").with("If-Match", version(0)).body(input).expect(412);
    assertEquals(1528, read().at("/sampling/plan/invitations/invitations").asInt());
    var study =
        rolewright
            .wiring()
            .database
            .transaction(tx -> rolewright.wiring().studies.study(tx, new StudyId(id)));
    assertEquals(50_000, study.incumbents().orElseThrow());
  }

  @Test
  void an_sme_reads_a_study_and_changes_nothing() {
    create();
    var sme = rolewright.signedIn(rolewright.person(Role.SME));
    sme.call("readStudy").with("studyId", id).expect(200);
    sme.call("createStudy")
        .with("studyId", UUID.randomUUID())
        .body(Map.of("title", "Mine"))
        .expect(403);
    sme.call("freezeProtocol").with("studyId", id).with("If-Match", "\"1\"").expect(403);
    rolewright.visitor().call("readStudy").with("studyId", id).expect(401);
  }

  @Test
  void a_study_that_is_not_there_is_not_found() {
    expert.call("readStudy").with("studyId", UUID.randomUUID()).expect(404);
  }
}
