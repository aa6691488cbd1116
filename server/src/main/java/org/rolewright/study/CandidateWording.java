package org.rolewright.study;

import java.time.Instant;

/**
 * A wording of the minimally competent candidate: who just deserves the credential.
 *
 * @param version number of the wording, from 1
 */
public record CandidateWording(int version, String text, String author, Instant writtenAt) {}
