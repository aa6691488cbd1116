package org.rolewright.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Holds what candidates and proctors saw against what is stored in the end.
 *
 * <ul>
 *   <li>LOST: what was acknowledged is stored, as it was typed.
 *   <li>WRONG: nothing is stored that nobody typed; the closed sitting's digest is that of the
 *       newest answers by (epoch, number), whenever they arrived; no page was shown an answer older
 *       than one acknowledged before.
 *   <li>VIOLATION: every candidate had the time that was granted, to the millisecond; it changed by
 *       acts of people only; who was in time counts and who was not does not; each sitting closed
 *       once, when asked or when its time was over, and every receipt tells the same.
 * </ul>
 */
public final class Checker {
  private Checker() {}

  /** All that is amiss; nothing when every promise was kept. */
  public static List<Finding> check(List<Entry> history, List<StoredSitting> stored) {
    Map<UUID, Told> told = new HashMap<>();
    var faults = new ArrayList<Entry.Fault>();
    var end = 0L;
    for (var entry : history) {
      end = Math.max(end, entry.at());
      if (entry instanceof Entry.Fault fault) faults.add(fault);
      if (entry instanceof Entry.OfSitting one)
        told.computeIfAbsent(one.sitting(), _ -> new Told()).add(one);
    }
    var onlooker = new TimeRules.Onlooker(end, faults);
    var found = new ArrayList<Finding>();
    for (var sitting : stored) {
      var known = told.remove(sitting.id());
      if (known == null) known = new Told();
      new AnswerRules(known, sitting, found).check();
      new TimeRules(known, sitting, onlooker, found).check();
    }
    for (var id : told.keySet()) found.add(Finding.lost("a sitting is there", "sitting " + id));
    return found;
  }
}
