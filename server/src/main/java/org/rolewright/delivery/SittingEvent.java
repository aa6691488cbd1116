package org.rolewright.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something a candidate did, as the device tells it.
 *
 * @param seq number on the device, without gaps
 * @param item the item's number; empty where it is about none
 * @param value JSON text; empty for none
 * @param at by the clock of the device
 */
public record SittingEvent(
    int seq, String kind, OptionalInt item, Optional<String> value, Instant at) {
  /** What a candidate says about an item; the newest of each kind is shown again on resuming. */
  static final Set<String> SAID =
      Set.of("answer", "flag", "eliminate", "highlight", "note", "comment");

  /** A comment may be on the exam as a whole. */
  static final Set<String> SAID_OF_AN_ITEM =
      Set.of("answer", "flag", "eliminate", "highlight", "note");

  /** What goes past the questions: where the candidate was, and answers after submitting. */
  static final Set<String> TRACE =
      Set.of("seen", "left", "focusLost", "focusGained", "offline", "online", "exit");

  /** What moves the clock or the place in the exam. */
  static final Set<String> STEPS = Set.of("enter", "break", "return");

  static boolean known(String kind) {
    return SAID.contains(kind) || TRACE.contains(kind) || STEPS.contains(kind);
  }
}
