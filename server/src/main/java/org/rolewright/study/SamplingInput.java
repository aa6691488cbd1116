package org.rolewright.study;

/**
 * What a sampling plan is computed from.
 *
 * @param incumbents estimated number of people in the role
 * @param confidencePercent confidence of the intervals
 * @param proportionMarginPercent wanted margin of a proportion, in points of percent
 * @param meanMargin wanted margin of a mean, in points of the scale
 * @param meanSd expected standard deviation of a task's ratings, in points of the scale
 * @param responseRatePercent expected share of the invited who answer
 */
public record SamplingInput(
    int incumbents,
    double confidencePercent,
    double proportionMarginPercent,
    double meanMargin,
    double meanSd,
    double responseRatePercent) {}
