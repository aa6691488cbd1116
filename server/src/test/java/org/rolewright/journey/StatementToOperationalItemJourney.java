package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers.Look;
import org.rolewright.form.FormBank;
import org.rolewright.itembank.BankScreens;
import org.rolewright.itembank.BankScreens.Seat;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/**
 * From a task statement of an adopted blueprint to an item that counts, in the browser: a writer is
 * asked for it, writes it in both languages and mends what the linter finds; two reviewers vote
 * blind, one of them in Spanish on a phone; it passes editorial and fairness review, is put on a
 * form, and a second person publishes the form. Then its lineage leads back to the statement.
 */
class StatementToOperationalItemJourney {
  private static final Look SPANISH_PHONE = new Look(375, ColorScheme.LIGHT, "es");
  private static FormBank forms;
  private static BankScreens screens;
  private static JsonNode cell;

  @BeforeAll
  static void start() {
    forms = new FormBank(4);
    screens = new BankScreens(forms.bank);
    cell = forms.bank.cell(0, 0);
  }

  @AfterAll
  static void stop() {
    screens.close();
  }

  @Test
  void a_statement_becomes_an_item_that_counts_and_leads_back_to_the_statement() {
    var bank = forms.bank;
    var second = bank.person(Role.CERTIFICATION_EXPERT);
    try (var expert = screens.seat(Look.DESKTOP, bank.expertPerson())) {
      assign(expert, bank.writerPerson);
      var item = written();
      reviewed(expert, item);
      assertThat(expert.at(".page-head .badge.good")).hasText("Approved");
      var form = placed(expert, item);
      try (var colleague = screens.seat(Look.DESKTOP, second)) {
        publish(colleague, form);
      }
      assertThat(expert.to("/items/" + item.id()).at(".page-head .badge.good"))
          .hasText("Operational");
      traced(expert, item);
      try (var phone = screens.seat(SPANISH_PHONE, second)) {
        tracedInSpanish(phone, item);
      }
    }
  }

  /** What was written, as its address and its badge name it. */
  private record Written(String id, String code) {}

  private static void assign(Seat expert, Actor.Person writer) {
    expert.to("/coverage");
    expert.button("Assign writing " + cell.get("code").asText()).click();
    expert.at("dialog select").selectOption(writer.id().value().toString());
    expert.at("dialog input[name=count]").fill("1");
    expert.at("dialog input[name=dueOn]").fill("2099-05-01");
    confirm(expert);
    assertThat(expert.at(".table", "Writing assignments", writer.name())).containsText("open");
  }

  /** Written in both languages, with a flaw that is seen and mended, and sent to review. */
  private static Written written() {
    try (var writer = screens.seat(Look.DESKTOP, forms.bank.writerPerson)) {
      writer.to("/coverage");
      writer
          .at(".table", "Writing assignments", cell.get("code").asText())
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Write").setExact(true))
          .click();
      assertThat(writer.at("select[name=task]")).hasValue(cell.get("id").asText());
      writer.at("input[name=ksas]").first().check();
      writer.at("input[name=level][value=analysis]").check();
      writer.at("input[name=languages][value='en es']").check();
      writeQuestion(writer);
      mendFlaw(writer);
      writer.at(".item-save .primary").click();
      assertThat(writer.at(".item-save .save-state")).hasText("All changes saved");
      writer.inspect("journey-written");
      var code = writer.at("main h1").innerText();
      writer.button("Send to review").click();
      assertThat(writer.at(".page-head .badge.info")).hasText("Content review");
      writer.to("/coverage");
      assertThat(writer.at(".table", "Writing assignments", "1 of 1"))
          .containsText("Sent to review");
      return new Written(idOf(code), code);
    }
  }

  private static String idOf(String code) {
    var items = forms.bank.of(forms.bank.expert.call("listItems")).expect(200).json().get("items");
    return items
        .valueStream()
        .filter(item -> item.get("code").asText().equals(code))
        .findFirst()
        .orElseThrow()
        .get("item")
        .asText();
  }

  private static void writeQuestion(Seat writer) {
    writer.at("#e-stem-en").fill("Which step is not taken before a home visit?");
    writer.at("#e-stem-es").fill("¿Qué paso se da primero antes de una visita a domicilio?");
    var english = List.of("Call the family", "Write a report", "Pack the forms", "Thank a partner");
    var spanish =
        List.of(
            "Llamar a la familia",
            "Escribir un informe",
            "Guardar papeles",
            "Agradecer a un socio");
    for (int i = 0; i < 4; i++) {
      var option = "abcd".substring(i, i + 1);
      writer.at("#e-option-" + option + "-en").fill(english.get(i));
      writer.at("#e-option-" + option + "-es").fill(spanish.get(i));
      writer.at("textarea[name=why-" + option + "-en]").fill("Consent comes before all else.");
      writer.at("textarea[name=why-" + option + "-es]").fill("El consentimiento va primero.");
    }
    writer.at("input[name=key][value=a]").check();
    writer.at("textarea[name=rationale-en]").fill("Nobody is visited without being asked.");
    writer.at("textarea[name=rationale-es]").fill("No se visita a nadie sin preguntar.");
    writer.button("Add a reference").click();
    writer.at("input[name=reference-citation-0]").fill("Handbook of home visits, chapter 2");
  }

  private static void mendFlaw(Seat writer) {
    var remarks = writer.at("[aria-labelledby=remarks]");
    assertThat(remarks).containsText("The question asks with \"not\".");
    writer.at("#e-stem-en").fill("Which step comes first when a home visit is planned?");
    assertThat(remarks).containsText("Nothing stands out.");
  }

  /** Through content, editorial and fairness review; one reviewer works in Spanish on a phone. */
  private static void reviewed(Seat expert, Written item) {
    var ann = forms.bank.person(Role.SME);
    var ben = forms.bank.person(Role.SME);
    expert.to("/reviews");
    link(expert, item.code()).click();
    for (var reviewer : List.of(ann, ben)) assignReview(expert, reviewer);
    try (var phone = screens.seat(SPANISH_PHONE, ann);
        var desk = screens.seat(Look.DESKTOP, ben)) {
      contentReview(phone, desk, item);
      expert.page().reload();
      forward(expert, "On to editorial review", "Both accept it.");
      assignReview(expert, ben);
      open(desk, item);
      vote(desk, "accept", "");
      expert.page().reload();
      forward(expert, "On to fairness review", "Plain enough for everybody.");
      assignReview(expert, ann);
      open(phone, item);
      vote(phone, "accept", "");
      expert.page().reload();
      forward(expert, "Approve", "Fair to everybody.");
    }
  }

  private static void contentReview(Seat phone, Seat desk, Written item) {
    open(phone, item);
    vote(phone, "change", "Falta decir quién da el permiso.");
    phone.at("textarea[name=comment]").fill("¿Quién da el permiso?");
    phone.button("Comentar").click();
    assertThat(phone.at(".comments li")).containsText("¿Quién da el permiso?");
    phone.inspect("journey-vote");
    open(desk, item);
    assertThat(desk.at("main")).not().containsText("Falta decir");
    assertThat(desk.at("main")).not().containsText("¿Quién da el permiso?");
    vote(desk, "accept", "");
    assertThat(desk.at("main")).containsText("Falta decir quién da el permiso.");
    try (var writer = screens.seat(Look.DESKTOP, forms.bank.writerPerson)) {
      writer.to("/items/" + item.id() + "?part=review");
      writer.button("Answer and resolve ¿Quién da el permiso?").click();
      writer.at("dialog textarea").fill("The family; option A says so.");
      confirm(writer);
      assertThat(writer.at(".comments li .badge.good")).hasText("resolved");
    }
    vote(phone, "accept", "");
  }

  private static void assignReview(Seat expert, Actor.Person reviewer) {
    expert.button("Assign a reviewer").click();
    expert.at("dialog select").selectOption(reviewer.id().value().toString());
    expert.at("dialog input[name=dueOn]").fill("2099-05-01");
    confirm(expert);
    assertThat(expert.at(".reviewers").first()).containsText(reviewer.name());
  }

  private static void open(Seat reviewer, Written item) {
    reviewer.to("/reviews");
    link(reviewer, item.code()).click();
    reviewer.at("#vote").waitFor();
  }

  private static void vote(Seat reviewer, String decision, String reason) {
    reviewer.at("input[name=decision][value=" + decision + "]").check();
    reviewer.at("textarea[name=vote-reason]").fill(reason);
    reviewer.at("[aria-labelledby=vote] .primary").click();
    assertThat(reviewer.at(".toast").last()).isVisible();
    var again = reviewer.look().language().equals("es") ? "Cambiar mi voto" : "Change my vote";
    assertThat(reviewer.at("[aria-labelledby=vote] .primary")).hasText(again);
  }

  private static void forward(Seat expert, String on, String reason) {
    expert.button(on).click();
    expert.at("dialog textarea").fill(reason);
    confirm(expert);
  }

  /** Put on a draft in the place of another item of its task, and signed; answers where. */
  private static String placed(Seat expert, Written item) {
    var form = "form/forms/" + forms.filled("JOURNEY-A", 0).get("id").asText();
    expert.toPart(form).at("#tab-items").click();
    expert.button("Exchange").first().click();
    expert.at("dialog input[name=item][value='" + item.id() + "']").check();
    confirm(expert);
    assertThat(expert.at("#panel-items tbody")).containsText(item.code());
    expert.button("Sign this draft").click();
    confirm(expert);
    assertThat(expert.at("main")).containsText("A second person has to publish it.");
    return form;
  }

  private static void publish(Seat colleague, String form) {
    colleague.toPart(form).button("Publish this form").click();
    confirm(colleague);
    assertThat(colleague.at(".page-head .badge.good")).hasText("published");
  }

  /** From the item to the statement and back, by links alone. */
  private static void traced(Seat expert, Written item) {
    link(expert, "Why it is there").click();
    var chain = expert.at(".chain");
    assertThat(expert.at("main h1")).hasText("Lineage of item " + item.code());
    var outline =
        forms
            .first
            .call("readBlueprint")
            .with("blueprintId", forms.bank.blueprint())
            .expect(200)
            .json()
            .at("/outline/domains/0");
    for (var words :
        List.of(
            "Written by " + forms.bank.writerPerson.name(),
            cell.at("/ksas/0/text").asText(),
            cell.get("text").asText(),
            outline.get("title").asText(),
            String.format(Locale.US, "%.1f%%", 100 * outline.get("weight").asDouble()),
            "of 12 respondents to “Survey of 2026”",
            "Wording 1, written by " + forms.bank.expertPerson().name())) {
      assertThat(chain).containsText(words);
    }
    expert.inspect("journey-lineage-item");
    link(expert, cell.get("text").asText()).click();
    assertThat(expert.at("main h1")).hasText("Lineage of task " + cell.get("code").asText());
    link(expert, item.code() + ", version 1").click();
    assertThat(expert.at("main h1")).hasText("Lineage of item " + item.code());
  }

  private static void tracedInSpanish(Seat phone, Written item) {
    for (var page : Map.of("item", item.id(), "task", cell.get("id").asText()).entrySet()) {
      phone.toPart("lineage/" + page.getKey() + "s/" + page.getValue());
      assertThat(phone.at(".chain")).containsText("Importancia media");
      assertThat(phone.at(".chain")).containsText(item.code());
      phone.inspect("journey-lineage-" + page.getKey());
    }
  }

  private static Locator link(Seat seat, String name) {
    return seat.page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** Presses the dialog's last word, and waits until it is gone. */
  private static void confirm(Seat seat) {
    seat.at("dialog .primary, dialog .danger").click();
    seat.at("dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }
}
