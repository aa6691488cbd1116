package org.rolewright.platform.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.rolewright.platform.PersonId;

/**
 * A piece of long work.
 *
 * @param kind which work, e.g. {@code analysis.run}
 * @param subject what it works on
 * @param input the options it was asked with, as JSON
 * @param progress share done, 0 to 1
 * @param message catalogue key of what it is doing, or why it failed
 */
public record Job(
    JobId id,
    String kind,
    UUID subject,
    Optional<PersonId> requestedBy,
    String input,
    JobState state,
    double progress,
    String message,
    boolean cancelRequested,
    Instant createdAt,
    Optional<Instant> finishedAt) {}
