package org.rolewright.certificate;

import java.util.Map;
import org.rolewright.access.Permission;
import org.rolewright.audit.AuditService;
import org.rolewright.audit.Subject;
import org.rolewright.credential.Credential;
import org.rolewright.credential.CredentialId;
import org.rolewright.credential.CredentialService;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Texts;

/** Certificates on paper, for holders and for staff. */
public final class CertificateService {
  private final Database database;
  private final AuditService audit;
  private final EligibilityService eligibility;
  private final CredentialService credentials;
  private final CertificatePrinter printer;

  /** What is printed. */
  private record Paper(Credential credential, String code) {}

  public CertificateService(
      Database database,
      AuditService audit,
      Texts texts,
      EligibilityService eligibility,
      CredentialService credentials) {
    this.database = database;
    this.audit = audit;
    this.eligibility = eligibility;
    this.credentials = credentials;
    printer = new CertificatePrinter(texts);
  }

  /** A certificate for staff; that it was printed is on the trail. */
  public byte[] print(Actor actor, CredentialId id, String baseUrl) {
    Permission.CERTIFY.require(actor);
    var paper =
        database.transaction(tx -> {
          var found = paper(tx, id);
          audit.record(
              tx, actor, "certificate.print", Subject.of("certificate", id.value()), Map.of());
          return found;
        });
    return printer.print(paper.credential(), paper.code(), baseUrl);
  }

  /** The holder's own certificate. */
  byte[] printOwn(Actor visitor, String token, CredentialId id, String baseUrl) {
    var paper =
        database.transaction(tx -> {
          var holder = eligibility.candidate(tx, token).id();
          if (!credentials.issued(tx, id).candidate().equals(holder))
            throw new Refusal.NotFound("certificate");
          return paper(tx, id);
        });
    return printer.print(paper.credential(), paper.code(), baseUrl);
  }

  private Paper paper(Tx tx, CredentialId id) {
    var one = credentials.issued(tx, id);
    if (one.status().isHeldBack()) throw new Refusal.Conflict("heldBackCertificatesAreNotPrinted");
    return new Paper(one, credentials.code(tx, id));
  }
}
