package org.rolewright.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.text.Language;

/**
 * An application as its candidate sees it.
 *
 * @param decision the newest, if any
 */
record ApplicationView(
    UUID study,
    String programme,
    boolean demonstration,
    String contact,
    String attestation,
    int minimumAge,
    ApplicationState state,
    String email,
    Language language,
    String name,
    Optional<LocalDate> bornOn,
    List<ClaimView> claims,
    Optional<Instant> submittedAt,
    Optional<Instant> authorisedUntil,
    Optional<DecisionView> decision) {
  static ApplicationView of(Dossier dossier, Opening opening, Language language) {
    var application = dossier.application();
    return new ApplicationView(
        application.study().value(),
        dossier.programme(),
        dossier.demonstration(),
        opening.contact(),
        opening.attestation().best(language),
        opening.minimumAge(),
        application.state(),
        application.email(),
        application.language(),
        application.name(),
        application.bornOn(),
        dossier.claims(),
        application.submittedAt(),
        application.authorisedUntil(),
        dossier.decisions().stream().findFirst().map(DecisionView::forCandidate));
  }
}
