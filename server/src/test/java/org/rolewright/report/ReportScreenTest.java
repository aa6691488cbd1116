package org.rolewright.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** The report in the workbench: read, and issued once the blueprint is adopted. */
class ReportScreenTest {
  private static LoadedDemonstration demonstration;
  private static Actor.Person expert;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    demonstration = LoadedDemonstration.withStudy();
    expert = demonstration.person(Role.CERTIFICATION_EXPERT);
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    demonstration.close();
  }

  private static Page open(BrowserContext context) {
    var base = demonstration.installation().baseUrl();
    context
        .request()
        .post(
            base + "/api/v1/session",
            RequestOptions.create()
                .setHeader("X-Rolewright", "1")
                .setData(Map.of("email", expert.email(), "password", Installation.PASSWORD)));
    var page = context.newPage();
    page.navigate(base + "/workbench/#/studies/" + LoadedDemonstration.STUDY + "/report");
    assertThat(page.locator("article.document h1")).isVisible();
    return page;
  }

  @Test
  void axe_finds_nothing_in_any_look() {
    for (var look : Look.tried())
      try (var context = browsers.context(look)) {
        var page = open(context);
        assertEquals(look.language(), page.locator("article.document").getAttribute("lang"));
        Browsers.inspect(
            page,
            "report-page-%d-%s-%s"
                .formatted(look.width(), look.scheme().name().toLowerCase(), look.language()));
      }
  }

  @Test
  void the_report_is_read_in_another_language_and_its_contents_lead_to_the_parts() {
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = open(context);
      page.getByLabel("Language of the report").selectOption("es");
      assertThat(page.locator("article.document")).hasAttribute("lang", "es");
      page.locator(".contents a[href='#reliability']").click();
      assertThat(page.locator("#reliability")).isFocused();
      assertThat(page.locator("#reliability")).containsText("Fiabilidad");
    }
  }

  @Test
  void the_draft_is_printed_with_progress_and_then_linked() {
    try (var context = browsers.context(Look.PHONE)) {
      context.setDefaultTimeout(120_000);
      var page = open(context);
      var print = page.getByText("Print the draft as PDF");
      print.click();
      page.locator("progress").waitFor();
      assertThat(print).isDisabled();
      page.reload();
      var file = page.getByRole(AriaRole.LINK).filter(new FilterOptions().setHasText("printed"));
      file.waitFor();
      var address = demonstration.installation().baseUrl() + file.getAttribute("href");
      assertEquals("%PDF-", new String(context.request().get(address).body(), 0, 5));
      Browsers.inspectBeside(".report-paper", page, "report-printed");
    }
  }

  @Test
  void an_edition_is_issued_after_a_question_and_shown_with_its_files() {
    adopt();
    try (var context = browsers.context(Look.DESKTOP)) {
      context.setDefaultTimeout(120_000);
      var page = open(context);
      var issue =
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Issue an edition"));
      issue.click();
      Browsers.inspectBeside(".report-paper", page, "report-issue");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON)
          .filter(new FilterOptions().setHasText("Issue an edition"))
          .click();
      page.getByRole(
              AriaRole.HEADING, new Page.GetByRoleOptions().setName("Edition 1").setExact(true))
          .waitFor();
      assertThat(page.locator("a[href*='/file?language=']")).hasCount(2);
      Browsers.inspectBeside(".report-paper", page, "report-issued");
    }
  }

  private static void adopt() {
    var client = demonstration.expert();
    var list =
        client.call("listBlueprints").with("studyId", LoadedDemonstration.STUDY).expect(200).json();
    client
        .call("adoptBlueprint")
        .with("blueprintId", list.at("/blueprints/0/id").asText())
        .with("If-Match", "\"1\"")
        .expect(200);
  }
}
