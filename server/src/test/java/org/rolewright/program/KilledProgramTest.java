package org.rolewright.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.ApiClient;
import org.rolewright.platform.json.Json;

/** {@code kill -9} at any moment: no acknowledged rating is lost, and no running job. */
@Timeout(300)
class KilledProgramTest {
  @Test
  void ratings_of_a_peer_and_a_running_analysis_survive_kill_9() throws Exception {
    var folder = Program.folder("killed");
    Map<String, JsonNode> acknowledged = new HashMap<>();
    String link;
    String ballot;
    String job;
    String password;
    List<JsonNode> runsBefore;
    try (var program = Program.startWithDemonstration(folder)) {
      link = program.printed("A survey to answer on a phone:");
      password = program.printed("  expert@demo.example").split("\\s+")[0];
      ballot = ballot(program.visitor(), link);
      var expert = expert(program, password);
      Program.until(_ -> !analyses(expert).isEmpty());
      runsBefore = analyses(expert);
      job = startAnalysis(expert);
      killWhileRating(program, link, ballot, acknowledged);
    }
    try (var program = Program.startWithDemonstration(folder)) {
      var stored = answers(program.visitor(), link, ballot).at("/answers/ratings");
      assertTrue(acknowledged.size() > 1, "something was acknowledged");
      acknowledged.forEach((task, rating) -> assertEquals(rating, stored.get(task), task));
      var expert = expert(program, password);
      Program.until(_ ->
          expert
              .call("readJob")
              .with("jobId", job)
              .expect(200)
              .json()
              .get("state")
              .asText()
              .equals("done"));
      assertEquals(runsBefore.size() + 1, analyses(expert).size(), "stored exactly once");
      assertTrue(expert.call("verifyAudit").expect(200).json().get("whole").asBoolean());
    }
  }

  /** Rates task after task on one thread; another kills the program somewhere in between. */
  private static void killWhileRating(
      Program program, String link, String ballot, Map<String, JsonNode> acknowledged)
      throws Exception {
    var peer = program.visitor();
    var tasks = tasks(peer, link);
    var some = new CountDownLatch(ThreadLocalRandom.current().nextInt(10, 100));
    var rating =
        CompletableFuture.runAsync(() -> {
          for (var sequence = 10; ; sequence++) {
            var task = tasks.get(sequence % tasks.size());
            var given =
                Map.of(
                    "performed", true,
                    "importance", 1 + sequence % 5,
                    "frequency", 1 + sequence % 7);
            acknowledged.remove(task); // until it is acknowledged anew, either may be stored
            var body = new HashMap<String, Object>(given);
            body.put("sequence", sequence);
            body.put("page", "tasks");
            peer.call("putRating")
                .with("surveyId", survey(link))
                .with("X-Ballot", ballot)
                .with("taskId", task)
                .body(body)
                .expect(204);
            acknowledged.put(task, Json.tree(Json.write(given)));
            some.countDown();
          }
        });
    assertTrue(some.await(2, TimeUnit.MINUTES), "ratings are acknowledged");
    program.kill();
    rating.handle((_, _) -> true).join();
  }

  private static String survey(String link) {
    return link.replaceAll(".*[?&]s=([^&]+).*", "$1");
  }

  private static String ballot(ApiClient peer, String link) {
    var openKey = link.replaceAll(".*[?&]k=([^&]+).*", "$1");
    var ballot =
        peer.call("takeOpenBallot")
            .with("surveyId", survey(link))
            .body(Map.of("openKey", openKey, "browserKey", "k".repeat(43)))
            .expect(200)
            .json()
            .get("ballot")
            .asText();
    var questionnaire =
        peer.call("readQuestionnaire").with("surveyId", survey(link)).expect(200).json();
    peer.call("putConsent")
        .with("surveyId", survey(link))
        .with("X-Ballot", ballot)
        .body(
            Map.of(
                "sequence",
                1,
                "page",
                "consent",
                "version",
                questionnaire.get("consentVersion").asInt()))
        .expect(204);
    return ballot;
  }

  private static List<String> tasks(ApiClient peer, String link) {
    var tasks = new ArrayList<String>();
    var asked = peer.call("readQuestionnaire").with("surveyId", survey(link)).expect(200).json();
    for (var domain : asked.get("domains"))
      for (var task : domain.get("tasks")) tasks.add(task.get("id").asText());
    return tasks;
  }

  private static JsonNode answers(ApiClient peer, String link, String ballot) {
    return peer.call("readAnswers")
        .with("surveyId", survey(link))
        .with("X-Ballot", ballot)
        .expect(200)
        .json();
  }

  private static ApiClient expert(Program program, String password) {
    var client = program.visitor();
    client
        .call("signIn")
        .body(Map.of("email", "expert@demo.example", "password", password))
        .expect(200);
    return client;
  }

  private static String study(ApiClient expert) {
    return expert.call("listStudies").expect(200).json().at("/0/id").asText();
  }

  private static List<JsonNode> analyses(ApiClient expert) {
    var runs = new ArrayList<JsonNode>();
    expert
        .call("listAnalyses")
        .with("studyId", study(expert))
        .expect(200)
        .json()
        .get("runs")
        .forEach(runs::add);
    return runs;
  }

  private static String startAnalysis(ApiClient expert) {
    var closed = analyses(expert).getFirst().get("survey").asText();
    return expert
        .call("startAnalysis")
        .with("surveyId", closed)
        .expect(202)
        .json()
        .get("job")
        .asText();
  }
}
