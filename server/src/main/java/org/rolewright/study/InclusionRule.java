package org.rolewright.study;

/**
 * Which tasks stay in the blueprint, fixed before the first answer is seen.
 *
 * @param kind the rule
 * @param importanceCut smallest mean importance, on the importance scale's codes
 * @param frequencyCut smallest mean frequency, on the frequency scale's codes
 * @param performingCut smallest share of respondents who do the task, in percent
 */
public record InclusionRule(
    Kind kind, double importanceCut, double frequencyCut, double performingCut) {
  /** The rules on offer. */
  public enum Kind {
    /** Every task stays. */
    ALL,
    /** Mean importance reaches its cut. */
    IMPORTANCE,
    /** The lower limit of the 95 % interval of mean importance reaches the cut. */
    IMPORTANCE_LOWER_LIMIT,
    /** Enough respondents do it. */
    PERFORMING,
    /** Both mean importance and share performing reach their cuts (O*NET: 3.0 and 67 %). */
    IMPORTANCE_AND_PERFORMING,
    /** Both mean importance and mean frequency reach their cuts (OPM: 3.0 and 3.0). */
    IMPORTANCE_AND_FREQUENCY
  }
}
