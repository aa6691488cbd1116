package org.rolewright.psychometrics;

/**
 * Something a reader of a result must know: why a figure is not available, or why it deserves care.
 *
 * @param kind what was found; the words shown to a person are chosen by it
 * @param subject what it concerns, such as {@code "item 3"} or {@code "kappa"} (1-based numbers);
 *     empty when it concerns the whole result
 */
public record Warning(Kind kind, String subject) {

  /** What was found. */
  public enum Kind {
    /** There is no observation at all. */
    NO_DATA,
    /** Fewer observations than the figure needs. */
    TOO_FEW_OBSERVATIONS,
    /** Only one rater, judge or respondent. */
    ONE_RATER,
    /** Only one item or task. */
    ONE_ITEM,
    /** Only one person or object. */
    ONE_PERSON,
    /** All values are equal, so that a ratio is 0/0. */
    NO_VARIANCE,
    /** Everyone chose one and the same category. */
    ONE_CATEGORY,
    /** Observations were left out because something was not answered. */
    DROPPED_MISSING,
    /**
     * An estimate that theory holds to be at least 0 came out negative; it is reported as it is.
     */
    NEGATIVE_ESTIMATE,
    /** An estimate lies outside the bounds theory gives; it is reported as it is. */
    OUT_OF_BOUNDS,
    /** A value was set to the nearest bound by convention. */
    CLAMPED,
    /** A figure cannot be had from such data at any value, such as a target out of reach. */
    NOT_ATTAINABLE,
    /** A plan asks for more than the population can give. */
    NOT_FEASIBLE,
    /** An iteration stopped before it converged. */
    NOT_CONVERGED,
    /** A matrix is singular or not positive definite. */
    SINGULAR,
    /** Groups are perfectly separated; maximum likelihood has no finite solution. */
    SEPARATION,
    /** Two lines or curves do not cross in the permitted range. */
    NO_INTERSECTION,
    /** The preferred method did not apply and a documented other one was used. */
    FALLBACK,
    /** A category or cell holds fewer observations than the method's rule of thumb. */
    SPARSE,
    /** Equal values were put in order by the stated tie rule. */
    TIE,
    /** Values are on another scale than the others, such as percents among proportions. */
    MIXED_SCALE,
    /** Judgements were not made independently, so that the standard error is too small. */
    NOT_INDEPENDENT,
    /** The design is unbalanced; estimates by other methods differ. */
    UNBALANCED,
    /** A sign or key looks reversed. */
    REVERSED
  }

  /** Refuses nulls. */
  public Warning {
    java.util.Objects.requireNonNull(kind, "kind");
    java.util.Objects.requireNonNull(subject, "subject");
  }

  /** A warning about the whole result. */
  public static Warning of(Kind kind) {
    return new Warning(kind, "");
  }

  /** A warning about one part of the result. */
  public static Warning of(Kind kind, String subject) {
    return new Warning(kind, subject);
  }
}
