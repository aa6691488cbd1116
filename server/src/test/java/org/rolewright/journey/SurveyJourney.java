package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.survey.Field;
import org.rolewright.survey.SurveyId;

/** The expert leads a survey from its draft to its closing. */
class SurveyJourney {
  private static Installation rolewright;
  private static Browsers browsers;
  private Field field;
  private Page page;

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

  private void signIn(BrowserContext context) {
    page = context.newPage();
    Browsers.signIn(page, rolewright.baseUrl(), field.expert());
  }

  private String address() {
    return rolewright.baseUrl() + "/workbench/#/studies/" + field.study().value() + "/survey";
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void confirm(String name) {
    page.locator("dialog")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
  }

  private Locator badge() {
    return page.locator(".page-head .badge");
  }

  @Test
  void a_survey_is_created_worded_opened_answered_and_closed() throws IOException {
    field = Field.drafted(rolewright, 2);
    try (var context = browsers.context(Look.DESKTOP)) {
      signIn(context);
      page.navigate(address());
      press("New survey");
      page.getByLabel("Title").fill("The second survey");
      confirm("Create the survey");
      assertThat(page.locator("h1").first()).hasText("The second survey");
      page.getByLabel("Screener").fill("Do you do this work today?");
      assertThat(page.locator(".phone-screen")).containsText("Do you do this work today?");
      press("Question of your own");
      var own = page.locator(".survey-question").last();
      own.getByLabel("Question").fill("Do you work at night?");
      own.getByLabel("Choices").fill("Yes\nNo");
      own.getByLabel("Choices").blur();
      Browsers.shoot(page, "survey-contents-1200");
      press("Save the contents");
      assertThat(page.locator(".toast")).containsText("Contents saved");
      tab("Progress");
      press("Open the survey");
      confirm("Open");
      assertThat(badge()).hasText("Open");
      tab("Links");
      page.getByLabel("People").fill("Ana Ruiz\nBen Okafor");
      press("Create personal links");
      var download = page.waitForDownload(() -> press("Download as CSV"));
      var links = Files.readString(download.path()).lines().toList();
      assertEquals("label,link", links.getFirst());
      assertEquals(3, links.size());
      answer(links.get(1).replaceAll(".*#|\"$", ""));
      tab("Progress");
      assertThat(page.locator(".stat").first()).containsText("1");
      tab("Import");
      page.setInputFiles("#csv-file", csv("r1,9,4,,NP,1,1,1,1"));
      assertThat(page.locator("[role=tabpanel]")).containsText("1 line cannot be used");
      Browsers.shoot(page, "survey-import-1200");
      page.setInputFiles("#csv-file", csv("r1,5,4,,NP,1,1,1,1"));
      press("Import 1 respondent");
      assertThat(page.locator(".toast").last()).containsText("1 respondent imported");
      tab("Progress");
      press("Close the survey");
      confirm("Close for good");
      assertThat(badge()).hasText("Closed");
      tab("Write-ins");
      page.getByLabel("What it is").selectOption("newTask");
    }
    var second =
        rolewright.wiring().surveys.listSurveys(field.expert(), field.study()).stream()
            .filter(survey -> survey.title().equals("The second survey"))
            .findFirst()
            .orElseThrow();
    var view = rolewright.wiring().surveys.view(field.expert(), second.id());
    assertEquals(1, view.accounting().orElseThrow().personal());
    assertEquals(1, view.accounting().orElseThrow().imported());
    assertTrue(view.contents().questions().stream().anyMatch(q -> q.code().equals("question1")));
  }

  /** A peer answers the survey shown, on a phone of their own. */
  private void answer(String token) {
    var id = page.url().replaceFirst(".*/survey/", "");
    var survey = new SurveyId(UUID.fromString(id));
    var shown = new Field(rolewright, field.expert(), field.study(), field.list(), survey);
    var peer = shown.peer(token).begin().rate(field.task(0), 4, 4);
    peer.writeIn(7, field.domain(), "Drive the van").expect(204);
    peer.submit();
  }

  private static FilePayload csv(String line) {
    var header =
        "respondent,I.A.importance,I.A.frequency,I.B.importance,I.B.frequency,II.A.importance,"
            + "II.A.frequency,II.B.importance,II.B.frequency\n";
    return new FilePayload(
        "ratings.csv", "text/csv", (header + line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void every_screen_is_fit_for_everyone() {
    for (var look : Look.tried()) {
      field = Field.drafted(rolewright, 2);
      try (var context = browsers.context(look)) {
        signIn(context);
        var name = look.width() + "-" + look.scheme().name().toLowerCase() + "-" + look.language();
        Browsers.show(page, address()); // the list of studies before it has cards as well
        Browsers.inspect(page, "survey-list-" + name);
        page.locator("a.card").first().click();
        page.locator(".phone-screen").waitFor();
        Browsers.inspect(page, "survey-contents-" + name);
        rolewright.wiring().surveys.open(field.expert(), field.survey());
        field.peer(field.links(2).getFirst()).begin().rate(field.task(0), 3, 3);
        page.reload();
        page.locator(".stat").first().waitFor();
        Browsers.inspect(page, "survey-progress-" + name);
        for (var part : new String[] {"links", "import"}) {
          page.locator("#tab-" + part).click();
          Browsers.inspect(page, "survey-" + part + "-" + name);
        }
      }
    }
  }
}
