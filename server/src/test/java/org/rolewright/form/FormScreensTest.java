package org.rolewright.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** The pages of forms: wishes, what came of them, editing, two signatures; on phone and desktop. */
class FormScreensTest {
  private static final List<Look> LOOKS = Look.tried();
  private static FormBank given;
  private static Browsers browsers;
  private static Actor.Person first;
  private static Actor.Person second;

  @BeforeAll
  static void start() {
    given = new FormBank(9);
    var right = new HashMap<String, Integer>();
    for (int i = 0; i < given.items.size(); i++)
      right.put(given.items.get(i).version(), 500 + (i * 37) % 400);
    given.evidence(right);
    first = given.bank.person(Role.CERTIFICATION_EXPERT);
    second = given.bank.person(Role.CERTIFICATION_EXPERT);
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    given.close();
  }

  /** Somebody's open browser. */
  private record Seat(BrowserContext context, Page page, Look look) implements AutoCloseable {
    static Seat of(Look look, Actor.Person person) {
      var context = browsers.context(look);
      var page = context.newPage();
      Browsers.signIn(page, given.bank.installation().baseUrl(), person);
      return new Seat(context, page, look);
    }

    Seat to(String path) {
      Browsers.show(
          page,
          given.bank.installation().baseUrl()
              + "/workbench/#/studies/"
              + given.bank.study().value()
              + "/form"
              + path);
      return this;
    }

    Locator button(String name) {
      return page.getByRole(
          AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator inDialog(String name) {
      return page.locator("dialog")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void inspect(String name) {
      page.evaluate("scrollTo(0, 0)");
      Browsers.inspect(
          page,
          "form-"
              + name
              + "-"
              + look.width()
              + "-"
              + look.scheme().name().toLowerCase(Locale.ROOT)
              + "-"
              + look.language());
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void wishes_become_forms_that_one_signs_and_another_publishes() {
    String address;
    try (var seat = Seat.of(Look.DESKTOP, first)) {
      seat.to("/assemble");
      seat.page().locator("input[name=code]").fill("TEST");
      seat.page().locator("input[name=code]").press("Tab");
      seat.page().locator("details.more summary").click();
      seat.page().locator("input[name=seconds]").fill("5");
      seat.page().locator("input[name=seconds]").press("Tab");
      seat.button("Look for forms").click();
      seat.page().waitForURL("**/assemblies/**", new Page.WaitForURLOptions().setTimeout(90_000));
      assertThat(seat.page().locator("main h1")).hasText("Search for TEST");
      seat.page().getByText("Compare them").click();
      assertThat(seat.page().locator("main h1")).hasText("Forms side by side");
      assertThat(seat.page().locator("figure svg")).hasCount(2);
      seat.page().goBack();
      assertThat(seat.page().locator("main h1")).hasText("Search for TEST");
      seat.page().getByText("TEST-A", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(seat.page().locator("main h1")).hasText("Form TEST-A");
      seat.page().locator("#tab-items").click();
      seat.page().locator("tbody button:has-text('Exchange')").first().click();
      seat.page().locator("dialog input[name=item]").first().check();
      seat.inDialog("Take this item").click();
      seat.page()
          .locator("dialog")
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      seat.page().locator("#tab-parts").click();
      seat.button("Add a break").click();
      assertThat(seat.page().getByText("Break of 10 minutes").first()).isVisible();
      seat.button("Sign this draft").click();
      seat.inDialog("Sign this draft").click();
      assertThat(seat.page().getByText("A second person has to publish it.")).isVisible();
      assertThat(seat.button("Publish this form")).isDisabled();
      address = seat.page().url().replaceAll(".*/form(/forms/.*)", "$1");
    }
    try (var seat = Seat.of(Look.DESKTOP, second)) {
      seat.to(address);
      seat.button("Publish this form").click();
      assertThat(seat.page().locator("dialog")).containsText("This cannot be undone");
      seat.inspect("publish");
      seat.inDialog("Publish this form").click();
      assertThat(seat.page().locator("main .page-head .badge")).hasText("published");
      assertThat(seat.button("Retire")).isVisible();
    }
  }

  @Test
  void why_there_are_no_forms_stands_on_the_page() {
    try (var seat = Seat.of(new Look(320, ColorScheme.DARK, "es"), first)) {
      seat.to("/assemble");
      seat.page().locator("input[name=forms]").fill("6");
      seat.page().locator("input[name=forms]").press("Tab");
      seat.button("Buscar formas").click();
      seat.page().waitForURL("**/assemblies/**", new Page.WaitForURLOptions().setTimeout(90_000));
      assertThat(seat.page().locator(".notice.warn").first()).containsText("Faltan");
      seat.inspect("impossible");
    }
  }

  @Test
  void axe_finds_nothing_and_nothing_scrolls_sideways() {
    var form = given.filled("LOOK-1", 0);
    var other = given.filled("LOOK-2", 3);
    var path = "/forms/" + form.get("id").asText();
    for (var look : LOOKS)
      try (var seat = Seat.of(look, first)) {
        seat.to("").inspect("list");
        seat.to("/assemble").inspect("wishes");
        seat.to(path).inspect("meter");
        for (var part : List.of("items", "parts")) {
          seat.page().locator("#tab-" + part).click();
          seat.inspect(part);
        }
        seat.to(path + "/preview").inspect("preview");
        seat.to("/compare?forms=" + form.get("id").asText() + "," + other.get("id").asText())
            .inspect("compare");
      }
  }

  @Test
  void every_control_is_reached_by_the_tab_key() {
    var form = given.filled("KEYS-1", 0);
    var missed = new TreeSet<String>();
    try (var seat = Seat.of(Look.DESKTOP, first)) {
      for (var path : List.of("", "/assemble", "/forms/" + form.get("id").asText())) {
        seat.to(path);
        Browsers.unreachedByKeyboard(seat.page()).forEach(one -> missed.add(path + ": " + one));
      }
    }
    assertEquals(new TreeSet<>(), missed);
  }
}
