package org.rolewright.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * One person's application to one programme.
 *
 * @param name empty until written
 * @param link number of the newest private link
 */
record Application(
    CandidateId id,
    StudyId study,
    String email,
    Language language,
    ApplicationState state,
    int version,
    String name,
    Optional<LocalDate> bornOn,
    Optional<String> attested,
    int link,
    Optional<Instant> submittedAt,
    Optional<Instant> authorisedAt,
    Optional<Instant> authorisedUntil) {

  /** Itself, while the candidate may change it. */
  Application editable() {
    if (!state.editable()) throw new Refusal.Conflict("applicationHandedIn");
    return this;
  }

  /** Itself, where there is something to decide on. */
  Application decidable() {
    if (state.editable()) throw new Refusal.Conflict("applicationNotHandedIn");
    return this;
  }

  @Override
  public String toString() {
    return "Application[" + id.value() + ", " + state + "]";
  }
}
