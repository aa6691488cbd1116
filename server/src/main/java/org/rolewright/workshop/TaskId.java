package org.rolewright.workshop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identity of a task statement, the same through all its wordings and lists; ordered, so that maps
 * by task have one text.
 */
public record TaskId(@JsonValue UUID value) implements Comparable<TaskId> {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TaskId {}

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }
}
