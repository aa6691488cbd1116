package org.rolewright.workshop;

/** What may be improved in a wording; shown, never forced. */
public enum StatementWarning {
  /** A task does not begin with a verb. */
  NO_VERB_FIRST,
  /** The verb names a state of mind that nobody can observe. */
  VAGUE_VERB,
  /** Longer than peers will read. */
  TOO_LONG,
  /** {@code and/or} hides two statements. */
  AND_OR,
  /** The same words stand elsewhere. */
  REPEATED
}
