package org.rolewright.analysis;

import org.rolewright.study.ExclusionRule;
import org.rolewright.study.InclusionRule;
import org.rolewright.study.Protocol;
import org.rolewright.study.RatingScale;
import org.rolewright.study.WeightingRule;

/**
 * Every choice of an analysis; all of them stand in the frozen plan.
 *
 * @param importancePoints number of points of the importance scale
 * @param frequencyPoints number of points of the frequency scale
 * @param seed start of every random draw
 * @param replicates bootstrap samples
 */
public record AnalysisOptions(
    ExclusionRule exclusion,
    InclusionRule inclusion,
    WeightingRule weighting,
    int importancePoints,
    int frequencyPoints,
    long seed,
    int replicates) {

  static AnalysisOptions of(Protocol protocol) {
    return new AnalysisOptions(
        protocol.exclusion(),
        protocol.inclusion(),
        protocol.weighting(),
        protocol.scale(RatingScale.Kind.IMPORTANCE).top(),
        protocol.scale(RatingScale.Kind.FREQUENCY).top(),
        protocol.seed(),
        protocol.replicates());
  }
}
