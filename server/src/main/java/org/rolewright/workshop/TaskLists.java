package org.rolewright.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.json.Json;
import org.rolewright.study.StudyId;

/** Makes a list of the board. */
final class TaskLists {
  private record Contents(List<TaskList.Domain> domains, List<TaskList.Ksa> ksas) {}

  private TaskLists() {}

  /** The board as a list, whatever its state. */
  static TaskList draft(Board board, TaskListId id, StudyId study, int version, Instant now) {
    var contents = new Contents(domains(board), ksas(board));
    var hash = Sha256.hex(Json.canonical(contents));
    return new TaskList(id, study, version, contents.domains(), contents.ksas(), hash, now);
  }

  /** Refuses a list that nobody could rate. */
  static void requireComplete(TaskList list) {
    if (list.tasks().findAny().isEmpty()) throw new Refusal.BrokenRule("taskListNeedsTasks");
    for (var domain : list.domains())
      if (domain.tasks().isEmpty())
        throw new Refusal.BrokenRule("domainNeedsTasks", Map.of("domain", domain.title()));
  }

  private static List<TaskList.Domain> domains(Board board) {
    var domains = new ArrayList<TaskList.Domain>();
    for (var domain : board.standingDomains().toList()) {
      var code = Outline.domain(domains.size());
      domains.add(
          new TaskList.Domain(
              domain.id(), code, domain.title(), domain.definition(), tasks(board, domain, code)));
    }
    return domains;
  }

  private static List<TaskList.TaskStatement> tasks(Board board, Domain domain, String domainCode) {
    var tasks = new ArrayList<TaskList.TaskStatement>();
    for (var task : board.tasks(domain.id()))
      tasks.add(
          new TaskList.TaskStatement(
              new TaskId(task.id()),
              Outline.task(domainCode, tasks.size()),
              task.text(),
              task.wording(),
              task.source()));
    return tasks;
  }

  private static List<TaskList.Ksa> ksas(Board board) {
    var ksas = new ArrayList<TaskList.Ksa>();
    for (var type : KsaType.values()) {
      int index = 0;
      for (var ksa : board.ksas(type)) {
        var id = new KsaId(ksa.id());
        ksas.add(
            new TaskList.Ksa(id, type, Outline.ksa(type, index++), ksa.text(), board.tasksOf(id)));
      }
    }
    return ksas;
  }
}
