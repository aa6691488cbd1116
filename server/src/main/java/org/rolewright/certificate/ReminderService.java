package org.rolewright.certificate;

import java.time.InstantSource;
import org.rolewright.access.Permission;
import org.rolewright.credential.CredentialService;
import org.rolewright.credential.HolderLetters;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Database;

/** Tells holders once, two months ahead, that a certificate runs out. */
public final class ReminderService {
  static final int DAYS_AHEAD = 60;

  private final Database database;
  private final InstantSource clock;
  private final CredentialService credentials;
  private final HolderLetters letters;
  private final CertificateRepository repository = new CertificateRepository();

  public ReminderService(
      Database database,
      InstantSource clock,
      CredentialService credentials,
      HolderLetters letters) {
    this.database = database;
    this.clock = clock;
    this.credentials = credentials;
    this.letters = letters;
  }

  public void remind(Actor program) {
    Permission.CERTIFY.require(program);
    database.run(tx -> {
      for (var one : credentials.listRunningOut(tx, DAYS_AHEAD))
        if (repository.remind(tx, one.id(), clock.instant())) letters.runsOut(tx, one);
    });
  }
}
