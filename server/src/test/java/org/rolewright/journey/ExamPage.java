package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** The candidate's page, as far as a candidate works with it. */
final class ExamPage {
  final BrowserContext browser;
  final Page page;

  ExamPage(BrowserContext browser, String baseUrl) {
    this(browser.newPage(), baseUrl);
  }

  ExamPage(Page page, String baseUrl) {
    this.page = page;
    browser = page.context();
    page.navigate(baseUrl + "/exam/");
  }

  /** Trades the code and has the device checked. */
  ExamPage enter(String code) {
    page.locator("#code").fill(code);
    primary().click();
    assertThat(page.locator(".exam-card .eyebrow")).isVisible();
    return this;
  }

  ExamPage check() {
    primary().click();
    assertThat(page.locator(".exam-checks li")).hasCount(6);
    return this;
  }

  /** On from one page before the exam to the next. */
  ExamPage on() {
    primary().click();
    return this;
  }

  /** Everything before the first question. */
  ExamPage begin(String code) {
    enter(code).check().on().on().on().on();
    assertThat(question()).isVisible();
    return this;
  }

  Locator primary() {
    return page.locator("main .button.primary").last();
  }

  Locator heading() {
    return page.locator("h1");
  }

  Locator question() {
    return page.locator(".question");
  }

  Locator saveState() {
    return page.locator(".exam-head .save-state");
  }

  Locator notices() {
    return page.locator(".exam-notices .notice");
  }

  void saved() {
    assertThat(saveState()).hasClass("save-state saved");
  }

  /** To the question with this number, by the page of the review. */
  void go(int item) {
    page.locator(".exam-foot .button").last().click();
    page.locator(".exam-review .exam-cell").nth(item - 1).click();
    assertThat(heading()).containsText(String.valueOf(item));
  }

  void next() {
    page.locator(".exam-foot .button").nth(1).click();
  }

  /** Answers the question shown, whatever its type; the values are those of the contract. */
  @SuppressWarnings("unchecked")
  void answer(Object response) {
    switch (response) {
      case List<?> order when page.locator(".question-order").isVisible() ->
          put((List<String>) order);
      case List<?> chosen ->
          chosen.forEach(one -> page.locator(".question-option input[value=" + one + "]").check());
      case Map<?, ?> pairs ->
          pairs.forEach((prompt, target) ->
              page.locator("select[id$=-" + prompt + "]").selectOption((String) target));
      case String text when page.locator(".question-entry").isVisible() ->
          page.locator(".question-entry input").fill(text);
      default -> page.locator(".question-option input[value=" + response + "]").check();
    }
  }

  /** Moves elements up until they stand in this order. */
  private void put(List<String> order) {
    for (var to = 0; to < order.size(); to++)
      for (var at = place(order.get(to)); at > to; at--)
        page.locator(".question-order button[id^=up-][id$=-" + order.get(to) + "]").click();
    if (page.locator(".question-how + .question-clear").isVisible())
      page.locator(".question-how + .question-clear").click();
  }

  private int place(String element) {
    return (int)
        page.evaluate(
            "id => [...document.querySelectorAll('.question-order li .rich')].findIndex(e => e.id.endsWith('-' + id))",
            element);
  }

  /** Hands in from the page of the review. */
  void submit() {
    page.locator(".exam-foot .button").last().click();
    page.locator(".exam-review").waitFor();
    page.locator(".exam-foot .button.primary").click();
    page.locator("dialog .button.primary").click();
  }
}
