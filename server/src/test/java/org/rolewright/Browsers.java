package org.rolewright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rolewright.platform.Actor;

/**
 * A headless Chromium for tests: the one named by {@code CHROMIUM}, the machine's, or one that is
 * fetched (apt where we are root, npm otherwise). The shell without windows is the first choice: it
 * takes a third less of the processor than the whole browser.
 */
public final class Browsers implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int LONGEST_PICTURE = 8_000;
  private static final String AXE = axe();

  /** So many presses of a key between two looks at what is left. */
  private static final int STEPS = 8;

  /** Strikes a control off the list when it gets the focus and shows it. */
  private static final String WATCH_FOCUS =
      """
      () => {
        const all = [...document.querySelectorAll(
          'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]')];
        window.unreached = new Set(all.filter(one => one.checkVisibility({ checkVisibilityCSS: true })
          && !one.closest('[inert], [aria-hidden=true]') && !one.matches('[type=radio], [role=tab][tabindex="-1"]')));
        const shows = one => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none';
        document.addEventListener('focusin', ({ target }) => {
          if ([target, target.closest('label')].some(one => one && shows(one))) window.unreached.delete(target);
        });
        document.activeElement?.blur();
        return window.unreached.size;
      }\
      """;

  /** How many requests of the page are on their way, or came in too lately to be shown. */
  private static final String COUNT_REQUESTS =
      """
      window.onTheWay = 0;
      const ask = window.fetch;
      window.fetch = (...given) => {
        window.onTheWay++;
        return ask(...given).finally(() => setTimeout(() => window.onTheWay--, 100));
      };\
      """;

  private static final String SETTLED =
      "!window.onTheWay && !document.querySelector('[aria-busy=true]')";

  /** Every page of the workbench has a heading of its own, which takes the place of the last. */
  private static final String FOLLOW =
      """
      address => {
        window.heading = document.querySelector('main h1');
        location.href = address;
      }\
      """;

  private static final String ARRIVED =
      "![null, window.heading].includes(document.querySelector('main h1'))";

  /**
   * Rows of a long table or list are alike: the contrast of thousands of words is most of what axe
   * does.
   */
  private static final String FURTHER_ROWS =
      "tbody tr:nth-child(n + 26), li:nth-child(n + 26), dl > :nth-child(n + 101)";

  private final Playwright playwright;
  private final Browser browser;

  private static final List<String> ARGUMENTS =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage");

  public Browsers() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // counts are refreshed every 5 s
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setChromiumSandbox(false)
                    .setArgs(ARGUMENTS));
  }

  /** How a screen is looked at. */
  public record Look(int width, ColorScheme scheme, String language) {
    public static final Look PHONE = new Look(375, ColorScheme.LIGHT, "en");
    public static final Look DESKTOP = new Look(1200, ColorScheme.LIGHT, "en");

    /**
     * The looks that every screen is tried in: the narrowest phone, dark, in Spanish, and a
     * desktop, light, in English; with {@code ALL_LOOKS=true} every combination, and every row of
     * long tables.
     */
    public static List<Look> tried() {
      return isEvery() ? all() : List.of(new Look(320, ColorScheme.DARK, "es"), DESKTOP);
    }

    private static boolean isEvery() {
      return "true".equals(System.getenv("ALL_LOOKS"));
    }

    /** For the name of a picture. */
    public String name() {
      return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
    }

    /** Phone and desktop × light and dark × English and Spanish. */
    private static List<Look> all() {
      return Stream.of(320, 1200)
          .flatMap(width ->
              Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                  .flatMap(
                      scheme -> Stream.of("en", "es").map(lang -> new Look(width, scheme, lang))))
          .toList();
    }
  }

  /** A browser of somebody's own: nothing shared with the other contexts. */
  public BrowserContext context(Look look) {
    return context(
        new Browser.NewContextOptions()
            .setViewportSize(look.width(), look.width() < 600 ? 720 : 800)
            .setHasTouch(look.width() < 600)
            .setColorScheme(look.scheme())
            .setLocale(look.language()));
  }

  /** As above, where a look does not say all. */
  public BrowserContext context(Browser.NewContextOptions options) {
    var context = browser.newContext(options);
    context.addInitScript(COUNT_REQUESTS);
    return context;
  }

  /** A browser in a process of its own, which keeps what it has on the disk. */
  public BrowserContext onDisk(Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(chromium())
                .setChromiumSandbox(false)
                .setArgs(ARGUMENTS));
  }

  /** Signal 9 to the browser that was started on this profile: no goodbye. */
  public static void kill(Path profile) {
    var mark = "--user-data-dir=" + profile;
    var all =
        ProcessHandle.allProcesses()
            .filter(one -> one.info().commandLine().filter(line -> line.contains(mark)).isPresent())
            .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
            .distinct()
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  /** Signs somebody in as the page for it does, which has tests of its own. */
  public static void signIn(Page page, String baseUrl, Actor.Person person) {
    var account = Map.of("email", person.email(), "password", Installation.PASSWORD);
    var answer =
        page.context()
            .request()
            .post(
                baseUrl + "/api/v1/session",
                RequestOptions.create().setHeader("X-Rolewright", "1").setData(account));
    assertEquals(200, answer.status(), answer.text());
  }

  /**
   * Opens an address, and returns when the page stands: nothing is on its way any more. From page
   * to page of the workbench it goes as by a link, otherwise anew.
   */
  public static void show(Page page, String address) {
    if (isLinked(page.url(), address)) {
      page.evaluate(FOLLOW, address);
      await(page, ARRIVED);
    } else {
      page.navigate("about:blank");
      page.navigate(address);
      page.locator("main h1").first().waitFor();
    }
    settle(page);
  }

  private static boolean isLinked(String here, String there) {
    var workbench = there.indexOf("/workbench/#");
    return workbench >= 0
        && here.startsWith(there.substring(0, workbench) + "/workbench/#")
        && !here.equals(there);
  }

  /** Until nothing is on its way: waiting for a quiet network takes half a second more. */
  public static void settle(Page page) {
    await(page, SETTLED);
  }

  /** By asking again and again: our pages let no script wait that is not theirs. */
  private static void await(Page page, String condition) {
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!(Boolean) page.evaluate(condition)) {
      if (System.nanoTime() > patience) throw new AssertionError("never done: " + page.url());
      page.waitForTimeout(25);
    }
  }

  /** With {@code PICTURES=true}, keeps a picture of the page under {@code target/screenshots}. */
  public static void shoot(Page page, String name) {
    if ("true".equals(System.getenv("PICTURES"))) keepPicture(page, name);
  }

  /** All but the rest of a very long page. */
  private static void keepPicture(Page page, String name) {
    var height = ((Number) page.evaluate("document.scrollingElement.scrollHeight")).intValue();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, Math.min(height, LONGEST_PICTURE))
            .setPath(SHOTS.resolve(name + ".png")));
  }

  /** Demands that axe finds nothing wrong, and that nothing scrolls sideways. */
  public static void inspect(Page page, String name) {
    inspect(page, "", name);
  }

  /** As {@link #inspect(Page, String)}, but leaves out a long part that was inspected before. */
  public static void inspectBeside(String known, Page page, String name) {
    inspect(page, known, name);
  }

  private static void inspect(Page page, String known, String name) {
    page.locator("h1").first().waitFor(); // every page has one; a part still on its way has none
    settle(page);
    page.evaluate("scrollTo(0, 0)"); // else axe finds links too small that lie below the header
    var found = violations(page, known);
    found.addAll(tooWide(page));
    shoot(page, name);
    if (!found.isEmpty()) keepPicture(page, name);
    assertEquals(new TreeSet<>(), found, name);
  }

  /** What stands out of the page to the right, where the page scrolls sideways. */
  @SuppressWarnings("unchecked")
  public static List<String> tooWide(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => {
              const { scrollWidth, clientWidth } = document.scrollingElement;
              if (scrollWidth <= clientWidth) return [];
              const wide = [...document.body.querySelectorAll('*')]
                .filter(one => one.getBoundingClientRect().right > clientWidth + 0.5)
                .map(one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 100));
              return ['the page scrolls sideways: ' + wide.slice(-3).join(' | ')];
            }\
            """);
  }

  /**
   * What axe finds, by rule and place. Our pages have no frames: axe run in the page itself says
   * the same as its builder, in a third of the time, since it names places of violations only.
   */
  @SuppressWarnings("unchecked")
  private static TreeSet<String> violations(Page page, String known) {
    if (!(Boolean) page.evaluate("'axe' in window")) page.evaluate("() => {" + AXE + "}");
    var found =
        page.evaluate(
            """
            async ([known, tags]) => {
              const moving = document.getAnimations().filter(one => one instanceof CSSTransition);
              await Promise.allSettled(moving.map(one => one.finished));
              const exclude = known.filter(part => part && document.querySelector(part)).map(part => [part]);
              const { violations } = await axe.run({ include: [['html']], exclude }, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target}`));
            }\
            """,
            List.of(
                List.of(known, Look.isEvery() ? "" : FURTHER_ROWS),
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    return new TreeSet<>((List<String>) found);
  }

  private static String axe() {
    try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Presses Tab all the way round and names each control that never had the focus, or had it
   * without showing it. Of a group of radio buttons or tabs one is enough: arrows reach the rest.
   */
  @SuppressWarnings("unchecked")
  public static TreeSet<String> unreachedByKeyboard(Page page) {
    var left = ((Number) page.evaluate(WATCH_FOCUS)).intValue();
    for (var rounds = left + 40; rounds > 0 && left > 0; rounds -= STEPS) {
      for (var press = 0; press < STEPS; press++) page.keyboard().press("Tab");
      left = ((Number) page.evaluate("window.unreached.size")).intValue();
    }
    var missed =
        page.evaluate(
            "[...window.unreached].map(one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 120))");
    return new TreeSet<>((List<String>) missed);
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path chromium() {
    return installed()
        .or(Browsers::fromApt)
        .or(Browsers::fromNpm)
        .orElseThrow(() ->
            new IllegalStateException(
                "The browser tests need Chromium: apt-get install chromium-headless-shell, or set CHROMIUM=/path/to/chrome"));
  }

  private static Optional<Path> installed() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fromApt() {
    if (!"root".equals(System.getProperty("user.name"))) return Optional.empty();
    run(Path.of("."), "apt-get", "update", "-q");
    for (var name : List.of("chromium-headless-shell", "chromium"))
      if (run(Path.of("."), "apt-get", "install", "-y", "-q", "--no-install-recommends", name))
        break;
    return installed();
  }

  private static Optional<Path> fromNpm() {
    try {
      var folder = Path.of(System.getProperty("user.home"), ".cache", "rolewright", "chromium");
      Files.createDirectories(folder);
      if (!run(folder, "npm", "install", "--no-audit", "--no-fund", "@sparticuz/chromium@153.0.0"))
        return Optional.empty();
      Files.writeString(
          folder.resolve("where.mjs"),
          "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());");
      var process = new ProcessBuilder("node", "where.mjs").directory(folder.toFile()).start();
      var path = new String(process.getInputStream().readAllBytes()).strip();
      return Optional.of(Path.of(path)).filter(Files::isExecutable);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean run(Path folder, String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
