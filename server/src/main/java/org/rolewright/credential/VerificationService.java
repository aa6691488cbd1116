package org.rolewright.credential;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rolewright.eligibility.EligibilityService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;

/** What holders and the public see of the registry; it cannot be listed. */
public final class VerificationService {
  private final Database database;
  private final EligibilityService eligibility;
  private final CertificateCodes codes;
  private final KnockLimit limit;
  private final CredentialRepository repository = new CredentialRepository();

  public VerificationService(
      Database database,
      InstantSource clock,
      EligibilityService eligibility,
      InstallationSecret secret) {
    this.database = database;
    this.eligibility = eligibility;
    codes = new CertificateCodes(secret);
    limit = new KnockLimit(clock);
  }

  /**
   * How a certificate stands. The code is looked at first: only wrong ones are counted.
   *
   * @throws Refusal.NotFound unless number and code belong together
   * @throws Refusal.Busy instead, after too many wrong ones
   */
  VerifiedView verify(Actor visitor, String number, String code) {
    var wanted = Signs.read(number).orElseThrow(() -> new Refusal.NotFound("certificate"));
    var given = Signs.read(code).orElseThrow(() -> new Refusal.NotFound("certificate"));
    return database
        .transaction(tx -> verified(tx, wanted, given))
        .orElseThrow(() -> {
          limit.wrong(wanted);
          return new Refusal.NotFound("certificate");
        });
  }

  private Optional<VerifiedView> verified(Tx tx, Signs number, Signs code) {
    return repository
        .byNumber(tx, number.plain())
        .filter(one -> one.issue().isPresent())
        .filter(one -> codes.fits(code, repository.codeMark(tx, one.id())))
        .map(one -> view(tx, one));
  }

  private VerifiedView view(Tx tx, Credential one) {
    var issue = one.issue().orElseThrow();
    return new VerifiedView(
        one.grouped(),
        one.holder(),
        one.title(),
        one.status(),
        issue.on(),
        issue.expiresOn(),
        one.status().isHeldBack() ? Optional.of(one.acts().getLast().at()) : Optional.empty(),
        repository.now(tx));
  }

  /** The certificates of who holds a private link. */
  List<OwnCertificate> listOwn(Actor visitor, String token) {
    return database.transaction(tx -> {
      var candidate = eligibility.candidate(tx, token);
      return repository.ofCandidate(tx, candidate.id()).stream()
          .filter(one -> one.issue().isPresent())
          .map(this::own)
          .toList();
    });
  }

  private OwnCertificate own(Credential one) {
    var issue = one.issue().orElseThrow();
    return new OwnCertificate(
        one.id(),
        one.grouped(),
        codes.code(one.id()).grouped(),
        one.title(),
        one.status(),
        issue.on(),
        issue.expiresOn());
  }
}
