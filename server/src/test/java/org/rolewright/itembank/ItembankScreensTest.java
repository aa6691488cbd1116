package org.rolewright.itembank;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers.Look;
import org.rolewright.itembank.BankScreens.Seat;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;

/** The bank's pages: found, covered, reviewed, compared, taken in, set apart. */
class ItembankScreensTest {
  private static BankScreens screens;
  private static TestBank bank;
  private static JsonNode item;

  @BeforeAll
  static void start() {
    screens = new BankScreens();
    bank = screens.bank;
    item = bank.create(bank.writer, bank.draft());
  }

  @AfterAll
  static void stop() {
    screens.close();
  }

  /** What EveryScreenJourney does not see on the demonstration. */
  @Test
  void work_under_way_is_accessible_on_the_narrowest_phone_and_on_a_desktop() {
    filled();
    for (var look : BankScreens.LOOKS) {
      try (var seat = screens.seat(look, bank.expertPerson())) {
        for (var part : List.of("coverage", "reviews")) seat.to("/" + part).inspect(part);
        seat.to("/library").at("#tab-assets").click();
        seat.inspect("library-images");
        for (var part : List.of("text", "review", "versions", "statistics")) {
          seat.to("/items/" + item.get("item").asText() + "?part=" + part);
          seat.at("#panel-" + part).waitFor();
          seat.inspect("item-" + part);
        }
      }
    }
  }

  /** Something in every list. */
  private static void filled() {
    var other =
        bank.create(bank.writer, bank.draft(TestBank.single("Which is not the last step?")));
    bank.of(bank.writer.call("putItemSet"))
        .with("setId", UUID.randomUUID())
        .with("If-Match", TestBank.tag(0))
        .body(
            Map.of(
                "kind",
                "enemy",
                "reason",
                "Both ask for the first step.",
                "items",
                List.of(item.get("item").asText(), other.get("item").asText())))
        .expect(200);
    bank.of(bank.writer.call("putStimulus"))
        .with("stimulusId", UUID.randomUUID())
        .with("If-Match", TestBank.tag(0))
        .body(
            Map.of(
                "title",
                TestBank.both("A visit"),
                "text",
                TestBank.both(
                    "<p>Mrs. Ortega lives alone.</p><table><tr><th scope=\"col\">Day</th></tr><tr><td>Monday</td></tr></table>")))
        .expect(200);
    bank.of(bank.writer.call("describeAsset"))
        .with("assetId", UUID.randomUUID())
        .with("If-Match", TestBank.tag(0))
        .body(
            Map.of(
                "name",
                "Plate",
                "alt",
                Map.of("en", "A plate"),
                "licence",
                "CC0",
                "source",
                "Own work"))
        .expect(200);
    bank.of(bank.expert.call("putWritingAssignment"))
        .with("assignmentId", UUID.randomUUID())
        .with("If-Match", TestBank.tag(0))
        .body(
            Map.of(
                "person",
                bank.writerPerson.id().value(),
                "task",
                bank.cell(1, 0).get("id").asText(),
                "count",
                2,
                "dueOn",
                "2099-01-01"))
        .expect(200);
    submitted();
  }

  @Test
  void the_list_is_narrowed_down_and_its_address_keeps_the_choice() {
    bank.create(bank.writer, bank.draft(TestBank.single("How is a zebra weighed?")));
    try (var seat = screens.seat(Look.DESKTOP, bank.expertPerson())) {
      seat.to("");
      seat.at("input[name=text]").fill("zebra");
      assertThat(seat.at("tbody tr")).hasCount(1);
      seat.at("input[name=text]").fill("");
      seat.at("select[name=state]").selectOption("retired");
      assertThat(seat.at("tbody tr")).hasCount(0);
      assertEquals(true, seat.page().url().endsWith("?state=retired"));
      seat.page().reload();
      assertThat(seat.at("select[name=state]")).hasValue("retired");
    }
  }

  @Test
  void who_may_not_read_items_sees_where_they_stand_and_no_word_of_them() {
    try (var seat = screens.seat(Look.DESKTOP, bank.person(Role.AUDITOR))) {
      seat.to("");
      assertThat(seat.at("tbody tr").first()).isVisible();
      assertThat(seat.at(".item-title")).hasCount(0);
      assertThat(seat.at("nav.tabs a"))
          .hasText(new String[] {"Items", "Coverage", "Sets", "Rules"});
      seat.to("/items/" + item.get("item").asText());
      assertThat(seat.at("main .notice.bad")).isVisible();
      seat.to("/coverage");
      assertThat(seat.at("tbody tr").first()).isVisible();
    }
  }

  @Test
  void a_gap_becomes_an_assignment_that_its_writer_begins() {
    var cell = bank.cell(1, 1);
    try (var expert = screens.seat(Look.PHONE, bank.expertPerson())) {
      expert.to("/coverage");
      expert.button("Assign writing " + cell.get("code").asText()).click();
      expert.at("dialog select").selectOption(bank.writerPerson.id().value().toString());
      expert.at("dialog input[name=count]").fill("3");
      expert.at("dialog input[name=dueOn]").fill("2099-05-01");
      expert.inspect("assign");
      expert.at("dialog .primary").click();
      assertThat(expert.at(".table", "Writing assignments", cell.get("code").asText())).isVisible();
    }
    try (var writer = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      writer.to("/coverage");
      writer
          .at(".table", "Writing assignments", cell.get("code").asText())
          .getByText(
              "Write", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
          .click();
      assertThat(writer.at("select[name=task]")).hasValue(cell.get("id").asText());
    }
  }

  @Test
  void reviewers_vote_blind_comments_are_resolved_and_the_round_moves_on() {
    var version = submitted();
    var ann = bank.person(Role.SME);
    var ben = bank.person(Role.ITEM_WRITER);
    var page = "/reviews/" + version.get("id").asText();
    try (var expert = screens.seat(Look.DESKTOP, bank.expertPerson());
        var first = screens.seat(Look.PHONE, ann);
        var second = screens.seat(Look.DESKTOP, ben)) {
      expert.to(page);
      for (var reviewer : List.of(ann, ben)) assign(expert, reviewer);
      first.to("/reviews").at("tbody a").click();
      votes(first, "change", "The stem is vague.");
      first.at("textarea[name=comment]").fill("Say whose home.");
      first.at("select[name=pointer]").selectOption("/stem/en");
      first.button("Comment").click();
      assertThat(first.at(".comments li")).containsText("Say whose home.");
      second.to(page);
      assertThat(second.at("main")).not().containsText("The stem is vague.");
      assertThat(second.at(".item-key")).not().isVisible();
      second.at(".more summary").first().click();
      assertThat(second.at(".item-key .badge.good")).isVisible();
      second.inspect("vote");
      votes(second, "accept", "");
      assertThat(second.at("main")).containsText("The stem is vague.");
      votes(first, "accept", "");
      expert.to(page);
      assertThat(expert.button("On to editorial review")).isDisabled();
      expert.button("Answer and resolve Say whose home.").click();
      expert.at("dialog textarea").fill("It says the client's home.");
      expert.at("dialog .primary").click();
      expert.button("On to editorial review").click();
      expert.at("dialog textarea").fill("Both accept it.");
      expert.at("dialog .primary").click();
      assertThat(expert.at(".page-head .badge.info")).hasText("Editorial review");
      expert.inspect("review");
    }
  }

  private static void assign(Seat expert, Actor.Person reviewer) {
    expert.button("Assign a reviewer").click();
    expert.at("dialog select").selectOption(reviewer.id().value().toString());
    expert.at("dialog input[name=dueOn]").fill("2099-05-01");
    expert.at("dialog .primary").click();
    assertThat(expert.at(".reviewers")).containsText(reviewer.name());
  }

  private static void votes(Seat seat, String decision, String reason) {
    seat.at("input[name=decision][value=" + decision + "]").check();
    seat.at("textarea[name=vote-reason]").fill(reason);
    seat.at("[aria-labelledby=vote] .primary").click();
    assertThat(seat.at("[aria-labelledby=vote] .primary")).hasText("Change my vote");
  }

  @Test
  void versions_are_compared_and_an_older_text_is_taken_back() {
    var version = bank.create(bank.writer, bank.draft(TestBank.single("Which is first?")));
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      var address = "/items/" + version.get("item").asText();
      seat.to(address).at("#e-stem-en").fill("Which is last?");
      seat.at(".item-save .primary").click();
      seat.at(".item-save .save-state:not(.offline)").waitFor();
      seat.at("#tab-versions").click();
      assertThat(seat.at("[aria-labelledby=saved-texts] tbody tr")).hasCount(2);
      seat.at("[aria-labelledby=saved-texts] tbody .button").last().click();
      assertThat(seat.at("#e-stem-en")).hasText("Which is first?");
      assertThat(seat.at(".item-save .save-state")).containsText("Not saved yet");
      seat.button("Discard changes").click();
    }
    approve(version);
    try (var seat = screens.seat(Look.DESKTOP, bank.expertPerson())) {
      seat.to("/items/" + version.get("item").asText() + "?part=versions");
      seat.button("New version Version 1").click();
      seat.at("dialog textarea").fill("The guideline of 2026 changed the first step.");
      seat.at("dialog .primary").click();
      seat.at("#e-stem-en").fill("Which is last, by the guideline?");
      seat.at(".item-save .primary").click();
      seat.at(".item-save .save-state:not(.offline)").waitFor();
      seat.at("#tab-versions").click();
      assertThat(seat.at(".difference ins").first()).containsText("by the guideline");
      seat.inspect("compared");
    }
  }

  @Test
  void figures_are_words_while_there_are_none_and_have_intervals_once_there_are() {
    var version = bank.create(bank.writer, bank.draft(TestBank.single("Which figure?")));
    try (var seat = screens.seat(Look.DESKTOP, bank.expertPerson())) {
      var address = "/items/" + version.get("item").asText() + "?part=statistics";
      seat.to(address);
      assertThat(seat.at("#panel-statistics"))
          .containsText("No candidate has answered this version yet.");
      var figures =
          new Evidence.Figures(
              0.8,
              OptionalDouble.of(0.5),
              OptionalDouble.of(40),
              List.of(new Evidence.OptionFigures("b", 80, 0.8, OptionalDouble.of(0.5))));
      var found =
          new Evidence(
              UUID.randomUUID(),
              "F1",
              LocalDate.of(2026, 1, 5),
              LocalDate.of(2026, 1, 9),
              100,
              figures,
              Instant.now());
      var wiring = bank.installation().wiring();
      wiring.database.run(tx ->
          wiring.itembanks.recordEvidence(
              tx, Map.of(new ItemVersionId(UUID.fromString(version.get("id").asText())), found)));
      seat.to(address);
      // p = .8, n = 100: Wilson .7112 to .8666 (R 4.2 prop.test without correction); r = .5, n =
      // 100: .3366 to .6341 (cor.test's Fisher interval)
      assertThat(seat.at(".stat").first()).containsText("0.71 to 0.87");
      assertThat(seat.at("tbody tr").first()).containsText("0.34 to 0.63");
      seat.inspect("figures");
    }
  }

  @Test
  void a_file_is_shown_line_by_line_before_anything_is_stored() {
    var cell = bank.cell(0, 1);
    var head = "code,task,ksas,level,type,references,key,stem en,a en,b en\n";
    var good =
        "X-1,"
            + cell.get("code").asText()
            + ","
            + cell.at("/ksas/0/code").asText()
            + ",recall,single,Handbook,b,Which?,One,Two\n";
    try (var seat = screens.seat(Look.PHONE, bank.expertPerson())) {
      seat.to("/import");
      choose(
          seat,
          head + good + good.replace("X-1", "X-2").replace(cell.get("code").asText(), "IX.Z"));
      assertThat(seat.at("tbody .badge.bad")).hasCount(1);
      assertThat(seat.button("Add these items")).hasCount(0);
      seat.inspect("import-errors");
      choose(seat, head + good);
      seat.button("Add these items").click();
      assertThat(seat.at("main")).containsText("X-1");
    }
  }

  @Test
  void a_set_is_made_and_taken_away_and_a_rule_is_set() {
    var other = bank.create(bank.writer, bank.draft(TestBank.single("Which friend?")));
    try (var seat = screens.seat(Look.DESKTOP, bank.expertPerson())) {
      seat.to("/sets");
      var before = seat.at("main section.card").count();
      seat.button("New set").click();
      seat.at("dialog input[value=friend]").check();
      seat.at("dialog textarea").fill("They follow each other.");
      for (var one : List.of(item, other))
        seat.at("dialog input[value='" + one.get("item").asText() + "']").check();
      seat.inspect("set");
      seat.at("dialog .primary").click();
      assertThat(seat.at("main section.card")).hasCount(before + 1);
      seat.at("main section.card")
          .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("They follow"))
          .getByText("Remove")
          .click();
      seat.at("dialog .danger").click();
      assertThat(seat.at("main section.card")).hasCount(before);
      seat.to("/rules").at("input[name=pilotTarget]").fill("120");
      seat.at("main form .primary").click();
      assertThat(seat.at(".toast")).isVisible();
      seat.to("/rules");
      assertThat(seat.at("input[name=pilotTarget]")).hasValue("120");
    }
  }

  @Test
  void a_case_is_written_fixed_and_shown_beside_its_items() {
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      seat.to("/library").button("New case").click();
      seat.at("input[name=title-en]").fill("The Lopez family");
      seat.at("#stimulus-text-en").focus();
      seat.page().keyboard().type("Four people live in two rooms.");
      seat.inspect("case");
      seat.at("dialog .primary").click();
      seat.button("Fix this version The Lopez family").click();
      seat.at("dialog .primary").click();
      var version = bank.create(bank.writer, bank.draft(TestBank.single("What is needed first?")));
      seat.to("/items/" + version.get("item").asText());
      seat.at("select[name=stimulus]")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption()
                  .setLabel("The Lopez family (version 1)"));
      assertThat(seat.at(".question-stimulus")).containsText("Four people live in two rooms.");
    }
  }

  private static JsonNode submitted() {
    var version = bank.create(bank.writer, bank.draft());
    return bank.writer
        .call("submitItem")
        .with("versionId", version.get("id").asText())
        .with("If-Match", TestBank.tag(version.get("revision").asInt()))
        .expect(200)
        .json()
        .get("version");
  }

  /** Past its reviews, which have a test of their own. */
  private static void approve(JsonNode version) {
    bank.execute(
        "set session_replication_role = replica; update itembank.item_version set state = 'approved' where id = '"
            + version.get("id").asText()
            + "'");
  }

  private static void choose(Seat seat, String csv) {
    seat.page()
        .setInputFiles(
            "#csv-file",
            new FilePayload("items.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }
}
