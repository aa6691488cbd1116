package org.rolewright.certificate;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.rolewright.credential.Credential;
import org.rolewright.platform.documents.Diploma;
import org.rolewright.platform.documents.Fact;
import org.rolewright.platform.documents.Pdfs;
import org.rolewright.platform.text.Formats;
import org.rolewright.platform.text.Texts;

/** A certificate as an accessible PDF, in its own language. */
final class CertificatePrinter {
  private final Texts texts;
  private final Pdfs pdfs;

  CertificatePrinter(Texts texts) {
    this.texts = texts;
    pdfs = new Pdfs(texts);
  }

  /**
   * @param baseUrl the address that people use
   */
  byte[] print(Credential one, String code, String baseUrl) {
    var formats = new Formats(one.language(), texts);
    var issue = one.issue().orElseThrow();
    return pdfs.print(
        new Diploma(
            one.language(),
            one.board(),
            formats.text("certificate.title"),
            new Diploma.Award(
                formats.text("certificate.before"),
                one.holder(),
                formats.text("certificate.between"),
                one.title()),
            facts(one, issue, code, formats),
            check(one, code, baseUrl, formats),
            issue.on().atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static List<Fact> facts(
      Credential one, Credential.Issue issue, String code, Formats formats) {
    return List.of(
        new Fact(formats.text("certificate.from"), formats.date(issue.on())),
        new Fact(formats.text("certificate.until"), formats.date(issue.expiresOn())),
        new Fact(formats.text("certificate.number"), one.grouped()),
        new Fact(formats.text("certificate.code"), code));
  }

  private static Diploma.Check check(Credential one, String code, String baseUrl, Formats formats) {
    var page = baseUrl + "/verify/";
    return new Diploma.Check(
        formats.text("certificate.check"),
        page,
        page + "#/" + one.grouped() + "/" + code,
        formats.text("certificate.qr", Map.of("page", page)));
  }
}
