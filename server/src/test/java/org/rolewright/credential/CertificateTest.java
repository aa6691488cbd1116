package org.rolewright.credential;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.TestDatabase;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;
import org.rolewright.scoring.SatExam;

/** Certificates, from released scores to the public page, in one conversation. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificateTest {
  private static CertifiedExam given;
  private static SatExam exam;
  private static ApiClient taught;

  @BeforeAll
  static void release() {
    given = new CertifiedExam();
    exam = given.exam;
  }

  @AfterAll
  static void close() {
    given.close();
  }

  @Test
  @Order(1)
  void those_who_passed_wait_and_only_those() {
    given.registry = given.ofStudy(exam.first.call("readRegistry")).expect(200).json();
    // right = person mod 7 of six; 60 % of six points are 3.6, so four pass: remainders 4, 5, 6
    assertEquals(CertifiedExam.PEOPLE / 7 * 3, given.waiting().size());
    assertFalse(given.waiting().contains(given.sittings.getFirst().toString()));
    var failed =
        given
            .proposing(exam.first, List.of(given.sittings.getFirst().toString()))
            .expect(422)
            .code();
    assertEquals("a_certificate_rests_on_a_passed_exam", failed);
    given
        .ofStudy(
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
    assertEquals(
        "trainersDoNotCertify", given.proposing(taught, given.waiting()).expect(422).code());
    var seen = given.ofStudy(taught.call("readRegistry")).expect(200).json();
    assertEquals("trainersDoNotCertify", seen.at("/waiting/0/obstacle").asText());
    exam.hall.wiring.separation.put(
        exam.hall.expert, exam.hall.study, false, "Everybody teaches here", 0);
    assertEquals(
        "trainersDoNotCertify", given.proposing(taught, given.waiting()).expect(422).code());
    var self = given.ofStudy(taught.call("withdrawTrainer")).with("personId", trainer.id().value());
    assertEquals("trainersStayDeclaredByThemselves", self.expect(422).code());
  }

  @Test
  @Order(2)
  void who_decided_on_the_cut_does_not_decide_who_gets_a_certificate() {
    var wiring = exam.hall.wiring;
    for (var id : List.of(given.cut.adopted().proposedBy(), given.cut.adopted().adoptedBy())) {
      var decider = wiring.database.transaction(tx -> wiring.access.actor(tx, id));
      for (var one : wiring.credentials.registry(decider, exam.hall.study).waiting())
        assertEquals("cutDecidersDoNotCertify", one.obstacle().orElse("none"));
    }
  }

  @Test
  @Order(3)
  void one_proposes_and_another_issues() {
    given.registry = given.proposing(exam.first, given.waiting()).expect(200).json();
    assertEquals(0, given.registry.get("waiting").size());
    assertEquals(9, given.registry.get("certificates").size());
    assertEquals("proposed", given.registry.at("/certificates/0/status").asText());
    assertFalse(given.registry.get("certificates").findValues("obstacle").iterator().hasNext());
    var seen = given.ofStudy(taught.call("readRegistry")).expect(200).json();
    assertEquals("trainersDoNotCertify", seen.at("/certificates/0/obstacle").asText());
    assertEquals("trainersDoNotCertify", given.issuing(taught, 0).expect(422).code());
    var alone = given.issuing(exam.first, 0).expect(422).code();
    assertEquals("two_people_issue_a_certificate", alone);
    refused(
        "two_people_issue_a_certificate",
        "update credential.certificate set issued_by = proposed_by, issued_at = now(),"
            + " issued_on = current_date, expires_on = current_date + 1");
    given
        .ofStudy(exam.second.call("issueCertificates"))
        .body(Map.of("certificates", List.of(given.certificate(0), UUID.randomUUID())))
        .expect(404);
    given.issuing(exam.second, 0).expect(200);
    given.issuing(exam.second, 0).expect(200);
    given.registry = given.issuing(exam.second, 0, 1, 2, 3).expect(200).json();
    assertEquals(4, given.statuses("active"));
    assertEquals(5, given.statuses("proposed"));
    assertEquals("active", given.registry.at("/certificates/0/status").asText());
    refused(
        "the_registry_is_only_added_to",
        "update credential.certificate set holder = 'Somebody else'");
    refused(
        "the_registry_is_only_added_to",
        "delete from credential.certificate where issued_at is not null");
  }

  private static void refused(String rule, String statement) {
    TestDatabase.assertRefused(rule, () -> exam.hall.execute(statement));
  }

  @Test
  @Order(4)
  void number_and_code_together_say_how_a_certificate_stands() {
    var own = given.own(0);
    var seen = given.verifying(own.number(), own.code()).expect(200).json();
    assertEquals("active", seen.get("status").asText());
    assertEquals(given.registry.at("/certificates/0/holder"), seen.get("holder"));
    assertEquals(own.expiresOn().toString(), seen.get("expiresOn").asText());
    given
        .verifying(own.number().toLowerCase(Locale.ROOT).replace("-", " "), own.code())
        .expect(200);
    given.verifying(own.number(), given.own(1).code()).expect(404);
    var proposed = given.registry.at("/certificates/5/number").asText();
    given.verifying(proposed, own.code()).expect(404);
    exam.hall
        .rolewright
        .visitor()
        .call("listOwnCertificates")
        .with("X-Candidate", "x".repeat(43))
        .expect(404);
    var mine = Json.tree(given.ownCertificates(0));
    assertEquals(1, mine.get("certificates").size());
    assertEquals(own.code(), mine.at("/certificates/0/code").asText());
  }

  @Test
  @Order(4)
  void holders_print_their_own_certificate_and_staff_any() {
    var own = given.printingOwn(0, 0).expect(200).bytes();
    assertEquals("%PDF", new String(own, 0, 4, StandardCharsets.ISO_8859_1));
    assertArrayEquals(own, given.on(exam.second.call("printCertificate"), 0).expect(200).bytes());
    given.printingOwn(0, 1).expect(404);
    given.on(exam.second.call("printCertificate"), 5).expect(404);
    var auditor = exam.hall.rolewright.signedIn(exam.hall.rolewright.person(Role.AUDITOR));
    given.on(auditor.call("printCertificate"), 0).expect(403);
  }

  @Test
  @Order(4)
  void no_certificate_tells_of_an_accommodation() {
    var own = given.own(1);
    var said = seen(own);
    var held = given.ownCertificates(1);
    var printed = given.printingOwn(1, 1).expect(200).bytes();
    exam.hall.execute(
        """
        insert into accommodation.decision (application_id, number, granted, time_factor, extra_minutes, break_seconds, answer, decided_by, decided_at, valid_until)
        values ('%s', 1, true, 1.5, 30, '{600}', 'granted', '%s', now(), current_date + 100)\
        """
            .formatted(given.score(1).candidate().value(), exam.hall.expert.id().value()));
    assertEquals(said, seen(own));
    assertEquals(held, given.ownCertificates(1));
    assertArrayEquals(printed, given.printingOwn(1, 1).expect(200).bytes());
  }

  /** What anybody sees, but for the moment of looking. */
  private static String seen(OwnCertificate certificate) {
    var seen = given.verifying(certificate.number(), certificate.code()).expect(200).text();
    return seen.replaceFirst("\"checkedAt\":\"[^\"]*\"", "");
  }

  @Test
  @Order(5)
  void every_single_wrong_character_is_refused() {
    var own = given.own(0);
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
    var own = given.own(3);
    for (int i = 0; i < 10; i++) assertUnknown(own.number(), any(random));
    var busy = given.verifying(own.number(), any(random)).expect(503);
    assertEquals("tooManyWrongCertificateCodes", busy.code());
    given.verifying(own.number(), own.code()).expect(200);
    given.verifying(given.own(0).number(), given.own(0).code()).expect(200);
  }

  private static String any(SplittableRandom random) {
    return Signs.of(_ -> random.nextInt(Signs.ALPHABET.length())).plain();
  }

  @Test
  @Order(7)
  void a_certificate_is_suspended_reinstated_revoked_and_runs_out() {
    var own = given.own(1);
    given.acting(1, "reinstate").expect(422);
    given.acting(1, "suspend").expect(200);
    given.acting(1, "suspend").expect(422);
    assertEquals("suspended", given.standing(own));
    assertEquals("trainersDoNotCertify", given.acting(taught, 1, "reinstate").expect(422).code());
    given.acting(1, "reinstate").expect(200);
    assertEquals("active", given.standing(own));
    given.registry = given.acting(1, "revoke").expect(200).json();
    assertEquals("revoked", given.standing(own));
    assertEquals("heldBackCertificatesAreNotPrinted", given.printingOwn(1, 1).expect(409).code());
    given.on(exam.second.call("printCertificate"), 1).expect(409);
    assertEquals(3, given.registry.at("/certificates/1/acts").size());
    var after = given.acting(1, "reinstate").expect(422).code();
    assertEquals("an_act_fits_where_the_certificate_stands", after);
    refused("the_registry_is_only_added_to", "delete from credential.act");
    exam.hall.execute("alter table credential.certificate disable trigger user");
    exam.hall.execute(
        "update credential.certificate set issued_on = current_date - 40, expires_on ="
            + " current_date - 1 where id = '"
            + given.registry.at("/certificates/2/id").asText()
            + "'");
    exam.hall.execute("alter table credential.certificate enable trigger user");
    assertEquals("expired", given.standing(given.own(2)));
    given.acting(2, "suspend").expect(200);
    given.acting(2, "reinstate").expect(200);
    var expired = given.verifying(given.own(2).number(), given.own(2).code()).expect(200).json();
    assertEquals("expired", expired.get("status").asText());
    assertFalse(expired.has("since"), "nobody suspended or revoked it");
  }

  @Test
  @Order(8)
  void the_public_page_says_valid_only_when_the_service_said_so() {
    var base = exam.hall.rolewright.baseUrl();
    var holder = base + "/candidate/#/application/" + given.token(0) + "/results";
    given.acting(3, "suspend").expect(200);
    var others =
        Map.of("expired", given.own(2), "suspended", given.own(3), "revoked", given.own(1));
    try (var browsers = new Browsers()) {
      for (var look : Look.tried()) {
        try (var context = browsers.context(look)) {
          var page = context.newPage();
          page.navigate(holder);
          var link = page.locator("main article a[href*='/verify/']");
          link.waitFor();
          Browsers.inspect(page, "credential-holder-" + look.name());
          page.navigate(link.getAttribute("href"));
          assertThat(page.locator("[data-status=active]")).isVisible();
          Browsers.inspect(page, "credential-verify-active-" + look.name());
          assertEquals(new TreeSet<>(), Browsers.unreachedByKeyboard(page));
          page.route("**/verification", Route::abort);
          page.locator("main button.primary").click();
          assertThat(page.locator("main .notice")).isVisible();
          assertThat(page.locator("[data-status]")).hasCount(0);
          Browsers.inspect(page, "credential-verify-unchecked-" + look.name());
          page.unroute("**/verification");
          page.locator("input[name=code]").fill(any(new SplittableRandom(3)));
          page.locator("main button.primary").click();
          assertThat(page.locator("main .notice.bad")).isVisible();
          assertThat(page.locator("[data-status]")).hasCount(0);
          Browsers.inspect(page, "credential-verify-unknown-" + look.name());
          for (var status : others.keySet()) {
            var own = others.get(status);
            Browsers.show(page, base + "/verify/#/" + own.number() + "/" + own.code());
            assertThat(page.locator("[data-status=" + status + "]")).isVisible();
            assertThat(page.locator("[data-status=active]")).hasCount(0);
            Browsers.inspect(page, "credential-verify-" + status + "-" + look.name());
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
        Browsers.show(
            page,
            exam.hall.rolewright.baseUrl()
                + "/workbench/#/studies/"
                + exam.hall.study.value()
                + "/credential");
        assertThat(page.locator("main table tbody tr")).hasCount(9);
        Browsers.inspect(page, "credential-registry-" + look.name());
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
    given.registry = given.ofStudy(exam.first.call("readRegistry")).expect(200).json();
    int proposed = given.first("proposed");
    var taken = given.on(taught.call("withdrawCertificate"), proposed).expect(200).json();
    assertEquals(8, taken.get("certificates").size());
    assertEquals(1, taken.get("waiting").size());
    given.on(exam.second.call("withdrawCertificate"), proposed).expect(404);
    var issued =
        given.on(exam.second.call("withdrawCertificate"), given.first("active")).expect(422).code();
    assertEquals("the_registry_is_only_added_to", issued);
    given.registry = taken;
    given.registry = given.proposing(exam.first, given.waiting()).expect(200).json();
    assertEquals(9, given.registry.get("certificates").size());
  }

  @Test
  @Order(10)
  void staff_see_where_a_rescoring_took_the_pass_away() {
    var version = exam.read(given.released()).at("/items/0/version").asText();
    exam.drop(version);
    exam.released();
    given.registry = given.ofStudy(exam.first.call("readRegistry")).expect(200).json();
    var lost = new ArrayList<Integer>();
    for (int at = 0; at < 9; at++)
      if (!given.registry.at("/certificates/" + at + "/passStands").asBoolean()) lost.add(at);
    // 4 of 6 points are 3.33 of 5, so 4 are needed: the three with 4 right have 3 now
    assertEquals(3, lost.size());
    for (int at : lost)
      if ("proposed".equals(given.registry.at("/certificates/" + at + "/status").asText()))
        assertEquals(
            "a_certificate_rests_on_a_passed_exam",
            given.issuing(exam.second, at).expect(422).code());
  }

  @Test
  @Order(11)
  void candidates_and_holders_are_written_to_and_no_mail_says_a_score() {
    var program = new Actor.Program("test");
    exam.hall.wiring.resultLetters.write(program);
    exam.hall.wiring.resultLetters.write(program);
    assertEquals(CertifiedExam.PEOPLE, given.letters("Your result is ready: ").size());
    // three lose their pass; three with 3 points go from 350 to 200, the lowest; nobody else
    // who failed is told another number, since 200 is the lowest before and after
    assertEquals(6, given.letters("Your result was corrected: ").size());
    for (var letter : given.letters("Your result "))
      assertFalse(letter.body().replaceAll("http\\S+", "").matches("(?s).*\\d.*"), letter.body());
    assertEquals(5, given.letters("Your certificate: ").size());
    assertEquals(3, given.letters("Your certificate is suspended: ").size());
    assertEquals(2, given.letters("Your certificate is valid again: ").size());
    assertEquals(1, given.letters("Your certificate was revoked: ").size());
    for (var letter : given.letters("Your certificate")) {
      assertFalse(letter.body().contains("ethics board"), letter.body());
      assertTrue(letter.body().contains(exam.hall.rolewright.baseUrl() + "/candidate/#/"));
    }
  }

  @Test
  @Order(12)
  void a_holder_is_reminded_once_that_a_certificate_runs_out() {
    exam.hall.execute("alter table credential.certificate disable trigger user");
    exam.hall.execute(
        "update credential.certificate set expires_on = current_date + 30 where id = '"
            + given.registry.at("/certificates/" + given.first("active") + "/id").asText()
            + "'");
    exam.hall.execute("alter table credential.certificate enable trigger user");
    exam.hall.wiring.reminders.remind(new Actor.Program("test"));
    exam.hall.wiring.reminders.remind(new Actor.Program("test"));
    assertEquals(1, given.letters("Your certificate runs out on ").size());
  }
}
