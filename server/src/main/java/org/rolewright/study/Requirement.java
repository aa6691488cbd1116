package org.rolewright.study;

import java.util.UUID;

/**
 * What the target audience must bring.
 *
 * @param evidence citation of what it rests on
 * @param evidenceUrl web address of the evidence; empty when there is none
 * @param version 0 when it is new
 */
public record Requirement(
    UUID id, Kind kind, String text, String evidence, String evidenceUrl, int version) {
  /** Kinds of requirements. */
  public enum Kind {
    ELIGIBILITY,
    EXPERIENCE,
    EDUCATION,
    PREREQUISITE
  }
}
