package org.rolewright.standard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.form.FormBank;
import org.rolewright.form.FormId;
import org.rolewright.judging.Setting.Method;
import org.rolewright.platform.Actor;
import org.rolewright.platform.text.Language;

/** The pages of who leads a panel and of who sits on it. */
class StandardScreensTest {
  private static FormBank given;
  private static Browsers browsers;
  private static FormId form;

  @BeforeAll
  static void start() {
    given = new FormBank(8);
    form = new FormId(UUID.fromString(given.published("SCREENS-1", 0).get("id").asText()));
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    given.close();
  }

  private static JudgedForm panel(Method method) {
    return new JudgedForm(given.bank.installation(), given.bank.study(), form, method, 5);
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
              + "/standard"
              + path);
      return this;
    }

    Locator button(String name) {
      return page.locator("main")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void confirm() {
      page.locator("dialog button.primary, dialog button.danger").click();
      assertThat(page.locator("dialog")).hasCount(0);
    }

    void inspect(String name) {
      page.evaluate("scrollTo(0, 0)");
      Browsers.inspect(
          page,
          "standard-%s-%d-%s-%s"
              .formatted(
                  name,
                  look.width(),
                  look.scheme().name().toLowerCase(Locale.ROOT),
                  look.language()));
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Test
  void who_leads_a_panel_sees_where_it_stands_and_what_it_came_to() {
    var judged = panel(Method.MODIFIED_ANGOFF);
    judged.round(1, (panelist, item) -> 55 + 3 * panelist + item);
    judged.round(2, (panelist, item) -> panelist == 4 ? 95 - 5 * item : 60 + panelist + item);
    judged.lock();
    for (var look : Look.tried()) {
      try (var seat = Seat.of(look, judged.facilitator)) {
        seat.to("").inspect("panels");
        seat.to("/panels/" + judged.setting.value());
        seat.inspect("cut");
        seat.page().locator("#tab-rounds").click();
        for (var details : seat.page().locator("main details.more > summary").all())
          details.click();
        seat.inspect("rounds");
        seat.page().locator("#tab-people").click();
        seat.inspect("people");
      }
    }
  }

  @Test
  void one_proposes_a_cut_and_another_adopts_it_on_their_screens() {
    var judged = panel(Method.YES_NO_ANGOFF);
    judged.round(1, (panelist, item) -> item < 6 + panelist ? 100 : 0);
    judged.round(2, (panelist, item) -> item < 7 + panelist / 2 ? 100 : 0);
    judged.lock();
    var address = "/panels/" + judged.setting.value();
    try (var seat = Seat.of(Look.DESKTOP, judged.facilitator).to(address)) {
      seat.button("Propose a cut").click();
      // own cuts 7, 7, 8, 8, 9: mean 7.8, so 8 of 12 pass
      assertThat(seat.page().locator("dialog")).containsText("8 of 12: not moved");
      seat.page().locator("dialog textarea[name=reason]").fill("The board follows the panel.");
      seat.confirm();
      assertThat(seat.button("Adopt the cut")).isDisabled();
      seat.inspect("proposed");
    }
    try (var seat = Seat.of(Look.DESKTOP, judged.second).to(address)) {
      seat.button("Adopt the cut").click();
      seat.confirm();
      assertThat(seat.page().locator("main")).containsText("in force");
    }
    var wiring = given.bank.installation().wiring();
    int raw = wiring.database.transaction(tx -> wiring.standards.adopted(tx, form)).raw();
    assertEquals(8, raw);
  }

  @Test
  void a_panelist_rates_on_a_phone_and_sees_what_the_round_before_came_to() {
    var wiring = given.bank.installation().wiring();
    var judged = panel(Method.MODIFIED_ANGOFF);
    judged.round(1, (panelist, item) -> 50 + 2 * panelist + item);
    wiring.settings.open(judged.facilitator, judged.setting, 2);
    var panelist = judged.panelists.getFirst();
    for (var look : Look.tried()) {
      try (var seat = Seat.of(look, panelist)) {
        seat.to("").inspect("mine");
        seat.to("/mine/" + judged.setting.value());
        seat.inspect("rating");
        assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(seat.page()));
      }
    }
    try (var seat = Seat.of(Look.PHONE, panelist).to("/mine/" + judged.setting.value())) {
      for (int i = 0; i < 12; i++) {
        assertThat(seat.page().locator("#place")).containsText("question " + (i + 1) + " of 12");
        seat.page().locator("input[name=percent]").fill(String.valueOf(70 + i));
        seat.button(i < 11 ? "Save and go on" : "Save").click();
      }
      seat.button("Hand in this round").click();
      seat.confirm();
      assertThat(seat.page().locator("main")).containsText("You have handed in round 2.");
    }
    var mine = wiring.panels.mine(panelist, judged.setting, Language.ENGLISH);
    int first = mine.open().orElseThrow().ratings().get(mine.items().getFirst().version().value());
    assertEquals(70, first);
  }

  @Test
  void a_panelist_promises_and_takes_the_form_before_any_key_is_shown() {
    var wiring = given.bank.installation().wiring();
    var judged = panel(Method.MODIFIED_ANGOFF);
    var newcomer = given.bank.person(org.rolewright.platform.Role.SME);
    try (var seat = Seat.of(Look.DESKTOP, judged.facilitator)) {
      seat.to("/panels/" + judged.setting.value());
      seat.button("Ask somebody").click();
      seat.page()
          .locator("dialog select[name=person]")
          .selectOption(newcomer.id().value().toString());
      seat.page().locator("dialog input[name=position]").fill("Employers");
      seat.inspect("asking");
      seat.confirm();
      assertThat(seat.page().locator("main table tbody tr")).hasCount(6);
    }
    try (var seat = Seat.of(Look.PHONE, newcomer).to("/mine/" + judged.setting.value())) {
      seat.inspect("promise");
      seat.button("I promise").click();
      for (int i = 0; i < 12; i++) {
        assertThat(seat.page().locator("#place")).containsText("question " + (i + 1) + " of 12");
        assertThat(seat.page().locator("main")).not().containsText("Key:");
        seat.page().locator(".question-option").first().click();
        if (i == 0) seat.inspect("exam");
        seat.button(i < 11 ? "Save and go on" : "Save").click();
      }
      seat.button("Open the keys").click();
      seat.confirm();
      assertThat(seat.page().locator("main")).containsText("Your training comes next.");
    }
    var mine = wiring.panels.mine(newcomer, judged.setting, Language.ENGLISH);
    assertEquals("\"a\"", mine.items().getLast().response().orElseThrow().toString());
  }
}
