package org.rolewright.study;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A subject-matter expert on the panel.
 *
 * @param role position at work
 * @param conflictStatementOn when the conflict-of-interest statement was signed
 * @param version 0 when new
 */
public record Panelist(
    UUID id,
    String name,
    String credentials,
    String role,
    String employer,
    String region,
    Optional<Integer> yearsOfExperience,
    Optional<LocalDate> conflictStatementOn,
    int version) {}
