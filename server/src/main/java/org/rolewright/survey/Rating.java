package org.rolewright.survey;

import java.util.Map;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * What one peer says of one task. Not answered, and "I do not do this", are two different things,
 * and neither is a number.
 *
 * @param performed whether the peer does the task; empty until said
 * @param importance code on the importance scale
 * @param frequency code on the frequency scale; always empty for a task that is not done
 */
public record Rating(
    Optional<Boolean> performed, Optional<Integer> importance, Optional<Integer> frequency) {
  public Rating {
    if (performed.filter(does -> !does).isPresent() && frequency.isPresent())
      throw new Refusal.BrokenRule("aTaskNotDoneHasNoFrequency", Map.of());
  }
}
