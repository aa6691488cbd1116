package org.rolewright.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.text.Language;

/**
 * An application as those who decide see it.
 *
 * @param age whole years on the day of handing in
 * @param own whether who looks has applied with their own address, and so may not decide
 */
public record ReceivedApplication(
    CandidateId id,
    UUID study,
    ApplicationState state,
    int version,
    String email,
    Language language,
    String name,
    Optional<LocalDate> bornOn,
    Optional<Integer> age,
    int minimumAge,
    Optional<String> attested,
    List<ClaimView> claims,
    Optional<Instant> submittedAt,
    Optional<Instant> authorisedUntil,
    List<DecisionView> decisions,
    boolean own) {
  static ReceivedApplication of(Dossier dossier, int minimumAge, boolean own) {
    var application = dossier.application();
    return new ReceivedApplication(
        application.id(),
        application.study().value(),
        application.state(),
        application.version(),
        application.email(),
        application.language(),
        application.name(),
        application.bornOn(),
        application.submittedAt().flatMap(at -> application.bornOn().map(born -> age(born, at))),
        minimumAge,
        application.attested(),
        dossier.claims(),
        application.submittedAt(),
        application.authorisedUntil(),
        dossier.decisions(),
        own);
  }

  static int age(LocalDate bornOn, Instant at) {
    return Period.between(bornOn, LocalDate.ofInstant(at, ZoneOffset.UTC)).getYears();
  }
}
