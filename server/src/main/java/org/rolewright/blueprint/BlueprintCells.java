package org.rolewright.blueprint;

import java.util.List;
import java.util.Optional;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.KsaType;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;

/** What items can be written for: the included tasks of an adopted blueprint with their KSAs. */
public record BlueprintCells(BlueprintId blueprint, int version, List<Domain> domains) {

  /** A domain with at least one included task. */
  public record Domain(DomainId id, String code, String title, double weight, List<Cell> tasks) {}

  /**
   * An included task.
   *
   * @param items of one form
   */
  public record Cell(TaskId id, String code, String text, int items, List<Ksa> ksas) {}

  /** What the task needs, as in the list that was surveyed. */
  public record Ksa(KsaId id, String code, KsaType kind, String text) {}

  static BlueprintCells of(BlueprintId id, int version, Outline outline, TaskList list) {
    var domains =
        outline.domains().stream()
            .map(domain ->
                new Domain(
                    domain.domain(),
                    domain.code(),
                    domain.title(),
                    domain.weight(),
                    domain.tasks().stream()
                        .filter(Outline.Task::included)
                        .map(task -> cell(task, list))
                        .toList()))
            .filter(domain -> !domain.tasks().isEmpty())
            .toList();
    return new BlueprintCells(id, version, domains);
  }

  private static Cell cell(Outline.Task task, TaskList list) {
    var ksas =
        list.ksas().stream()
            .filter(ksa -> ksa.tasks().contains(task.task()))
            .map(ksa -> new Ksa(ksa.id(), ksa.code(), ksa.type(), ksa.text()))
            .toList();
    return new Cell(task.task(), task.code(), task.text(), task.items(), ksas);
  }

  /** The domain of a task; empty when the task is not included. */
  public Optional<DomainId> domainOf(TaskId task) {
    return domains.stream()
        .filter(domain -> domain.tasks().stream().anyMatch(cell -> cell.id().equals(task)))
        .map(Domain::id)
        .findFirst();
  }
}
