package org.rolewright.study;

import java.util.List;
import java.util.Map;
import org.rolewright.platform.Refusal;

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
    if (!scales.stream().map(RatingScale::kind).toList().equals(List.of(RatingScale.Kind.values())))
      throw new Refusal.BrokenRule("protocolHasBothScales");
    requireOnScale(scales.get(0), inclusion.importanceCut());
    requireOnScale(scales.get(1), inclusion.frequencyCut());
  }

  private static void requireOnScale(RatingScale scale, double cut) {
    if (cut < 1 || cut > scale.top())
      throw new Refusal.BrokenRule("cutLiesOnTheScale", Map.of("cut", cut, "top", scale.top()));
  }

  public RatingScale scale(RatingScale.Kind kind) {
    return scales.stream().filter(scale -> scale.kind() == kind).findFirst().orElseThrow();
  }
}
