package org.rolewright.workshop;

import java.time.Instant;

/** A wording that a statement has or had. */
public record Wording(int number, String text, String author, Instant writtenAt) {}
