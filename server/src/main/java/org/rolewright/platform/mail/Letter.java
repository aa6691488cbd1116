package org.rolewright.platform.mail;

import java.time.Instant;
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
    Optional<String> lastError) {}
