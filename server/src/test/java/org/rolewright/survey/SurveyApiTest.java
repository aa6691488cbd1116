package org.rolewright.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.study.NewStudy;
import org.rolewright.study.StudyId;

/** What the expert does with a survey, over real HTTP. */
class SurveyApiTest {
  private static Installation rolewright;

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  @Test
  void a_survey_begins_from_what_is_frozen_and_published() {
    var expert = rolewright.expert();
    var study = new StudyId(UUID.randomUUID());
    rolewright.wiring().studies.create(expert, study, new NewStudy("A", false, Language.ENGLISH));
    var client = rolewright.signedIn(expert);
    var refused =
        client
            .call("createSurvey")
            .with("studyId", study.value())
            .with("surveyId", UUID.randomUUID())
            .body(Map.of("title", "A survey", "language", "es"))
            .expect(422);
    assertEquals("protocolNotFrozen", refused.code());
  }

  @Test
  void the_contents_are_worded_until_the_survey_opens_and_never_after() {
    var field = Field.drafted(rolewright, 2);
    var client = rolewright.signedIn(field.expert());
    var draft = field.of(client.call("readSurvey")).expect(200).json();
    assertEquals("draft", draft.get("state").asText());
    assertFalse(draft.has("openLink"));
    var contents = (com.fasterxml.jackson.databind.node.ObjectNode) draft.get("contents");
    contents.put("consent", "Another consent");
    var edited =
        field.of(client.call("editSurvey")).with("If-Match", "\"1\"").body(contents).expect(200);
    assertEquals(2, edited.json().at("/questionnaire/consentVersion").asInt());
    field.of(client.call("editSurvey")).with("If-Match", "\"1\"").body(contents).expect(412);
    assertTrue(field.of(client.call("openSurvey")).expect(200).json().has("openLink"));
    field.of(client.call("openSurvey")).expect(409);
    var refused =
        field.of(client.call("editSurvey")).with("If-Match", "\"2\"").body(contents).expect(409);
    assertEquals("surveyIsOpenAlready", refused.code());
    var listed =
        client.call("listSurveys").with("studyId", field.study().value()).expect(200).json();
    assertEquals("open", listed.at("/surveys/0/state").asText());
  }

  @Test
  void where_the_panel_alone_rates_there_is_no_link_for_everybody() {
    var field = Field.ofPanel(rolewright, 1);
    var client = rolewright.signedIn(field.expert());
    var contents =
        (com.fasterxml.jackson.databind.node.ObjectNode)
            field.of(client.call("readSurvey")).expect(200).json().get("contents");
    assertFalse(contents.get("openLink").asBoolean());
    contents.put("openLink", true);
    field.of(client.call("editSurvey")).with("If-Match", "\"1\"").body(contents).expect(200);
    assertEquals("panelStudyHasNoOpenLink", field.of(client.call("openSurvey")).expect(422).code());
    contents.put("openLink", false);
    field.of(client.call("editSurvey")).with("If-Match", "\"2\"").body(contents).expect(200);
    assertFalse(field.of(client.call("openSurvey")).expect(200).json().has("openLink"));
  }

  @Test
  void codes_of_questions_differ() {
    var field = Field.drafted(rolewright, 1);
    var client = rolewright.signedIn(field.expert());
    var contents =
        (com.fasterxml.jackson.databind.node.ObjectNode)
            field.of(client.call("readSurvey")).expect(200).json().get("contents");
    var question = contents.at("/questions/0").deepCopy();
    ((com.fasterxml.jackson.databind.node.ArrayNode) contents.get("questions")).add(question);
    var refused =
        field.of(client.call("editSurvey")).with("If-Match", "\"1\"").body(contents).expect(422);
    assertEquals("questionCodesDiffer", refused.code());
  }

  @Test
  void a_draft_takes_no_answers() {
    var field = Field.drafted(rolewright, 1);
    assertEquals(
        "surveyNotOpenYet",
        field.of(rolewright.visitor().call("readQuestionnaire")).expect(409).code());
  }

  @Test
  void standard_questions_come_in_the_language_asked_for() {
    var client = rolewright.signedIn(rolewright.expert());
    var spanish =
        client.call("listStandardQuestions").header("Accept-Language", "es").expect(200).json();
    assertEquals(5, spanish.get("questions").size());
    assertTrue(spanish.toString().contains("¿Cuántos años"));
  }

  @Test
  void personal_links_are_shown_once_or_mailed() {
    var field = Field.open(rolewright, 1);
    var client = rolewright.signedIn(field.expert());
    var shown =
        field
            .of(client.call("inviteToSurvey"))
            .body(
                Map.of(
                    "byMail",
                    false,
                    "people",
                    List.of(Map.of("label", "Ada"), Map.of("label", "Ben"))))
            .expect(201)
            .json();
    assertTrue(
        shown.at("/links/0/link").asText().contains("/survey/?s=" + field.survey().value() + "#"));
    var mailed =
        field
            .of(client.call("inviteToSurvey"))
            .body(
                Map.of(
                    "byMail",
                    true,
                    "people",
                    List.of(Map.of("label", "Cleo", "email", "cleo@example.org"))))
            .expect(201)
            .json();
    assertFalse(mailed.at("/links/0").has("link"));
    var letters = rolewright.wiring().database.transaction(rolewright.wiring().mail::listLetters);
    assertTrue(
        letters.stream()
            .anyMatch(
                l -> l.recipient().equals("cleo@example.org") && l.body().contains("/survey/?s=")));
    assertEquals(
        "a_label_is_invited_once",
        field
            .of(client.call("inviteToSurvey"))
            .body(
                Map.of(
                    "byMail",
                    false,
                    "people",
                    List.of(Map.of("label", "Dora"), Map.of("label", "Ada"))))
            .expect(422)
            .code());
    field
        .of(client.call("inviteToSurvey"))
        .body(Map.of("byMail", false, "people", List.of(Map.of("label", "=cmd()"))))
        .expect(422);
    field
        .of(client.call("inviteToSurvey"))
        .body(Map.of("byMail", true, "people", List.of(Map.of("label", "No address"))))
        .expect(422);
    var listed = field.of(client.call("listSurveyInvitations")).expect(200).json();
    assertEquals(3, listed.get("invitations").size());
    assertFalse(listed.toString().contains("#"));
  }

  @Test
  void counts_are_seen_while_it_runs_and_answers_are_not() {
    var field = Field.open(rolewright, 1);
    var tokens = field.links(2);
    field.peer(tokens.get(0)).begin().rate(field.task(0), 5, 5).submit();
    field.peer(tokens.get(1)).begin();
    var client = rolewright.signedIn(rolewright.person(Role.AUDITOR));
    var counts = field.of(client.call("readSurveyCounts")).expect(200).as(SurveyCounts.class);
    assertEquals(new SurveyCounts.ByLink(1, 0, 1), counts.personal());
    assertEquals(2, counts.invited());
    field.of(client.call("listWriteIns")).expect(422);
    field.of(client.call("closeSurvey")).expect(403);
    field
        .of(client.call("inviteToSurvey"))
        .body(Map.of("byMail", false, "people", List.of(Map.of("label", "X"))))
        .expect(403);
  }

  @Test
  void closing_publishes_the_answers_and_the_write_ins_to_be_coded() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst()).begin().rate(field.task(0), 5, 5);
    peer.writeIn(5, field.domain(), "Drive the van").expect(204);
    peer.submit();
    var client = rolewright.signedIn(field.expert());
    var closed = field.of(client.call("closeSurvey")).expect(200).json();
    assertEquals("closed", closed.get("state").asText());
    assertEquals(64, closed.get("hash").asText().length());
    assertEquals(closed.get("hash").asText(), field.closed().hash());
    field.of(client.call("closeSurvey")).expect(409);
    var writeIn = field.of(client.call("listWriteIns")).expect(200).json().at("/writeIns/0");
    assertEquals("Drive the van", writeIn.get("text").asText());
    field
        .of(client.call("codeWriteIn"))
        .with("writeInId", writeIn.get("id").asText())
        .body(Map.of("coding", "newTask"))
        .expect(204);
    assertEquals(
        "newTask",
        field.of(client.call("listWriteIns")).expect(200).json().at("/writeIns/0/coding").asText());
  }
}
