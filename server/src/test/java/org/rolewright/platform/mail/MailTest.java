package org.rolewright.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rolewright.TestDatabase;
import org.rolewright.platform.db.Database;

class MailTest {
  @Test
  void a_letter_reaches_the_mail_server_and_its_body_is_forgotten() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try (var database = Database.open(TestDatabase.migrated(), 4)) {
      var mail = mail(database, server.getSmtp().getPort());
      database.run(
          tx -> mail.write(tx, "peer@example.org", "Encuesta: ¿qué hace?", "áé https://x/#t"));
      mail.sendWaiting();
      var received = server.getReceivedMessages();
      assertEquals(1, received.length);
      assertEquals("Encuesta: ¿qué hace?", received[0].getSubject());
      assertEquals("peer@example.org", received[0].getAllRecipients()[0].toString());
      assertTrue(GreenMailUtil.getBody(received[0]).contains("https://x/#t"));
      var letter = database.transaction(mail::listLetters).getFirst();
      assertTrue(letter.sentAt().isPresent());
      assertEquals("", letter.body());
      mail.sendWaiting();
      assertEquals(1, server.getReceivedMessages().length);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_letter_waits_while_the_mail_server_is_away() {
    try (var database = Database.open(TestDatabase.migrated(), 4)) {
      var mail = mail(database, 1);
      database.run(tx -> mail.write(tx, "peer@example.org", "Hello", "Body"));
      mail.sendWaiting();
      var letter = database.transaction(mail::listLetters).getFirst();
      assertTrue(letter.sentAt().isEmpty());
      assertEquals(1, letter.attempts());
      assertEquals("Body", letter.body());
      assertTrue(letter.lastError().isPresent());
    }
  }

  @Test
  void without_a_mail_server_letters_stay_in_the_outbox() {
    try (var database = Database.open(TestDatabase.migrated(), 4)) {
      var mail = new Mail(database, InstantSource.system(), Optional.empty(), "us@example.org");
      database.run(tx -> mail.write(tx, "peer@example.org", "Hello", "Body"));
      mail.sendWaiting();
      assertEquals(0, database.transaction(mail::listLetters).getFirst().attempts());
    }
  }

  @Test
  void nothing_is_sent_to_an_example_address() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try (var database = Database.open(TestDatabase.migrated(), 4)) {
      var mail = mail(database, server.getSmtp().getPort());
      database.run(tx -> {
        mail.write(tx, "synthetic@candidates.EXAMPLE", "Hello", "A link");
        mail.write(tx, "peer@example.org", "Hello", "Body");
      });
      mail.sendWaiting();
      assertEquals(1, server.getReceivedMessages().length);
      var letter =
          database
              .transaction(tx -> mail.newestTo(tx, "Synthetic@candidates.example"))
              .orElseThrow();
      assertTrue(letter.isExample());
      assertEquals("A link", letter.body());
      assertEquals(0, letter.attempts());
    } finally {
      server.stop();
    }
  }

  private static Mail mail(Database database, int port) {
    return new Mail(
        database,
        InstantSource.system(),
        Optional.of(URI.create("smtp://127.0.0.1:" + port)),
        "us@example.org");
  }
}
