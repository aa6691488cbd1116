package org.rolewright.psychometrics.classical;

import java.util.OptionalDouble;

/**
 * What one item did. Empty where the data leave a figure undefined; the analysis warns.
 *
 * @param used answers counted under the blank rule
 * @param dropped blanks left out under the blank rule
 * @param difficulty mean score; for a 0/1 item the proportion right, p
 * @param variance variance of the item's scores, divisor n − 1
 * @param pointBiserial correlation of the item with the total
 * @param correctedPointBiserial correlation of the item with the total without the item
 * @param biserial (M₁ − M₀) / σ · pq / φ(Φ⁻¹(p)) with the total; 0/1 items only, may pass 1
 * @param correctedBiserial the biserial with the total without the item
 * @param alphaIfDeleted coefficient alpha of the other items
 * @param reliabilityIndex item standard deviation times point-biserial
 * @param upperLowerDifference D: p of the upper group minus p of the lower group
 */
public record ItemStatistics(
    int used,
    int dropped,
    OptionalDouble difficulty,
    OptionalDouble variance,
    OptionalDouble pointBiserial,
    OptionalDouble correctedPointBiserial,
    OptionalDouble biserial,
    OptionalDouble correctedBiserial,
    OptionalDouble alphaIfDeleted,
    OptionalDouble reliabilityIndex,
    OptionalDouble upperLowerDifference) {}
