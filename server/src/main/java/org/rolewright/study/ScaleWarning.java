package org.rolewright.study;

/**
 * Something on a rating scale that may mislead raters.
 *
 * @param code the anchor meant; 0 for the scale as a whole
 */
public record ScaleWarning(RatingScale.Kind scale, Problem problem, int code) {
  /** What may mislead. */
  public enum Problem {
    /** Fewer than four points tell too little apart. */
    FEW_POINTS,
    /** More than seven points ask for more than raters can tell apart. */
    MANY_POINTS,
    /** An even number of points has no middle. */
    NO_MIDPOINT,
    /** The words do not rise from code to code. */
    NOT_IN_ORDER,
    /** Two anchors differ by capitals or punctuation only. */
    NEARLY_THE_SAME,
    /** An anchor says that the task is not done, which is asked separately. */
    SAYS_NOT_DONE,
    /** An anchor is too long for a phone. */
    TOO_LONG
  }
}
