package org.rolewright.workshop;

/**
 * What a list changes against the one before.
 *
 * @param code in the newer list; in the older one for what was dropped
 * @param before the older wording, or the older place; empty when there was none
 */
public record TaskListChange(Kind kind, Subject subject, String code, String text, String before) {
  /** How it changed. */
  public enum Kind {
    ADDED,
    REWORDED,
    MOVED,
    DROPPED
  }

  /** What changed. */
  public enum Subject {
    DOMAIN,
    TASK,
    KSA
  }
}
