package org.rolewright.itemwriting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.platform.PersonId;
import org.rolewright.workshop.TaskId;

/** Items that somebody was asked to write for a cell of a blueprint. */
record Assignment(
    AssignmentId id,
    PersonId person,
    BlueprintId blueprint,
    TaskId task,
    int count,
    LocalDate dueOn,
    String note,
    int revision,
    Instant assignedAt,
    boolean withdrawn) {

  /** How far it is. */
  enum State {
    OPEN,
    DONE,
    OVERDUE,
    WITHDRAWN;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Items that the person began for this task since being asked. */
  List<ItemVersion> written(List<ItemVersion> newest) {
    return newest.stream()
        .filter(version -> version.task().equals(task))
        .filter(version -> version.author().person().filter(person::equals).isPresent())
        .filter(version -> !version.writtenAt().isBefore(assignedAt))
        .toList();
  }

  /** How many of them went to review. */
  int submitted(List<ItemVersion> newest) {
    return (int)
        written(newest).stream().filter(version -> version.state() != ItemState.DRAFT).count();
  }

  State state(List<ItemVersion> newest, LocalDate today) {
    if (withdrawn) return State.WITHDRAWN;
    if (submitted(newest) >= count) return State.DONE;
    return today.isAfter(dueOn) ? State.OVERDUE : State.OPEN;
  }

  /** Items asked for and not yet begun. */
  int outstanding(List<ItemVersion> newest) {
    return withdrawn ? 0 : Math.max(0, count - written(newest).size());
  }
}
