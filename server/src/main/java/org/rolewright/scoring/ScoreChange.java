package org.rolewright.scoring;

import java.util.UUID;
import org.rolewright.marking.Result;

/**
 * A score that a run changes.
 *
 * @param decisionChanged whether pass became fail or fail pass
 */
public record ScoreChange(UUID sittingId, Result before, Result after, boolean decisionChanged) {
  static ScoreChange of(UUID sitting, Result before, Result after) {
    return new ScoreChange(sitting, before, after, !before.passed().equals(after.passed()));
  }
}
