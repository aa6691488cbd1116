package org.rolewright.workshop;

import java.time.Instant;

/** A published list in one line. */
public record TaskListSummary(
    TaskListId id, int version, int tasks, int ksas, String hash, Instant publishedAt, String by) {}
