package org.rolewright.itemreview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** From a draft to an approved item over HTTP, and everybody who may not. */
class ItemreviewApiTest {
  private static TestBank bank;
  private static Actor.Person annPerson;
  private static Actor.Person benPerson;
  private static ApiClient ann;
  private static ApiClient ben;

  @BeforeAll
  static void start() {
    bank = new TestBank();
    annPerson = bank.person(Role.SME);
    benPerson = bank.person(Role.ITEM_WRITER);
    ann = bank.signedIn(annPerson);
    ben = bank.signedIn(benPerson);
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static ApiClient.Call on(ApiClient.Call call, JsonNode version) {
    return call.with("versionId", version.get("id").asText());
  }

  private static JsonNode submitted() {
    var version = bank.create(bank.writer, bank.draft());
    return submit(version).expect(200).json().get("version");
  }

  private static ApiClient.Call submit(JsonNode version) {
    return on(bank.writer.call("submitItem"), version)
        .with("If-Match", TestBank.tag(version.get("revision").asInt()));
  }

  private static ApiClient.Call assign(ApiClient who, JsonNode version, Actor.Person reviewer) {
    return on(who.call("assignReviewer"), version)
        .with("personId", reviewer.id().value())
        .body(Map.of("dueOn", "2026-12-01"));
  }

  private static ApiClient.Call vote(ApiClient who, JsonNode version, String decision) {
    return on(who.call("voteOnItem"), version)
        .body(Map.of("decision", decision, "reason", "As discussed."));
  }

  private static ApiClient.Call close(ApiClient who, JsonNode version, String outcome) {
    int revision = read(bank.expert, version).at("/version/revision").asInt();
    return on(who.call("closeRound"), version)
        .with("If-Match", TestBank.tag(revision))
        .body(Map.of("outcome", outcome, "reason", "All say so."));
  }

  private static JsonNode read(ApiClient who, JsonNode version) {
    return on(who.call("readReview"), version).expect(200).json();
  }

  private static ApiClient.Call comment(ApiClient who, JsonNode version, UUID id) {
    return on(who.call("commentOnItem"), version)
        .with("commentId", id)
        .body(Map.of("pointer", "/stem/en", "text", "Say whose home."));
  }

  private static void bothAccept(JsonNode version) {
    for (var one : List.of(annPerson, benPerson)) assign(bank.expert, version, one).expect(200);
    vote(ann, version, "accept").expect(200);
    vote(ben, version, "accept").expect(200);
  }

  @Test
  void a_draft_becomes_an_approved_item_by_three_reviews() {
    var version = submitted();
    assertEquals("content_review", version.get("state").asText());
    for (var next : List.of("editorial", "fairness_review", "approved")) {
      bothAccept(version);
      var closed = close(bank.expert, version, "forward").expect(200).json();
      assertEquals(next, closed.at("/version/state").asText());
      version = closed.get("version");
    }
    var review = read(bank.expert, version);
    assertFalse(review.has("round"));
    assertEquals(3, review.get("history").size());
    assertEquals("this_item_is_not_under_review", vote(ann, version, "reject").expect(422).code());
  }

  @Test
  void an_unfinished_draft_is_told_what_it_lacks() {
    var draft = bank.draft();
    draft.putArray("references");
    var content = (ObjectNode) draft.get("content");
    ((ObjectNode) content.get("stem")).put("es", " ");
    ((ObjectNode) content.at("/options/2")).remove("rationale");
    ((ObjectNode) content.get("key")).putArray("options");
    var version = bank.create(bank.writer, draft);
    var refused = submit(version).expect(400).json();
    var places = new TreeSet<String>();
    for (var error : refused.get("errors")) places.add(error.get("pointer").asText());
    assertEquals(
        new TreeSet<>(List.of("/key", "/options/2/rationale", "/references", "/stem/es")), places);
    assertEquals("draft", read(bank.writer, version).at("/version/state").asText());
  }

  @Test
  void votes_and_comments_are_blind_until_the_own_vote() {
    var version = submitted();
    for (var one : List.of(annPerson, benPerson)) assign(bank.expert, version, one).expect(200);
    vote(ben, version, "change").expect(200);
    comment(ben, version, UUID.randomUUID()).expect(200);

    var before = read(ann, version);
    assertFalse(before.get("round").toString().contains("decision"));
    assertEquals(0, before.get("comments").size());
    assertEquals(1, before.get("unresolved").asInt());
    assertFalse(
        read(bank.writer, version).get("round").toString().contains("decision"),
        "its author waits");
    assertTrue(read(bank.expert, version).get("round").toString().contains("change"));

    var after = vote(ann, version, "accept").expect(200).json();
    assertTrue(after.get("round").toString().contains("\"change\""));
    assertEquals(1, after.get("comments").size());
    assertEquals("accept", after.at("/mine/vote/decision").asText());
    vote(ann, version, "reject").expect(200);
    assertEquals("reject", read(ann, version).at("/mine/vote/decision").asText());
  }

  @Test
  void a_round_goes_forward_with_its_votes_all_to_accept_and_no_open_comment() {
    var version = submitted();
    assertEquals(
        "a_round_needs_its_votes", close(bank.expert, version, "forward").expect(422).code());
    for (var one : List.of(annPerson, benPerson)) assign(bank.expert, version, one).expect(200);
    vote(ann, version, "accept").expect(200);
    assertEquals(
        "a_round_needs_its_votes", close(bank.expert, version, "forward").expect(422).code());
    vote(ben, version, "change").expect(200);
    assertEquals(
        "a_round_goes_forward_when_all_accept",
        close(bank.expert, version, "forward").expect(422).code());
    vote(ben, version, "accept").expect(200);
    var id = UUID.randomUUID();
    comment(ben, version, id).expect(200);
    comment(ben, version, id).expect(200);
    assertEquals(
        "comments_are_resolved_first", close(bank.expert, version, "forward").expect(422).code());
    var resolution = Map.of("answer", "It says so in the case.");
    on(ann.call("resolveComment"), version).with("commentId", id).body(resolution).expect(403);
    on(bank.writer.call("resolveComment"), version)
        .with("commentId", id)
        .body(resolution)
        .expect(200);
    close(bank.expert, version, "forward").expect(200);
  }

  @Test
  void what_goes_back_is_written_anew_and_reviewed_anew() {
    var version = submitted();
    assign(bank.expert, version, annPerson).expect(200);
    vote(ann, version, "change").expect(200);
    var back = close(bank.expert, version, "back").expect(200).json().get("version");
    assertEquals("draft", back.get("state").asText());
    var edited =
        on(bank.writer.call("editItem"), back)
            .with("If-Match", TestBank.tag(back.get("revision").asInt()))
            .body(bank.draft(TestBank.single("Which comes first, by the handbook?")))
            .expect(200)
            .json()
            .get("version");
    var again = submit(edited).expect(200).json();
    assertEquals(2, again.at("/round/number").asInt());
    assertEquals("back", again.at("/history/0/closing/outcome").asText());
    assertEquals(
        "retired",
        close(bank.expert, version, "retire").expect(200).json().at("/version/state").asText());
  }

  @Test
  void nobody_reviews_or_approves_what_they_wrote() {
    var version = submitted();
    assertEquals(
        "an_author_never_reviews_own_items",
        assign(bank.expert, version, bank.writerPerson).expect(422).code());
    assertEquals(
        "only_who_was_asked_votes", vote(bank.writer, version, "accept").expect(422).code());

    var own = bank.create(bank.expert, bank.draft());
    on(bank.expert.call("submitItem"), own).with("If-Match", TestBank.tag(1)).expect(200);
    bothAccept(own);
    assertEquals(
        "an_author_never_approves_own_items",
        close(bank.expert, own, "forward").expect(422).code());
    var second = bank.signedIn(bank.person(Role.CERTIFICATION_EXPERT));
    close(second, own, "forward").expect(200);
  }

  @Test
  void each_does_what_their_part_allows() {
    var version = submitted();
    var stranger = bank.signedIn(bank.person(Role.SME));
    var auditor = bank.signedIn(bank.person(Role.AUDITOR));
    on(stranger.call("readReview"), version).expect(403);
    vote(stranger, version, "accept").expect(403);
    comment(stranger, version, UUID.randomUUID()).expect(403);
    on(auditor.call("readReview"), version).expect(403);
    assign(bank.writer, version, annPerson).expect(403);
    close(bank.writer, version, "forward").expect(403);
    assertEquals(
        "a_reviewer_may_review",
        assign(bank.expert, version, bank.person(Role.AUDITOR)).expect(422).code());
    bank.of(ann.call("listReviewers")).expect(403);
    var people = bank.of(bank.expert.call("listReviewers")).expect(200);
    assertTrue(people.text().contains(annPerson.name()));

    assign(bank.expert, version, annPerson).expect(200);
    on(ann.call("readReview"), version).expect(200);
    assertTrue(listed(ann, version).get("assigned").asBoolean());
    assertTrue(listed(bank.writer, version).get("mine").asBoolean());
    on(bank.expert.call("releaseReviewer"), version)
        .with("personId", annPerson.id().value())
        .expect(200);
    on(ann.call("readReview"), version).expect(403);
    assertEquals(0, reviews(stranger).size());
  }

  private static JsonNode reviews(ApiClient who) {
    return bank.of(who.call("listReviews")).expect(200).json().get("reviews");
  }

  private static JsonNode listed(ApiClient who, JsonNode version) {
    for (var one : reviews(who)) if (one.get("version").equals(version.get("id"))) return one;
    throw new AssertionError("not listed");
  }

  @Test
  void who_prepares_candidates_is_not_asked() {
    var version = submitted();
    var trainer = bank.person(Role.SME);
    bank.of(bank.expert.call("declareTrainer"))
        .with("personId", trainer.id().value())
        .body(Map.of("note", "Teaches"))
        .expect(200);
    assertEquals("a_reviewer_may_review", assign(bank.expert, version, trainer).expect(422).code());
    assertFalse(
        bank.of(bank.expert.call("listReviewers"))
            .expect(200)
            .text()
            .contains(trainer.id().value().toString()));
    bank.of(bank.signedIn(trainer).call("listReviews")).expect(403);
  }

  @Test
  void an_item_on_a_case_waits_until_the_case_is_locked() {
    var stimulus =
        bank.of(bank.writer.call("putStimulus"))
            .with("stimulusId", UUID.randomUUID())
            .with("If-Match", TestBank.tag(0))
            .body(Map.of("title", TestBank.both("Ana"), "text", TestBank.both("<p>Ana.</p>")))
            .expect(200)
            .json()
            .get("stimulus");
    var draft = bank.draft();
    draft.put("stimulus", stimulus.get("id").asText());
    var version = bank.create(bank.writer, draft);
    assertEquals("/stimulus", submit(version).expect(400).json().at("/errors/0/pointer").asText());
    bank.writer
        .call("lockStimulus")
        .with("stimulusVersionId", stimulus.get("id").asText())
        .with("If-Match", TestBank.tag(1))
        .expect(200);
    var review = submit(version).expect(200).json();
    assertEquals("<p>Ana.</p>", review.at("/stimulus/text/en").asText());
  }

  /** Past all our code, straight into the tables. */
  @Test
  void the_database_itself_keeps_the_rules() {
    var version = submitted();
    var id = version.get("id").asText();
    refused(
        "an_author_never_reviews_own_items",
        "insert into itemreview.assignment values ('"
            + id
            + "', 1, '"
            + bank.writerPerson.id().value()
            + "', null, 'x', now())");
    refused(
        "only_who_was_asked_votes",
        "insert into itemreview.vote values ('"
            + id
            + "', 1, '"
            + annPerson.id().value()
            + "', 'accept', '', now())");
    bothAccept(version);
    close(bank.expert, version, "forward").expect(200);
    refused(
        "a_closed_round_never_changes",
        "update itemreview.vote set decision = 'reject', reason = 'late' where version_id = '"
            + id
            + "' and round = 1");
    refused(
        "a_closed_round_never_changes",
        "update itemreview.round set outcome = 'back' where version_id = '"
            + id
            + "' and number = 1");
    refused(
        "a_version_has_one_open_round",
        "insert into itemreview.round (version_id, number, state, needed, opened_at) values ('"
            + id
            + "', 9, 'editorial', 1, now())");
  }

  private static void refused(String rule, String sql) {
    var refusal = assertThrows(IllegalStateException.class, () -> bank.execute(sql));
    assertTrue(
        String.valueOf(refusal.getCause()).contains(rule) || constraint(refusal).equals(rule),
        refusal.getCause().toString());
  }

  private static String constraint(Throwable thrown) {
    return thrown.getCause() instanceof org.postgresql.util.PSQLException e
            && e.getServerErrorMessage() != null
        ? String.valueOf(e.getServerErrorMessage().getConstraint())
        : "";
  }
}
