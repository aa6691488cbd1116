package org.rolewright.certificate;

import static org.rolewright.db.certificate.Tables.REMINDER;

import java.time.Instant;
import java.time.ZoneOffset;
import org.rolewright.credential.CredentialId;
import org.rolewright.platform.db.Tx;

/** Rows of the schema {@code certificate}. */
final class CertificateRepository {

  /** Marks a holder as reminded; false when that was done. */
  boolean remind(Tx tx, CredentialId certificate, Instant at) {
    return tx.sql()
            .insertInto(REMINDER)
            .set(REMINDER.CERTIFICATE_ID, certificate.value())
            .set(REMINDER.WRITTEN_AT, at.atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
