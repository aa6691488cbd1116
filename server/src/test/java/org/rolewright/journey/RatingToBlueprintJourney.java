package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;

/**
 * The whole river in the browser: an expert begins a study, writes tasks, freezes the protocol and
 * opens a survey; a peer answers on a phone; ratings collected elsewhere are imported; the survey
 * is closed, analysed and weighed; a second expert adopts the blueprint; its outline is public.
 */
class RatingToBlueprintJourney {
  private static final List<String> TASKS =
      List.of(
          "Listen to people in recovery without judging",
          "Share one's own story to give hope",
          "Plan the next steps together",
          "Find housing, food and work with people");

  private static Installation rolewright;
  private static Browsers browsers;

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
  void ratings_on_a_phone_become_an_adopted_blueprint() throws Exception {
    var expert = rolewright.expert();
    var second = rolewright.expert();
    try (var desk = browsers.context(Look.DESKTOP)) {
      var page = new Desk(desk.newPage());
      page.signIn(expert);
      page.beginStudy("Peer Support Specialist");
      page.writeTasks();
      page.freezeProtocol();
      var link = page.openSurvey();
      answerOnAPhone(link);
      page.importRatings(30);
      page.closeSurvey();
      page.analyse();
      page.proposeBlueprint();
      assertThat(page.button("Adopt")).isDisabled();
      try (var other = browsers.context(Look.DESKTOP)) {
        var colleague = new Desk(other.newPage());
        colleague.signIn(second);
        colleague.go(page.page.url());
        colleague.adopt();
      }
      page.page.reload();
      assertThat(page.page.locator("main")).containsText("Adopted by " + second.name());
      Browsers.shoot(page.page, "journey-adopted");
      assertTrue(page.open("Content outline as PDF").startsWith("%PDF-"));
      assertTrue(page.open("Content outline as a page").contains(TASKS.getFirst()));
    }
    var trail = rolewright.signedIn(expert).call("verifyAudit").expect(200).json();
    assertTrue(trail.get("whole").asBoolean());
  }

  private static void answerOnAPhone(String link) {
    try (var phone = browsers.context(Look.PHONE)) {
      var page = phone.newPage();
      page.navigate(link);
      button(page, "I agree, begin").click();
      for (var left = 3; left > 0 && page.locator(".task").count() == 0; left--) {
        var yes = page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true));
        if (yes.count() > 0) yes.check();
        button(page, "Next").click();
        page.waitForTimeout(300);
      }
      for (var domain = 0; domain < 2; domain++) {
        page.locator(".task").first().waitFor();
        for (var task = 0; task < 2; task++) {
          var card = page.locator(".task").nth(task);
          for (var scale : List.of("IMPORTANCE", "FREQUENCY"))
            card.locator("input[name^=" + scale + "][value='4']").locator("..").tap();
        }
        assertThat(page.locator(".save-state")).hasText("Saved");
        button(page, "Next").tap();
      }
      button(page, "Hand in").click();
      assertThat(page.locator("h1")).hasText("Thank you");
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The workbench of one expert. */
  private record Desk(Page page) {

    Locator button(String name) {
      return RatingToBlueprintJourney.button(page, name);
    }

    void confirm(String name) {
      page.locator("dialog[open]")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
          .click();
    }

    void tab(String name) {
      page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    void stage(String name) {
      page.getByRole(AriaRole.NAVIGATION)
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
          .first()
          .click();
      assertThat(page.locator("h1").first()).isVisible();
    }

    void go(String url) {
      page.navigate(url);
      page.reload();
    }

    void signIn(Actor.Person person) {
      page.navigate(rolewright.baseUrl() + "/");
      page.locator("input[name=email]").fill(person.email());
      page.locator("input[type=password]").fill(Installation.PASSWORD);
      page.locator("button.primary").click();
      page.waitForURL("**/workbench/**");
    }

    void beginStudy(String title) {
      page.navigate(rolewright.baseUrl() + "/workbench/#/studies/new");
      page.getByLabel("Name of the credential or role").fill(title);
      button("Begin the study").click();
      assertThat(page.locator("h1").first()).hasText(title);
    }

    void writeTasks() {
      stage("Workshop");
      for (var domain = 0; domain < 2; domain++) {
        button("Add a domain").first().click();
        page.locator("dialog[open]").getByLabel("Domain").fill("Domain " + (domain + 1));
        page.locator("dialog[open] button.primary").click();
        for (var task : TASKS.subList(2 * domain, 2 * domain + 2)) {
          var entry = page.getByLabel("New task in Domain " + (domain + 1));
          entry.fill(task);
          entry.press("Enter");
          assertThat(page.locator("main")).containsText(task);
        }
      }
      button("Publish").first().click();
      confirm("Publish list 1");
      assertThat(page.locator("main")).containsText("List 1 published");
    }

    void freezeProtocol() {
      stage("Study");
      tab("Protocol");
      page.getByLabel("Rationale").fill("A survey of the field, as the accreditor asks.");
      button("Save the draft").click();
      button("Freeze the protocol").click();
      page.locator("dialog[open] button.primary").click();
      assertThat(page.locator("main")).containsText("Protocol frozen");
    }

    /** Returns the open link. */
    String openSurvey() {
      stage("Survey");
      button("New survey").click();
      page.getByLabel("Title").fill("What peers do");
      confirm("Create the survey");
      tab("Progress");
      button("Open the survey").click();
      confirm("Open");
      tab("Links");
      return page.locator("[role=tabpanel] code").first().textContent().strip();
    }

    void importRatings(int respondents) {
      tab("Import");
      page.setInputFiles("#csv-file", ratings(respondents));
      button("Import " + respondents + " respondents").click();
      assertThat(page.locator(".toast").last()).containsText(respondents + " respondents imported");
    }

    void closeSurvey() {
      tab("Progress");
      button("Close the survey").click();
      confirm("Close for good");
      assertThat(page.locator("main")).containsText("Hash of the answers");
    }

    void analyse() {
      stage("Analysis");
      button("Run the analysis").click();
      assertThat(page.locator("main"))
          .containsText(
              "In plain words", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      assertThat(page.locator(".stat").first()).containsText("31");
      Browsers.shoot(page, "journey-analysis");
    }

    void proposeBlueprint() {
      page.getByText("Go on to the blueprint").click();
      button("Propose a blueprint").click();
      page.locator("dialog[open] button.primary").click();
      assertThat(page.locator("main")).containsText("Version 1");
      Browsers.shoot(page, "journey-proposed");
    }

    void adopt() {
      button("Adopt").click();
      page.locator("dialog[open] button.primary").click();
      assertThat(page.locator("main")).containsText("adopted");
    }

    /** What stands behind a link, read without signing in: the outline is public. */
    String open(String name) {
      var address =
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
              .evaluate("link => link.href")
              .toString();
      try (var visitor = browsers.context(Look.DESKTOP)) {
        var answer = visitor.request().get(address);
        assertEquals(200, answer.status());
        return new String(answer.body(), StandardCharsets.UTF_8);
      }
    }
  }

  /** Ratings between 3 and 5 on four tasks; the same every time. */
  private static FilePayload ratings(int respondents) {
    var random = new Random(7);
    var header =
        List.of("I.A", "I.B", "II.A", "II.B").stream()
            .map(code -> code + ".importance," + code + ".frequency")
            .collect(Collectors.joining(","));
    var lines =
        IntStream.rangeClosed(1, respondents)
            .mapToObj(n ->
                "r"
                    + n
                    + ","
                    + random
                        .ints(8, 3, 6)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    return new FilePayload(
        "ratings.csv",
        "text/csv",
        ("respondent," + header + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
