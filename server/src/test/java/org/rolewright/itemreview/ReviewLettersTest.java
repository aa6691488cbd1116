package org.rolewright.itemreview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;
import org.rolewright.platform.mail.Letter;

/** Reviewers learn by mail what waits for them and until when, and nothing else. */
class ReviewLettersTest {
  private static final String SECRET = "Which of these comes first in a home visit?";
  private static TestBank bank;

  @BeforeAll
  static void start() {
    bank = new TestBank();
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static String submitted() {
    var version = bank.create(bank.writer, bank.draft(TestBank.single(SECRET)));
    bank.writer
        .call("submitItem")
        .with("versionId", version.get("id").asText())
        .with("If-Match", TestBank.tag(version.get("revision").asInt()))
        .expect(200);
    return version.get("id").asText();
  }

  private static void assign(String version, Actor.Person reviewer, String until) {
    bank.expert
        .call("assignReviewer")
        .with("versionId", version)
        .with("personId", reviewer.id().value())
        .body(Map.of("dueOn", until))
        .expect(200);
  }

  /** The letters as they would be written so much later. */
  private static void write(Duration later) {
    var wiring = bank.installation().wiring();
    var sources =
        new ReviewService.Sources(
            wiring.access, wiring.studies, wiring.separation, wiring.library, wiring.itembanks);
    var post =
        new LetterService.Post(
            wiring.mail, wiring.texts, Optional.of(URI.create("https://exams.example.org")));
    new LetterService(wiring.database, () -> Instant.now().plus(later), sources, post)
        .write(new Actor.Program("test"));
  }

  private static List<Letter> to(Actor.Person person) {
    var wiring = bank.installation().wiring();
    return wiring.database.transaction(tx -> wiring.mail.listLetters(tx)).stream()
        .filter(letter -> letter.recipient().equals(person.email()))
        .toList();
  }

  @Test
  void who_was_asked_gets_one_mail_for_all_with_the_first_deadline() {
    var ann = bank.person(Role.SME);
    var ben = bank.person(Role.ITEM_WRITER);
    var first = submitted();
    assign(first, ann, "2027-03-09");
    assign(submitted(), ann, "2027-03-02");
    assign(first, ben, "2027-03-09");
    bank.signedIn(ben)
        .call("voteOnItem")
        .with("versionId", first)
        .body(Map.of("decision", "accept", "reason", "Fine."))
        .expect(200);
    write(Duration.ofMinutes(1));
    assertEquals(List.of(), to(ann), "more may be asked within two minutes");
    write(Duration.ofMinutes(3));
    assertEquals(List.of(), to(ben), "who has answered is not asked to");
    assertEquals(1, to(ann).size());
    var letter = to(ann).getFirst();
    assertEquals("Items to review: 2 / Ítems por revisar: 2", letter.subject());
    assertTrue(letter.body().contains("March 2, 2027"), letter.body());
    assertTrue(letter.body().contains("2 de marzo de 2027"), letter.body());
    assertTrue(letter.body().contains("https://exams.example.org/workbench/"), letter.body());
    assertTrue(letter.body().contains("Community health workers"), letter.body());
    assertFalse(letter.body().contains("home visit"), "no content of items by mail");

    write(Duration.ofMinutes(5));
    assertEquals(1, to(ann).size());
    assign(first, ann, "2027-03-09");
    write(Duration.ofMinutes(5));
    assertEquals(1, to(ann).size(), "the same deadline is told once");
    assign(first, ann, "2027-02-15");
    write(Duration.ofMinutes(5));
    assertEquals(2, to(ann).size());
    assertTrue(to(ann).stream().anyMatch(one -> one.body().contains("February 15, 2027")));
  }

  @Test
  void only_the_program_and_those_who_lead_write() {
    var wiring = bank.installation().wiring();
    assertThrows(Refusal.Forbidden.class, () -> wiring.reviewLetters.write(bank.writerPerson));
  }
}
