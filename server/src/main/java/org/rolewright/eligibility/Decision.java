package org.rolewright.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.rolewright.platform.Refusal;

/**
 * What is decided on an application, and why.
 *
 * @param reason in words that the candidate is sent
 */
public record Decision(Outcome outcome, String reason, List<Finding> findings) {

  /** Kinds of decisions. */
  public enum Outcome {
    ACCEPT,
    MORE,
    REFUSE;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Holds it to the rules: every requirement is judged once, and the outcome follows from how they
   * stand.
   */
  Decision judging(Set<UUID> requirements) {
    var judged = new HashSet<UUID>();
    for (var finding : findings)
      if (!judged.add(finding.requirement()))
        throw new Refusal.BrokenRule("a_requirement_is_found_once");
    if (!judged.equals(requirements)) throw new Refusal.BrokenRule("everyRequirementIsJudged");
    var unmet = has(Finding.Verdict.OPEN) || has(Finding.Verdict.NOT_MET);
    if (outcome == Outcome.ACCEPT && unmet) throw new Refusal.BrokenRule("unmetIsNotAccepted");
    if (outcome == Outcome.MORE && !has(Finding.Verdict.OPEN))
      throw new Refusal.BrokenRule("sayWhatIsMissing");
    if (outcome == Outcome.REFUSE && !has(Finding.Verdict.NOT_MET))
      throw new Refusal.BrokenRule("sayWhatIsNotMet");
    return this;
  }

  private boolean has(Finding.Verdict verdict) {
    return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
  }
}
