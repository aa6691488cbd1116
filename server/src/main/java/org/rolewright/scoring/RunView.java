package org.rolewright.scoring;

import java.util.List;
import java.util.Optional;
import org.rolewright.appraisal.ItemFigures;
import org.rolewright.marking.Scale;
import org.rolewright.study.StudyId;
import org.rolewright.workshop.DomainId;

/**
 * A run as people look at it.
 *
 * @param newest whether no later run of the form was made
 * @param line of the scaled scores; empty without a cut
 */
public record RunView(
    ScoringRun run,
    String formCode,
    StudyId study,
    boolean newest,
    Optional<Scale.Line> line,
    List<DomainName> domains,
    List<ItemFigures> items,
    List<Hold> holds) {

  /** What a domain is called. */
  public record DomainName(DomainId domain, String code, String title) {}
}
