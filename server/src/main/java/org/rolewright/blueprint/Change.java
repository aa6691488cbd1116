package org.rolewright.blueprint;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A wish to change a draft.
 *
 * @param subject the domain or task; empty for the length of the test
 * @param percent wanted weight of a domain; empty gives back the derived one
 * @param min fewest items, or the length of the test
 * @param max most items
 */
public record Change(
    Kind kind, Optional<UUID> subject, OptionalDouble percent, OptionalInt min, OptionalInt max) {
  /** What can be changed. */
  public enum Kind {
    TEST_LENGTH,
    INCLUDE_TASK,
    EXCLUDE_TASK,
    DOMAIN_WEIGHT,
    DOMAIN_ITEMS,
    TASK_ITEMS
  }
}
