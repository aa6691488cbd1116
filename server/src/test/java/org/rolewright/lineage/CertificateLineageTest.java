package org.rolewright.lineage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.platform.Role;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.scoring.SatExam;
import org.rolewright.scoring.Score;
import org.rolewright.standard.CutScore;
import org.rolewright.standard.JudgedForm;

/**
 * A certificate followed back, and the registry taken out. What is expected is asked of the stages
 * themselves: the score, the cut, the form, the task list.
 */
class CertificateLineageTest {
  private static SatExam exam;
  private static CutScore cut;
  private static Score score;
  private static JsonNode certificate;
  private static ApiClient auditor;

  @BeforeAll
  static void certify() {
    exam = SatExam.forty();
    cut = JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    exam.released();
    score = exam.scores().stream().filter(Score::passed).findFirst().orElseThrow();
    exam.hall.execute(
        "update eligibility.application set name = '=HYPERLINK(\"x\")' where id = '"
            + score.candidate().value()
            + "'");
    var proposed =
        ofStudy(exam.first.call("proposeCertificates"))
            .body(Map.of("sittings", List.of(score.sitting().value()), "validMonths", 12))
            .expect(200)
            .json();
    certificate =
        ofStudy(exam.second.call("issueCertificates"))
            .body(Map.of("certificates", List.of(proposed.at("/certificates/0/id").asText())))
            .expect(200)
            .json()
            .at("/certificates/0");
    auditor = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.AUDITOR));
  }

  @AfterAll
  static void close() {
    exam.close();
  }

  private static ApiClient.Call ofStudy(ApiClient.Call call) {
    return call.with("studyId", exam.hall.study.value());
  }

  private static ApiClient.Call following(ApiClient who, String number) {
    return ofStudy(who.call("readCertificateLineage")).with("number", number);
  }

  private static String number() {
    return certificate.get("number").asText();
  }

  @Test
  void a_certificate_leads_back_to_score_cut_and_form() {
    var lineage = following(auditor, number()).expect(200).json();
    assertEquals(certificate.get("holder"), lineage.at("/certificate/holder"));
    assertEquals(certificate.get("issuedBy"), lineage.at("/certificate/issuedBy"));
    assertEquals(score.hash(), lineage.at("/score/hash").asText());
    assertEquals(score.raw().intValueExact(), lineage.at("/score/raw").asInt());
    assertEquals(score.sitting().value().toString(), lineage.at("/score/sitting").asText());
    assertTrue(lineage.at("/score/inForce").asBoolean());
    assertEquals(cut.raw(), lineage.at("/cut/raw").asInt());
    assertEquals(cut.recommended(), lineage.at("/cut/recommended").asDouble());
    assertEquals(cut.formChecksum(), lineage.at("/form/checksum").asText());
  }

  @Test
  void each_item_of_its_form_leads_back_to_the_task_the_ratings_and_who_worded_it() {
    var items = following(auditor, number()).expect(200).json().get("items");
    var wiring = exam.hall.wiring;
    var placed =
        wiring.database.transaction(tx -> wiring.forms.published(tx, exam.hall.form)).items();
    assertEquals(placed.size(), items.size());
    for (int at = 0; at < items.size(); at++) {
      var link = items.get(at);
      assertEquals(
          placed.get(at).versionId().value().toString(), link.at("/item/version").asText());
      var alone =
          ofStudy(auditor.call("readItemLineage"))
              .with("itemId", link.at("/item/item").asText())
              .expect(200)
              .json();
      assertEquals(alone.get("origin"), link.get("origin"));
      assertTrue(link.at("/origin/ratings/importance/used").asInt() > 0);
      assertFalse(link.at("/origin/task/wordedBy").asText().isBlank());
    }
  }

  @Test
  void nothing_that_an_item_says_and_no_answer_is_told() {
    var told = following(auditor, number()).expect(200).text();
    assertFalse(told.contains("what comes first"), "a stem");
    assertFalse(told.contains("accommodation"));
  }

  @Test
  void who_may_not_follow_certificates_is_refused_and_another_number_is_not_found() {
    var writer = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.ITEM_WRITER));
    following(writer, number()).expect(403);
    following(exam.hall.rolewright.visitor(), number()).expect(401);
    following(auditor, "2222-2222-2222").expect(404);
    following(auditor, number().toLowerCase(Locale.ROOT).replace("-", "")).expect(200);
    assertTrue(
        exam
            .hall
            .wiring
            .database
            .transaction(tx -> exam.hall.wiring.audit.listEntries(tx, Long.MAX_VALUE, 50))
            .stream()
            .anyMatch(entry -> entry.action().equals("lineage.followCertificate")));
  }

  @Test
  void the_registry_goes_out_without_codes_and_with_names_that_no_spreadsheet_computes() {
    var answer = ofStudy(exam.first.call("exportRegistry")).expect(200);
    assertEquals(1, answer.text().lines().filter(line -> line.contains("HYPERLINK")).count());
    assertTrue(answer.text().contains("\"'=HYPERLINK(\"\"x\"\")\""), answer.text());
    var file = CsvFile.read(answer.bytes(), 10);
    assertEquals(
        List.of("number", "holder", "credential", "status", "issued_on", "expires_on"),
        file.header());
    assertEquals(number(), file.lines().getFirst().cell(0));
    ofStudy(auditor.call("exportRegistry")).expect(403);
  }

  @Test
  void an_auditor_finds_it_by_the_number_on_the_certificate() {
    var person = exam.hall.rolewright.person(Role.AUDITOR);
    try (var browsers = new Browsers()) {
      for (var look : Look.tried())
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          var base = exam.hall.rolewright.baseUrl();
          Browsers.signIn(page, base, person);
          Browsers.show(
              page, base + "/workbench/#/studies/" + exam.hall.study.value() + "/lineage");
          Browsers.inspect(page, "lineage-with-form-" + look.name());
          page.locator("input[name=certificate]").fill(number());
          page.locator("input[name=certificate]").press("Enter");
          assertThat(page.locator("ol.chain > li")).hasCount(4);
          Browsers.settle(page);
          assertEquals(Set.of(), cut(page));
          Browsers.inspect(page, "lineage-certificate-" + look.name());
        }
    }
  }

  /** Words that fell out of the catalogue. */
  private static Set<String> cut(Page page) {
    return page.locator("main")
        .innerText()
        .lines()
        .filter(line -> line.startsWith("lineage."))
        .collect(Collectors.toSet());
  }
}
