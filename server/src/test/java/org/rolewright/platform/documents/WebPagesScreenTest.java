package org.rolewright.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** A report in a real browser with the site's style sheets, under its content policy. */
class WebPagesScreenTest {
  private static final String ORIGIN = "https://rolewright.test";
  private static final Path WEB = Path.of("..", "web-static", "src", "main", "web");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " base-uri 'none'";

  private static final List<Look> LOOKS = Look.tried();

  private final WebPages pages = new WebPages(new Texts());

  @Test
  void axe_finds_nothing_and_the_policy_lets_all_through_in_any_look() {
    try (var browsers = new Browsers()) {
      for (var look : LOOKS)
        try (var context = context(browsers, look)) {
          inspect(context, look);
        }
    }
  }

  private static void inspect(BrowserContext context, Look look) {
    var page = context.newPage();
    var blocked = blocked(page);
    page.navigate(ORIGIN + "/" + look.language());
    boolean phone = look.width() < 600;
    assertEquals(phone, page.locator("#tasks-figure .plot-narrow").isVisible());
    assertEquals(!phone, page.locator("#tasks-figure .plot-wide").isVisible());
    for (var details : page.locator("summary").all()) details.click();
    Browsers.inspect(
        page,
        "report-%d-%s-%s"
            .formatted(look.width(), look.scheme().name().toLowerCase(), look.language()));
    assertEquals(List.of(), blocked);
  }

  private static List<String> blocked(Page page) {
    var blocked = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) blocked.add(message.text());
    });
    return blocked;
  }

  private BrowserContext context(Browsers browsers, Look look) {
    var context = browsers.context(look);
    context.route(ORIGIN + "/**", route -> answer(route, look));
    return context;
  }

  private void answer(Route route, Look look) {
    var path = route.request().url().substring(ORIGIN.length() + 1);
    if (path.startsWith("css/")) {
      route.fulfill(new Route.FulfillOptions().setPath(WEB.resolve(path)));
      return;
    }
    if (path.equals("favicon.ico")) {
      route.fulfill(new Route.FulfillOptions().setStatus(204));
      return;
    }
    var language = look.language().equals("es") ? Language.SPANISH : Language.ENGLISH;
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(Map.of("content-type", "text/html", "content-security-policy", POLICY))
            .setBody(pages.page(SampleReport.of(language))));
  }
}
