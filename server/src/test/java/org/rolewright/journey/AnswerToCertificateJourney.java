package org.rolewright.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Wiring;
import org.rolewright.demonstration.LoadedDemonstration;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Language;
import org.rolewright.scoring.Score;
import org.rolewright.simulation.Cohort;
import org.rolewright.simulation.Knowledge;
import org.rolewright.study.StudyId;

/**
 * From answers to certificates: three hundred simulated candidates applied, booked and sat the
 * demonstration form through the HTTP API, were scored against the cut of an Angoff panel, one
 * appealed, and their certificates are checked on the public page.
 *
 * <p>Reference for scores: what was drawn for each candidate, counted here by the keys of the
 * items; for the cut: the ratings of the panel, added up here; for alpha: Cronbach's formula.
 */
class AnswerToCertificateJourney {
  private static final Pattern LINK = Pattern.compile("/candidate/#/application/([\\w-]+)");
  private static LoadedDemonstration demonstration;
  private static Wiring wiring;
  private static PublishedForm form;
  private static Map<ItemVersionId, ItemVersion> versions;
  private static List<Score> scores;

  /** Points that each of the cohort earned on each scored item, by the number in their address. */
  private static Map<Integer, List<BigDecimal>> earned;

  /** Numbers in the addresses of candidates. */
  private static Map<String, Integer> numbers;

  @BeforeAll
  static void load() {
    demonstration = LoadedDemonstration.withCandidates();
    wiring = demonstration.installation().wiring();
    scores =
        wiring.database.transaction(
            tx -> wiring.scoring.listReleased(tx, new StudyId(LoadedDemonstration.STUDY)));
    form = wiring.database.transaction(tx -> wiring.forms.published(tx, scores.getFirst().form()));
    var ids = form.items().stream().map(Placed::versionId).toList();
    versions =
        wiring.database.transaction(tx -> wiring.itembanks.versions(tx, ids)).stream()
            .collect(Collectors.toMap(ItemVersion::id, Function.identity()));
    numbers = numbers();
    earned = earned();
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  private static JsonNode ofStudy(String operation) {
    return demonstration.ofStudy(operation);
  }

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (var one : ofStudy("listApplications").get("applications"))
      numbers.put(
          one.get("id").asText(),
          Integer.parseInt(one.get("email").asText().replaceAll("\\D", "")) - 1);
    return numbers;
  }

  private static Map<Integer, List<BigDecimal>> earned() {
    var knowledge = new Knowledge(form, List.copyOf(versions.values()));
    var scored = form.items().stream().filter(Placed::scored).map(Placed::versionId).toList();
    var earned = new HashMap<Integer, List<BigDecimal>>();
    for (var score : scores) {
      int person = number(score);
      earned.put(
          person,
          scored.stream()
              .map(id ->
                  points(versions.get(id).content(), score.language(), knowledge.says(person, id)))
              .toList());
    }
    return earned;
  }

  private static int number(Score score) {
    return numbers.get(score.candidate().value().toString());
  }

  /** By the key, in ten-thousandths. */
  private static BigDecimal points(ItemContent content, Language language, Object said) {
    return switch (content) {
      case ItemContent.Single one -> whole(one.key().options().contains(said));
      case ItemContent.Multiple one -> {
        var chosen = (List<?>) said;
        long right = chosen.stream().filter(one.key().options()::contains).count();
        long net = Math.max(0, 2 * right - chosen.size());
        yield share(one.credit(), net, one.key().options().size());
      }
      case ItemContent.Ordering one -> {
        var order = (List<?>) said;
        long right = 0;
        for (int at = 0; at < order.size(); at++)
          if (order.get(at).equals(one.key().order().get(at))) right++;
        yield share(one.credit(), right, order.size());
      }
      case ItemContent.Matching one -> {
        var key = one.key().pairs().entrySet();
        var pairs = (Map<?, ?>) said;
        long right =
            key.stream().filter(pair -> pair.getValue().equals(pairs.get(pair.getKey()))).count();
        yield share(one.credit(), right, key.size());
      }
      case ItemContent.Text one -> whole(one.key().accepted().get(language).contains(said));
      case ItemContent.Numeric one -> whole(one.key().value().orElseThrow().equals(said));
    };
  }

  private static BigDecimal share(Credit credit, long right, int of) {
    if (credit == Credit.WHOLE) return whole(right == of);
    return BigDecimal.valueOf(right).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal whole(boolean right) {
    return right ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static BigDecimal raw(int person) {
    return earned.get(person).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Mean over the panel of the sum of the last ratings, rounded up to a whole point. */
  private static int cut() {
    var setting =
        wiring.database.transaction(tx -> wiring.standards.adopted(tx, form.id())).setting();
    var sums = new HashMap<String, Integer>();
    for (var line : ratings(setting.value()).lines().skip(1).toList()) {
      var cells = line.split(",");
      if (cells[0].equals("2")) sums.merge(cells[1], Integer.parseInt(cells[4]), Integer::sum);
    }
    assertEquals(10, sums.size());
    double percents = sums.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
    return (int) Math.ceil(percents / 100);
  }

  /** The file of ratings in what is handed out for others to repeat the setting. */
  private static String ratings(UUID setting) {
    var archive =
        demonstration
            .expert()
            .call("exportStandard")
            .with("settingId", setting)
            .expect(200)
            .bytes();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        if (entry.getName().endsWith("ratings.csv"))
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no ratings in the archive");
  }

  @Test
  void every_score_is_what_the_answers_earned_and_the_panel_s_cut_decides() {
    assertEquals(Cohort.SIZE, scores.size());
    assertEquals(Cohort.SIZE, earned.size());
    int cut = cut();
    int passed = 0;
    for (var score : scores) {
      var raw = raw(number(score));
      assertEquals(0, raw.compareTo(score.raw()), () -> raw + " and not " + score.raw());
      assertEquals(raw.compareTo(BigDecimal.valueOf(cut)) >= 0, score.passed());
      passed += score.passed() ? 1 : 0;
    }
    assertTrue(passed > 100 && passed < 280, "some pass, some do not: " + passed);
    var issued = ofStudy("readRegistry");
    assertEquals(0, issued.get("waiting").size());
    assertEquals(passed, issued.get("certificates").size());
    assertEquals(List.of(), wiring.recounts.recount(new Actor.Program("test")).faults());
  }

  @Test
  void the_reliability_is_cronbach_s_alpha_of_what_they_earned() {
    var people = List.copyOf(earned.values());
    int items = people.getFirst().size();
    double within = 0;
    for (int item = 0; item < items; item++) {
      int at = item;
      within += variance(people.stream().mapToDouble(one -> one.get(at).doubleValue()).toArray());
    }
    double total =
        variance(earned.keySet().stream().mapToDouble(one -> raw(one).doubleValue()).toArray());
    double alpha = items / (items - 1.0) * (1 - within / total);
    var run =
        demonstration
            .expert()
            .call("readScoringRun")
            .with("runId", scores.getFirst().run().value())
            .expect(200)
            .json();
    assertEquals(alpha, run.at("/run/figures/errors/alpha").asDouble(), 1e-9);
    assertTrue(alpha > 0.8, "sixty items measure well");
    assertTrue(run.get("holds").findValues("decision").size() == run.get("holds").size());
  }

  private static double variance(double[] values) {
    double mean = 0;
    for (double value : values) mean += value / values.length;
    double sum = 0;
    for (double value : values) sum += (value - mean) * (value - mean);
    return sum / (values.length - 1);
  }

  @Test
  void one_appeal_is_answered_by_who_neither_signed_nor_released_and_one_question_waits() {
    var requests = ofStudy("listResultRequests").get("requests");
    assertEquals(2, requests.size());
    assertEquals("verification", requests.at("/0/request/kind").asText());
    assertTrue(requests.at("/0/request/answer").isMissingNode());
    assertEquals("appeal", requests.at("/1/request/kind").asText());
    assertEquals("Thea Third", requests.at("/1/request/answer/by/name").asText());
    assertEquals("confirmed", requests.at("/1/request/answer/outcome").asText());
  }

  /** Another gender is stated by 3 in 100, some leave the question out, and one in five all. */
  @Test
  void groups_are_compared_and_the_smallest_are_hidden() {
    var tables = ofStudy("listImpactTables").get("tables");
    assertEquals(1, tables.size());
    var table = tables.at("/0/table");
    assertEquals(Cohort.SIZE, table.get("candidates").asInt());
    int stated = table.get("statements").asInt();
    assertTrue(stated > 200 && stated < 280, "stated " + stated);
    var gender = table.at("/parts/0");
    assertEquals("[\"another\"]", gender.get("hidden").toString());
    assertEquals(List.of("woman", "man"), gender.get("shown").findValuesAsText("group"));
    assertTrue(table.at("/parts/1/hidden").toString().contains("pacific_islander"));
    for (var part : table.get("parts"))
      for (var line : part.get("shown")) {
        assertTrue(line.get("candidates").asInt() >= 10);
        assertEquals(
            line.get("passed").asDouble() / line.get("candidates").asInt(),
            line.get("rate").asDouble(),
            1e-12);
      }
  }

  @Test
  void every_stage_is_done_and_loading_again_changes_nothing() {
    var before = ofStudy("readStudyProgress");
    for (var stage : before.get("stages"))
      if (!stage.get("stage").asText().equals("report"))
        assertEquals("done", stage.get("state").asText(), stage.toString());
    var windows = ofStudy("listExamWindows");
    var registry = ofStudy("readRegistry");
    var tables = ofStudy("listImpactTables");
    demonstration.loadAll();
    assertEquals(before, ofStudy("readStudyProgress"));
    assertEquals(windows, ofStudy("listExamWindows"));
    assertEquals(registry, ofStudy("readRegistry"));
    assertEquals(tables, ofStudy("listImpactTables"));
  }

  @Test
  void holders_find_their_certificate_and_the_public_page_says_how_it_stands() {
    try (var browsers = new Browsers();
        var context = browsers.context(Look.PHONE)) {
      var page = context.newPage();
      for (var status : List.of("active", "suspended", "revoked")) check(page, status);
      Browsers.inspect(page, "answer-to-certificate-revoked");
    }
  }

  /** The widest table, in the longer language. */
  @Test
  void the_table_of_groups_fits_its_page() {
    try (var browsers = new Browsers();
        var context = browsers.context(new Look(1200, ColorScheme.LIGHT, "es"))) {
      var page = context.newPage();
      Browsers.signIn(page, base(), demonstration.person(Role.AUDITOR));
      Browsers.show(
          page, base() + "/workbench/#/studies/" + LoadedDemonstration.STUDY + "/fairness");
      assertThat(page.locator("main table")).hasCount(3);
      Browsers.inspect(page, "answer-to-certificate-fairness");
    }
  }

  private static void check(Page page, String status) {
    var holder =
        certificates().stream()
            .filter(one -> one.get("status").asText().equals(status))
            .findFirst()
            .orElseThrow()
            .get("holder")
            .asText();
    assertTrue(holder.endsWith("(synthetic)"), holder);
    Browsers.show(page, base() + "/candidate/#/application/" + token(holder) + "/results");
    var link = page.locator("main article a[href*='/verify/']");
    link.waitFor();
    Browsers.show(page, link.getAttribute("href"));
    assertThat(page.locator("[data-status=" + status + "]")).containsText(holder);
  }

  private static List<JsonNode> certificates() {
    var all = new ArrayList<JsonNode>();
    ofStudy("readRegistry").get("certificates").forEach(all::add);
    return all;
  }

  private static String base() {
    return demonstration.installation().baseUrl();
  }

  /** In the newest mail to somebody. */
  private static String token(String name) {
    for (var one : ofStudy("listApplications").get("applications"))
      if (one.get("name").asText().equals(name)) {
        var letter =
            wiring.database.transaction(tx -> wiring.mail.newestTo(tx, one.get("email").asText()));
        var found = LINK.matcher(letter.orElseThrow().body());
        assertTrue(found.find());
        return found.group(1);
      }
    throw new AssertionError("nobody is called " + name);
  }
}
