package org.rolewright.submission;

import java.time.Instant;
import java.util.UUID;

/** A sitting that is over and has answers that came too late, in a list. */
public record LateSitting(
    UUID sittingId, String name, Instant closedAt, int late, int open, int admitted) {}
