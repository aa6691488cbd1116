package org.rolewright.eligibility;

import java.time.Instant;
import org.rolewright.platform.text.Language;
import org.rolewright.study.StudyId;

/**
 * A candidate who may test.
 *
 * @param name as it shall stand on the certificate
 * @param attempts how many exams it covers
 */
public record Authorisation(
    CandidateId candidate,
    StudyId study,
    String name,
    Language language,
    Instant from,
    Instant until,
    int attempts) {
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
