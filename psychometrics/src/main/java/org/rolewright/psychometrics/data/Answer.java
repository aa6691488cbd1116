package org.rolewright.psychometrics.data;

/** What stands in one cell of a rating matrix. */
public enum Answer {
  /** A rating was given. */
  GIVEN,
  /** The question was shown and left blank. */
  BLANK,
  /** The respondent said that the task is not part of the work done. */
  NOT_PERFORMED,
  /** The question does not apply to the respondent. */
  NOT_APPLICABLE,
  /** The question was never shown (branching, sampling of items). */
  NOT_PRESENTED
}
