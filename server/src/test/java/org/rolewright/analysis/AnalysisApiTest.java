package org.rolewright.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.Wiring;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.platform.Role;
import org.rolewright.platform.datasets.Readers;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobState;
import org.rolewright.survey.SurveyId;

class AnalysisApiTest {
  private static LoadedDemonstration demonstration;
  private static String run;

  @BeforeAll
  static void load() {
    demonstration = LoadedDemonstration.withStudy();
    run = demonstration.run();
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  private static JsonNode runs() {
    return demonstration
        .expert()
        .call("listAnalyses")
        .with("studyId", LoadedDemonstration.STUDY)
        .expect(200)
        .json()
        .get("runs");
  }

  private static String survey(String state) {
    for (var survey :
        demonstration
            .expert()
            .call("listSurveys")
            .with("studyId", LoadedDemonstration.STUDY)
            .expect(200)
            .json()
            .get("surveys"))
      if (survey.get("state").asText().equals(state)) return survey.get("id").asText();
    throw new AssertionError("no survey is " + state);
  }

  private static ApiClient as(Role role) {
    return demonstration.installation().signedIn(demonstration.person(role));
  }

  @Test
  void a_second_run_over_the_same_survey_gives_identical_numbers() throws InterruptedException {
    var job = start(demonstration.expert(), survey("closed"));
    var wiring = demonstration.installation().wiring();
    wiring.jobs.follow(job, _ -> {});
    assertEquals(
        JobState.DONE, wiring.database.transaction(tx -> wiring.jobs.job(tx, job)).state());
    var second =
        demonstration.expert().call("readAnalysis").with("runId", job.value()).expect(200).json();
    var first = demonstration.expert().call("readAnalysis").with("runId", run).expect(200).json();
    assertEquals(first.get("hash"), second.get("hash"));
    assertEquals(first.at("/provenance/inputsHash"), second.at("/provenance/inputsHash"));
    assertEquals(first.get("findings"), second.get("findings"));
  }

  private static JobId start(ApiClient client, String survey) {
    var started = client.call("startAnalysis").with("surveyId", survey).expect(202).json();
    return new JobId(java.util.UUID.fromString(started.get("job").asText()));
  }

  @Test
  void a_survey_that_still_runs_is_not_analysed() {
    var refused =
        demonstration.expert().call("startAnalysis").with("surveyId", survey("open")).expect(422);
    assertEquals("surveyNotClosed", refused.code());
  }

  @Test
  void a_job_that_broke_off_is_taken_up_again_and_stores_one_run() throws InterruptedException {
    var survey = new SurveyId(java.util.UUID.fromString(survey("closed")));
    var before = runs().size();
    var own = demonstration.installation();
    JobId job;
    try (var first = Wiring.open(Installation.config(java.util.Map.of()), own.databaseUrl())) {
      job = first.analyses.start(demonstration.person(Role.CERTIFICATION_EXPERT), survey);
    }
    own.wiring().jobs.follow(job, _ -> {});
    assertEquals(before + 1, runs().size());
    own.wiring().jobs.follow(job, _ -> {});
    assertEquals(before + 1, runs().size());
  }

  @Test
  void who_may_do_what() {
    demonstration.installation().visitor().call("readAnalysis").with("runId", run).expect(401);
    as(Role.SME).call("readAnalysis").with("runId", run).expect(200);
    as(Role.SME).call("startAnalysis").with("surveyId", survey("closed")).expect(403);
    as(Role.SME).call("exportAnalysisData").with("runId", run).with("file", "raw").expect(403);
    as(Role.AUDITOR).call("exportAnalysisData").with("runId", run).with("file", "raw").expect(200);
    as(Role.AUDITOR).call("startAnalysis").with("surveyId", survey("closed")).expect(403);
  }

  @Test
  void the_answers_come_as_files() {
    for (var file : List.of("raw", "cleaned", "codebook", "tasks")) {
      var answer = exported(file);
      assertTrue(answer.headers().get("content-disposition").getFirst().contains(file + ".csv"));
      if (file.equals("raw")) assertEquals(2013, answer.text().lines().count());
      if (file.equals("cleaned")) assertEquals(2001, answer.text().lines().count());
    }
  }

  private static ApiClient.Answer exported(String file) {
    return demonstration
        .expert()
        .call("exportAnalysisData")
        .with("runId", run)
        .with("file", file)
        .expect(200);
  }

  /** R counts each code and each reason; the same is counted here, cell by cell, in the files. */
  @Test
  void R_reads_the_answers_that_the_files_hold(@TempDir Path folder) throws Exception {
    var counted = new ArrayList<String>();
    for (var file : List.of("raw", "cleaned")) {
      Files.writeString(folder.resolve(file + ".csv"), exported(file).text());
      counted.addAll(counts(exported(file).text()));
    }
    Files.writeString(folder.resolve("read-data.R"), exported("r").text());
    var said =
        Readers.r(
            folder,
            """
            source("read-data.R")
            for (data in list(raw, cleaned))
              for (name in grep("(importance|frequency)$", names(data), value = TRUE)) {
                why <- data[[paste0(name, ".missing")]]
                cat(name, tabulate(data[[name]], 7), sum(why == "not answered", na.rm = TRUE),
                    sum(why == "does not do this", na.rm = TRUE), "\\n")
              }
            """);
    assertEquals(2 * 2 * 28, said.size());
    assertEquals(counted, said.stream().map(String::strip).toList());
  }

  private static List<String> counts(String csv) throws IOException {
    var rows = CSVParser.parse(csv, CSVFormat.RFC4180).getRecords();
    var counts = new ArrayList<String>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      var name = rows.getFirst().get(column);
      if (!name.endsWith(".importance") && !name.endsWith(".frequency")) continue;
      var line = new StringBuilder(name);
      for (var cell : List.of("1", "2", "3", "4", "5", "6", "7", "", "NP")) {
        int at = column;
        line.append(' ').append(rows.stream().filter(row -> row.get(at).equals(cell)).count());
      }
      counts.add(line.toString());
    }
    return counts;
  }

  @Test
  void every_picture_comes_with_its_numbers() {
    for (var figure :
        List.of("importance", "frequency", "performing", "map", "domainWeights", "taskWeights")) {
      var svg =
          demonstration
              .expert()
              .call("drawAnalysisFigure")
              .with("runId", run)
              .with("figure", figure)
              .with("width", 360)
              .expect(200);
      assertTrue(svg.text().startsWith("<svg") && !svg.text().contains("NaN"), figure);
      var data =
          demonstration
              .expert()
              .call("readAnalysisFigure")
              .header("Accept-Language", "es")
              .with("runId", run)
              .with("figure", figure)
              .expect(200)
              .json();
      assertTrue(data.at("/data/rows").size() >= 6, figure);
    }
    demonstration
        .expert()
        .call("drawAnalysisFigure")
        .with("runId", run)
        .with("figure", "nothing")
        .expect(400);
  }
}
