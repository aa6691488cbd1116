package org.rolewright.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rolewright.history.Entry;
import org.rolewright.history.Finding;
import org.rolewright.history.History;

/** Where everybody writes down what happens. */
final class Notebook {
  private final History history;
  private final Map<UUID, Integer> saves = new HashMap<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Map<Integer, Integer> replies = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long newestSave;

  Notebook(History history) {
    this.history = history;
  }

  synchronized void add(Entry entry) {
    history.add(entry);
    if (entry instanceof Entry.Fault fault) count(fault.kind(), 1);
    if (!(entry instanceof Entry.Acknowledged ack)) return;
    var before = saves.getOrDefault(ack.device(), 0);
    if (ack.ackSeq() <= before) return;
    saves.put(ack.device(), ack.ackSeq());
    newestSave = Math.max(newestSave, ack.sentAt());
  }

  /** A fault that is too small for a line of its own. */
  synchronized void count(String fault, int times) {
    if (times > 0) faults.merge(fault, times, Integer::sum);
  }

  /** Status of a reply; 0 for none. */
  synchronized void heard(int status) {
    replies.merge(status, 1, Integer::sum);
  }

  synchronized void blame(Finding finding) {
    findings.add(finding);
  }

  /** When the newest events left that are known to be saved. */
  synchronized long newestSave() {
    return newestSave;
  }

  /** Events known to be saved. */
  synchronized int saves() {
    return saves.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized Map<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  synchronized Map<Integer, Integer> replies() {
    return new TreeMap<>(replies);
  }

  synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<Entry> entries() {
    return history.entries();
  }
}
