package org.rolewright.accommodation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.TestDatabase;
import org.rolewright.eligibility.Applicants;
import org.rolewright.platform.Role;
import org.rolewright.platform.json.Json;

/** Accommodations: asked and granted in confidence, applied by themselves. */
class AccommodationApiTest {
  private static final Installation ROLEWRIGHT = Installation.serving();
  private static final String NEED = "I am recovering from a stroke and read slowly";
  private static final LocalDate NEXT_YEAR = LocalDate.now(ZoneOffset.UTC).plusYears(1);
  private final Applicants given = new Applicants(ROLEWRIGHT);
  private final ApiClient decider = ROLEWRIGHT.signedIn(ROLEWRIGHT.person(Role.ADMINISTRATOR));

  @AfterAll
  static void close() {
    ROLEWRIGHT.close();
  }

  private Applicants.Applicant asking() {
    var applicant = given.accepted();
    applicant.call("askAccommodation").body(Map.of("reason", "illness", "need", NEED)).expect(204);
    return applicant;
  }

  private ApiClient.Call decision(Applicants.Applicant applicant, Object granted) {
    return decider
        .call("decideAccommodation")
        .with("candidateId", applicant.id().value())
        .body(
            Map.of(
                "granted", granted, "answer", "You get more time.", "validUntil", "" + NEXT_YEAR));
  }

  private static Map<String, Object> timeAndBreaks() {
    return Map.of(
        "timeFactor",
        1.5,
        "extraMinutes",
        10,
        "extraBreakSeconds",
        List.of(600, 300),
        "display",
        Map.of("textScale", 2, "theme", "contrast"));
  }

  private Accommodation applied(Applicants.Applicant applicant, Instant on) {
    var wiring = ROLEWRIGHT.wiring();
    return wiring.database.transaction(
        tx -> wiring.accommodations.accommodation(tx, applicant.id(), on));
  }

  @Test
  void what_is_granted_applies_by_itself_while_its_period_runs() {
    var applicant = asking();
    assertEquals(Accommodation.NONE, applied(applicant, Instant.now()));
    decision(applicant, timeAndBreaks()).expect(200);
    var granted = applied(applicant, Instant.now());
    assertEquals("1.5", granted.timeFactor().toString());
    assertEquals(10, granted.extraMinutes());
    assertEquals(List.of(600, 300), granted.extraBreakSeconds());
    assertEquals(Theme.CONTRAST, granted.display().theme().orElseThrow());
    var lastDay = NEXT_YEAR.atStartOfDay(ZoneOffset.UTC).toInstant();
    assertEquals(granted, applied(applicant, lastDay));
    var dayAfter = NEXT_YEAR.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    assertEquals(Accommodation.NONE, applied(applicant, dayAfter));
  }

  @Test
  void a_later_refusal_does_not_take_away_what_was_granted() {
    var applicant = asking();
    decision(applicant, timeAndBreaks()).expect(200);
    applicant.call("askAccommodation").body(Map.of("reason", "other", "need", "More")).expect(204);
    decider
        .call("decideAccommodation")
        .with("candidateId", applicant.id().value())
        .body(Map.of("answer", "What you have is enough."))
        .expect(200);
    assertEquals("1.5", applied(applicant, Instant.now()).timeFactor().toString());
    var shown = applicant.call("readOwnAccommodation").expect(200).json();
    assertEquals("What you have is enough.", shown.at("/decision/answer").asText());
  }

  @Test
  void the_reason_is_sealed_while_it_waits_and_gone_when_decided() {
    var applicant = asking();
    var paper = Applicants.pdf("discharge letter");
    applicant
        .call("addOwnEvidence")
        .with("documentId", UUID.randomUUID())
        .with("name", "stroke-unit.pdf")
        .bytes("application/octet-stream", paper)
        .expect(204);
    var before = tables();
    assertTrue(before.contains(applicant.id().value().toString()), "the request is there");
    for (var word : List.of("stroke", "illness", "discharge", "stroke-unit")) {
      assertFalse(before.contains(word), word);
      var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
      assertFalse(before.contains(hex), word);
    }
    decision(applicant, timeAndBreaks()).expect(200);
    var after =
        TestDatabase.dump(
            ROLEWRIGHT.databaseUrl(), "accommodation.request", "accommodation.document");
    assertFalse(after.contains(applicant.id().value().toString()));
  }

  private static String tables() {
    return TestDatabase.dump(
        ROLEWRIGHT.databaseUrl(),
        "accommodation.request",
        "accommodation.document",
        "platform.mail",
        "audit.entry");
  }

  @Test
  void who_decides_reads_the_reason_and_the_evidence() {
    var applicant = asking();
    var id = UUID.randomUUID();
    applicant
        .call("addOwnEvidence")
        .with("documentId", id)
        .with("name", "letter.pdf")
        .bytes("application/octet-stream", Applicants.pdf("letter"))
        .expect(204);
    var request =
        decider
            .call("readAccommodation")
            .with("candidateId", applicant.id().value())
            .expect(200)
            .json();
    assertEquals(NEED, request.at("/wish/need").asText());
    assertEquals("letter.pdf", request.at("/evidence/0/name").asText());
    var file =
        decider
            .call("readEvidence")
            .with("candidateId", applicant.id().value())
            .with("documentId", id)
            .expect(200);
    assertArrayEquals(Applicants.pdf("letter"), file.bytes());
    assertEquals(List.of("no-store"), file.headers().get("cache-control"));
    var list =
        decider.call("listAccommodations").with("studyId", given.study.value()).expect(200).json();
    assertEquals("Ana Ejemplo", list.at("/requests/0/name").asText());
  }

  @Test
  void who_leads_studies_and_scores_is_kept_out() {
    var applicant = asking();
    for (var role : List.of(Role.CERTIFICATION_EXPERT, Role.SME, Role.AUDITOR)) {
      var client = ROLEWRIGHT.signedIn(ROLEWRIGHT.person(role));
      client.call("listAccommodations").with("studyId", given.study.value()).expect(403);
      client.call("readAccommodation").with("candidateId", applicant.id().value()).expect(403);
      client
          .call("readEvidence")
          .with("candidateId", applicant.id().value())
          .with("documentId", UUID.randomUUID())
          .expect(403);
    }
  }

  @Test
  void the_candidate_is_not_told_again_what_was_written() {
    var applicant = asking();
    var shown = applicant.call("readOwnAccommodation").expect(200);
    assertTrue(shown.json().has("askedAt"));
    assertFalse(shown.text().contains("stroke") || shown.text().contains("illness"));
    applicant.call("withdrawAccommodation").expect(204);
    assertFalse(applicant.call("readOwnAccommodation").expect(200).json().has("askedAt"));
  }

  @Test
  void neither_mail_nor_trail_tells_who_asked() {
    var applicant = asking();
    decision(applicant, timeAndBreaks()).expect(200);
    var mail = given.mails(applicant.email()).getFirst();
    assertFalse((mail.subject() + mail.body()).contains("more time"));
    var acts =
        ROLEWRIGHT.wiring().access.listAuditEntries(given.expert, Integer.MAX_VALUE, 500).stream()
            .filter(entry -> entry.action().startsWith("accommodation."))
            .toList();
    assertTrue(acts.size() >= 2);
    assertFalse(Json.write(acts).contains(applicant.id().value().toString()));
  }

  @Test
  void nothing_granted_is_refused_and_so_is_a_grant_without_end() {
    var applicant = asking();
    var nothing =
        Map.of(
            "timeFactor",
            1.0,
            "extraMinutes",
            0,
            "extraBreakSeconds",
            List.of(),
            "display",
            Map.of());
    assertEquals("nothingIsGranted", decision(applicant, nothing).expect(422).code());
    var endless = Map.of("granted", timeAndBreaks(), "answer", "Yes");
    var call = decider.call("decideAccommodation").with("candidateId", applicant.id().value());
    assertEquals("what_is_granted_has_a_period", call.body(endless).expect(422).code());
    decision(applicant, timeAndBreaks()).expect(200);
    assertEquals("noRequestWaits", decision(applicant, timeAndBreaks()).expect(409).code());
  }

  @Test
  void evidence_follows_a_request_and_is_a_true_document() {
    var applicant = given.applicant();
    var call =
        applicant
            .call("addOwnEvidence")
            .with("documentId", UUID.randomUUID())
            .with("name", "letter.pdf");
    var paper = Applicants.pdf("letter");
    assertEquals("askFirst", call.bytes("application/octet-stream", paper).expect(409).code());
    assertEquals(
        "fileOfAnotherKind",
        call.bytes("application/octet-stream", "<html>".repeat(20).getBytes(StandardCharsets.UTF_8))
            .expect(422)
            .code());
  }
}
