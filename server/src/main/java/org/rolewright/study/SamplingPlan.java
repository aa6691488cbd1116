package org.rolewright.study;

import java.util.OptionalInt;
import org.rolewright.psychometrics.sampling.Invitations;
import org.rolewright.psychometrics.sampling.Precision;
import org.rolewright.psychometrics.sampling.SampleSize;

/**
 * How many peers to ask, with every number it comes from.
 *
 * @param proportion answers needed for a proportion, at the most demanding share of one half
 * @param mean answers needed for a mean rating
 * @param required the larger of the two
 * @param invitations invitations that lead to as many answers
 */
public record SamplingPlan(
    SamplingInput input,
    SampleSize.Result proportion,
    SampleSize.Result mean,
    int required,
    Invitations invitations) {
  private static final double MOST_DEMANDING = 0.5;

  /** Computes the plan. */
  public static SamplingPlan of(SamplingInput input) {
    var population = OptionalInt.of(input.incumbents());
    var confidence = input.confidencePercent() / 100;
    var proportion =
        SampleSize.ofProportion(
            population,
            MOST_DEMANDING,
            new Precision(input.proportionMarginPercent() / 100, confidence));
    var mean =
        SampleSize.ofMean(
            population, input.meanSd(), new Precision(input.meanMargin(), confidence));
    var required = Math.max(proportion.required(), mean.required());
    return new SamplingPlan(
        input,
        proportion,
        mean,
        required,
        Invitations.needed(required, input.responseRatePercent() / 100, population));
  }
}
