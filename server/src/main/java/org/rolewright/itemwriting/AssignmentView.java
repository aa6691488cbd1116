package org.rolewright.itemwriting;

import java.time.LocalDate;
import java.util.List;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.platform.PersonId;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.TaskId;

/**
 * An assignment and what became of it.
 *
 * @param code of the task
 * @param begun items begun since
 * @param submitted items sent to review since
 */
public record AssignmentView(
    AssignmentId id,
    PersonId person,
    String name,
    DomainId domain,
    TaskId task,
    String code,
    int count,
    LocalDate dueOn,
    String note,
    int begun,
    int submitted,
    Assignment.State state,
    int revision) {

  static AssignmentView of(
      Assignment one,
      String name,
      BlueprintCells cells,
      List<ItemVersion> newest,
      LocalDate today) {
    return new AssignmentView(
        one.id(),
        one.person(),
        name,
        cells.domainOf(one.task()).orElseThrow(),
        one.task(),
        code(cells, one.task()),
        one.count(),
        one.dueOn(),
        one.note(),
        one.written(newest).size(),
        one.submitted(newest),
        one.state(newest, today),
        one.revision());
  }

  private static String code(BlueprintCells cells, TaskId task) {
    return cells.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(cell -> cell.id().equals(task))
        .map(BlueprintCells.Cell::code)
        .findFirst()
        .orElseThrow();
  }
}
