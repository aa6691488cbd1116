package org.rolewright.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Whether the trail is whole.
 *
 * @param entries how many were read
 * @param headHash hash of the newest, to be noted by an auditor
 * @param firstFault the first entry that does not fit, and why
 */
public record Verification(long entries, String headHash, Optional<Fault> firstFault) {
  @JsonProperty
  public boolean whole() {
    return firstFault.isEmpty();
  }

  /** Where the trail breaks. */
  public record Fault(long number, String reason) {}
}
