package org.rolewright.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.rolewright.ApiClient;
import org.rolewright.TestDatabase;
import org.rolewright.analysis.AnalysisRun;
import org.rolewright.analysis.Findings;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.platform.Role;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.jobs.JobId;
import org.rolewright.platform.jobs.JobState;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** From the draft to issued editions, over HTTP. */
class ReportApiTest {
  private static final String REASON = "The region of two panelists was wrong.";
  private static LoadedDemonstration demonstration;
  private static ApiClient expert;
  private static String refusedBeforeAdoption;
  private static JsonNode progressBefore;
  private static JsonNode first;

  @BeforeAll
  static void issueTheFirstEdition() {
    demonstration = LoadedDemonstration.withStudy();
    expert = demonstration.expert();
    progressBefore = progress();
    refusedBeforeAdoption = issue(expert, Map.of()).expect(422).code();
    var blueprint =
        on(expert.call("listBlueprints")).expect(200).json().at("/blueprints/0/id").asText();
    expert
        .call("adoptBlueprint")
        .with("blueprintId", blueprint)
        .with("If-Match", "\"1\"")
        .expect(200);
    first = issued(Map.of());
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  private static ApiClient.Call on(ApiClient.Call call) {
    return call.with("studyId", LoadedDemonstration.STUDY);
  }

  private static ApiClient.Call issue(ApiClient client, Map<String, String> wish) {
    return on(client.call("issueReport")).body(wish);
  }

  /** The edition, once its job is done. */
  private static JsonNode issued(Map<String, String> wish) {
    return edition(issue(expert, wish).expect(202).json().get("job").asText());
  }

  private static JsonNode edition(String job) {
    assertEquals(JobState.DONE, ended(job));
    var editions = on(expert.call("readReportDesk")).expect(200).json().get("editions");
    return editions
        .valueStream()
        .filter(edition -> edition.get("id").asText().equals(job))
        .findFirst()
        .orElseThrow();
  }

  private static JobState ended(String job) {
    var wiring = demonstration.installation().wiring();
    var id = new JobId(UUID.fromString(job));
    try {
      wiring.jobs.follow(id, _ -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return wiring.database.transaction(tx -> wiring.jobs.job(tx, id)).state();
  }

  private static String printing(ApiClient client, String language) {
    var call = on(client.call("printReportDraft")).body(Map.of("language", language));
    return call.expect(202).json().get("job").asText();
  }

  private static ApiClient.Call draft(String id) {
    return expert.call("readReportDraftFile").with("draftId", id);
  }

  private static JsonNode progress() {
    return on(expert.call("readStudyProgress")).expect(200).json().get("stages");
  }

  private static byte[] file(JsonNode edition, String language) {
    return expert
        .call("readReportFile")
        .with("editionId", edition.get("id").asText())
        .with("language", language)
        .expect(200)
        .bytes();
  }

  private static String page(String language) {
    return on(expert.call("showReportDraft")).with("language", language).expect(200).text();
  }

  @Test
  void nothing_is_issued_without_an_adopted_blueprint() {
    assertEquals("aReportNeedsAnAdoptedBlueprint", refusedBeforeAdoption);
  }

  @Test
  void a_study_without_an_analysis_has_nothing_to_report() {
    var study = java.util.UUID.randomUUID();
    expert.call("createStudy").with("studyId", study).body(Map.of("title", "Baker")).expect(201);
    assertEquals(
        "aReportNeedsAnAnalysis",
        expert.call("showReportDraft").with("studyId", study).expect(422).code());
    var desk = expert.call("readReportDesk").with("studyId", study).expect(200).json();
    assertFalse(desk.get("readable").asBoolean() || desk.get("issuable").asBoolean());
  }

  @Test
  void a_file_of_an_edition_has_the_hash_that_is_shown_and_its_model_the_one_on_the_cover()
      throws IOException {
    assertEquals(2, first.get("files").size());
    for (var file : first.get("files")) {
      var bytes = file(first, file.get("language").asText());
      assertEquals(file.get("hash").asText(), HexFormat.of().formatHex(Sha256.of(bytes)));
      assertEquals(file.get("bytes").asInt(), bytes.length);
      keep(bytes, "edition-" + file.get("language").asText());
    }
    var model =
        expert.call("readReportModel").with("editionId", first.get("id").asText()).expect(200);
    assertEquals(first.get("modelHash").asText(), Sha256.hex(model.text()));
    assertTrue(text(file(first, "en"), 1, 1).contains(first.get("modelHash").asText()));
  }

  @Test
  void an_issued_edition_stays_as_it_is_while_the_study_goes_on() {
    var before = file(first, "en");
    var draft = page("en");
    issue(expert, Map.of()).expect(422);
    issue(expert, Map.of("reason", "typo")).expect(422);
    panelistIsCorrected();
    assertNotEquals(draft, page("en"));
    var job = issue(expert, Map.of("reason", REASON)).expect(202).json().get("job").asText();
    assertEquals(
        "anEditionIsBeingPrinted", issue(expert, Map.of("reason", REASON)).expect(409).code());
    var second = edition(job);
    assertEquals(first.get("number").asInt() + 1, second.get("number").asInt());
    assertNotEquals(first.get("modelHash"), second.get("modelHash"));
    assertArrayEquals(before, file(first, "en"));
    var desk = on(expert.call("readReportDesk")).expect(200).json();
    assertEquals(second, desk.at("/editions/0"));
    assertEquals(first, desk.at("/editions/1"));
    var trail = expert.call("listAuditEntries").expect(200).text();
    assertTrue(trail.contains("report.issue") && trail.contains(REASON));
  }

  private static void panelistIsCorrected() {
    var study = expert.call("readStudy").with("studyId", LoadedDemonstration.STUDY).expect(200);
    var panelist = study.json().at("/panel/0");
    var body = ((com.fasterxml.jackson.databind.node.ObjectNode) panelist.deepCopy());
    var version = body.remove("version").asInt();
    var id = body.remove("id").asText();
    body.put("region", "Elsewhere");
    on(expert.call("putPanelist"))
        .with("panelistId", id)
        .with("If-Match", "\"" + version + "\"")
        .body(body)
        .expect(204);
  }

  @Test
  void not_even_the_database_lets_an_edition_change() throws SQLException {
    for (var sql :
        new String[] {
          "update report.edition set reason = 'another reason'",
          "delete from report.edition",
          "update report.edition_file set content = '\\x00'",
          "delete from report.edition_file"
        })
      try (var connection =
          demonstration.installation().wiring().database.dataSource().getConnection()) {
        var refused =
            assertThrows(
                PSQLException.class, () -> connection.createStatement().executeUpdate(sql), sql);
        assertEquals(
            "an_issued_edition_never_changes", refused.getServerErrorMessage().getConstraint());
      }
  }

  @Test
  void everybody_but_a_proctor_reads_and_only_who_leads_studies_issues() {
    for (var role : Role.values()) {
      var client = demonstration.installation().signedIn(demonstration.person(role));
      if (role == Role.PROCTOR) {
        on(client.call("readReportDesk")).expect(403);
        continue;
      }
      on(client.call("readReportDesk")).expect(200);
      if (role != Role.CERTIFICATION_EXPERT) issue(client, Map.of("reason", REASON)).expect(403);
    }
    on(demonstration.installation().visitor().call("readReportDesk")).expect(401);
  }

  @Test
  void a_printing_is_joined_by_others_and_stopped_by_who_asked() throws InterruptedException {
    var own = demonstration.installation();
    var auditor = own.signedIn(demonstration.person(Role.AUDITOR));
    var job = printing(auditor, "es");
    assertEquals(job, printing(expert, "es"), "one printing serves all");
    var running = auditor.call("readJob").with("jobId", job);
    while (running.expect(200).json().get("progress").asDouble() == 0) Thread.sleep(20);
    assertEquals("Printing in Spanish", running.expect(200).json().get("message").asText());
    own.signedIn(demonstration.person(Role.SME)).call("cancelJob").with("jobId", job).expect(403);
    auditor.call("cancelJob").with("jobId", job).expect(204);
    assertEquals(JobState.CANCELLED, ended(job));
    draft(job).expect(404);
  }

  @Test
  void a_later_draft_takes_the_place_of_the_one_before() {
    var before = printing(expert, "en");
    assertEquals(JobState.DONE, ended(before));
    draft(before).expect(200);
    var job = printing(expert, "en");
    assertEquals(JobState.DONE, ended(job));
    draft(before).expect(404);
    var drafts = on(expert.call("readReportDesk")).expect(200).json().get("drafts");
    assertEquals(List.of(job), drafts.findValuesAsText("id"));
    on(demonstration.installation().visitor().call("printReportDraft"))
        .body(Map.of("language", "en"))
        .expect(401);
  }

  /** The queue as a program leaves it that dies after storing the edition, before saying so. */
  @Test
  void a_printing_that_is_taken_up_again_issues_one_edition() {
    var job = first.get("id").asText();
    var before = on(expert.call("readReportDesk")).expect(200).json().get("editions").size();
    TestDatabase.execute(
        demonstration.installation().databaseUrl(),
        """
        update platform.job set state = 'running', finished_at = null, input = '{"reason":"As it was then."}'
          where id = '%1$s';
        insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
          values ('job', '%1$s', now(), false, 1);
        """
            .formatted(job));
    assertEquals(JobState.DONE, ended(job));
    assertEquals(
        before, on(expert.call("readReportDesk")).expect(200).json().get("editions").size());
  }

  @Test
  void every_page_says_that_respondents_are_synthetic_and_a_draft_that_it_is_one()
      throws IOException {
    var job = printing(expert, "en");
    assertEquals(JobState.DONE, ended(job));
    var draft = draft(job).expect(200).bytes();
    try (var pdf = Loader.loadPDF(draft)) {
      assertTrue(pdf.getNumberOfPages() > 10);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        var text = text(draft, page, page);
        assertTrue(text.contains("synthetic respondents"), "page " + page + ": " + text);
        assertTrue(text.contains("Draft"), "page " + page);
      }
    }
    assertFalse(text(file(first, "en"), 2, 4).contains("Draft"));
  }

  /** Each cell against the run as the analysis publishes it. */
  @Test
  void the_numbers_are_those_of_the_run() {
    var run = run();
    var page = page("en");
    for (var task : run.findings().tasks()) {
      assertEquals(
          described(task.importance()), cells(page, "importance-means", task.code()), task.code());
      assertEquals(
          described(task.frequency()), cells(page, "frequency-means", task.code()), task.code());
      assertPercent(
          task.performing().value().orElseThrow(),
          cells(page, "performing-table", task.code()).get(1),
          1);
      var weight = cells(page, "task-weights-table", task.code());
      if (task.weight().isEmpty()) assertEquals(List.of(), weight);
      else assertPercent(task.weight().get().value().orElseThrow(), weight.get(1), 2);
    }
    for (var domain : run.findings().domains())
      assertPercent(
          domain.weight().orElseThrow().standardError().orElseThrow(),
          cells(page, "domain-weights-table", domain.code()).get(2),
          2);
  }

  private static AnalysisRun run() {
    return expert
        .call("readAnalysis")
        .with("runId", demonstration.run())
        .expect(200)
        .as(AnalysisRun.class);
  }

  private static List<String> described(Findings.Scale scale) {
    var mean = scale.mean();
    var limits = mean.interval().orElseThrow();
    return List.of(
        String.format(Locale.ENGLISH, "%,d", mean.used()),
        two(mean.value().orElseThrow()),
        two(scale.sd().orElseThrow()),
        two(mean.standardError().orElseThrow()),
        two(limits.lower()) + " to " + two(limits.upper()),
        String.format(Locale.ENGLISH, "%.1f", scale.median().orElseThrow()),
        mostChosen(scale));
  }

  /** Counted again from how often each code was chosen. */
  private static String mostChosen(Findings.Scale scale) {
    var most = scale.categories().stream().mapToInt(Findings.Category::count).max().orElseThrow();
    return scale.categories().stream()
        .filter(category -> category.count() == most)
        .map(category -> String.valueOf(category.code()))
        .collect(java.util.stream.Collectors.joining("; "));
  }

  private static String two(double value) {
    return String.format(Locale.ENGLISH, "%.2f", value);
  }

  /** Equal to the decimals shown; which way a tie is rounded is left open. */
  private static void assertPercent(double share, String shown, int decimals) {
    var percent = Double.parseDouble(shown.replace("%", ""));
    assertEquals(100 * share, percent, 0.5 * Math.pow(10, -decimals) + 1e-9);
  }

  /** The cells behind the heading of a row that begins with a code or an answer. */
  private static List<String> cells(String page, String table, String heading) {
    var from = page.indexOf("id=\"" + table + "\"");
    var part = page.substring(from, page.indexOf("</table>", from));
    var row =
        Pattern.compile(
                "<th scope=\"row\"[^>]*>" + Pattern.quote(heading) + "(?: [^<]*)?</th>(.*?)</tr>",
                Pattern.DOTALL)
            .matcher(part);
    if (!row.find()) return List.of();
    return Pattern.compile("<td[^>]*>([^<]*)</td>")
        .matcher(row.group(1))
        .results()
        .map(cell -> cell.group(1))
        .toList();
  }

  @Test
  void what_the_analysis_hides_is_nowhere_in_the_report() {
    var respondents = run().findings().respondents();
    var page = page("en");
    int number = 0;
    for (var question : respondents.profile()) {
      number++;
      for (var cell : question.cells()) {
        var heading = cell.choice().equals("-") ? "Did not say" : cell.text();
        var shown = cells(page, "profile-" + number + "-table", heading);
        assertEquals(
            cell.count().isPresent()
                ? String.format(Locale.ENGLISH, "%,d", cell.count().getAsInt())
                : "–",
            shown.getFirst(),
            question.text() + heading);
        if (cell.count().isEmpty()) assertEquals("–", shown.get(1));
      }
    }
    var model =
        expert
            .call("readReportModel")
            .with("editionId", first.get("id").asText())
            .expect(200)
            .json();
    assertFalse(model.at("/survey").has("responses"));
    assertEquals(
        Json.mapper().valueToTree(respondents.profile()),
        model.at("/run/findings/respondents/profile"));
  }

  /** No English sentence of the catalogue is left on the Spanish page. */
  @Test
  void the_spanish_report_is_spanish() {
    var texts = new Texts();
    var spanish = texts.all(Language.SPANISH);
    var page = page("es");
    var left = new TreeSet<String>();
    texts
        .all(Language.ENGLISH)
        .forEach((key, english) -> {
          if (key.startsWith("report.")
              && !english.equals(spanish.get(key))
              && !english.contains("{")
              && english.length() > 14
              && page.contains(english)) left.add(key);
        });
    assertEquals(new TreeSet<>(), left);
    assertTrue(page.contains("Qué tareas se conservan") && page.contains("lang=\"es\""));
  }

  @Test
  void the_river_shows_how_far_each_stage_is() {
    assertEquals(
        Json.tree(
            "[\"done\",\"done\",\"done\",\"done\",\"active\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"active\"]"),
        states(progressBefore));
    assertEquals(
        Json.tree(
            "[\"done\",\"done\",\"done\",\"done\",\"done\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"done\"]"),
        states(progress()));
    var fresh = java.util.UUID.randomUUID();
    expert.call("createStudy").with("studyId", fresh).body(Map.of("title", "Cook")).expect(201);
    var begun =
        expert.call("readStudyProgress").with("studyId", fresh).expect(200).json().get("stages");
    assertEquals(
        Json.tree(
            "[\"active\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\",\"waiting\"]"),
        states(begun));
    expert.call("readStudyProgress").with("studyId", java.util.UUID.randomUUID()).expect(404);
  }

  private static JsonNode states(JsonNode stages) {
    var states = Json.mapper().createArrayNode();
    stages.forEach(stage -> states.add(stage.get("state")));
    return states;
  }

  private static String text(byte[] file, int from, int to) throws IOException {
    try (var pdf = Loader.loadPDF(file)) {
      var stripper = new PDFTextStripper();
      stripper.setStartPage(from);
      stripper.setEndPage(to);
      return stripper.getText(pdf);
    }
  }

  private static void keep(byte[] file, String name) throws IOException {
    var folder = Path.of("target", "screenshots");
    Files.createDirectories(folder);
    Files.write(folder.resolve("report-" + name + ".pdf"), file);
  }
}
