package org.rolewright.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rolewright.delivery.SittingId;

/** Who waits for a certificate, and the certificates there are. */
public record RegistryView(List<Waiting> waiting, List<Entry> certificates) {
  public RegistryView {
    waiting = List.copyOf(waiting);
    certificates = List.copyOf(certificates);
  }

  /**
   * Somebody who passed and has no certificate.
   *
   * @param obstacle why this person may not decide; the key of a refusal
   */
  public record Waiting(
      SittingId sitting, String name, LocalDate satOn, Optional<String> obstacle) {}

  /** A certificate as staff see it. */
  public record Entry(
      CredentialId id,
      String number,
      String holder,
      Credential.Status status,
      String proposedBy,
      boolean ownProposal,
      Optional<String> issuedBy,
      Optional<LocalDate> issuedOn,
      Optional<LocalDate> expiresOn,
      int validMonths,
      List<Done> acts) {
    public Entry {
      acts = List.copyOf(acts);
    }
  }

  /** What was done with it. */
  public record Done(Credential.Kind kind, String reason, String by, Instant at) {}
}
