package org.rolewright.itemwriting;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.platform.PersonId;
import org.rolewright.workshop.TaskId;

/** What somebody is asked to write. */
public record AssignmentInput(
    PersonId person, TaskId task, int count, LocalDate dueOn, Optional<String> note) {}
