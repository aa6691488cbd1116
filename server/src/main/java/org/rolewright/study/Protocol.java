package org.rolewright.study;

import java.util.List;

/**
 * The plan of a study: everything that decides its result and could be bent once answers are seen.
 *
 * @param rationale why these methods, in the expert's words
 * @param scales importance and frequency, in the order asked
 * @param seed start of every random draw of the analysis
 * @param replicates bootstrap samples for the uncertainty of weights
 */
public record Protocol(
    String rationale,
    List<RatingScale> scales,
    InclusionRule inclusion,
    ExclusionRule exclusion,
    WeightingRule weighting,
    long seed,
    int replicates) {
  public Protocol {
    scales = List.copyOf(scales);
  }

  public RatingScale scale(RatingScale.Kind kind) {
    return scales.stream().filter(scale -> scale.kind() == kind).findFirst().orElseThrow();
  }
}
