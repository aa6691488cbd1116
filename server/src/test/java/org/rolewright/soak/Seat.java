package org.rolewright.soak;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A device: a browser of its own, and the tab that the candidate works in. */
final class Seat implements AutoCloseable {
  private static final long PATIENCE_MS = 90_000;
  private final BrowserContext browser;
  private final String address;
  private final String code;
  private final List<String> unread = new ArrayList<>();
  private Page page;
  private int pen;

  /** What is to be seen at one moment. */
  record Sight(boolean saved, int item, String value) {}

  Seat(BrowserContext browser, String address, String code) {
    this.browser = browser;
    this.address = address;
    this.code = code;
    browser.setDefaultTimeout(5_000);
    browser.setDefaultNavigationTimeout(PATIENCE_MS);
    browser.onResponse(this::heard);
    open();
  }

  /** Opens the page in a tab of its own; while the program is away, again and again. */
  private void open() {
    page = browser.newPage();
    until(
        "the page opens",
        () -> {
          page.navigate(address);
          return true;
        });
  }

  /** A page sends nothing that the service cannot read. */
  private void heard(Response response) {
    if (response.status() == 400 || response.status() == 422)
      unread.add(response.request().url() + " " + response.request().postData());
  }

  /** What was sent that the service could not read. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  int pen() {
    return pen;
  }

  void pen(int pen) {
    this.pen = pen;
  }

  /** Clicks on whatever leads to the questions, as often as it takes. */
  void toQuestions() {
    until(
        "the questions are shown again",
        () -> {
          if (isVisible(".question") && !enterAgain()) return true;
          if (isVisible(".exam-review")) page.locator(".exam-review .exam-cell").first().click();
          else lead();
          return false;
        });
  }

  /** At a device that was left, until it has heard that the exam went on elsewhere. */
  void hearsOfOther() {
    until(
        "the device hears of the other",
        () -> {
          if (isVisible("h1:text-is('The exam is open on another device')")) return true;
          if (isVisible("#code") || isVisible("h1:text-is('The exam is open in another tab')"))
            lead();
          return false;
        });
  }

  private void lead() {
    if (isVisible("#code")) page.locator("#code").fill(code);
    if (isVisible("main .button.primary:enabled"))
      page.locator("main .button.primary:enabled").last().click();
  }

  /** Loads the page again. */
  void reload() {
    until(
        "the page opens again",
        () -> {
          page.reload();
          return true;
        });
  }

  /** Closes the tab; the candidate opens the page again. */
  void closeTab() {
    var old = page;
    open();
    old.close();
  }

  /** A second tab beside the first, in which the candidate goes on. */
  void secondTab() {
    open();
  }

  void offline(boolean offline) {
    browser.setOffline(offline);
  }

  /** Goes to some question by its number. */
  void go(int item) {
    until(
        "question " + item + " is shown",
        () -> {
          if (isVisible(".exam-review"))
            page.locator(".exam-review .exam-cell").nth(item - 1).click();
          else if (sight().item() == item) return !enterAgain();
          else if (isVisible(".question")) page.locator(".exam-foot .button").last().click();
          else lead();
          return false;
        });
  }

  /** What to answer to the question that is shown; empty where it is of another type. */
  String answer(int number) {
    if (isVisible(".question-entry input")) return "" + number;
    var options = page.locator(".question-option input[type=radio]");
    return options.count() == 0 ? "" : options.nth(number % options.count()).getAttribute("value");
  }

  /** Gives an answer; throws when the page is drawn anew under the hand. */
  void give(String value) {
    var entry = page.locator(".question-entry input");
    if (entry.isVisible()) entry.fill(value);
    else page.locator(".question-option input[value=" + value + "]").check();
    keepsIt();
  }

  /** What was chosen is on the device at least. */
  private void keepsIt() {
    until(
        "an answer is kept on the device",
        () ->
            page.locator(".exam-item-state")
                .textContent()
                .matches(".*(saved\\.|on this device).*"));
  }

  boolean showsQuestion() {
    return isVisible(".question");
  }

  /** All at one moment. */
  @SuppressWarnings("unchecked")
  Sight sight() {
    var seen =
        (Map<String, Object>)
            page.evaluate(
                """
                () => {
                  const text = document.querySelector('.question-entry input');
                  const one = document.querySelector('.question-option input[type=radio]:checked');
                  return {
                    saved: document.querySelector('.exam-head .save-state')?.className === 'save-state saved',
                    item: Number(document.querySelector('.question-stem')?.id.slice(5) ?? 0),
                    value: text?.value ?? one?.value ?? '',
                  };
                }\
                """);
    return new Sight(
        (Boolean) seen.get("saved"),
        ((Number) seen.get("item")).intValue(),
        (String) seen.get("value"));
  }

  /** Where the page asks for it: the token of this device ended with an answer that was lost. */
  private boolean enterAgain() {
    if (isVisible("dialog #code")) {
      page.locator("dialog #code").fill(code);
      page.locator("dialog .button.primary").click();
    } else if (isVisible(".exam-saving .button")) page.locator(".exam-saving .button").click();
    else return false;
    return true;
  }

  boolean showsSaved() {
    enterAgain();
    return page.locator(".exam-head .save-state.saved").isVisible() || isVisible("code.break");
  }

  /** The identity that the device made for itself. */
  String clientId() {
    return (String)
        page.evaluate(
            """
            () => new Promise((done, failed) => {
              const open = indexedDB.open('rolewright.exam');
              open.onerror = () => failed(open.error);
              open.onsuccess = () => {
                const asked = open.result.transaction('kept').objectStore('kept').get(['device', 'clientId']);
                asked.onsuccess = () => { open.result.close(); done(asked.result); };
              };
            })\
            """);
  }

  /** Hands in, and returns the digest on the receipt. */
  String handIn() {
    until(
        "there is a receipt",
        () -> {
          if (isVisible("code.break")) return true;
          if (isVisible("dialog .button.primary")) page.locator("dialog .button.primary").click();
          else if (isVisible(".exam-review")) page.locator(".exam-foot .button.primary").click();
          else if (isVisible(".question")) page.locator(".exam-foot .button").last().click();
          return false;
        });
    return page.locator("code.break").textContent();
  }

  private boolean isVisible(String selector) {
    return page.locator(selector).first().isVisible();
  }

  /** Something that the page comes to, sooner or later. */
  interface Sooner {
    boolean orLater();
  }

  void until(String what, Sooner so) {
    var end = System.currentTimeMillis() + PATIENCE_MS;
    while (System.currentTimeMillis() < end) {
      try {
        if (so.orLater()) return;
      } catch (PlaywrightException _) {
        // the page was drawn anew in between
      }
      page.waitForTimeout(150);
    }
    throw new Soak.Broken(what + ", but this is: " + page.locator("body").innerText());
  }

  @Override
  public void close() {
    browser.close();
  }
}
