package org.rolewright.standard;

import java.time.Instant;
import java.util.Optional;
import org.rolewright.blueprint.Blueprint.Signature;

/**
 * A cut as proposed or adopted.
 *
 * @param replacedAt when another cut took its place
 */
public record CutDecision(
    Terms terms,
    String hash,
    Signature proposed,
    Optional<Signature> adopted,
    Optional<Instant> replacedAt) {}
