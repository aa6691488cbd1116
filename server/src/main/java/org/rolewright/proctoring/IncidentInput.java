package org.rolewright.proctoring;

import java.util.Optional;
import org.rolewright.delivery.SittingId;

/**
 * An irregularity report as somebody writes it.
 *
 * @param sittingId whom it concerns; empty for the whole room
 * @param statement what the candidate says
 * @param outcome what came of it
 */
public record IncidentInput(
    Optional<SittingId> sittingId,
    String category,
    String severity,
    String text,
    Optional<String> statement,
    Optional<String> outcome) {}
