package org.rolewright.platform.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox and the way from it to the mail server. */
public final class Mail {
  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
  private final Database database;
  private final InstantSource clock;
  private final Optional<URI> server;
  private final String from;
  private final MailRepository repository = new MailRepository();

  /**
   * @param server {@code smtp://user:password@host:port} ({@code smtps} for TLS from the start);
   *     empty leaves every mail waiting
   */
  public Mail(Database database, InstantSource clock, Optional<URI> server, String from) {
    this.database = database;
    this.clock = clock;
    this.server = server;
    this.from = from;
  }

  /** Puts a mail in the outbox; it exists only if the transaction ends well. */
  public void write(Tx tx, String recipient, String subject, String body) {
    repository.insert(
        tx,
        new Letter(
            UUID.randomUUID(),
            recipient,
            subject,
            body,
            clock.instant(),
            Optional.empty(),
            0,
            Optional.empty()));
  }

  /** Deletes all mail to an address, waiting or sent, with the person it belongs to. */
  public void forget(Tx tx, String recipient) {
    repository.deleteTo(tx, recipient);
  }

  /** Whether mail leaves at all. */
  public boolean hasServer() {
    return server.isPresent();
  }

  /** The newest mails, waiting or sent. */
  public List<Letter> listLetters(Tx tx) {
    return repository.newest(tx, 500);
  }

  /** The newest mail to an address. */
  public Optional<Letter> newestTo(Tx tx, String recipient) {
    return repository.newestTo(tx, recipient);
  }

  /**
   * Sends what waits, one transaction a mail. A refused mail waits for the next round; mail to an
   * example address always waits.
   */
  public void sendWaiting() {
    if (server.isEmpty()) return;
    var tried = new HashSet<UUID>();
    var more = true;
    while (more) more = database.transaction(tx -> sendNext(tx, tried));
  }

  private boolean sendNext(Tx tx, Set<UUID> tried) {
    var next = repository.nextWaiting(tx, tried);
    next.ifPresent(letter -> {
      tried.add(letter.id());
      send(tx, letter);
    });
    return next.isPresent();
  }

  private void send(Tx tx, Letter letter) {
    try {
      Transport.send(message(letter));
      repository.sent(tx, letter.id(), clock.instant());
    } catch (MessagingException e) {
      LOG.warn("mail {} was not taken: {}", letter.id(), e.getClass().getSimpleName());
      repository.failed(tx, letter.id(), String.valueOf(e.getMessage()));
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    var message = new MimeMessage(session(server.orElseThrow()));
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(letter.createdAt()));
    message.setHeader("X-Rolewright-Mail", letter.id().toString());
    return message;
  }

  private static Session session(URI server) {
    var scheme = server.getScheme();
    var settings = new Properties();
    settings.put("mail.transport.protocol.rfc822", scheme);
    settings.put("mail." + scheme + ".host", server.getHost());
    if (server.getPort() > 0) settings.put("mail." + scheme + ".port", server.getPort());
    settings.put("mail." + scheme + ".connectiontimeout", "10000");
    settings.put("mail." + scheme + ".timeout", "10000");
    settings.put("mail.smtp.starttls.enable", "true");
    if (server.getUserInfo() == null) return Session.getInstance(settings);
    settings.put("mail." + scheme + ".auth", "true");
    var user = server.getUserInfo().split(":", 2);
    return Session.getInstance(
        settings,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user[0], user.length > 1 ? user[1] : "");
          }
        });
  }
}
