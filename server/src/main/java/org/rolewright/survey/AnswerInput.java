package org.rolewright.survey;

import java.util.Optional;

/**
 * One change that a peer's browser sends: what was answered, its number in the order of the peer's
 * changes, and the page it was given on.
 */
sealed interface AnswerInput {
  long sequence();

  String page();

  default Draft.Step step(String about) {
    return new Draft.Step(about, sequence(), page());
  }

  /** Consent to the wording of that version. */
  record Consent(long sequence, String page, int version) implements AnswerInput {}

  /** Whether the peer does this work. */
  record Screening(long sequence, String page, boolean eligible) implements AnswerInput {}

  /** A choice of a background question; empty takes it back. */
  record Background(long sequence, String page, Optional<String> choice) implements AnswerInput {}

  /** The rating of a task; all empty takes it back. */
  record TaskRating(
      long sequence,
      String page,
      Optional<Boolean> performed,
      Optional<Integer> importance,
      Optional<Integer> frequency)
      implements AnswerInput {
    Rating rating() {
      return new Rating(performed, importance, frequency);
    }
  }

  /** Tasks missed in a domain; empty takes it back. */
  record WriteIn(long sequence, String page, String text) implements AnswerInput {}

  /** How well the list covers the work, in percent. */
  record Coverage(long sequence, String page, Optional<Integer> percent) implements AnswerInput {}
}
