package org.rolewright.itemreview;

import java.time.LocalDate;
import java.util.Optional;
import org.rolewright.itembank.Author;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemState;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.workshop.TaskId;

/**
 * An open round in a list.
 *
 * @param dueOn the reader's own deadline, else the first of all that wait
 * @param assigned whether the reader was asked
 * @param voted whether the reader voted
 * @param mine whether the reader wrote it
 * @param overdue whether a deadline has passed without a vote
 */
public record ReviewSummary(
    ItemId item,
    String code,
    ItemVersionId version,
    int number,
    ItemState state,
    TaskId task,
    Author author,
    int round,
    Optional<LocalDate> dueOn,
    boolean assigned,
    boolean voted,
    boolean mine,
    int reviewers,
    long votes,
    int needed,
    int unresolved,
    boolean overdue) {}
