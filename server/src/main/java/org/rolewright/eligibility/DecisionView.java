package org.rolewright.eligibility;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision that was made.
 *
 * @param by who decided; colleagues are told, candidates are not
 */
record DecisionView(int number, Decision decision, Optional<String> by, Instant at) {
  DecisionView forCandidate() {
    return new DecisionView(number, decision, Optional.empty(), at);
  }
}
