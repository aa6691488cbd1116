package org.rolewright.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.eligibility.Applicants.Applicant;

/** Who may test is decided with reasons. */
class DecisionApiTest {
  private static final Installation ROLEWRIGHT = Installation.serving();
  private final Applicants given = new Applicants(ROLEWRIGHT);
  private final ApiClient client = ROLEWRIGHT.signedIn(given.expert);

  @AfterAll
  static void close() {
    ROLEWRIGHT.close();
  }

  private Map<String, Object> finding(java.util.UUID requirement, String verdict, String note) {
    return Map.of("requirement", requirement, "verdict", verdict, "note", note);
  }

  private ApiClient.Call decision(
      Applicant applicant, String outcome, String experience, String training) {
    return decision(
        applicant,
        outcome,
        List.of(
            finding(given.experience, experience, "note one"),
            finding(given.training, training, "note two")));
  }

  private ApiClient.Call decision(Applicant applicant, String outcome, List<?> findings) {
    var version =
        client
            .call("readApplication")
            .with("candidateId", applicant.id().value())
            .expect(200)
            .json()
            .get("version")
            .asInt();
    return client
        .call("decideApplication")
        .with("candidateId", applicant.id().value())
        .with("If-Match", "\"" + version + "\"")
        .body(Map.of("outcome", outcome, "reason", "Said plainly.", "findings", findings));
  }

  @Test
  void who_meets_everything_is_authorised_for_a_time() {
    var applicant = given.applicant().filled().handedIn();
    var decided = decision(applicant, "accept", "met", "waived").expect(200).json();
    assertEquals("accepted", decided.get("state").asText());
    assertEquals(given.expert.name(), decided.at("/decisions/0/by").asText());
    var own = applicant.call("readOwnApplication").expect(200).json();
    assertTrue(own.has("authorisedUntil"));
    var mail = given.mails(applicant.email()).getFirst();
    assertTrue(mail.body().contains("Said plainly.") && mail.body().contains(applicant.token()));
  }

  @Test
  void the_outcome_follows_from_how_the_requirements_stand() {
    var applicant = given.applicant().filled().handedIn();
    assertEquals(
        "unmetIsNotAccepted", decision(applicant, "accept", "met", "notMet").expect(422).code());
    assertEquals(
        "unmetIsNotAccepted", decision(applicant, "accept", "open", "met").expect(422).code());
    assertEquals("sayWhatIsMissing", decision(applicant, "more", "met", "met").expect(422).code());
    assertEquals("sayWhatIsNotMet", decision(applicant, "refuse", "met", "met").expect(422).code());
    decision(applicant, "refuse", "notMet", "met").expect(200);
  }

  @Test
  void every_requirement_is_judged_once_and_with_a_note_where_it_is_not_met() {
    var applicant = given.applicant().filled().handedIn();
    var one = finding(given.experience, "met", "");
    assertEquals(
        "everyRequirementIsJudged", decision(applicant, "accept", List.of(one)).expect(422).code());
    assertEquals(
        "a_requirement_is_found_once",
        decision(applicant, "accept", List.of(one, one)).expect(422).code());
    var silent = List.of(one, finding(given.training, "waived", "  "));
    assertEquals(
        "a_finding_that_is_not_met_says_why",
        decision(applicant, "accept", silent).expect(422).code());
    var quiet = List.of(one, finding(given.training, "met", ""));
    decision(applicant, "accept", quiet).expect(200);
  }

  @Test
  void a_decision_on_what_was_changed_meanwhile_is_refused() {
    var applicant = given.applicant().filled().handedIn();
    var stale = decision(applicant, "accept", "met", "met");
    decision(applicant, "more", "open", "met").expect(200);
    applicant.submission().expect(204);
    stale.expect(412);
  }

  @Test
  void a_draft_is_not_decided_on() {
    var applicant = given.applicant().filled();
    assertEquals(
        "applicationNotHandedIn", decision(applicant, "accept", "met", "met").expect(409).code());
  }

  @Test
  void nobody_decides_on_an_application_of_their_own() {
    var applicant = given.applicant(given.expert.email().toUpperCase());
    applicant.filled().handedIn();
    assertEquals(
        "nobodyDecidesForThemselves",
        decision(applicant, "accept", "met", "met").expect(422).code());
  }

  @Test
  void a_refusal_can_be_looked_at_again_and_both_decisions_stay() {
    var applicant = given.applicant().filled().handedIn();
    decision(applicant, "refuse", "notMet", "met").expect(200);
    assertFalse(applicant.call("readOwnApplication").expect(200).json().has("authorisedUntil"));
    var again = decision(applicant, "accept", "waived", "met").expect(200).json();
    assertEquals(2, again.get("decisions").size());
    assertEquals("accept", again.at("/decisions/0/decision/outcome").asText());
    assertEquals("refuse", again.at("/decisions/1/decision/outcome").asText());
  }
}
