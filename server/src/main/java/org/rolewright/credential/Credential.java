package org.rolewright.credential;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.delivery.SittingId;
import org.rolewright.eligibility.CandidateId;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * A certificate in the registry.
 *
 * @param score released score that it was proposed for; a rescoring can replace it
 * @param number as it is kept, without gaps
 * @param board body that answers for the programme; may be empty
 * @param validMonths from the day of issue
 * @param status by the clock of the database
 */
public record Credential(
    CredentialId id,
    StudyId study,
    CandidateId candidate,
    SittingId sitting,
    UUID score,
    String number,
    String holder,
    String title,
    String board,
    Language language,
    int validMonths,
    PersonId proposedBy,
    Optional<Issue> issue,
    Status status,
    List<Act> acts) {

  public Credential {
    acts = List.copyOf(acts);
  }

  /** The number as it is printed. */
  public String grouped() {
    return new Signs(number).grouped();
  }

  /** Who issued it, and from when until when it is valid. */
  public record Issue(PersonId by, LocalDate on, LocalDate expiresOn) {}

  /** What was done with it later. */
  public record Act(Kind kind, String reason, PersonId by, Instant at) {}

  /** Where a certificate stands. */
  public enum Status {
    PROPOSED,
    ACTIVE,
    EXPIRED,
    SUSPENDED,
    REVOKED;

    /** Whether somebody decided that it does not hold. */
    public boolean isHeldBack() {
      return this == SUSPENDED || this == REVOKED;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What can be done with an issued certificate. */
  public enum Kind {
    SUSPEND,
    REINSTATE,
    REVOKE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @com.fasterxml.jackson.annotation.JsonCreator
    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  static Status status(Optional<Issue> issue, List<Act> acts, LocalDate today) {
    if (issue.isEmpty()) return Status.PROPOSED;
    var last = acts.isEmpty() ? Kind.REINSTATE : acts.getLast().kind();
    return switch (last) {
      case REVOKE -> Status.REVOKED;
      case SUSPEND -> Status.SUSPENDED;
      case REINSTATE -> issue.get().expiresOn().isBefore(today) ? Status.EXPIRED : Status.ACTIVE;
    };
  }
}
