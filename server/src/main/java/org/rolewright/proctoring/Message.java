package org.rolewright.proctoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message between candidate and proctor.
 *
 * @param from {@code candidate} or {@code proctor}
 * @param name the proctor's
 */
public record Message(UUID id, String from, Optional<String> name, String text, Instant at) {}
