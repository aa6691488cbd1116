package org.rolewright.eligibility;

import java.util.Optional;
import java.util.UUID;

/**
 * How a candidate says to meet a requirement.
 *
 * @param asked the requirement's words when it was answered
 */
record Claim(UUID requirement, String asked, String statement, Optional<Integer> hours) {}
