package org.rolewright.credential;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.mail.Letter;
import org.rolewright.scoring.SatExam;
import org.rolewright.scoring.Score;
import org.rolewright.standard.CutScore;
import org.rolewright.standard.JudgedForm;

/** Certificates, from released scores to the public page, in one conversation. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificateTest {
  private static final int PEOPLE = 24;
  private static SatExam exam;
  private static List<UUID> sittings;
  private static JsonNode registry;
  private static CutScore cut;
  private static ApiClient taught;

  @BeforeAll
  static void release() {
    exam = SatExam.of(ExamHall.Shape.ofSingles(6));
    var people = new ArrayList<Object[]>();
    for (int person = 0; person < PEOPLE; person++) {
      var responses = new Object[6];
      for (int item = 0; item < 6; item++) responses[item] = item < person % 7 ? "b" : "a";
      people.add(responses);
    }
    sittings = exam.sitAll(people);
    exam.withoutPattern();
    cut = JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    var run = exam.run(exam.third, "spring scores");
    for (var hold : exam.read(run).get("holds"))
      exam.first
          .call("decideHold")
          .with("runId", run)
          .with("versionId", hold.get("version").asText())
          .body(Map.of("verdict", "keep", "reason", "The panel looked at it."))
          .expect(204);
    var hash = Map.of("resultHash", exam.read(run).at("/run/resultHash").asText());
    exam.first.call("signScores").with("runId", run).body(hash).expect(204);
    exam.second.call("releaseScores").with("runId", run).body(hash).expect(204);
  }

  @AfterAll
  static void close() {
    exam.close();
  }

  private static ApiClient.Call ofStudy(ApiClient.Call call) {
    return call.with("studyId", exam.hall.study.value());
  }

  private static ApiClient.Call on(ApiClient.Call call, int certificate) {
    return call.with("certificateId", certificate(certificate));
  }

  private static ApiClient.Call proposing(ApiClient who, List<String> chosen) {
    return ofStudy(who.call("proposeCertificates"))
        .body(Map.of("sittings", chosen, "validMonths", 36));
  }

  private static List<String> waiting() {
    return registry.get("waiting").findValuesAsText("sitting");
  }

  @Test
  @Order(1)
  void those_who_passed_wait_and_only_those() {
    registry = ofStudy(exam.first.call("readRegistry")).expect(200).json();
    // right = person mod 7 of six; 60 % of six points are 3.6, so four pass: remainders 4, 5, 6
    assertEquals(PEOPLE / 7 * 3, waiting().size());
    assertFalse(waiting().contains(sittings.getFirst().toString()));
    var failed = proposing(exam.first, List.of(sittings.getFirst().toString())).expect(422).code();
    assertEquals("a_certificate_rests_on_a_passed_exam", failed);
    ofStudy(
            exam.hall
                .rolewright
                .signedIn(exam.hall.rolewright.person(Role.AUDITOR))
                .call("readRegistry"))
        .expect(403);
  }

  @Test
  @Order(2)
  void who_taught_does_not_decide() {
    var trainer = exam.hall.rolewright.person(Role.CERTIFICATION_EXPERT);
    taught = exam.hall.rolewright.signedIn(trainer);
    exam.hall.wiring.separation.declareTrainer(
        exam.hall.expert, exam.hall.study, trainer.id(), "Teaches the course");
    assertEquals("trainersDoNotCertify", proposing(taught, waiting()).expect(422).code());
    var seen = ofStudy(taught.call("readRegistry")).expect(200).json();
    assertEquals("trainersDoNotCertify", seen.at("/waiting/0/obstacle").asText());
    exam.hall.wiring.separation.put(
        exam.hall.expert, exam.hall.study, false, "Everybody teaches here", 0);
    assertEquals("trainersDoNotCertify", proposing(taught, waiting()).expect(422).code());
    var self = ofStudy(taught.call("withdrawTrainer")).with("personId", trainer.id().value());
    assertEquals("trainersStayDeclaredByThemselves", self.expect(422).code());
  }

  @Test
  @Order(2)
  void who_decided_on_the_cut_does_not_decide_who_gets_a_certificate() {
    var wiring = exam.hall.wiring;
    for (var id : List.of(cut.adopted().proposedBy(), cut.adopted().adoptedBy())) {
      var decider = wiring.database.transaction(tx -> wiring.access.actor(tx, id));
      for (var one : wiring.credentials.registry(decider, exam.hall.study).waiting())
        assertEquals("cutDecidersDoNotCertify", one.obstacle().orElse("none"));
    }
  }

  @Test
  @Order(3)
  void one_proposes_and_another_issues() {
    registry = proposing(exam.first, waiting()).expect(200).json();
    assertEquals(0, registry.get("waiting").size());
    assertEquals(9, registry.get("certificates").size());
    assertEquals("proposed", registry.at("/certificates/0/status").asText());
    assertFalse(registry.get("certificates").findValues("obstacle").iterator().hasNext());
    var seen = ofStudy(taught.call("readRegistry")).expect(200).json();
    assertEquals("trainersDoNotCertify", seen.at("/certificates/0/obstacle").asText());
    assertEquals("trainersDoNotCertify", issuing(taught, 0).expect(422).code());
    var alone = issuing(exam.first, 0).expect(422).code();
    assertEquals("two_people_issue_a_certificate", alone);
    refused(
        "update credential.certificate set issued_by = proposed_by, issued_at = now(),"
            + " issued_on = current_date, expires_on = current_date + 1");
    ofStudy(exam.second.call("issueCertificates"))
        .body(Map.of("certificates", List.of(certificate(0), UUID.randomUUID())))
        .expect(404);
    issuing(exam.second, 0).expect(200);
    issuing(exam.second, 0).expect(200);
    registry = issuing(exam.second, 0, 1, 2, 3).expect(200).json();
    assertEquals(4, statuses("active"));
    assertEquals(5, statuses("proposed"));
    assertEquals("active", registry.at("/certificates/0/status").asText());
    refused("update credential.certificate set holder = 'Somebody else'");
    refused("delete from credential.certificate where issued_at is not null");
  }

  private static String certificate(int at) {
    return registry.at("/certificates/" + at + "/id").asText();
  }

  private static ApiClient.Call issuing(ApiClient who, int... which) {
    var ids = IntStream.of(which).mapToObj(CertificateTest::certificate).toList();
    return ofStudy(who.call("issueCertificates")).body(Map.of("certificates", ids));
  }

  private static long statuses(String status) {
    return registry.get("certificates").findValuesAsText("status").stream()
        .filter(status::equals)
        .count();
  }

  private static void refused(String statement) {
    assertThrows(RuntimeException.class, () -> exam.hall.execute(statement), statement);
  }

  /** What the holder of a certificate is told. */
  private static OwnCertificate own(int certificate) {
    return told(token(certificate)).getFirst();
  }

  private static List<OwnCertificate> told(String token) {
    return exam.hall.wiring.verification.listOwn(new Actor.Visitor(), token);
  }

  /** The token of the private link of who holds a certificate. */
  private static String token(int certificate) {
    return SatExam.token(score(certificate));
  }

  /** What a certificate rests on. */
  private static Score score(int certificate) {
    var number = registry.at("/certificates/" + certificate + "/number").asText();
    var wiring = exam.hall.wiring;
    return wiring
        .database
        .transaction(tx -> wiring.scoring.listReleased(tx, exam.hall.study))
        .stream()
        .filter(score ->
            told(SatExam.token(score)).stream().anyMatch(one -> one.number().equals(number)))
        .findFirst()
        .orElseThrow();
  }

  private static ApiClient.Call verifying(String number, String code) {
    return exam.hall
        .rolewright
        .visitor()
        .call("verifyCertificate")
        .body(Map.of("number", number, "code", code));
  }

  @Test
  @Order(4)
  void number_and_code_together_say_how_a_certificate_stands() {
    var own = own(0);
    var seen = verifying(own.number(), own.code()).expect(200).json();
    assertEquals("active", seen.get("status").asText());
    assertEquals(registry.at("/certificates/0/holder"), seen.get("holder"));
    assertEquals(own.expiresOn().toString(), seen.get("expiresOn").asText());
    verifying(own.number().toLowerCase(Locale.ROOT).replace("-", " "), own.code()).expect(200);
    verifying(own.number(), own(1).code()).expect(404);
    var proposed = registry.at("/certificates/5/number").asText();
    verifying(proposed, own.code()).expect(404);
    exam.hall
        .rolewright
        .visitor()
        .call("listOwnCertificates")
        .with("X-Candidate", "x".repeat(43))
        .expect(404);
    var mine = Json.tree(ownCertificates(0));
    assertEquals(1, mine.get("certificates").size());
    assertEquals(own.code(), mine.at("/certificates/0/code").asText());
  }

  private static ApiClient.Call printingOwn(int certificate, int holder) {
    return on(exam.hall.rolewright.visitor().call("printOwnCertificate"), certificate)
        .with("X-Candidate", token(holder));
  }

  @Test
  @Order(4)
  void holders_print_their_own_certificate_and_staff_any() {
    var own = printingOwn(0, 0).expect(200).bytes();
    assertEquals("%PDF", new String(own, 0, 4, StandardCharsets.ISO_8859_1));
    assertArrayEquals(own, on(exam.second.call("printCertificate"), 0).expect(200).bytes());
    printingOwn(0, 1).expect(404);
    on(exam.second.call("printCertificate"), 5).expect(404);
    var auditor = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.AUDITOR));
    on(auditor.call("printCertificate"), 0).expect(403);
  }

  @Test
  @Order(4)
  void no_certificate_tells_of_an_accommodation() {
    var own = own(1);
    var said = seen(own);
    var held = ownCertificates(1);
    var printed = printingOwn(1, 1).expect(200).bytes();
    exam.hall.execute(
        """
        insert into accommodation.decision (application_id, number, granted, time_factor, extra_minutes, break_seconds, answer, decided_by, decided_at, valid_until)
        values ('%s', 1, true, 1.5, 30, '{600}', 'granted', '%s', now(), current_date + 100)\
        """
            .formatted(score(1).candidate().value(), exam.hall.expert.id().value()));
    assertEquals(said, seen(own));
    assertEquals(held, ownCertificates(1));
    assertArrayEquals(printed, printingOwn(1, 1).expect(200).bytes());
  }

  /** What anybody sees, but for the moment of looking. */
  private static String seen(OwnCertificate certificate) {
    var seen = verifying(certificate.number(), certificate.code()).expect(200).text();
    return seen.replaceFirst("\"checkedAt\":\"[^\"]*\"", "");
  }

  private static String ownCertificates(int holder) {
    return exam.hall
        .rolewright
        .visitor()
        .call("listOwnCertificates")
        .with("X-Candidate", token(holder))
        .expect(200)
        .text();
  }

  @Test
  @Order(5)
  void every_single_wrong_character_is_refused() {
    var own = own(0);
    var both = own.number().replace("-", "") + own.code().replace("-", "");
    int tried = 0;
    for (int at = 0; at < both.length(); at++)
      for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()=?".toCharArray())
        if (other != both.charAt(at)) {
          var changed = both.substring(0, at) + other + both.substring(at + 1);
          assertUnknown(changed.substring(0, 12), changed.substring(12));
          tried++;
        }
    assertTrue(tried >= 1000, "tried " + tried);
  }

  private static void assertUnknown(String number, String code) {
    var visitor = new Actor.Visitor();
    assertThrows(
        Refusal.NotFound.class,
        () -> exam.hall.wiring.verification.verify(visitor, number, code),
        () -> number + " " + code);
  }

  @Test
  @Order(6)
  void scanning_finds_nothing_and_trying_codes_ends_soon() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) assertUnknown(any(random), any(random));
    var own = own(3);
    for (int i = 0; i < 10; i++) assertUnknown(own.number(), any(random));
    var busy = verifying(own.number(), any(random)).expect(503);
    assertEquals("tooManyWrongCertificateCodes", busy.code());
    verifying(own.number(), own.code()).expect(200);
    verifying(own(0).number(), own(0).code()).expect(200);
  }

  private static String any(SplittableRandom random) {
    return Signs.of(_ -> random.nextInt(Signs.ALPHABET.length())).plain();
  }

  private static ApiClient.Call acting(int certificate, String kind) {
    return acting(exam.second, certificate, kind);
  }

  private static ApiClient.Call acting(ApiClient who, int certificate, String kind) {
    return on(who.call("actOnCertificate"), certificate)
        .body(Map.of("kind", kind, "reason", "Decided by the ethics board."));
  }

  private static String standing(OwnCertificate own) {
    return verifying(own.number(), own.code()).expect(200).json().get("status").asText();
  }

  @Test
  @Order(7)
  void a_certificate_is_suspended_reinstated_revoked_and_runs_out() {
    var own = own(1);
    acting(1, "reinstate").expect(422);
    acting(1, "suspend").expect(200);
    acting(1, "suspend").expect(422);
    assertEquals("suspended", standing(own));
    assertEquals("trainersDoNotCertify", acting(taught, 1, "reinstate").expect(422).code());
    acting(1, "reinstate").expect(200);
    assertEquals("active", standing(own));
    registry = acting(1, "revoke").expect(200).json();
    assertEquals("revoked", standing(own));
    assertEquals("heldBackCertificatesAreNotPrinted", printingOwn(1, 1).expect(409).code());
    on(exam.second.call("printCertificate"), 1).expect(409);
    assertEquals(3, registry.at("/certificates/1/acts").size());
    var after = acting(1, "reinstate").expect(422).code();
    assertEquals("an_act_fits_where_the_certificate_stands", after);
    refused("delete from credential.act");
    exam.hall.execute("alter table credential.certificate disable trigger user");
    exam.hall.execute(
        "update credential.certificate set issued_on = current_date - 40, expires_on ="
            + " current_date - 1 where id = '"
            + registry.at("/certificates/2/id").asText()
            + "'");
    exam.hall.execute("alter table credential.certificate enable trigger user");
    assertEquals("expired", standing(own(2)));
    acting(2, "suspend").expect(200);
    acting(2, "reinstate").expect(200);
    var expired = verifying(own(2).number(), own(2).code()).expect(200).json();
    assertEquals("expired", expired.get("status").asText());
    assertFalse(expired.has("since"), "nobody suspended or revoked it");
  }

  @Test
  @Order(8)
  void the_public_page_says_valid_only_when_the_service_said_so() {
    var base = exam.hall.rolewright.baseUrl();
    var holder = base + "/candidate/#/application/" + token(0) + "/results";
    acting(3, "suspend").expect(200);
    var others = Map.of("expired", own(2), "suspended", own(3), "revoked", own(1));
    try (var browsers = new Browsers()) {
      for (var look : Look.tried()) {
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          page.navigate(holder);
          var link = page.locator("main article a[href*='/verify/']");
          link.waitFor();
          Browsers.inspect(page, name("holder", look));
          page.navigate(link.getAttribute("href"));
          assertThat(page.locator("[data-status=active]")).isVisible();
          Browsers.inspect(page, name("verify-active", look));
          assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
          page.route("**/verification", Route::abort);
          page.locator("main button.primary").click();
          assertThat(page.locator("main .notice")).isVisible();
          assertThat(page.locator("[data-status]")).hasCount(0);
          Browsers.inspect(page, name("verify-unchecked", look));
          page.unroute("**/verification");
          page.locator("input[name=code]").fill(any(new SplittableRandom(3)));
          page.locator("main button.primary").click();
          assertThat(page.locator("main .notice.bad")).isVisible();
          assertThat(page.locator("[data-status]")).hasCount(0);
          Browsers.inspect(page, name("verify-unknown", look));
          for (var status : others.keySet()) {
            var own = others.get(status);
            Browsers.show(page, base + "/verify/#/" + own.number() + "/" + own.code());
            assertThat(page.locator("[data-status=" + status + "]")).isVisible();
            assertThat(page.locator("[data-status=active]")).hasCount(0);
            Browsers.inspect(page, name("verify-" + status, look));
          }
        }
      }
      staffSeeTheRegistry(browsers);
    }
  }

  private static void staffSeeTheRegistry(Browsers browsers) {
    var expert = exam.hall.rolewright.person(Role.CERTIFICATION_EXPERT);
    for (var look : Look.tried())
      try (var context = browsers.context(look)) {
        var page = context.newPage();
        Browsers.signIn(page, exam.hall.rolewright.baseUrl(), expert);
        page.navigate("about:blank");
        page.navigate(
            exam.hall.rolewright.baseUrl()
                + "/workbench/#/studies/"
                + exam.hall.study.value()
                + "/credential");
        assertThat(page.locator("main table tbody tr")).hasCount(9);
        Browsers.settle(page);
        Browsers.inspect(page, name("registry", look));
        if (look.equals(Look.tried().getFirst())) issueInTheBrowser(page);
      }
  }

  private static void issueInTheBrowser(Page page) {
    page.locator("main td button.primary").first().click();
    assertThat(page.locator("main td button.primary")).hasCount(4);
  }

  @Test
  @Order(9)
  void a_proposal_is_taken_back_and_an_issued_certificate_is_not() {
    registry = ofStudy(exam.first.call("readRegistry")).expect(200).json();
    int proposed = first("proposed");
    var taken = on(taught.call("withdrawCertificate"), proposed).expect(200).json();
    assertEquals(8, taken.get("certificates").size());
    assertEquals(1, taken.get("waiting").size());
    on(exam.second.call("withdrawCertificate"), proposed).expect(404);
    var issued = on(exam.second.call("withdrawCertificate"), first("active")).expect(422).code();
    assertEquals("the_registry_is_only_added_to", issued);
    registry = taken;
    registry = proposing(exam.first, waiting()).expect(200).json();
    assertEquals(9, registry.get("certificates").size());
  }

  /** The place of the first certificate that stands so. */
  private static int first(String status) {
    int at = 0;
    while (!status.equals(registry.at("/certificates/" + at + "/status").asText())) at++;
    return at;
  }

  @Test
  @Order(10)
  void staff_see_where_a_rescoring_took_the_pass_away() {
    var version = exam.read(released()).at("/items/0/version").asText();
    var change = UUID.randomUUID();
    exam.first
        .call("proposeKeyChange")
        .with("formId", exam.hall.form.value())
        .with("changeId", change)
        .body(
            Map.of(
                "versionId",
                version,
                "kind",
                "drop",
                "responses",
                List.of(),
                "reason",
                "It was known before the exam."))
        .expect(200);
    exam.second
        .call("decideKeyChange")
        .with("changeId", change)
        .body(Map.of("agreed", true, "because", "It was known indeed."))
        .expect(200);
    exam.released();
    registry = ofStudy(exam.first.call("readRegistry")).expect(200).json();
    var lost = new ArrayList<Integer>();
    for (int at = 0; at < 9; at++)
      if (!registry.at("/certificates/" + at + "/passStands").asBoolean()) lost.add(at);
    // 4 of 6 points are 3.33 of 5, so 4 are needed: the three with 4 right have 3 now
    assertEquals(3, lost.size());
    for (int at : lost)
      if ("proposed".equals(registry.at("/certificates/" + at + "/status").asText()))
        assertEquals(
            "a_certificate_rests_on_a_passed_exam", issuing(exam.second, at).expect(422).code());
  }

  @Test
  @Order(11)
  void candidates_and_holders_are_written_to_and_no_mail_says_a_score() {
    var program = new Actor.Program("test");
    exam.hall.wiring.resultLetters.write(program);
    exam.hall.wiring.resultLetters.write(program);
    assertEquals(PEOPLE, letters("Your result is ready: ").size());
    // three lose their pass; three with 3 points go from 350 to 200, the lowest; nobody else
    // who failed is told another number, since 200 is the lowest before and after
    assertEquals(6, letters("Your result was corrected: ").size());
    for (var letter : letters("Your result "))
      assertFalse(letter.body().replaceAll("http\\S+", "").matches("(?s).*\\d.*"), letter.body());
    assertEquals(5, letters("Your certificate: ").size());
    assertEquals(3, letters("Your certificate is suspended: ").size());
    assertEquals(2, letters("Your certificate is valid again: ").size());
    assertEquals(1, letters("Your certificate was revoked: ").size());
    assertFalse(letters("Your certificate ").getFirst().body().contains("ethics board"));
  }

  @Test
  @Order(12)
  void a_holder_is_reminded_once_that_a_certificate_runs_out() {
    exam.hall.execute("alter table credential.certificate disable trigger user");
    exam.hall.execute(
        "update credential.certificate set expires_on = current_date + 30 where id = '"
            + registry.at("/certificates/" + first("active") + "/id").asText()
            + "'");
    exam.hall.execute("alter table credential.certificate enable trigger user");
    exam.hall.wiring.reminders.remind(new Actor.Program("test"));
    exam.hall.wiring.reminders.remind(new Actor.Program("test"));
    assertEquals(1, letters("Your certificate runs out on ").size());
  }

  private static List<Letter> letters(String subject) {
    var wiring = exam.hall.wiring;
    return wiring.database.transaction(tx -> wiring.mail.listLetters(tx)).stream()
        .filter(letter -> letter.subject().startsWith(subject))
        .toList();
  }

  /** The run whose scores are in force. */
  private static String released() {
    var wiring = exam.hall.wiring;
    return wiring
        .database
        .transaction(tx -> wiring.scoring.listReleased(tx, exam.hall.study))
        .getFirst()
        .run()
        .value()
        .toString();
  }

  private static String name(String what, Look look) {
    return "credential-%s-%d-%s-%s"
        .formatted(
            what, look.width(), look.scheme().name().toLowerCase(Locale.ROOT), look.language());
  }
}
