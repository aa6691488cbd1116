package org.rolewright.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rolewright.Browsers;
import org.rolewright.delivery.ExamHall;

/** The machine of a candidate stops in the middle of a word: signal 9 to the whole browser. */
class KilledBrowserTest {
  private static final String ENTRY = ".question-entry input[inputmode=text]";

  /** Typed without a pause; what was typed in the last moments may be lost. */
  private static final String WORDS =
      "first I would ask whether it is a good time to talk about it";

  private static final int LAST_MOMENTS = WORDS.length() / 2;
  private static ExamHall hall;

  @BeforeAll
  static void open() {
    hall = ExamHall.open(ExamHall.Shape.plain());
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  private static Page shown(BrowserContext browser, String code) {
    var page = browser.pages().isEmpty() ? browser.newPage() : browser.pages().getFirst();
    Browsers.show(page, hall.rolewright.baseUrl() + "/exam/");
    page.setDefaultTimeout(2_000);
    for (var step = 0; page.locator(".question").count() == 0; step++) {
      assertTrue(step < 200, page.locator("body").innerText());
      try {
        if (page.locator("#code").isVisible()) page.locator("#code").fill(code);
        var next = page.locator("main .button.primary:enabled:not(.exam-foot *)");
        if (next.count() > 0) next.last().click();
      } catch (PlaywrightException _) {
        // the page was drawn anew in between
      }
      page.waitForTimeout(100);
    }
    page.setDefaultTimeout(30_000);
    return page;
  }

  /** To the question that is answered in words. */
  private static void toWords(Page page) {
    while (page.locator(ENTRY).count() == 0) {
      var before = page.locator("h1").textContent();
      page.locator(".exam-foot .button.primary").click();
      page.waitForCondition(() -> !page.locator("h1").textContent().equals(before));
    }
  }

  private static void mostIsThere(Page page) {
    var there = page.locator(ENTRY).inputValue();
    assertTrue(WORDS.startsWith(there) && there.length() >= LAST_MOMENTS, "\"" + there + "\"");
  }

  /** Browsers in which the exam of this code was opened. */
  private static int devices(String code) {
    var conduct = hall.wiring.conduct;
    return hall.wiring.database.transaction(tx -> {
      var admission = hall.wiring.candidacies.admission(tx, code).id();
      return conduct.roster(tx, hall.window).stream()
          .filter(line -> line.admission().equals(admission))
          .findFirst()
          .orElseThrow()
          .devices();
    });
  }

  @Test
  void what_was_typed_is_there_at_another_machine_and_in_the_same_browser(@TempDir Path profile)
      throws Exception {
    var code = hall.candidate();
    try (var browsers = new Browsers()) {
      var page = shown(browsers.onDisk(profile), code);
      toWords(page);
      page.locator(ENTRY).focus();
      for (var letter : WORDS.split("")) {
        page.keyboard().press(letter.equals(" ") ? "Space" : letter);
        page.waitForTimeout(100); // as somebody types
      }
      Browsers.kill(profile);

      var elsewhere = shown(browsers.context(Browsers.Look.PHONE), code);
      toWords(elsewhere);
      mostIsThere(elsewhere);

      var again = shown(browsers.onDisk(profile), code);
      toWords(again);
      mostIsThere(again);
      assertEquals(2, devices(code), "it knows that it is the same");
      again.locator(ENTRY).fill(WORDS);
      again.locator(".exam-head .save-state.saved").waitFor();

      var further = shown(elsewhere.context(), code);
      toWords(further);
      assertEquals(WORDS, further.locator(ENTRY).inputValue());
    }
  }
}
