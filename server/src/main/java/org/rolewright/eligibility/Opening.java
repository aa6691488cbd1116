package org.rolewright.eligibility;

import java.util.List;
import java.util.UUID;
import org.rolewright.platform.text.Localized;

/**
 * The application page of a programme and its rules.
 *
 * @param open whether new applications are taken
 * @param contact whom candidates ask
 * @param minimumAge whole years on the day of handing in; 0 for none
 * @param authorisedDays how long an authorisation lasts
 * @param attempts how many exams it covers
 * @param version 0 when it is not written yet
 */
public record Opening(
    boolean open,
    Localized introduction,
    Localized attestation,
    String contact,
    int minimumAge,
    int authorisedDays,
    int attempts,
    List<Rule> rules,
    int version) {

  /**
   * What a requirement asks beyond words.
   *
   * @param leastHours hours that meet it; 0 where hours are not asked
   */
  public record Rule(UUID requirement, int leastHours, boolean documentNeeded) {}

  Rule rule(UUID requirement) {
    return rules.stream()
        .filter(rule -> rule.requirement().equals(requirement))
        .findFirst()
        .orElseGet(() -> new Rule(requirement, 0, false));
  }
}
