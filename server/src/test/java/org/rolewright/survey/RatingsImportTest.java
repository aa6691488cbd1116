package org.rolewright.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.json.Json;
import org.rolewright.survey.ClosedSurvey.Channel;

/** Ratings collected elsewhere: taken in whole, or refused with nothing stored. */
class RatingsImportTest {
  private static Installation rolewright;

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
  }

  @AfterAll
  static void stop() {
    rolewright.close();
  }

  private static final String HEADER =
      "respondent,years,I.A.importance,I.A.frequency,II.A.importance,II.A.frequency,coverage\n";

  private static ApiClient.Call check(Field field, String csv) {
    return field
        .of(rolewright.signedIn(field.expert()).call("checkImport"))
        .bytes("text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiClient.Call take(Field field, String csv) {
    return take(field, csv.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiClient.Call take(Field field, byte[] csv) {
    return field
        .of(rolewright.signedIn(field.expert()).call("importRatings"))
        .bytes("text/csv", csv);
  }

  private static int stored(Field field) {
    return rolewright.wiring().surveys.counts(field.expert(), field.survey()).imported();
  }

  @Test
  void the_same_ratings_imported_or_answered_in_the_browser_give_the_same_numbers() {
    var browser = Field.open(rolewright, 1);
    var links = browser.links(3);
    var one =
        browser.peer(links.get(0)).begin().rate(browser.task(0), 5, 4).rate(browser.task(1), 2, 1);
    one.background(8, "years", "over20").expect(204);
    one.coverage(9, 90).expect(204);
    one.submit();
    var two = browser.peer(links.get(1)).begin().rate(browser.task(0), 1, 1);
    two.rating(5, browser.task(1), Map.of("performed", false)).expect(204);
    two.submit();
    var three = browser.peer(links.get(2)).begin();
    three.rating(5, browser.task(1), Map.of("importance", 3)).expect(204);
    three.submit();

    var imported = Field.open(rolewright, 1);
    var csv = HEADER + "r1,over20,5,4,2,1,90\nr2,,1,1,,NP,\nr3,,,,3,,\n";
    take(imported, csv).expect(200);

    assertEquals(numbers(browser, browser.close()), numbers(imported, imported.close()));
  }

  /** All that an analysis computes with, by task code, without channel and id. */
  private static List<String> numbers(Field field, ClosedSurvey closed) {
    var codes =
        field.tasks().stream().collect(Collectors.toMap(task -> task.id(), task -> task.code()));
    return closed.responses().stream()
        .map(response -> {
          var ratings = new TreeMap<String, Rating>();
          response.ratings().forEach((task, rating) -> ratings.put(codes.get(task), rating));
          return Json.canonical(
              Map.of(
                  "ratings",
                  ratings,
                  "background",
                  response.background(),
                  "coverage",
                  response.coverage()));
        })
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  @Test
  void a_file_is_checked_first_and_shows_what_would_happen() {
    var field = Field.open(rolewright, 1);
    var preview =
        check(field, HEADER + "r1,over20,5,4,,NP,100\nr2,,9,1,1,1,\n")
            .expect(200)
            .as(RatingsPreview.class);
    assertEquals(2, preview.respondents());
    assertEquals(1, preview.errors());
    assertEquals(3, preview.lines().getFirst().line());
    assertEquals(
        "I.A.importance is \"9\". Write a whole number from 1 to 5, or leave it blank.",
        preview.lines().getFirst().message().orElseThrow());
    assertEquals(1, preview.lines().get(1).notPerformed());
    assertEquals(0, stored(field));
  }

  @Test
  void the_template_is_a_file_that_fits() {
    var field = Field.open(rolewright, 2);
    var template =
        rolewright
            .signedIn(field.expert())
            .call("readImportTemplate")
            .with("surveyId", field.survey().value())
            .expect(200)
            .text();
    var columns = template.strip().split(",").length;
    take(field, template + "r1" + ",".repeat(columns - 1) + "\n").expect(200);
    assertEquals(1, stored(field));
  }

  @Test
  void every_bad_line_is_named_and_nothing_is_stored() {
    var field = Field.open(rolewright, 1);
    var faults =
        Map.of(
            "r2,over20,6,4,1,1,", "I.A.importance is \"6\"",
            "r2,over20,1,0,1,1,", "I.A.frequency is \"0\"",
            "r2,over20,1,1,1", "This line has 5 cells, the header has 7",
            "r2,over20,=1+1,1,1,1,", "begins with =",
            "r1,over20,1,1,1,1,", "stands in line 2 already",
            ",over20,1,1,1,1,", "\"respondent\" is empty",
            "r2,ages,1,1,1,1,", "Write one of: under1",
            "r2,over20,1,1,1,1,101", "coverage is \"101\"",
            "r2,over20,NP,1,1,1,", "I.A.importance is \"NP\"");
    faults.forEach((line, message) -> {
      var refused = take(field, HEADER + "r1,over20,1,1,1,1,\n" + line + "\n").expect(400).json();
      assertEquals("line 3", refused.at("/errors/0/pointer").asText());
      assertTrue(refused.at("/errors/0/message").asText().contains(message), refused.toString());
      assertEquals(0, stored(field));
    });
  }

  @Test
  void a_file_of_another_survey_is_refused_by_its_columns() {
    var field = Field.open(rolewright, 1);
    var other = take(field, HEADER.replace("II.A.", "III.Z.") + "r1,,1,1,1,1,\n").expect(422);
    assertEquals(
        "The column \"III.Z.importance\" is not known. Use the columns of the template.",
        other.json().get("detail").asText());
    var fewer = take(field, "respondent,I.A.importance\nr1,1\n").expect(422);
    assertEquals("importColumnMissing", fewer.code());
  }

  @Test
  void bytes_that_are_not_UTF_8_are_refused_with_their_line() {
    var field = Field.open(rolewright, 1);
    var bytes = (HEADER + "José,over20,1,1,1,1,\n").getBytes(Charset.forName("windows-1252"));
    var refused = take(field, bytes).expect(422);
    assertEquals("csvNotUtf8", refused.code());
    assertTrue(refused.json().get("detail").asText().contains("Line 2"));
    assertEquals(0, stored(field));
  }

  @Test
  void fifty_thousand_lines_are_too_many_and_the_limit_is_said() {
    var field = Field.open(rolewright, 1);
    var csv = new StringBuilder(HEADER);
    for (var at = 0; at < 50_000; at++) csv.append('r').append(at).append(",over20,1,1,1,1,\n");
    var refused = take(field, csv.toString()).expect(422);
    assertTrue(refused.json().get("detail").asText().matches(".*20[,. ]?000.*"), refused.text());
    assertEquals(0, stored(field));
  }

  @Test
  void a_file_counts_once() {
    var field = Field.open(rolewright, 1);
    var csv = HEADER + "r1,over20,5,4,2,1,90\n";
    take(field, csv).expect(200);
    assertEquals("a_file_is_imported_once", take(field, csv).expect(422).code());
    assertEquals(1, stored(field));
    assertEquals(Channel.IMPORTED, field.close().responses().getFirst().channel());
  }

  @Test
  void thousands_of_respondents_come_in_at_once() {
    var field = Field.open(rolewright, 1);
    var lines = new ArrayList<String>();
    for (var at = 0; at < 3_000; at++) lines.add("r" + at + ",over20,1,1,1,1,");
    take(field, HEADER + String.join("\n", lines)).expect(200);
    assertEquals(3_000, stored(field));
  }
}
