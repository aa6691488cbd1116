package org.rolewright.result;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rolewright.scoring.SatExam.own;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.TestDatabase;
import org.rolewright.platform.mail.Letter;
import org.rolewright.scoring.SatExam;
import org.rolewright.scoring.Score;
import org.rolewright.standard.JudgedForm;

/** What candidates learn of their scores and ask about them, by API and on their page. */
class ResultApiTest {
  private static SatExam exam;
  private static List<Score> scores;

  @BeforeAll
  static void release() {
    exam = SatExam.forty();
    JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    exam.released();
    scores = exam.scores();
  }

  @AfterAll
  static void close() {
    exam.close();
  }

  private static Score one(boolean passed, int which) {
    return scores.stream().filter(score -> score.passed() == passed).toList().get(which);
  }

  @Test
  void who_passed_learns_that_and_no_number() {
    var result = own(exam.visitor().call("readOwnResults"), one(true, 0)).expect(200);
    assertTrue(result.json().at("/results/0/passed").asBoolean());
    assertFalse(result.json().at("/results/0").has("failed"));
    assertFalse(result.text().contains("scaled"));
  }

  @Test
  void who_failed_learns_the_score_and_where_the_parts_stood() {
    var score = one(false, 0);
    var failed =
        own(exam.visitor().call("readOwnResults"), score)
            .expect(200)
            .json()
            .at("/results/0/failed");
    assertEquals(score.scaled(), failed.get("scaled").asInt());
    assertEquals(500, failed.get("passing").asInt());
    assertEquals(2, failed.get("domains").size());
  }

  @Test
  void the_report_is_a_PDF_with_the_same_words_in_both_languages() throws IOException {
    var score = one(false, 1);
    for (var language : List.of("en", "es")) {
      var pdf =
          own(exam.visitor().call("printOwnResult"), score)
              .with("scoreId", score.id())
              .header("Accept-Language", language)
              .expect(200);
      try (var document = Loader.loadPDF(pdf.bytes())) {
        var text = new PDFTextStripper().getText(document);
        var words =
            language.equals("en") ? "You did not pass this time." : "Esta vez no ha aprobado.";
        assertTrue(text.contains(words), text);
        assertTrue(text.contains(String.valueOf(score.scaled())));
        assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tagged");
        assertEquals(language, document.getDocumentCatalog().getLanguage().substring(0, 2));
      }
    }
    own(exam.visitor().call("printOwnResult"), one(true, 1))
        .with("scoreId", score.id())
        .expect(404);
  }

  private static ApiClient.Call asking(Score who, Score about, UUID id, String kind) {
    return own(exam.visitor().call("askAboutResult"), who)
        .with("scoreId", about.id())
        .with("requestId", id)
        .body(Map.of("kind", kind, "reason", "The alarm rang during my exam."));
  }

  @Test
  void a_request_is_made_once_in_time_and_answered_by_somebody_who_did_not_release() {
    var score = one(false, 2);
    var id = UUID.randomUUID();
    asking(score, score, id, "appeal").expect(200);
    asking(score, score, id, "appeal").expect(200);
    assertEquals(
        "a_score_is_verified_once_and_appealed_once",
        asking(score, score, UUID.randomUUID(), "appeal").expect(422).code());
    asking(one(true, 0), score, UUID.randomUUID(), "appeal").expect(404);
    var listed =
        exam.third
            .call("listResultRequests")
            .with("studyId", exam.hall.study.value())
            .expect(200)
            .json()
            .at("/requests/0");
    assertTrue(listed.get("mayDecide").asBoolean());
    for (var signer : List.of(exam.first, exam.second))
      assertEquals("signersDoNotAnswer", answering(signer, id).expect(409).code());
    answering(exam.third, id).expect(200);
    var letter = newestLetter(score);
    assertTrue(letter.subject().startsWith("Your request was answered: "), letter.subject());
    assertTrue(letter.body().contains(exam.hall.rolewright.baseUrl() + "/candidate/#/"));
    assertFalse(letter.body().contains("given back"), "the answer stands on the page only");
    assertEquals("a_request_about_a_result_stays", answering(exam.third, id).expect(409).code());
    TestDatabase.assertRefused(
        "a_request_about_a_result_stays",
        () ->
            exam.hall.execute(
                "update result.request set answer = 'something else' where id = '" + id + "'"));
    var seen = own(exam.visitor().call("readOwnResults"), score).expect(200).json();
    assertEquals("confirmed", seen.at("/results/0/asked/0/answer/outcome").asText());
  }

  private static Letter newestLetter(Score score) {
    var to = score.candidate().value() + "@example.org";
    var wiring = exam.hall.wiring;
    return wiring.database.transaction(tx -> wiring.mail.newestTo(tx, to)).orElseThrow();
  }

  private static ApiClient.Call answering(ApiClient who, UUID id) {
    return who.call("decideResultRequest")
        .with("requestId", id)
        .body(Map.of("outcome", "confirmed", "answer", "The time was given back by the proctor."));
  }

  @Test
  void nothing_that_a_candidate_reads_tells_of_an_accommodation() throws IOException {
    var score = one(false, 0);
    var before = own(exam.visitor().call("readOwnResults"), score).expect(200).text();
    var printed = printed(score);
    exam.hall.execute(
        """
        insert into accommodation.decision (application_id, number, granted, time_factor, extra_minutes, break_seconds, answer, decided_by, decided_at, valid_until)
        values ('%s', 1, true, 1.5, 30, '{600}', 'granted', '%s', now(), current_date + 100)\
        """
            .formatted(score.candidate().value(), exam.hall.expert.id().value()));
    assertEquals(before, own(exam.visitor().call("readOwnResults"), score).expect(200).text());
    assertEquals(printed, printed(score));
    for (var word : List.of("accommodation", "factor", "extra", "break"))
      assertFalse(before.toLowerCase(Locale.ROOT).contains(word), word);
  }

  private static String printed(Score score) throws IOException {
    var pdf =
        own(exam.visitor().call("printOwnResult"), score).with("scoreId", score.id()).expect(200);
    try (var document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_candidate_reads_the_result_and_appeals_on_any_screen() {
    try (var browsers = new Browsers()) {
      var which = 3;
      for (var look : Look.tried())
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          page.navigate(
              exam.hall.rolewright.baseUrl()
                  + "/candidate/#/application/"
                  + SatExam.token(one(false, which++))
                  + "/results");
          page.locator("main .notice").first().waitFor();
          Browsers.settle(page);
          Browsers.inspect(page, "result-" + look.name());
          assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
          var appeal = look.language().equals("es") ? "Apelar" : "Appeal";
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(appeal)).click();
          page.locator("dialog textarea").fill("The alarm rang during my exam.");
          page.locator("dialog button.primary").click();
          assertThat(page.locator("main").getByText("The alarm rang during my exam.")).isVisible();
        }
    }
  }
}
