package org.rolewright.survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.text.Language;
import org.rolewright.study.NewStudy;
import org.rolewright.study.StudyId;

/** What the expert sees of a survey before, between and after its steps, refusals included. */
class SurveyScreensTest {
  private static final String HEADER =
      "respondent,I.A.importance,I.A.frequency,II.A.importance,II.A.frequency\n";
  private static final List<Look> LOOKS = Look.tried();

  private static Installation rolewright;
  private static Browsers browsers;
  private Page page;
  private String look = "";

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    rolewright.close();
  }

  @Test
  void what_a_survey_needs_first_is_said_with_the_way_there() {
    for (var each : LOOKS) {
      var expert = rolewright.expert();
      var study = new StudyId(UUID.randomUUID());
      rolewright.wiring().studies.create(expert, study, new NewStudy("A", false, Language.ENGLISH));
      try (var _ = open(each, expert, study, "")) {
        assertThat(page.locator(".notice.warn a")).hasCount(2);
        assertThat(page.locator(".page-head .button.primary")).isDisabled();
        inspect("missing");
      }
    }
  }

  @Test
  void each_step_says_what_it_does_and_each_refusal_that_nothing_was_stored() {
    for (var each : LOOKS) {
      var field = Field.drafted(rolewright, 1);
      try (var _ = open(each, field.expert(), field.study(), "")) {
        page.locator("a.card[href*='/survey/']").click();
        opens();
        givesOutLinks();
        imports(field);
        closes(field);
      }
      var closed = field.closed().accounting();
      assertEquals(
          List.of(3, 1, 1), List.of(closed.invited(), closed.personal(), closed.imported()));
    }
  }

  private void opens() {
    tab("progress");
    page.locator("[role=tabpanel] .button.primary").click();
    assertThat(dialog().locator("li")).hasCount(3);
    inspect("opening");
    dialog().locator(".button.primary").click();
    assertThat(page.locator(".page-head .badge.info")).isVisible();
  }

  private void givesOutLinks() {
    tab("links");
    page.locator("[name=people]").fill("Ana Ruiz\nBen Okafor; ben@example.org\nCleo Diaz");
    inspect("people");
    page.locator("form .button.primary").click();
    assertThat(page.locator("[aria-labelledby=links-once] tbody tr")).hasCount(2);
    assertThat(page.locator("[role=tabpanel] .notice.good")).containsText("1");
    assertThat(page.locator("[name=people]")).hasValue("");
    inspect("links-once");
  }

  private void imports(Field field) {
    tab("import");
    choose("respondent,unknown\nr1,1\n");
    assertThat(page.locator(".notice.bad")).hasCount(2);
    inspect("import-refused");
    choose(HEADER + "r1,9,4,,NP\nr1,5,4,,NP\n");
    assertThat(page.locator("tbody .badge.bad")).hasCount(2);
    assertThat(page.locator("[role=tabpanel] .button.primary")).hasCount(0);
    inspect("import-errors");
    choose(HEADER + "r1,5,4,,NP\n");
    page.locator("[role=tabpanel] section .button.primary").waitFor();
    assertEquals(0, counts(field).imported());
    inspect("import-clean");
    page.locator("[role=tabpanel] section .button.primary").click();
    assertThat(page.locator("[role=tabpanel] tbody")).hasCount(0);
    assertEquals(1, counts(field).imported());
  }

  private void closes(Field field) {
    var peers = field.peer(linkShown()).begin();
    peers.rate(field.task(0), 4, 4).writeIn(9, field.domain(), "Drive the van").expect(204);
    tab("progress");
    assertThat(page.locator(".stat").nth(1).locator("dd").first()).hasText("1");
    peers.submit();
    page.locator("[role=tabpanel] .button.danger").click();
    assertThat(dialog().locator("li").last()).isVisible();
    inspect("closing");
    dialog().locator(".button.danger").click();
    assertThat(page.locator("[role=tabpanel] a.button.primary")).isVisible();
    inspect("closed");
    tab("writeIns");
    assertThat(page.locator("tbody tr")).containsText("Outreach");
    page.locator("[role=tabpanel] select").selectOption("newTask");
    assertThat(page.locator("[role=tabpanel] a.button")).isVisible();
    inspect("write-ins");
    var stored = rolewright.wiring().surveys.listWriteIns(field.expert(), field.survey());
    assertEquals(WriteIn.Coding.NEW_TASK, stored.getFirst().coding());
  }

  /** The token of the first link that is still on the page "Links". */
  private String linkShown() {
    tab("links");
    return page.locator("[aria-labelledby=links-once] tbody code")
        .first()
        .innerText()
        .replaceFirst(".*#", "");
  }

  @Test
  void texts_typed_outlive_a_walk_elsewhere_and_a_colleague_who_was_faster() {
    var field = Field.drafted(rolewright, 1);
    var surveys = rolewright.wiring().surveys;
    try (var _ = open(Look.PHONE, field.expert(), field.study(), "/" + field.survey().value())) {
      page.locator("[name=screener]").fill("Do you do this work today?");
      assertThat(page.locator(".save-state")).hasText("Changes not saved yet");
      tab("progress");
      assertThat(page.locator("[role=tabpanel] .button.primary")).isDisabled();
      page.locator(".river a").nth(0).click();
      page.locator("#tab-programme").waitFor();
      page.goBack();
      assertThat(page.locator("[name=screener]")).hasValue("Do you do this work today?");
      surveys.edit(rolewright.expert(), field.survey(), thanked(surveys, field), 1);
      page.locator(".survey-save .button").click();
      assertThat(page.locator("[role=tabpanel] .notice.warn")).isVisible();
      assertThat(page.locator("[name=screener]")).hasValue("Do you do this work today?");
      inspect("conflict");
      page.locator(".survey-save .button").click();
      assertThat(page.locator(".save-state")).hasText("All changes saved");
    }
    assertEquals(
        "Do you do this work today?",
        surveys.view(field.expert(), field.survey()).contents().screener());
  }

  private static SurveyContents thanked(SurveyService surveys, Field field) {
    var now = surveys.view(field.expert(), field.survey()).contents();
    return new SurveyContents(
        now.title(),
        now.language(),
        now.consent(),
        now.screener(),
        now.questions(),
        now.coverageQuestion(),
        "Thanks from a colleague.",
        now.openLink());
  }

  @Test
  void counts_move_by_themselves_and_the_page_does_not() {
    var field = Field.open(rolewright, 1);
    var token = field.links(1).getFirst();
    try (var _ = open(Look.PHONE, field.expert(), field.study(), "/" + field.survey().value())) {
      assertThat(page.locator("tbody tr").first().locator("td").nth(1)).hasText("0");
      page.evaluate("scrollTo(0, 300)");
      field.peer(token).begin().rate(field.task(0), 3, 3);
      assertThat(page.locator("tbody tr").first().locator("td").nth(1)).hasText("1");
      assertEquals(300, page.evaluate("scrollY"));
    }
  }

  private BrowserContext open(Look each, Actor.Person expert, StudyId study, String path) {
    look = each.width() + "-" + each.scheme().name().toLowerCase() + "-" + each.language();
    var context = browsers.context(each);
    page = context.newPage();
    Browsers.signIn(page, rolewright.baseUrl(), expert);
    page.navigate(
        rolewright.baseUrl() + "/workbench/#/studies/" + study.value() + "/survey" + path);
    page.locator("main .page-head, main [role=tablist]").first().waitFor();
    return context;
  }

  private void tab(String name) {
    page.locator("#tab-" + name).click();
    page.locator("#panel-" + name).waitFor();
  }

  private Locator dialog() {
    return page.locator("dialog");
  }

  private void choose(String csv) {
    page.setInputFiles(
        "#csv-file",
        new FilePayload("ratings.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static SurveyCounts counts(Field field) {
    return rolewright.wiring().surveys.counts(field.expert(), field.survey());
  }

  /** From the top and without the words that pass by: both lie over what is looked at. */
  private void inspect(String name) {
    page.locator(".toast").evaluateAll("all => all.forEach(one => one.hidden = true)");
    page.evaluate("scrollTo(0, 0)");
    Browsers.inspect(page, "survey-desk-" + name + "-" + look);
  }
}
