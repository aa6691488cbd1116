package org.rolewright.demonstration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.platform.Actor;
import org.rolewright.workshop.BoardView;
import org.rolewright.workshop.Domain;
import org.rolewright.workshop.DomainId;
import org.rolewright.workshop.KsaId;
import org.rolewright.workshop.KsaType;
import org.rolewright.workshop.Link;
import org.rolewright.workshop.StatementInput;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;
import org.rolewright.workshop.TaskListId;
import org.rolewright.workshop.WorkshopService;

/** The second part: O*NET's tasks in domains of ours, KSAs of ours, and the published list. */
record DemonstrationTasks(WorkshopService workshops, Actor expert) {
  private static final TaskListId LIST = new TaskListId(DemonstrationStudy.id("task list"));

  /** The published list. */
  TaskList load() {
    var board = workshops.board(expert, DemonstrationStudy.ID);
    if (board.latest().isEmpty()) {
      writeTasks(there(board));
      writeKsas(there(board));
      workshops.publish(expert, DemonstrationStudy.ID, LIST, 0);
    }
    return workshops.taskList(expert, LIST);
  }

  /** O*NET's tasks in the order of the list. */
  static List<OnetTask> inOrder(TaskList list) {
    var byId = byId();
    return list.tasks().map(task -> byId.get(task.source().replace("O*NET ", ""))).toList();
  }

  private static Map<String, OnetTask> byId() {
    return OnetTask.all().stream().collect(Collectors.toMap(OnetTask::id, Function.identity()));
  }

  /** What a load that broke off has written already. */
  private static Set<UUID> there(BoardView board) {
    var there = new HashSet<UUID>();
    for (var domain : board.domains()) {
      there.add(domain.id().value());
      domain.tasks().forEach(task -> there.add(task.id()));
    }
    board.ksas().forEach(ksa -> there.add(ksa.statement().id()));
    return there;
  }

  private void writeTasks(Set<UUID> there) {
    var tasks = byId();
    for (var row : Resource.csv("domains.csv")) {
      var domain = new DomainId(DemonstrationStudy.id("domain " + row.get("title")));
      if (!there.contains(domain.value()))
        workshops.putDomain(
            expert,
            DemonstrationStudy.ID,
            Domain.fresh(domain, row.get("title"), row.get("definition")),
            0);
      for (var number : row.get("tasks").split(" "))
        write(
            there,
            StatementInput.task(task(number), domain, tasks.get(number).text(), "O*NET " + number));
    }
  }

  private void writeKsas(Set<UUID> there) {
    for (var row : Resource.csv("ksas.csv")) {
      var ksa = new KsaId(DemonstrationStudy.id("ksa " + row.get("text")));
      write(there, StatementInput.ksa(ksa, KsaType.valueOf(row.get("type")), row.get("text")));
      Arrays.stream(row.get("tasks").split(" "))
          .map(number -> new Link(task(number), ksa))
          .forEach(link -> workshops.link(expert, DemonstrationStudy.ID, link, true));
    }
  }

  private void write(Set<UUID> there, StatementInput statement) {
    if (!there.contains(statement.id()))
      workshops.putStatement(expert, DemonstrationStudy.ID, statement, 0);
  }

  private static TaskId task(String number) {
    return new TaskId(DemonstrationStudy.id("task " + number));
  }
}
