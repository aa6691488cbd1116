package org.rolewright.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.workshop.TaskListChange.Kind;
import org.rolewright.workshop.TaskListChange.Subject;

/** Compares two lists. */
final class TaskListChanges {

  private record Entry(Subject subject, String code, String place, String text) {}

  private TaskListChanges() {}

  static List<TaskListChange> between(TaskList older, TaskList newer) {
    var before = entries(older);
    var after = entries(newer);
    var changes = new ArrayList<TaskListChange>();
    after.forEach((id, entry) -> {
      var old = before.get(id);
      if (old == null) changes.add(change(Kind.ADDED, entry, ""));
      else {
        if (!old.text().equals(entry.text())) changes.add(change(Kind.REWORDED, entry, old.text()));
        if (!old.place().equals(entry.place())) changes.add(change(Kind.MOVED, entry, old.code()));
      }
    });
    before.forEach((id, entry) -> {
      if (!after.containsKey(id)) changes.add(change(Kind.DROPPED, entry, ""));
    });
    return changes;
  }

  private static TaskListChange change(Kind kind, Entry entry, String before) {
    return new TaskListChange(kind, entry.subject(), entry.code(), entry.text(), before);
  }

  private static Map<UUID, Entry> entries(TaskList list) {
    var entries = new LinkedHashMap<UUID, Entry>();
    for (var domain : list.domains()) {
      var text =
          domain.definition().isEmpty()
              ? domain.title()
              : domain.title() + ": " + domain.definition();
      entries.put(domain.id().value(), new Entry(Subject.DOMAIN, domain.code(), "", text));
      for (var task : domain.tasks())
        entries.put(
            task.id().value(),
            new Entry(Subject.TASK, task.code(), domain.id().value().toString(), task.text()));
    }
    for (var ksa : list.ksas())
      entries.put(
          ksa.id().value(), new Entry(Subject.KSA, ksa.code(), ksa.type().name(), ksa.text()));
    return entries;
  }
}
