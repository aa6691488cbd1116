package org.rolewright.eligibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.mail.Mail;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;

/** Mails to candidates, in their language, each with the private link. */
public final class CandidateLetters {
  private final Mail mail;
  private final Texts texts;
  private final CandidateLinks links;

  public CandidateLetters(Mail mail, Texts texts, InstallationSecret secret) {
    this.mail = mail;
    this.texts = texts;
    this.links = new CandidateLinks(secret);
  }

  CandidateLinks links() {
    return links;
  }

  /**
   * @param kind catalogue key {@code mail.<kind>.subject} and {@code .body}
   */
  void write(Tx tx, Application to, String kind, Map<String, ?> values, String baseUrl) {
    var formats = new Formats(to.language(), texts);
    var all = new HashMap<String, Object>(values);
    all.replaceAll((_, value) -> value instanceof LocalDate day ? formats.date(day) : value);
    all.put("link", links.link(baseUrl, to.id(), to.link()));
    mail.write(
        tx,
        to.email(),
        texts.text(to.language(), "mail." + kind + ".subject", all),
        texts.text(to.language(), "mail." + kind + ".body", all));
  }

  void forget(Tx tx, Application to) {
    mail.forget(tx, to.email());
  }
}
