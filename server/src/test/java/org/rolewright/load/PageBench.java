package org.rolewright.load;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.rolewright.Browsers;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.json.Json;

/**
 * How long a candidate with a slow line and a slow machine waits for the page of the code and for
 * the first question, with nothing of the page on the device, and how long for a key that was
 * pressed; in Chromium, by its own throttling.
 */
final class PageBench {
  private static final int BITS = 1_600_000;
  private static final int LATENCY_MS = 150;
  private static final int SLOWER = 4;
  private static final int KEYS = 200;

  /** Shorter events are not reported; they count as this long. */
  private static final double SHORTEST_MS = 16;

  private final Browsers browsers = new Browsers();
  private final ExamHall hall = ExamHall.open(ExamHall.Shape.plain());
  private final int runs;

  PageBench(Options options) {
    runs = options.number("runs", 10);
  }

  void run() {
    List<Double> codes = new ArrayList<>();
    List<Double> questions = new ArrayList<>();
    List<Double> keys = new ArrayList<>();
    var sent = new double[2];
    for (var run = 0; run < runs; run++)
      try (var context = device()) {
        var page = slow(context);
        codes.add(shows(page, "#code"));
        begin(page);
        questions.add(shows(page, ".question"));
        if (run == 0) sent = sent(page);
        if (run < 2) keys.addAll(type(page));
      }
    browsers.close();
    hall.close();
    var figures = new LinkedHashMap<String, Object>();
    figures.put("bits", BITS);
    figures.put("latencyMs", LATENCY_MS);
    figures.put("cpuSlower", SLOWER);
    figures.put("runs", runs);
    figures.put("codeMs", share(codes, 0.5));
    figures.put("questionMs", share(questions, 0.5));
    figures.put("questionMsWorst", share(questions, 1));
    figures.put("files", sent[0]);
    figures.put("kB", Math.round(sent[1] / 100) / 10.0);
    figures.put("keyMsP50", share(keys, 0.5));
    figures.put("keyMsP95", share(keys, 0.95));
    figures.put("processors", Runtime.getRuntime().availableProcessors());
    System.out.println(Json.write(figures));
  }

  private BrowserContext device() {
    return browsers.context(
        new Browser.NewContextOptions()
            .setViewportSize(375, 720)
            .setLocale("en")
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  private static Page slow(BrowserContext context) {
    var page = context.newPage();
    var chromium = context.newCDPSession(page);
    chromium.send("Network.enable");
    var line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", LATENCY_MS);
    line.addProperty("downloadThroughput", BITS / 8);
    line.addProperty("uploadThroughput", BITS / 8);
    chromium.send("Network.emulateNetworkConditions", line);
    var cache = new JsonObject();
    cache.addProperty("cacheDisabled", true);
    chromium.send("Network.setCacheDisabled", cache);
    var cpu = new JsonObject();
    cpu.addProperty("rate", SLOWER);
    chromium.send("Emulation.setCPUThrottlingRate", cpu);
    return page;
  }

  /** Milliseconds from going to the page until something has been painted on it. */
  private double shows(Page page, String what) {
    page.navigate(hall.rolewright.baseUrl() + "/exam/");
    return ((Number)
            page.evaluate(
                """
                what => new Promise(done => {
                  const look = () => (document.querySelector(what)
                    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
                    : requestAnimationFrame(look));
                  look();
                })\
                """,
                what))
        .doubleValue();
  }

  /** From the code to the exam, so that the page shows a question when it is opened again. */
  private void begin(Page page) {
    page.locator("#code").fill(hall.candidate());
    for (var step = 0; page.locator(".question").count() == 0; step++) {
      page.locator("main .button.primary:enabled").last().click();
      page.waitForTimeout(1_500);
      if (step > 30) throw new IllegalStateException(page.locator("body").innerText());
    }
  }

  private static double[] sent(Page page) {
    var sizes =
        (List<?>)
            page.evaluate(
                "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                    + ".filter(one => !one.name.includes('/api/')).map(one => one.encodedBodySize)");
    return new double[] {
      sizes.size(), sizes.stream().mapToDouble(size -> ((Number) size).doubleValue()).sum()
    };
  }

  /** Milliseconds from pressing each key to the next painting, as the browser tells them. */
  private static List<Double> type(Page page) {
    while (page.locator(".question-entry input").count() == 0) {
      var before = page.locator("h1").textContent();
      page.locator(".exam-foot .button.primary").click();
      page.waitForCondition(() -> !page.locator("h1").textContent().equals(before));
    }
    page.evaluate(
        """
        () => {
          window.keys = [];
          new PerformanceObserver(list => list.getEntries().filter(one => one.name === 'keydown').forEach(one => window.keys.push(one.duration)))
            .observe({ type: 'event', durationThreshold: 16 });
        }\
        """);
    page.locator(".question-entry input").focus();
    for (var key = 0; key < KEYS; key++) {
      page.keyboard().press("" + key % 10);
      page.waitForTimeout(60);
      if (key % 30 == 29) page.locator(".question-entry input").fill("");
    }
    page.waitForTimeout(1_000);
    var told =
        new ArrayList<>(
            ((List<?>) page.evaluate("window.keys"))
                .stream().map(one -> ((Number) one).doubleValue()).toList());
    told.addAll(Collections.nCopies(Math.max(0, KEYS - told.size()), SHORTEST_MS));
    return told;
  }

  private static double share(List<Double> all, double share) {
    var sorted = all.stream().sorted().toList();
    return Math.round(sorted.get((int) Math.ceil(share * sorted.size()) - 1) * 10) / 10.0;
  }
}
