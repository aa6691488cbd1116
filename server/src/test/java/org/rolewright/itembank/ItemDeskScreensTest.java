package org.rolewright.itembank;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers.Look;
import org.rolewright.itembank.BankScreens.Seat;

/** The writer's page: typed by keyboard, seen as candidates see it, never lost. */
class ItemDeskScreensTest {
  private static BankScreens screens;
  private static TestBank bank;

  @BeforeAll
  static void start() {
    screens = new BankScreens();
    bank = screens.bank;
  }

  @AfterAll
  static void stop() {
    screens.close();
  }

  @Test
  void an_item_is_typed_by_keyboard_saved_and_answered_in_its_preview() {
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      var id = begin(seat);
      choose(seat, "domain", 1);
      choose(seat, "task", 1);
      seat.at("input[name=ksas]").first().focus();
      seat.page().keyboard().press("Space");
      seat.at("#e-stem-en").focus();
      seat.page().keyboard().type("What comes ");
      seat.page().keyboard().press("Control+b");
      seat.page().keyboard().type("first");
      seat.page().keyboard().press("Control+b");
      seat.page().keyboard().type("?");
      for (var option : List.of("a", "b", "c", "d")) {
        seat.at("#e-option-" + option + "-en").focus();
        seat.page().keyboard().type("Step " + option + " & <more>");
      }
      seat.at("input[name=key][value=b]").focus();
      seat.page().keyboard().press("Space");
      assertThat(seat.at(".question-stem strong")).hasText("first");
      seat.at(".question-option input[value=c]").focus();
      seat.page().keyboard().press("Space");
      assertThat(seat.at(".question-option input[value=c]")).isChecked();
      seat.page().keyboard().press("Control+s");
      seat.at("#e-stem-en").focus();
      seat.page().keyboard().press("Control+s");
      assertThat(seat.at(".item-save .save-state")).hasText("All changes saved");
      var content = stored(id).get("content");
      assertEquals("<p>What comes <strong>first</strong>?</p>", content.at("/stem/en").asText());
      assertEquals("Step a &amp; &lt;more&gt;", content.at("/options/0/text/en").asText());
      assertEquals("b", content.at("/key/options/0").asText());
    }
  }

  @Test
  void every_type_is_written_and_keeps_its_key() {
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      assertEquals(
          List.of("a", "c"),
          keyOf(
              seat,
              "multiple",
              () -> {
                seat.at("input[name=key][value=c]").check();
                seat.at("input[name=key][value=a]").check();
              },
              "/options"));
      assertEquals(
          List.of("d", "a", "b", "c"),
          keyOf(
              seat, "ordering", () -> seat.at("select[name=place-d]").selectOption("1"), "/order"));
      assertEquals(
          Map.of("p1", "b", "p2", "a"),
          keyOf(
              seat,
              "matching",
              () -> {
                seat.at("#e-prompt-p1-en").fill("No money");
                seat.at("#e-prompt-p2-en").fill("No food");
                seat.at("select[name=target-p1]").selectOption("b");
                seat.at("select[name=target-p2]").selectOption("a");
              },
              "/pairs"));
      assertEquals(
          List.of("WHO", "the WHO"),
          keyOf(
              seat,
              "text",
              () -> seat.at("textarea[name=accepted-en]").fill("WHO\n the WHO\n\n"),
              "/accepted/en"));
      assertEquals(
          "12.5",
          keyOf(seat, "numeric", () -> seat.at("input[name=value]").fill("12,5"), "/value"));
    }
  }

  /** Writes a new item of a type and reads its key back from the service. */
  private static Object keyOf(Seat seat, String type, Runnable write, String pointer) {
    var id = begin(seat);
    choose(seat, "domain", 1);
    choose(seat, "task", 1);
    seat.at("input[name=ksas]").first().check();
    seat.at("select[name=type]").selectOption(type);
    seat.at("#e-stem-en").fill("Do it.");
    for (var field : seat.at(".rich-text[id^=e-option-]").all()) field.fill("Text");
    write.run();
    save(seat);
    var key = stored(id).get("content").get("key").at(pointer);
    return new com.fasterxml.jackson.databind.ObjectMapper().convertValue(key, Object.class);
  }

  @Test
  void formula_and_image_stand_where_the_caret_was() throws IOException {
    var asset = image();
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      var version = bank.create(bank.writer, bank.draft());
      seat.to("/items/" + version.get("item").asText());
      seat.at("#e-stem-en").focus();
      seat.page().keyboard().press("Control+End");
      seat.at(".rich-tools .formula").first().click();
      seat.at("dialog textarea").fill("BMI = kg / m^2");
      assertThat(seat.at("dialog mfrac")).hasCount(1);
      seat.at("dialog .primary").click();
      seat.page().keyboard().type("and ");
      seat.at(".rich-tools .image").first().click();
      seat.at("dialog input[type=radio]").check();
      assertThat(seat.at("dialog input[name=alt]")).hasValue("Four squares");
      seat.at("dialog .primary").click();
      assertThat(seat.at(".question-stem math[alttext='BMI = kg / m^2'] mfrac msup")).hasCount(1);
      var shown = seat.at(".question-stem img[alt='Four squares']");
      shown.scrollIntoViewIfNeeded();
      assertEquals(true, shown.evaluate("one => one.decode().then(() => one.naturalWidth === 8)"));
      save(seat);
      var stem = stored(version.get("item").asText()).at("/content/stem/en").asText();
      assertTrue(
          stem.matches(
              "(?s)<p>Which of these comes first in a home visit\\?\\s*<math.*</math>.*and.*<img.*"),
          stem);
      assertTrue(stem.contains("data-asset=\"" + asset + "\""), stem);
    }
  }

  @Test
  void text_from_elsewhere_comes_without_its_format_and_scripts_never_run() {
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      var version = bank.create(bank.writer, bank.draft());
      seat.to("/items/" + version.get("item").asText());
      seat.at("#e-option-a-en")
          .evaluate(
              """
              field => {
                field.focus();
                getSelection().selectAllChildren(field);
                const data = new DataTransfer();
                data.setData('text/html', '<b onclick="window.acted = 1">bold</b><script>window.acted = 1</script>');
                data.setData('text/plain', '<script>window.acted = 1</script>\\nline');
                field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
              }\
              """);
      assertThat(seat.at(".question-option").first())
          .containsText("<script>window.acted = 1</script> line");
      save(seat);
      assertEquals(
          "&lt;script&gt;window.acted = 1&lt;/script&gt; line",
          stored(version.get("item").asText()).at("/content/options/0/text/en").asText());
      assertEquals(null, seat.page().evaluate("window.acted ?? null"));
    }
  }

  @Test
  void what_is_typed_outlives_a_reload_and_a_walk_elsewhere() {
    try (var seat = screens.seat(Look.PHONE, bank.writerPerson)) {
      seat.page().onDialog(com.microsoft.playwright.Dialog::accept);
      var version = bank.create(bank.writer, bank.draft());
      seat.to("/items/" + version.get("item").asText());
      seat.at("#e-stem-en").fill("Half a question");
      assertThat(seat.at(".item-save .save-state")).containsText("Not saved yet");
      seat.page().reload();
      assertThat(seat.at("#e-stem-en")).hasText("Half a question");
      seat.to("").to("/items/" + version.get("item").asText());
      assertThat(seat.at("#e-stem-en")).hasText("Half a question");
      seat.button("Discard changes").click();
      assertThat(seat.at("#e-stem-en")).hasText("Which of these comes first in a home visit?");
    }
  }

  @Test
  void of_two_writers_the_later_chooses_field_by_field() {
    var version = bank.create(bank.writer, bank.draft());
    for (var look : BankScreens.LOOKS) {
      try (var seat = screens.seat(look, bank.writerPerson)) {
        var item = version.get("item").asText();
        seat.to("/items/" + item);
        seat.at("#e-stem-en").fill("Mine " + look.name());
        seat.at("#e-option-a-en").fill("My option " + look.name());
        change(stored(item), "Theirs " + look.name(), "Their option " + look.name());
        seat.at(".item-save .primary").click();
        assertThat(seat.at("#conflict")).isFocused();
        assertThat(seat.at(".difference ins")).hasCount(2);
        assertThat(seat.at(".difference del")).hasCount(2);
        seat.inspect("conflict");
        seat.at("input[value=theirs]").nth(1).check();
        seat.at("section .primary").click();
        seat.at(".item-save .save-state:not(.offline)").waitFor();
        var content = stored(item).get("content");
        assertEquals("<p>Mine " + look.name() + "</p>", content.at("/stem/en").asText());
        assertEquals("Their option " + look.name(), content.at("/options/0/text/en").asText());
      }
    }
  }

  @Test
  void what_is_missing_is_said_at_its_field_when_saving_and_when_sending_to_review() {
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      begin(seat);
      seat.at("#e-stem-en").fill("An item of no task");
      seat.at(".item-save .primary").click();
      assertThat(seat.at("[role=alert] li")).hasCount(2);
      assertThat(seat.at("#f-task-error")).isVisible();
      choose(seat, "domain", 1);
      choose(seat, "task", 1);
      seat.at("input[name=ksas]").first().check();
      save(seat);
      seat.button("Send to review").click();
      assertThat(seat.at("[role=alert]")).isVisible();
      assertThat(seat.at("#e-option-a-en-below .error")).isVisible();
      assertThat(seat.at("#f-why-a-en-error")).isVisible();
      seat.inspect("gaps");
    }
  }

  /** As a colleague would, between reading and saving. */
  private static void change(JsonNode version, String stem, String option) {
    var draft = bank.draft();
    ((com.fasterxml.jackson.databind.node.ObjectNode) draft.at("/content/stem"))
        .put("en", "<p>" + stem + "</p>");
    ((com.fasterxml.jackson.databind.node.ObjectNode) draft.at("/content/options/0/text"))
        .put("en", option);
    bank.expert
        .call("editItem")
        .with("versionId", version.get("id").asText())
        .with("If-Match", TestBank.tag(version.get("revision").asInt()))
        .body(draft)
        .expect(200);
  }

  private static String begin(Seat seat) {
    var id = UUID.randomUUID().toString();
    seat.to("/items/" + id + "?new=1");
    return id;
  }

  private static void choose(Seat seat, String name, int at) {
    seat.at("select[name=" + name + "]")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(at));
  }

  private static void save(Seat seat) {
    Locator state = seat.at(".item-save .save-state");
    seat.at(".item-save .primary").click();
    seat.at(".item-save .save-state:not(.offline), [role=alert]").first().waitFor();
    assertEquals(List.of(), seat.at("[role=alert]").allInnerTexts());
    assertThat(state).hasText("All changes saved");
  }

  private static JsonNode stored(String item) {
    return bank.expert.call("readItem").with("itemId", item).expect(200).json().at("/versions/0");
  }

  /** A picture of eight by eight in the library, described in English. */
  private static UUID image() throws IOException {
    var id = UUID.randomUUID();
    bank.of(bank.writer.call("describeAsset"))
        .with("assetId", id)
        .with("If-Match", TestBank.tag(0))
        .body(
            Map.of(
                "name",
                "Squares",
                "alt",
                Map.of("en", "Four squares"),
                "licence",
                "CC0",
                "source",
                "Own work"))
        .expect(200);
    try (var seat = screens.seat(Look.DESKTOP, bank.writerPerson)) {
      seat.to("/library");
      seat.at("#tab-assets").click();
      seat.button("Edit Squares").click();
      seat.page().setInputFiles("#asset-file", new FilePayload("squares.png", "image/png", png()));
      seat.at("dialog .primary").click();
      assertThat(seat.at(".assets img[alt='Four squares']")).isVisible();
    }
    return id;
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
