package org.rolewright.candidacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Browsers;
import org.rolewright.Browsers.Look;
import org.rolewright.Installation;
import org.rolewright.eligibility.Applicants;
import org.rolewright.eligibility.Applicants.Applicant;
import org.rolewright.eligibility.Decision;
import org.rolewright.eligibility.Finding;
import org.rolewright.platform.Role;
import org.rolewright.platform.text.Localized;

/** A candidate's own screens, from the application page to the seat. */
class CandidateScreensTest {
  private static final List<Look> LOOKS = Look.tried();

  private static Installation rolewright;
  private static Browsers browsers;
  private Page page;
  private String look = "";

  @BeforeAll
  static void start() {
    rolewright = Installation.serving();
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    rolewright.close();
  }

  @Test
  void a_candidate_applies_is_asked_for_more_and_books_a_seat() {
    for (var each : LOOKS) {
      var day = new ExamDay(rolewright);
      day.published(day.input(LocalDateTime.of(2027, 3, 14, 9, 0), 12));
      day.published(inMadrid(day));
      rolewright
          .wiring()
          .candidacies
          .wordAgreement(
              day.programme.expert,
              day.programme.study,
              Localized.of("I keep the questions to myself.", "Guardo para mí las preguntas."),
              0);
      try (var _ = open(each)) {
        var email = "walks" + each.width() + "@example.org";
        asksForALink(day.programme, email);
        writes(day.programme);
        handsIn();
        var applicant = new Applicant(day.programme, rolewright.visitor(), email, token());
        day.programme.decide(applicant, Decision.Outcome.MORE, Finding.Verdict.OPEN);
        seesWhatIsMissing();
        day.programme.decide(applicant, Decision.Outcome.ACCEPT, Finding.Verdict.MET);
        books();
        cancels();
      }
    }
  }

  private static ExamWindowInput inMadrid(ExamDay day) {
    var opens = LocalDateTime.of(2027, 4, 20, 10, 0);
    var input = day.input(opens, 1);
    return new ExamWindowInput(
        input.study(),
        Optional.of(day.form),
        "Madrid, in a room",
        opens,
        opens.plusHours(3),
        "Europe/Madrid",
        LateRule.UNTIL_WINDOW_END,
        "Calle Mayor 1, Madrid",
        "2 B",
        72,
        1);
  }

  private void asksForALink(Applicants programme, String email) {
    show("/candidate/#/programme/" + programme.study.value());
    inspect("page");
    page.locator("[name=email]").fill(email);
    page.locator("form .primary").click();
    assertThat(page.locator("section[aria-live]")).containsText(email);
    inspect("mail-sent");
    show("/candidate/#/application/" + programme.token(email));
    inspect("draft-empty");
  }

  private void writes(Applicants programme) {
    page.locator("main .button.primary").click();
    assertThat(page.locator("[name=name]")).isVisible();
    page.locator("[name=name]").fill("Ana Ejemplo Ñandú");
    page.locator("[name=bornOn]").fill("1990-05-17");
    saved();
    inspect("person");
    next();
    page.locator("[name=statement]").fill("Two years at the community centre of Vallecas.");
    page.locator("[name=hours]").fill("800");
    saved();
    next();
    page.locator("[name=statement]").fill("Course of the state, spring 2025.");
    choose("program.exe", "MZ".repeat(60).getBytes());
    assertThat(page.locator("#file-error")).isVisible();
    inspect("requirement-refused");
    choose("course certificate.pdf", Applicants.pdf("course"));
    assertThat(page.locator(".files li")).hasCount(1);
    saved();
    inspect("requirement");
    page.goBack();
    assertThat(page.locator("[name=hours]")).hasValue("800");
    page.reload();
    assertThat(page.locator("[name=hours]")).hasValue("800");
    page.goForward();
    assertThat(page.locator(".files li")).hasCount(1);
  }

  private void handsIn() {
    next();
    page.locator("[name=attested]").check();
    inspect("hand-in");
    page.locator("form .primary").click();
    assertThat(page.locator(".notice")).isVisible();
    inspect("submitted");
    assertThat(page.locator("main .button.primary")).hasCount(0);
  }

  private void seesWhatIsMissing() {
    page.reload();
    assertThat(page.locator(".notice.warn").first()).containsText("The reason");
    inspect("more");
    page.locator("main .button.primary").click();
    assertThat(page.locator(".notice.warn")).containsText("because");
    page.locator("[name=hours]").fill("900");
    saved();
    next();
    next();
    page.locator("[name=attested]").check();
    page.locator("form .primary").click();
    assertThat(page.locator(".notice")).isVisible();
    assertThat(page.locator(".notice.warn")).hasCount(0);
  }

  private void books() {
    page.reload();
    assertThat(page.locator(".notice.good")).isVisible();
    inspect("accepted");
    page.locator("main .button.primary").click();
    assertThat(page.locator(".window")).hasCount(2);
    inspect("windows");
    page.locator(".window .button.primary").nth(1).click();
    inspect("booking");
    dialog().locator(".button.primary").click();
    assertThat(dialog()).isVisible();
    dialog().locator("[name=agreed]").check();
    dialog().locator(".button.primary").click();
    assertThat(page.locator(".admission")).isVisible();
    assertThat(page.locator(".window")).hasCount(1);
    inspect("seat");
    page.locator("main a[href*=application]").first().click();
    assertThat(page.locator(".admission")).isVisible();
    inspect("accepted-with-seat");
    page.goBack();
  }

  private void cancels() {
    page.locator("main .button.danger").click();
    dialog().locator(".button.danger").click();
    assertThat(page.locator(".admission")).hasCount(0);
    assertThat(page.locator(".window")).hasCount(2);
  }

  @Test
  void an_accommodation_is_asked_for_in_confidence_and_answered() {
    for (var each : LOOKS) {
      var programme = new Applicants(rolewright);
      var applicant = programme.accepted();
      try (var _ = open(each)) {
        show("/candidate/#/application/" + applicant.token() + "/accommodation");
        page.locator("[name=reason][value=attention]").check();
        page.locator("[name=need]").fill("Half as much time again, and a quiet room.");
        inspect("accommodation");
        page.locator("form .primary").click();
        assertThat(page.locator("#file")).isVisible();
        choose("letter.pdf", Applicants.pdf("letter"));
        assertThat(page.locator("main")).containsText("1 document");
        assertThat(page.locator("main")).not().containsText("quiet room");
        inspect("accommodation-waits");
        grant(applicant);
        page.reload();
        assertThat(page.locator("[aria-labelledby=answer] li")).hasCount(3);
        inspect("accommodation-answered");
      }
    }
  }

  private static void grant(Applicant applicant) {
    rolewright
        .signedIn(rolewright.person(Role.ADMINISTRATOR))
        .call("decideAccommodation")
        .with("candidateId", applicant.id().value())
        .body(
            Map.of(
                "granted",
                Map.of(
                    "timeFactor",
                    1.5,
                    "extraMinutes",
                    0,
                    "extraBreakSeconds",
                    List.of(600, 600),
                    "display",
                    Map.of("theme", "contrast")),
                "answer",
                "You get half as much time again and two breaks.",
                "validUntil",
                "" + LocalDateTime.now(ZoneOffset.UTC).plusYears(1).toLocalDate()))
        .expect(200);
  }

  @Test
  void what_is_not_saved_is_never_shown_as_saved() {
    var applicant = new Applicants(rolewright).applicant();
    try (var _ = open(Look.PHONE)) {
      show("/candidate/#/application/" + applicant.token() + "/person");
      page.route("**/own-application/person", route -> route.abort());
      page.locator("[name=name]").fill("Ana");
      assertThat(page.locator(".save-state.offline")).isVisible();
      inspect("offline");
      assertEquals(
          "", applicant.call("readOwnApplication").expect(200).json().get("name").asText());
      page.unroute("**/own-application/person");
      saved();
      assertEquals(
          "Ana", applicant.call("readOwnApplication").expect(200).json().get("name").asText());
    }
  }

  @Test
  void who_asks_has_everything_deleted() {
    var applicant = new Applicants(rolewright).applicant();
    try (var _ = open(Look.PHONE)) {
      show("/candidate/#/application/" + applicant.token());
      page.locator("details.more summary").click();
      page.locator("details.more .danger").click();
      inspect("erasing");
      dialog().locator(".danger").click();
      assertThat(dialog()).hasCount(0);
      inspect("erased");
      applicant.call("readOwnApplication").expect(404);
      page.reload();
      assertThat(page.locator(".notice.bad")).isVisible();
      inspect("ended");
    }
  }

  @Test
  void every_control_is_reached_by_the_tab_key() {
    var day = new ExamDay(rolewright);
    day.published(day.input(LocalDateTime.of(2027, 3, 14, 9, 0), 12));
    var applicant = day.programme.accepted();
    var draft = day.programme.applicant();
    try (var _ = open(Look.DESKTOP)) {
      var missed = new TreeSet<String>();
      var own = "/candidate/#/application/" + draft.token();
      for (var address :
          List.of(
              "/candidate/#/programme/" + day.programme.study.value(),
              own,
              own + "/person",
              own + "/requirement/" + day.programme.training,
              own + "/hand-in",
              own + "/accommodation",
              "/candidate/#/application/" + applicant.token() + "/exams")) {
        show(address);
        missed.addAll(Browsers.unreachedByKeyboard(page));
      }
      assertEquals(new TreeSet<>(), missed);
    }
  }

  private BrowserContext open(Look each) {
    look = each.width() + "-" + each.scheme().name().toLowerCase() + "-" + each.language();
    var context = browsers.context(each);
    page = context.newPage();
    return context;
  }

  private void show(String address) {
    page.navigate("about:blank");
    page.navigate(rolewright.baseUrl() + address);
    page.locator("main h1").first().waitFor();
  }

  private void saved() {
    assertThat(page.locator(".save-state.saved")).isVisible();
  }

  private void next() {
    var before = page.locator("main h1").innerText();
    page.locator(".candidate-next .button.primary").click();
    assertThat(page.locator("main h1")).not().hasText(before);
  }

  private String token() {
    return page.url().replaceFirst(".*/application/", "").replaceFirst("/.*", "");
  }

  private Locator dialog() {
    return page.locator("dialog[open]");
  }

  private void choose(String name, byte[] content) {
    page.locator("#file").setInputFiles(new FilePayload(name, "application/pdf", content));
  }

  private void inspect(String name) {
    Browsers.inspect(page, "candidate-" + name + "-" + look);
  }
}
