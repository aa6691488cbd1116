package org.rolewright.eligibility;

import java.util.List;
import java.util.UUID;
import org.rolewright.study.Requirement;
import org.rolewright.study.StudyView;

/** A requirement as candidates are asked to meet it. */
record Asked(UUID id, Requirement.Kind kind, String text, int leastHours, boolean documentNeeded) {
  static List<Asked> of(StudyView study, Opening opening) {
    return study.requirements().stream()
        .map(requirement -> of(requirement, opening.rule(requirement.id())))
        .toList();
  }

  private static Asked of(Requirement requirement, Opening.Rule rule) {
    return new Asked(
        requirement.id(),
        requirement.kind(),
        requirement.text(),
        rule.leastHours(),
        rule.documentNeeded());
  }
}
