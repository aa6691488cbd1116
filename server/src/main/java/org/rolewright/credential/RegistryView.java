package org.rolewright.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * @param passStands false once no score in force passes the exam it was earned in
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
      boolean passStands,
      List<Done> acts) {
    public Entry {
      acts = List.copyOf(acts);
    }

    /**
     * @param reader who looks
     * @param name of a person
     * @param exams what is known of the exams that certificates rest on
     */
    static Entry of(Credential one, PersonId reader, Function<PersonId, String> name, Exams exams) {
      return new Entry(
          one.id(),
          one.grouped(),
          one.holder(),
          one.status(),
          name.apply(one.proposedBy()),
          one.proposedBy().equals(reader),
          one.issue().map(issue -> name.apply(issue.by())),
          one.issue().map(Credential.Issue::on),
          one.issue().map(Credential.Issue::expiresOn),
          one.validMonths(),
          Optional.ofNullable(exams.obstacles().get(one.sitting())),
          exams.passed().contains(one.sitting()),
          one.acts().stream()
              .map(act -> new Done(act.kind(), act.reason(), name.apply(act.by()), act.at()))
              .toList());
    }
  }

  /**
   * What is known of the exams that certificates rest on.
   *
   * @param passed sittings with a pass in force
   * @param obstacles why the reader may not decide, by sitting, where nothing is issued yet
   */
  record Exams(Set<SittingId> passed, Map<SittingId, String> obstacles) {}

  /** What was done with it. */
  public record Done(Credential.Kind kind, String reason, String by, Instant at) {}
}
