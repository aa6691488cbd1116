package org.rolewright.study;

import java.time.Instant;

/**
 * The frozen plan of a study, published by this stage.
 *
 * @param hash SHA-256 of the protocol's canonical JSON, 64 hexadecimal digits
 */
public record StudyPlan(StudyId study, Protocol protocol, String hash, Instant frozenAt) {}
