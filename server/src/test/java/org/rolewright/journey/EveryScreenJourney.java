package org.rolewright.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/**
 * Every screen of the workbench on the demonstration: axe finds nothing and nothing scrolls
 * sideways, on phone and desktop, light and dark, in English and Spanish; and each can be worked by
 * keyboard alone. (The pages of peers, candidates and proctors, and what staff do with candidates,
 * have tests of their own.)
 */
class EveryScreenJourney {
  private static final String STUDY = "/workbench/#/studies/" + LoadedDemonstration.STUDY;
  private static final List<String> ANALYSIS =
      List.of("respondents", "reliability", "tasks", "inclusion", "weights", "exports");

  private static final List<String> ITEMBANK =
      List.of("coverage", "reviews", "library", "sets", "check", "rules", "import");

  private static final List<Look> LOOKS = Look.tried();

  private static LoadedDemonstration demonstration;
  private static Installation rolewright;
  private static Browsers browsers;
  private static Actor.Person person;

  @BeforeAll
  static void start() {
    demonstration = LoadedDemonstration.withForms();
    rolewright = demonstration.installation();
    person = rolewright.person(Role.ADMINISTRATOR, Role.CERTIFICATION_EXPERT);
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    demonstration.close();
  }

  /** The screens by name. */
  private static Map<String, String> screens() {
    var screens = new LinkedHashMap<String, String>();
    screens.put("studies", "/workbench/#/studies");
    screens.put("new-study", "/workbench/#/studies/new");
    screens.put("study", STUDY + "/study");
    screens.put("workshop", STUDY + "/workshop");
    screens.put("surveys", STUDY + "/survey");
    screens.put("analysis", STUDY + "/analysis");
    screens.put("blueprint", STUDY + "/blueprint");
    for (var part : ITEMBANK) screens.put("itembank-" + part, STUDY + "/itembank/" + part);
    screens.put("itembank", STUDY + "/itembank");
    screens.put("new-item", STUDY + "/itembank/items/" + UUID.randomUUID() + "?new=1");
    screens.put("item", STUDY + "/itembank/items/" + first("listItems", "/items/0/item"));
    screens.put("forms", STUDY + "/form");
    screens.put("form", STUDY + "/form/forms/" + first("listForms", "/forms/0/id"));
    screens.put("wishes", STUDY + "/form/assemble");
    screens.put("standard", STUDY + "/standard");
    screens.put(
        "standard-panel",
        STUDY + "/standard/panels/" + first("listStandardSettings", "/settings/0/id"));
    screens.put("candidacy", STUDY + "/candidacy");
    screens.put("credential", STUDY + "/credential");
    screens.put("report", STUDY + "/report");
    screens.put("lineage", STUDY + "/lineage");
    screens.put("lineage-item", STUDY + "/lineage/items/" + first("listItems", "/items/0/item"));
    screens.put(
        "lineage-task", STUDY + "/lineage/tasks/" + first("readStudyLineage", "/cells/0/task/id"));
    screens.put("people", "/workbench/#/people");
    screens.put("outbox", "/workbench/#/outbox");
    screens.put("audit", "/workbench/#/audit");
    screens.put("contract", "/api/");
    return screens;
  }

  /** The identity that stands first in what an operation tells of the study. */
  private static String first(String operation, String pointer) {
    return demonstration.ofStudy(operation).at(pointer).asText();
  }

  @Test
  void axe_finds_nothing_on_any_screen_and_the_tab_key_reaches_every_control() {
    for (var look : LOOKS)
      try (var context = browsers.context(look)) {
        var page = context.newPage();
        page.navigate(rolewright.baseUrl() + "/account/#/sign-in");
        page.locator("input[type=password]").waitFor();
        Browsers.inspect(page, "screen-sign-in-" + name(look));
        signIn(page);
        var looked = new ArrayList<Executable>();
        screens()
            .forEach((screen, address) -> looked.add(() -> examine(page, screen, address, look)));
        looked.add(() -> examineOpenedContract(page, look));
        looked.add(() -> examineAnalysis(page, look));
        assertAll(looked);
      }
  }

  private static void examine(Page page, String screen, String address, Look look) {
    show(page, address);
    var name = "screen-" + screen + "-" + name(look);
    if (screen.equals("report")) Browsers.inspectBeside("article.document", page, name);
    else Browsers.inspect(page, name);
    if (look.equals(Look.DESKTOP))
      assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page), screen + " by keyboard");
  }

  private static void examineOpenedContract(Page page, Look look) {
    show(page, "/api/");
    for (var operation : List.of("signIn", "putRating", "readForm"))
      page.locator("#" + operation + " summary").click();
    page.locator("#readForm table").first().waitFor();
    Browsers.inspect(page, "screen-contract-opened-" + name(look));
  }

  private static void examineAnalysis(Page page, Look look) {
    show(page, STUDY + "/analysis");
    for (var part : ANALYSIS) {
      page.locator("#tab-" + part).click();
      Browsers.settle(page);
      Browsers.inspect(page, "screen-analysis-" + part + "-" + name(look));
    }
  }

  private static String name(Look look) {
    return look.width()
        + "-"
        + look.scheme().name().toLowerCase(Locale.ROOT)
        + "-"
        + look.language();
  }

  private static void signIn(Page page) {
    page.navigate(rolewright.baseUrl() + "/account/#/sign-in");
    page.locator("input[name=email]").fill(person.email());
    page.locator("input[type=password]").fill(Installation.PASSWORD);
    page.locator("button.primary").click();
    page.waitForURL("**/workbench/**");
  }

  private static void show(Page page, String address) {
    Browsers.show(page, rolewright.baseUrl() + address);
  }
}
