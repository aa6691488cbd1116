package org.rolewright.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.platform.Refusal;

/**
 * The plan of a study: everything that decides its result and could be bent once answers are seen.
 *
 * @param raters whose judgement the result rests on; empty in protocols frozen before it was asked
 * @param rationale why these methods, in the expert's words
 * @param scales importance and frequency, in the order asked
 * @param seed start of every random draw of the analysis
 * @param replicates bootstrap samples for the uncertainty of weights
 * @param calendar empty in protocols frozen before there was one
 */
public record Protocol(
    Optional<Raters> raters,
    String rationale,
    List<RatingScale> scales,
    InclusionRule inclusion,
    ExclusionRule exclusion,
    WeightingRule weighting,
    long seed,
    int replicates,
    Optional<Calendar> calendar) {
  /** Whose judgement counts. */
  public enum Raters {
    /** People who do the work, asked by a survey. */
    PEERS,
    /** The subject-matter experts of the panel alone. */
    PANEL
  }

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

  /** Whether anybody who does the work may rate, not the panel alone. */
  public boolean asksPeers() {
    return !raters.equals(Optional.of(Raters.PANEL));
  }

  /** Refuses what must be said before the rules are fixed for good. */
  void requireReadyToFreeze() {
    if (raters.isEmpty()) throw new Refusal.BrokenRule("protocolSaysWhoRates");
    if (rationale.isBlank()) throw new Refusal.BrokenRule("protocolSaysWhy");
  }

  public RatingScale scale(RatingScale.Kind kind) {
    return scales.stream().filter(scale -> scale.kind() == kind).findFirst().orElseThrow();
  }
}
