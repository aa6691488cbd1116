package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;

/** An expert sets a study up and publishes its first task list, in the browser. */
class StudyToTaskListJourneyTest {
  private static final List<String> PARTS =
      List.of("programme", "requirements", "candidate", "protocol", "panel", "sampling");
  private static Installation rolewright;
  private static Browsers browsers;
  private static Actor.Person expert;

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    browsers = new Browsers();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    expert = rolewright.expert();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    rolewright.close();
  }

  private static void signIn(Page page) {
    page.navigate(rolewright.baseUrl() + "/account/");
    page.locator("input[type=email]").fill(expert.email());
    page.locator("input[type=password]").fill(Installation.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/workbench/**");
    assertThat(page.locator("main h1")).isVisible();
  }

  private static void open(Page page, String path) {
    page.navigate(rolewright.baseUrl() + "/workbench/#" + path);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void from_a_new_study_to_a_published_task_list() {
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      signIn(page);
      open(page, "/studies/new");
      page.getByLabel("Name of the credential or role").fill("Community Health Worker");
      page.keyboard().press("Enter");
      tab(page, "Protocol").click();
      button(page, "Freeze the protocol").click();
      Browsers.inspect(page, "study-freeze");
      page.locator("dialog").getByText("Freeze the protocol").last().click();
      assertThat(page.getByText("Frozen by " + expert.name())).isVisible();
      assertThat(button(page, "Save the draft")).hasCount(0);

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Workshop")).click();
      button(page, "Add a domain").click();
      page.locator("dialog").getByLabel("Domain").fill("Outreach");
      page.keyboard().press("Enter");
      page.getByLabel("New task in Outreach").focus();
      for (var text : List.of("Visit families at home", "Refer clients to services")) {
        page.keyboard().type(text);
        page.keyboard().press("Enter");
      }
      assertThat(page.locator(".statement")).hasCount(2);
      assertThat(page.getByLabel("New task in Outreach")).isFocused();
      button(page, "Publish").click();
      button(page, "Publish list 1").click();
      assertThat(page.locator("main").getByText("List 1 published").first()).isVisible();
    }
  }

  @Test
  void what_somebody_else_wrote_meanwhile_stands_beside_what_was_typed() {
    var client = rolewright.signedIn(expert);
    var study = UUID.randomUUID();
    var domain = UUID.randomUUID();
    var task = UUID.randomUUID();
    client.call("createStudy").with("studyId", study).body(Map.of("title", "Nurse")).expect(201);
    client
        .call("putDomain")
        .with("studyId", study)
        .with("domainId", domain)
        .with("If-Match", "\"0\"")
        .body(Map.of("title", "Care"))
        .expect(204);
    var put = client.call("putStatement").with("studyId", study).with("statementId", task);
    put.with("If-Match", "\"0\"")
        .body(Map.of("kind", "TASK", "domain", domain, "text", "Wash hands"))
        .expect(204);
    try (var context = browsers.context(Look.DESKTOP)) {
      var page = context.newPage();
      signIn(page);
      open(page, "/studies/" + study + "/workshop");
      button(page, "Edit I.A").click();
      page.getByLabel("Wording of I.A").fill("Wash hands for a minute");
      put.with("If-Match", "\"1\"")
          .body(Map.of("kind", "TASK", "domain", domain, "text", "Clean hands"))
          .expect(204);
      page.keyboard().press("Enter");
      assertThat(page.getByText("Clean hands")).isVisible();
      assertThat(page.getByLabel("Wording of I.A")).hasValue("Wash hands for a minute");
      Browsers.inspect(page, "workshop-conflict");
      button(page, "Save").click();
      assertThat(page.locator(".statement p")).hasCount(1);
      assertThat(page.locator(".statement p")).hasText("Wash hands for a minute");
    }
  }

  @Test
  void a_file_is_shown_line_by_line_and_refused_with_its_lines() {
    var client = rolewright.signedIn(expert);
    var study = UUID.randomUUID();
    client.call("createStudy").with("studyId", study).body(Map.of("title", "Nurse")).expect(201);
    try (var context = browsers.context(Look.PHONE)) {
      var page = context.newPage();
      signIn(page);
      open(page, "/studies/" + study + "/workshop/import");
      var input = page.locator("#csv-file");
      input.setInputFiles(csv("domain,task\nCare,Wash hands\nCare,=1+1\n"));
      assertThat(page.getByText("1 line cannot be used")).isVisible();
      assertThat(button(page, "Import as shown")).hasCount(0);
      Browsers.inspect(page, "workshop-import-refused");
      input.setInputFiles(csv("domain,task\nCare,Wash hands\n"));
      button(page, "Import as shown").click();
      assertThat(page.locator(".statement p")).hasText("Wash hands");
    }
    var board = client.call("readWorkshop").with("studyId", study).expect(200).json();
    assertEquals("Care", board.at("/domains/0/title").asText());
  }

  private static FilePayload csv(String text) {
    return new FilePayload("tasks.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void every_part_passes_axe_in_every_look() {
    var client = rolewright.signedIn(expert);
    var study = UUID.randomUUID();
    client.call("createStudy").with("studyId", study).body(Map.of("title", "Nurse")).expect(201);
    var hash = preview(client, study);
    client
        .call("importStatements")
        .with("studyId", study)
        .with("hash", hash)
        .bytes("text/csv", FILE.getBytes(StandardCharsets.UTF_8))
        .expect(200);
    for (var look : Look.tried())
      try (var context = browsers.context(look)) {
        var page = context.newPage();
        signIn(page);
        for (var part : PARTS) {
          open(page, "/studies/" + study + "/study?part=" + part);
          assertThat(page.locator("#tab-" + part)).hasAttribute("aria-selected", "true");
          Browsers.inspect(page, name("study-" + part, look));
        }
        open(page, "/studies/" + study + "/workshop");
        for (var part : List.of("tasks", "ksas", "warnings", "published")) {
          page.locator("#tab-" + part).click();
          page.evaluate("scrollTo(0, 0)");
          Browsers.inspect(page, name("workshop-" + part, look));
        }
      }
  }

  private static final String FILE =
      """
      domain,task,ksa type,ksa text
      Care,Understand hand hygiene,knowledge,Germs
      Care,Wash hands,skill,Washing
      Records,Keep records and/or notes,,
      """;

  private static String preview(org.rolewright.ApiClient client, UUID study) {
    return client
        .call("previewImport")
        .with("studyId", study)
        .bytes("text/csv", FILE.getBytes(StandardCharsets.UTF_8))
        .expect(200)
        .json()
        .get("hash")
        .asText();
  }

  private static String name(String what, Look look) {
    return what
        + "-"
        + look.width()
        + "-"
        + look.scheme().name().toLowerCase()
        + "-"
        + look.language();
  }
}
