package org.rolewright.eligibility;

import java.util.List;
import java.util.Optional;

/** A requirement beside what the candidate says and shows. */
record ClaimView(
    Asked requirement, String statement, Optional<Integer> hours, List<DocumentView> documents) {
  static ClaimView of(Asked asked, List<Claim> claims, List<DocumentView> documents) {
    var claim = claims.stream().filter(one -> one.requirement().equals(asked.id())).findFirst();
    return new ClaimView(
        asked,
        claim.map(Claim::statement).orElse(""),
        claim.flatMap(Claim::hours),
        documents.stream().filter(one -> one.requirement().equals(asked.id())).toList());
  }

  /** Whether something was said, and shown where that is needed. */
  boolean complete() {
    return !statement.isBlank()
        && (requirement.leastHours() == 0 || hours.isPresent())
        && (!requirement.documentNeeded() || !documents.isEmpty());
  }

  boolean enoughHours() {
    return hours.orElse(0) >= requirement.leastHours();
  }
}
