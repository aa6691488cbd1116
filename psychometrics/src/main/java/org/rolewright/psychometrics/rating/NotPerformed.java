package org.rolewright.psychometrics.rating;

/** What a "not performed" contributes to a mean. */
public enum NotPerformed {
  /** It counts as 0: a task is weighed by how many perform it, too. */
  AS_ZERO,
  /** It is left out: the mean is over those who perform the task. */
  EXCLUDED
}
