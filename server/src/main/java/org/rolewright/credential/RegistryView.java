package org.rolewright.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.PersonId;

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

  /**
   * A certificate as staff see it.
   *
   * @param obstacle why this person may not issue it; the key of a refusal
   */
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
      Optional<String> obstacle,
      List<Done> acts) {
    public Entry {
      acts = List.copyOf(acts);
    }

    /**
     * @param reader who looks
     * @param name of a person
     * @param obstacles why the reader may not decide, by sitting, where nothing is issued yet
     */
    static Entry of(
        Credential one,
        PersonId reader,
        Function<PersonId, String> name,
        Map<SittingId, String> obstacles) {
      return new Entry(
          one.id(),
          new Signs(one.number()).grouped(),
          one.holder(),
          one.status(),
          name.apply(one.proposedBy()),
          one.proposedBy().equals(reader),
          one.issue().map(issue -> name.apply(issue.by())),
          one.issue().map(Credential.Issue::on),
          one.issue().map(Credential.Issue::expiresOn),
          one.validMonths(),
          Optional.ofNullable(obstacles.get(one.sitting())),
          one.acts().stream()
              .map(act -> new Done(act.kind(), act.reason(), name.apply(act.by()), act.at()))
              .toList());
    }
  }

  /** What was done with it. */
  public record Done(Credential.Kind kind, String reason, String by, Instant at) {}
}
