package org.rolewright.study;

import java.util.List;
import java.util.Optional;

/**
 * Everything on the page of a study.
 *
 * @param version of the programme record
 * @param candidate the wording in force; empty before the first
 * @param sampling empty until planned
 */
public record StudyView(
    StudyId id,
    boolean demonstration,
    Programme programme,
    int version,
    List<Requirement> requirements,
    Optional<CandidateWording> candidate,
    ProtocolState protocol,
    List<Panelist> panel,
    Optional<StoredPlan> sampling) {
  /** The sampling plan with the version of its inputs. */
  public record StoredPlan(SamplingPlan plan, int version) {}
}
