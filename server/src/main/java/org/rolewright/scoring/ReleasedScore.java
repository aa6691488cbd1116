package org.rolewright.scoring;

import java.util.Optional;
import org.rolewright.marking.Result;

/**
 * A score with the one it replaced.
 *
 * @param before empty where the sitting had none
 */
public record ReleasedScore(Score score, Optional<Result> before) {

  /** Whether a candidate who knew the one before learns something else now. */
  public boolean isNews() {
    return before
        .map(old ->
            old.passed().orElse(false) != score.passed()
                || !score.passed() && old.scaled().orElse(0) != score.scaled())
        .orElse(true);
  }
}
