package org.rolewright.platform.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One mail to one person.
 *
 * @param body plain text; empty once sent, because it may hold a secret link
 */
public record Letter(
    UUID id,
    String recipient,
    String subject,
    String body,
    Instant createdAt,
    Optional<Instant> sentAt,
    int attempts,
    Optional<String> lastError) {
  /** How addresses end that stand for nobody: RFC 2606 keeps this name for examples. */
  static final String EXAMPLE = ".example";

  /** Whether it is to such an address, and so never sent. */
  @JsonProperty("example")
  public boolean isExample() {
    return recipient.toLowerCase(Locale.ROOT).endsWith(EXAMPLE);
  }
}
