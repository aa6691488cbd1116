package org.rolewright.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.survey.ClosedSurvey.Channel;
import org.rolewright.workshop.TaskId;

/** What peers may do, and what is refused, over real HTTP. */
class AnsweringTest {
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
  void a_peer_is_given_the_questionnaire_and_no_more() {
    var field = Field.open(rolewright, 3);
    var asked =
        rolewright
            .visitor()
            .call("readQuestionnaire")
            .with("surveyId", field.survey().value())
            .expect(200)
            .json();
    assertEquals(2, asked.get("domains").size());
    assertEquals(3, asked.at("/domains/0/tasks").size());
    assertEquals("IMPORTANCE", asked.at("/scales/0/kind").asText());
    assertEquals(5, asked.get("questions").size());
    assertFalse(asked.has("planHash"));
  }

  @Test
  void a_peer_goes_on_at_another_phone_where_they_stopped() {
    var field = Field.open(rolewright, 3);
    var token = field.links(1).getFirst();
    var phone = field.peer(token).begin().rate(field.task(0), 4, 2);
    phone.background(9, "years", "from5to9").expect(204);
    phone.writeIn(10, field.domain(), "Drive the van").expect(204);
    phone.coverage(11, 90).expect(204);
    var other = field.peer(token);
    assertEquals(phone.ballot(), other.ballot());
    var sheet = other.answers().expect(200).json();
    var rating = sheet.at("/answers/ratings/" + field.task(0).value());
    assertEquals(4, rating.get("importance").asInt());
    assertEquals(2, rating.get("frequency").asInt());
    assertEquals("from5to9", sheet.at("/answers/background/years").asText());
    assertEquals(90, sheet.at("/answers/coverage").asInt());
    assertTrue(sheet.get("eligible").asBoolean());
    assertEquals("test", sheet.get("page").asText());
  }

  @Test
  void a_late_retry_never_overwrites_a_newer_rating() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst()).begin();
    rate(peer, 20, field.task(0), 5);
    rate(peer, 19, field.task(0), 1);
    rate(peer, 20, field.task(0), 1);
    var sheet = peer.answers().expect(200).json();
    assertEquals(5, sheet.at("/answers/ratings/" + field.task(0).value() + "/importance").asInt());
  }

  private static void rate(Field.Peer peer, long sequence, TaskId task, int importance) {
    peer.rating(sequence, task, Map.of("importance", importance)).expect(204);
  }

  @Test
  void an_importance_of_6_is_refused_and_the_rating_before_stays() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst()).begin().rate(field.task(0), 3, 3);
    var refused = peer.rating(8, field.task(0), Map.of("importance", 6)).expect(422);
    assertEquals(
        "The importance scale runs from 1 to 5; 6 is not on it.",
        refused.json().get("detail").asText());
    var sheet = peer.answers().expect(200).json();
    assertEquals(3, sheet.at("/answers/ratings/" + field.task(0).value() + "/importance").asInt());
  }

  @Test
  void a_rating_of_a_task_that_is_not_in_the_list_is_refused() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst()).begin();
    var refused =
        peer.rating(8, new TaskId(UUID.randomUUID()), Map.of("importance", 3)).expect(422);
    assertEquals("notATaskOfThisSurvey", refused.code());
  }

  @Test
  void a_task_that_is_not_done_has_no_frequency() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst()).begin();
    var refused =
        peer.rating(8, field.task(0), Map.of("performed", false, "frequency", 2)).expect(422);
    assertEquals("aTaskNotDoneHasNoFrequency", refused.code());
  }

  @Test
  void nothing_is_kept_before_consent() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst());
    var refused = peer.rating(1, field.task(0), Map.of("importance", 3)).expect(409);
    assertEquals("consentNeeded", refused.code());
    peer.consent(1, 7).expect(409);
    assertEquals(
        0,
        field
            .rolewright()
            .wiring()
            .surveys
            .counts(field.expert(), field.survey())
            .personal()
            .started());
  }

  @Test
  void a_used_link_takes_no_second_answer() {
    var field = Field.open(rolewright, 1);
    var token = field.links(1).getFirst();
    var peer = field.peer(token).begin().rate(field.task(0), 3, 3).submit();
    peer.submit();
    assertEquals(
        "linkUsed", peer.rating(99, field.task(0), Map.of("importance", 1)).expect(409).code());
    peer.answers().expect(409);
    rolewright
        .visitor()
        .call("takeBallot")
        .with("surveyId", field.survey().value())
        .body(Map.of("token", token))
        .expect(409);
    assertEquals(1, field.close().responses().size());
  }

  @Test
  void a_link_that_nobody_was_given_opens_nothing() {
    var field = Field.open(rolewright, 1);
    var visitor = rolewright.visitor();
    visitor
        .call("takeBallot")
        .with("surveyId", field.survey().value())
        .body(Map.of("token", "made-up"))
        .expect(404);
    visitor
        .call("readAnswers")
        .with("surveyId", field.survey().value())
        .with("X-Ballot", "p." + "A".repeat(43) + "." + "A".repeat(43))
        .expect(404);
  }

  @Test
  void a_ballot_of_one_survey_is_worth_nothing_in_another() {
    var field = Field.open(rolewright, 1);
    var other = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst());
    new Field.Peer(peer.client(), other.survey(), peer.ballot()).answers().expect(404);
  }

  @Test
  void nothing_is_taken_after_the_survey_has_closed() {
    var field = Field.open(rolewright, 1);
    var token = field.links(1).getFirst();
    var peer = field.peer(token).begin().rate(field.task(0), 3, 3);
    field.close();
    for (var refused :
        java.util.List.of(
            peer.rating(9, field.task(0), Map.of("importance", 1)),
            field.of(peer.client().call("submitAnswers")).with("X-Ballot", peer.ballot()),
            peer.answers(),
            rolewright
                .visitor()
                .call("readQuestionnaire")
                .with("surveyId", field.survey().value())))
      assertEquals("surveyClosed", refused.expect(409).code());
  }

  @Test
  void who_does_not_do_this_work_is_thanked_and_counted_once() {
    var field = Field.open(rolewright, 1);
    var peer = field.peer(field.links(1).getFirst());
    peer.consent(1, 1).expect(204);
    peer.screening(2, false).expect(204);
    peer.screening(2, false).expect(204);
    peer.screening(3, true).expect(409);
    var counts =
        rolewright
            .signedIn(field.expert())
            .call("readSurveyCounts")
            .with("surveyId", field.survey().value())
            .expect(200)
            .as(SurveyCounts.class);
    assertEquals(new SurveyCounts.ByLink(0, 1, 0), counts.personal());
    var closed = field.close();
    assertEquals(1, closed.accounting().screenedOut());
    assertEquals(0, closed.responses().size());
  }

  @Test
  void the_open_link_is_kept_apart_and_answers_once_a_browser() {
    var field = Field.open(rolewright, 1);
    var link =
        rolewright.wiring().surveys.view(field.expert(), field.survey()).openLink().orElseThrow();
    var openKey = link.replaceFirst(".*k=", "");
    var peer = open(field, openKey, "a".repeat(43)).begin().rate(field.task(0), 5, 5).submit();
    assertNotEquals(peer.ballot(), open(field, openKey, "b".repeat(43)).ballot());
    rolewright
        .visitor()
        .call("takeOpenBallot")
        .with("surveyId", field.survey().value())
        .body(Map.of("openKey", openKey, "browserKey", "a".repeat(43)))
        .expect(409);
    rolewright
        .visitor()
        .call("takeOpenBallot")
        .with("surveyId", field.survey().value())
        .body(Map.of("openKey", "wrong", "browserKey", "a".repeat(43)))
        .expect(404);
    var closed = field.close();
    assertEquals(Channel.OPEN, closed.responses().getFirst().channel());
    assertEquals(1, closed.accounting().open());
  }

  private static Field.Peer open(Field field, String openKey, String browserKey) {
    var client = rolewright.visitor();
    var ballot =
        client
            .call("takeOpenBallot")
            .with("surveyId", field.survey().value())
            .body(Map.of("openKey", openKey, "browserKey", browserKey))
            .expect(200)
            .json()
            .get("ballot")
            .asText();
    return new Field.Peer(client, field.survey(), ballot);
  }

  @Test
  void what_was_broken_off_counts_as_partial_when_a_task_was_rated() {
    var field = Field.open(rolewright, 2);
    var tokens = field.links(3);
    field.peer(tokens.get(0)).begin().rate(field.task(0), 2, 2).rate(field.task(1), 2, 2).submit();
    field.peer(tokens.get(1)).begin().rate(field.task(0), 4, 4);
    field.peer(tokens.get(2)).begin();
    var closed = field.close();
    assertEquals(2, closed.responses().size());
    assertEquals(2, closed.accounting().personal());
    assertEquals(1, rolewright.wiring().surveys.counts(field.expert(), field.survey()).partial());
    var partial =
        closed.responses().stream().filter(r -> r.ratings().size() == 1).findFirst().orElseThrow();
    assertEquals(
        new Rating(Optional.of(true), Optional.of(4), Optional.of(4)),
        partial.ratings().get(field.task(0)));
  }
}
