package org.rolewright.formreport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.platform.Role;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.platform.json.Json;
import org.rolewright.scoring.SatExam;
import org.rolewright.standard.JudgedForm;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * The technical report of a form that forty people sat, and its tables. What is expected comes from
 * the scoring run, which has its own tests.
 */
class FormReportApiTest {
  /** 20 mm in points, less a hair. */
  private static final float MARGIN = 56;

  private static SatExam exam;
  private static ApiClient auditor;
  private static String run;

  @BeforeAll
  static void release() {
    VeraGreenfieldFoundryProvider.initialise();
    exam = SatExam.forty();
    auditor = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.AUDITOR));
    assertEquals(
        "aTechnicalReportNeedsReleasedScores",
        ofForm(auditor.call("showFormReport")).expect(422).code());
    JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    run = exam.released();
  }

  @AfterAll
  static void close() {
    exam.close();
  }

  private static ApiClient.Call ofForm(ApiClient.Call call) {
    return call.with("formId", exam.hall.form.value());
  }

  private static JsonNode figures() {
    return exam.read(run).at("/run/figures");
  }

  private static String number(JsonNode value) {
    return new BigDecimal(value.asDouble()).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String page(String language) {
    return ofForm(auditor.call("showFormReport")).with("language", language).expect(200).text();
  }

  @Test
  void the_report_tells_what_the_run_found() {
    var page = page("en");
    for (var path :
        List.of(
            "/distribution/mean",
            "/distribution/sd",
            "/errors/alpha",
            "/errors/sem",
            "/errors/atCut")) assertTrue(page.contains(number(figures().at(path))), path);
    assertTrue(page.contains("It was sat by 40 candidates"));
    for (var item : exam.read(run).get("items")) {
      assertTrue(page.contains(item.get("code").asText()));
      assertTrue(page.contains(number(item.get("p"))));
    }
  }

  @Test
  void no_key_nothing_that_an_item_says_and_no_reason_that_may_name_one_is_in_it() {
    var model = exam.hall.wiring.formReports.model(exam.hall.expert, exam.hall.form);
    var told = Json.canonical(model) + page("en") + page("es");
    var run = exam.read(FormReportApiTest.run).at("/run/reason").asText();
    for (var word :
        List.of("what comes first", "responses", "\"key\"", "The panel looked at it", run))
      assertFalse(told.contains(word), word);
  }

  @Test
  void the_file_conforms_to_pdf_ua_in_both_languages() throws Exception {
    for (var language : List.of("en", "es")) {
      var pdf =
          ofForm(auditor.call("printFormReport")).with("language", language).expect(200).bytes();
      Files.createDirectories(Path.of("target", "documents"));
      Files.write(Path.of("target", "documents", "technical-report-" + language + ".pdf"), pdf);
      try (var parser =
              Foundries.defaultInstance()
                  .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
          var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        assertTrue(validator.validate(parser).isCompliant(), language);
      }
      try (var read = Loader.loadPDF(pdf)) {
        var words = new PDFTextStripper().getText(read);
        assertEquals(List.of(), beyondTheMargin(read), language);
        assertTrue(words.contains(language.equals("en") ? "Technical report" : "Informe técnico"));
      }
    }
  }

  /** Words that stand to the right of the text's place, where a table is too wide. */
  private static List<String> beyondTheMargin(PDDocument pdf) throws IOException {
    var beyond = new ArrayList<String>();
    new PDFTextStripper() {
      @Override
      protected void writeString(String words, List<TextPosition> signs) {
        var end = signs.getLast();
        if (end.getXDirAdj() + end.getWidthDirAdj() > end.getPageWidth() - MARGIN)
          beyond.add(words);
      }
    }.getText(pdf);
    return beyond;
  }

  @Test
  void who_may_not_read_scores_is_refused() {
    var writer = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.ITEM_WRITER));
    ofForm(writer.call("showFormReport")).expect(403);
    ofForm(writer.call("printFormReport")).expect(403);
    writer.call("exportScores").with("runId", run).expect(403);
    writer.call("exportAnnualStatistics").with("studyId", exam.hall.study.value()).expect(403);
  }

  @Test
  void scores_go_out_by_sitting_as_they_were_computed() {
    var file =
        CsvFile.read(auditor.call("exportScores").with("runId", run).expect(200).bytes(), 100);
    var scores = exam.first.call("listScores").with("runId", run).expect(200).json().get("scores");
    assertEquals(40, file.lines().size());
    for (int at = 0; at < 40; at++) {
      var line = file.lines().get(at);
      assertTrue(line.usable());
      assertEquals(scores.get(at).get("sittingId").asText(), line.cell(0));
      assertEquals(scores.get(at).at("/result/raw").asInt(), Integer.parseInt(line.cell(2)));
      assertEquals(scores.get(at).at("/result/scaled").asText(), line.cell(4));
    }
    assertFalse(file.header().contains("name"));
  }

  @Test
  void the_annual_table_goes_out() {
    var file =
        CsvFile.read(
            auditor
                .call("exportAnnualStatistics")
                .with("studyId", exam.hall.study.value())
                .expect(200)
                .bytes(),
            100);
    assertEquals(1, file.lines().size());
    var at = file.header().indexOf("mean");
    assertEquals(
        figures().at("/distribution/mean").asDouble(),
        Double.parseDouble(file.lines().getFirst().cell(at)));
  }

  @Test
  void the_page_of_the_report_is_fit_for_everybody() {
    var person = exam.hall.rolewright.person(Role.AUDITOR);
    try (var browsers = new Browsers()) {
      for (var look : Look.tried())
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          var base = exam.hall.rolewright.baseUrl();
          Browsers.signIn(page, base, person);
          Browsers.show(
              page, base + "/workbench/#/studies/" + exam.hall.study.value() + "/scoring");
          page.locator("main a[href*='/report/forms/']").click();
          assertThat(page.locator("article.document h1")).isVisible();
          Browsers.settle(page);
          Browsers.inspect(page, "formreport-" + look.name());
        }
    }
  }
}
