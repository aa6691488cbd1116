package org.rolewright.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One act.
 *
 * @param number position in the trail, from 1
 * @param action verb of the trade, e.g. {@code survey.close}
 * @param hash 64 hexadecimal digits
 */
public record AuditEntry(
    long number,
    Instant at,
    Optional<UUID> actor,
    String actorRole,
    String action,
    String subjectKind,
    Optional<UUID> subject,
    JsonNode detail,
    String hash) {}
