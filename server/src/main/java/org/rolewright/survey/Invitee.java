package org.rolewright.survey;

import java.util.Map;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * Somebody who gets a personal link.
 *
 * @param label whom the expert means: a name, a number in a register
 * @param email where to mail the link; empty when it is handed over
 */
public record Invitee(String label, Optional<String> email) {
  public Invitee {
    if (label.strip().matches("[=+\\-@].*"))
      throw new Refusal.BrokenRule("aLabelIsNoFormula", Map.of("label", label));
  }
}
