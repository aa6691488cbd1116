package org.rolewright.eligibility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.audit.AuditEntry;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;

/** Applications over HTTP: what candidates send, and what nobody gets out of it. */
class ApplicationApiTest {
  private static final Installation ROLEWRIGHT = Installation.serving();
  private final Applicants given = new Applicants(ROLEWRIGHT);

  @AfterAll
  static void close() {
    ROLEWRIGHT.close();
  }

  @Test
  void the_public_reads_what_is_asked() {
    var page =
        ROLEWRIGHT
            .visitor()
            .call("readApplicationPage")
            .with("studyId", given.study.value())
            .header("Accept-Language", "es")
            .expect(200)
            .json();
    assertEquals("Quién puede solicitar", page.get("introduction").asText());
    assertEquals(500, page.at("/requirements/0/leastHours").asInt());
    assertTrue(page.at("/requirements/1/documentNeeded").asBoolean());
  }

  @Test
  void an_application_is_resumed_by_its_link_as_it_was_left() {
    var applicant = given.applicant().filled();
    var own = applicant.call("readOwnApplication").expect(200).json();
    assertEquals("draft", own.get("state").asText());
    assertEquals("Ana Ejemplo", own.get("name").asText());
    assertEquals("1990-05-17", own.get("bornOn").asText());
    assertEquals(800, own.at("/claims/0/hours").asInt());
    assertEquals("course.pdf", own.at("/claims/1/documents/0/name").asText());
  }

  @Test
  void a_document_comes_back_as_it_was_sent_and_can_be_taken_away() {
    var applicant = given.applicant();
    var id = UUID.randomUUID();
    var sent = Applicants.picture("png");
    applicant.document(given.training, id, "C:\\papers\\..\\my paper.png", sent).expect(204);
    applicant.document(given.training, id, "again.png", sent).expect(204);
    var answer = applicant.call("readOwnDocument").with("documentId", id).expect(200);
    assertArrayEquals(sent, answer.bytes());
    var documents =
        applicant.call("readOwnApplication").expect(200).json().at("/claims/1/documents");
    assertEquals(1, documents.size());
    assertEquals("my paper.png", documents.at("/0/name").asText());
    applicant.call("removeOwnDocument").with("documentId", id).expect(204);
    applicant.call("readOwnDocument").with("documentId", id).expect(404);
  }

  @Test
  void only_true_pdf_png_and_jpeg_are_taken() {
    var applicant = given.applicant();
    for (var format : List.of("png", "jpg"))
      applicant
          .document(given.training, UUID.randomUUID(), "x", Applicants.picture(format))
          .expect(204);
    for (var wrong :
        List.of(
            "<html><script>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "MZ this program cannot be run in DOS mode, and this is long enough to be looked at",
            "%PDF-1.4 but cut off",
            "PK\u0003\u0004 a zip archive that claims to be a document of some length"))
      assertEquals(
          "fileOfAnotherKind",
          applicant
              .document(
                  given.training,
                  UUID.randomUUID(),
                  "harmless.pdf",
                  wrong.getBytes(StandardCharsets.UTF_8))
              .expect(422)
              .code());
  }

  @Test
  void a_picture_that_would_swell_and_a_file_that_is_too_large_are_refused() {
    var applicant = given.applicant();
    var bomb = Applicants.picture("png");
    ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
    var refused = applicant.document(given.training, UUID.randomUUID(), "big.png", bomb);
    assertEquals("pictureTooLarge", refused.expect(422).code());
    var large = new byte[8 * 1024 * 1024 + 1];
    applicant.document(given.training, UUID.randomUUID(), "large.pdf", large).expect(400);
  }

  @Test
  void asking_for_a_link_is_answered_alike_whoever_asks() {
    var known = given.applicant().email();
    var client = ROLEWRIGHT.visitor();
    var forKnown = given.ask(client, known).expect(204);
    var forNew = given.ask(client, "new-" + known).expect(204);
    ROLEWRIGHT
        .wiring()
        .eligibility
        .putOpening(given.expert, given.study, given.opening(false, 18), 1);
    var forNobody = given.ask(client, "nobody-" + known).expect(204);
    assertEquals(0, given.mails("nobody-" + known).size());
    assertEquals(2, given.mails(known).size());
    for (var other : List.of(forNew, forNobody)) {
      assertArrayEquals(forKnown.bytes(), other.bytes());
      assertEquals(forKnown.headers().keySet(), other.headers().keySet());
    }
  }

  @Test
  void an_address_is_mailed_three_links_an_hour_and_only_the_newest_works() {
    var applicant = given.applicant();
    for (var time = 0; time < 5; time++)
      given.ask(applicant.client(), applicant.email().toUpperCase()).expect(204);
    assertEquals(3, given.mails(applicant.email()).size());
    assertNotEquals(applicant.token(), given.token(applicant.email()));
    applicant.call("readOwnApplication").expect(404);
    applicant
        .client()
        .call("readOwnApplication")
        .with("X-Candidate", given.token(applicant.email()))
        .expect(200);
  }

  @Test
  void only_what_is_complete_is_handed_in() {
    var applicant = given.applicant();
    assertEquals("nameMissing", applicant.submission().expect(422).code());
    var today = LocalDate.now(ZoneOffset.UTC);
    applicant.person("Ana", today.minusYears(18).plusDays(1)).expect(204);
    assertEquals("tooYoung", applicant.submission().expect(422).code());
    applicant.person("Ana", today.minusYears(18)).expect(204);
    assertEquals("requirementNotAnswered", applicant.submission().expect(422).code());
    applicant.claim(given.experience, "Work", 12).expect(204);
    applicant.claim(given.training, "A course", null).expect(204);
    assertEquals("requirementNotAnswered", applicant.submission().expect(422).code());
    var paper = Applicants.pdf("paper");
    applicant.document(given.training, UUID.randomUUID(), "paper.pdf", paper).expect(204);
    applicant.submission().expect(204);
    applicant.submission().expect(204);
    assertEquals(2, given.mails(applicant.email()).size());
  }

  @Test
  void what_is_handed_in_stays_while_it_is_judged() {
    var applicant = given.applicant().filled().handedIn();
    assertEquals(
        "applicationHandedIn", applicant.claim(given.experience, "More", 900).expect(409).code());
    assertEquals(
        "applicationHandedIn",
        applicant.person("Eva", LocalDate.of(1980, 1, 1)).expect(409).code());
    given.decide(applicant, Decision.Outcome.MORE, Finding.Verdict.OPEN);
    applicant.claim(given.experience, "More", 900).expect(204);
    applicant.submission().expect(204);
    var own = applicant.call("readOwnApplication").expect(200).json();
    assertEquals("submitted", own.get("state").asText());
    assertEquals("The reason", own.at("/decision/decision/reason").asText());
    assertFalse(own.get("decision").has("by"), "candidates are not told who decided");
  }

  @Test
  void nobody_reads_the_documents_of_another() {
    var owner = given.applicant();
    var id = UUID.randomUUID();
    owner.document(given.training, id, "mine.pdf", Applicants.pdf("mine")).expect(204);
    var other = given.applicant();
    other.call("readOwnDocument").with("documentId", id).expect(404);
    other.call("removeOwnDocument").with("documentId", id).expect(204);
    owner.call("readOwnDocument").with("documentId", id).expect(200);
    ROLEWRIGHT
        .visitor()
        .call("readOwnDocument")
        .with("X-Candidate", "A".repeat(43))
        .with("documentId", id)
        .expect(404);
    ROLEWRIGHT
        .signedIn(given.expert)
        .call("readApplicationDocument")
        .with("candidateId", other.id().value())
        .with("documentId", id)
        .expect(404);
  }

  @Test
  void a_document_is_handed_to_staff_as_an_attachment_that_no_browser_keeps() {
    var applicant = given.applicant();
    var id = UUID.randomUUID();
    applicant.document(given.training, id, "\"; evil=\r\n.pdf", Applicants.pdf("mine")).expect(204);
    var headers =
        ROLEWRIGHT
            .signedIn(given.expert)
            .call("readApplicationDocument")
            .with("candidateId", applicant.id().value())
            .with("documentId", id)
            .expect(200)
            .headers();
    assertEquals(
        List.of("attachment; filename=\"document.pdf\""), headers.get("content-disposition"));
    assertEquals(List.of("application/pdf"), headers.get("content-type"));
    assertEquals(List.of("no-store"), headers.get("cache-control"));
    assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
    assertTrue(headers.get("content-security-policy").getFirst().contains("default-src 'none'"));
  }

  @Test
  void smes_and_auditors_see_nothing_of_candidates() {
    var applicant = given.applicant().filled().handedIn();
    for (var role : List.of(Role.SME, Role.AUDITOR)) {
      var client = ROLEWRIGHT.signedIn(ROLEWRIGHT.person(role));
      client.call("listApplications").with("studyId", given.study.value()).expect(403);
      client.call("readOpening").with("studyId", given.study.value()).expect(403);
      client.call("readApplication").with("candidateId", applicant.id().value()).expect(403);
    }
    var visitor = ROLEWRIGHT.visitor().call("readApplication");
    visitor.with("candidateId", applicant.id().value()).expect(401);
  }

  @Test
  void the_strangest_names_are_kept_and_told_as_they_are() {
    var applicant = given.applicant().filled();
    for (var name :
        List.of(
            "<script>alert(1)</script>",
            "Robert'); DROP TABLE application;--",
            "${7*7} {link} {{7*7}} %s %n",
            "=HYPERLINK(\"http://evil.example\")",
            "Ṫ̈ö̤͂ḧ̸̢́ ﷽ 田中 \u202Enam-tfel",
            "👩‍👩‍👧‍👦 O’Brien-Ñandú",
            "null",
            "\\u0000 \\x00 ../../etc/passwd")) {
      applicant.person(name, LocalDate.of(1990, 1, 1)).expect(204);
      assertEquals(
          name, applicant.call("readOwnApplication").expect(200).json().get("name").asText());
    }
    applicant.handedIn();
    var list =
        ROLEWRIGHT
            .signedIn(given.expert)
            .call("listApplications")
            .with("studyId", given.study.value())
            .with("state", "submitted")
            .expect(200)
            .json();
    assertEquals(1, list.get("applications").size());
  }

  @Test
  void the_zero_character_is_refused_and_not_a_failure() {
    var applicant = given.applicant();
    applicant.call("putOwnPerson").body("{\"name\":\"a\\u0000b\",\"language\":\"en\"}").expect(400);
  }

  @Test
  void an_expert_writes_the_page_and_two_experts_do_not_overwrite_each_other() {
    var client = ROLEWRIGHT.signedIn(given.expert);
    var stored = client.call("readOpening").with("studyId", given.study.value()).expect(200).json();
    assertEquals(1, stored.get("version").asInt());
    var changed = (ObjectNode) stored.deepCopy();
    changed.remove("version");
    changed.put("minimumAge", 21);
    var put = client.call("putOpening").with("studyId", given.study.value()).body(changed);
    assertEquals(21, put.with("If-Match", "\"1\"").expect(200).json().get("minimumAge").asInt());
    put.with("If-Match", "\"1\"").expect(412);
  }

  @Test
  void the_trail_holds_no_personal_detail() {
    var applicant = given.accepted();
    var entries =
        ROLEWRIGHT.wiring().access.listAuditEntries(given.expert, Integer.MAX_VALUE, 500).stream()
            .filter(entry -> entry.subjectKind().equals("candidate"))
            .toList();
    var actions = entries.stream().map(AuditEntry::action).toList();
    assertTrue(actions.containsAll(List.of("eligibility.submit", "eligibility.decide")));
    var acts = Json.write(entries.stream().map(AuditEntry::detail).toList());
    assertFalse(acts.contains(applicant.email()) || acts.contains("Ejemplo"));
    assertFalse(acts.contains("1990") || acts.contains("The reason"));
  }

  @Test
  void no_table_holds_the_token_of_a_link() {
    var applicant = given.applicant();
    var rows =
        TestDatabase.dump(ROLEWRIGHT.databaseUrl(), "eligibility.application", "audit.entry");
    assertTrue(rows.contains(applicant.email()), "the dump holds the rows");
    assertFalse(rows.contains(applicant.token()));
  }

  @Test
  void what_nobody_goes_on_with_is_deleted() {
    given.ask(ROLEWRIGHT.visitor(), "unconfirmed@example.org").expect(204);
    var left = given.applicant();
    var handedIn = given.applicant().filled().handedIn();
    forgetting(Duration.ofDays(13));
    assertTrue(exists("unconfirmed@example.org"));
    forgetting(Duration.ofDays(15));
    assertFalse(exists("unconfirmed@example.org"));
    assertTrue(exists(left.email()));
    forgetting(Duration.ofDays(366));
    assertFalse(exists(left.email()));
    assertTrue(exists(handedIn.email()));
  }

  private static boolean exists(String email) {
    return TestDatabase.dump(ROLEWRIGHT.databaseUrl(), "eligibility.application").contains(email);
  }

  private static void forgetting(Duration later) {
    var wiring = ROLEWRIGHT.wiring();
    new ApplicantService(
            wiring.database,
            InstantSource.offset(InstantSource.fixed(Instant.now()), later),
            wiring.audit,
            wiring.access,
            wiring.studies,
            new CandidateLetters(wiring.mail, wiring.texts, wiring.secret))
        .forget(new Actor.Program("test"));
  }
}
