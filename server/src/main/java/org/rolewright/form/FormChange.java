package org.rolewright.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a change of a draft did, for the audit trail. */
final class FormChange {
  private FormChange() {}

  static Map<String, Object> of(Form before, Form after) {
    var change = new TreeMap<String, Object>();
    change.put("revision", after.revision());
    change.put("added", gone(after, before));
    change.put("removed", gone(before, after));
    change.put("items", after.items().size());
    return change;
  }

  /** Versions of the one form that the other has not. */
  private static List<String> gone(Form from, Form to) {
    var gone = versions(from);
    gone.removeAll(versions(to));
    return List.copyOf(gone);
  }

  private static TreeSet<String> versions(Form form) {
    return form.items().stream()
        .map(item -> item.versionId().value().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
